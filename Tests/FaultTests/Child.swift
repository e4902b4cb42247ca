import Dispatch
import Foundation
import Glibc

/// A run of `faultgraph` in a process group of its own.
struct Child: Sendable {
    struct Failure: Error { var reason: String }

    let process: pid_t
    let outputPath: String

    /// Starts the program; what it prints goes to a file.
    init(_ arguments: [String], printingTo outputPath: String) throws {
        self.outputPath = outputPath
        let program = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .deletingLastPathComponent()
        // The tests' own program lies beside it; a helper of the toolchain may have loaded them.
        let folder = CommandLine.arguments.lazy.map { URL(filePath: $0) }
            .first { $0.lastPathComponent.hasSuffix(".xctest") }?.deletingLastPathComponent()
        let path = (folder ?? program).appending(path: "faultgraph").path(percentEncoded: false)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, outputPath, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, path, &actions, &attributes, words, environ)
        guard code == 0 else { throw Failure(reason: "\(path): \(String(cString: strerror(code)))") }
        self.process = process
    }

    /// Sends a signal to the whole group.
    func send(_ signal: CInt) { kill(-process, signal) }

    /// Waits for the end: the exit status, or 128 and the signal's number.
    func status() async -> CInt {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var status: CInt = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7f
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
            }
        }
    }

    /// What it printed so far.
    var printed: String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }
}
