import Foundation
import Glibc
import TestSupport

/// A run of `faultgraph` that prints to a file.
struct Child: Sendable {
    typealias Failure = TestChild.Failure

    private let child: TestChild
    let outputPath: String

    /// Starts the program; what it prints goes to a file.
    init(_ arguments: [String], printingTo outputPath: String, ignoresInterrupt: Bool = false) throws {
        self.outputPath = outputPath
        let program = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .deletingLastPathComponent()
        // The tests' own program lies beside it; a helper of the toolchain may have loaded them.
        let folder = CommandLine.arguments.lazy.map { URL(filePath: $0) }
            .first { $0.lastPathComponent.hasSuffix(".xctest") }?.deletingLastPathComponent()
        let output = open(outputPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard output >= 0 else { throw Failure(reason: "cannot write \(outputPath)") }
        defer { close(output) }
        child = try TestChild(
            (folder ?? program).appending(path: "faultgraph").path(percentEncoded: false), arguments, output: output,
            errors: output, ignoresInterrupt: ignoresInterrupt)
    }

    /// Sends a signal to the whole group.
    func send(_ signal: CInt) { child.send(signal) }

    /// Waits for the end: the exit status, or 128 and the signal's number.
    func status() async -> CInt { await child.status() }

    /// What it printed so far.
    var printed: String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }
}
