import Foundation
import Glibc

/// A process that has run to its end: what it took and what it printed.
struct MeasuredProcess {
    /// Wall-clock seconds from the start to the end.
    let seconds: Double
    /// The largest resident size that the system saw.
    let residentMegabytes: Double
    /// The start of what went to standard output.
    let output: String

    /// The largest resident size that the process printed of itself, as a line of /proc/self/status; not a number where it did
    /// not.
    var peakMegabytes: Double {
        let line = output.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? .nan) * 1024 / 1e6
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    init(_ command: [String], in folder: URL? = nil) throws {
        let log = FileManager.default.temporaryDirectory.appending(path: "paperbench-\(UUID().uuidString)").path
        defer { unlink(log) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The folder of this process, as nothing else of it runs meanwhile.
        let before = FileManager.default.currentDirectoryPath
        if let folder, !FileManager.default.changeCurrentDirectoryPath(folder.path) {
            throw Failure(description: "cannot enter \(folder.path)")
        }
        defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let clock = ContinuousClock()
        let start = clock.now
        let problem = posix_spawn(&process, command[0], &actions, nil, &arguments, environ)
        guard problem == 0 else {
            throw Failure(description: "cannot run \(command[0]): \(String(cString: strerror(problem)))")
        }
        var status: CInt = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        residentMegabytes = Double(usage.ru_maxrss) * 1024 / 1e6
        seconds = start.duration(to: clock.now) / .seconds(1)
        output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        guard status == 0 else {
            throw Failure(description: "\(command.joined(separator: " ")) failed: \(output.prefix(400))")
        }
    }
}
