import BuildGraph
import Foundation
import Synchronization
import Testing

@testable import ProgramNodes

/// A folder with a cache in it, and engines that build with that.
final class Workplace: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

    /// Writes a file; by renaming, so that it is never half there.
    @discardableResult
    func write(_ text: String, to name: String, isExecutable: Bool = false) throws -> String {
        let file = path(name)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        if isExecutable { chmod(file, 0o755) }
        // What was written within a tick of the clock could be taken for the file before it.
        usleep(20_000)
        return file
    }

    /// A shell script as a program.
    func script(_ text: String, _ name: String) throws -> String {
        try write("#!/bin/sh\n" + text + "\n", to: name, isExecutable: true)
    }

    func engine(
        cache: String = "cache", keepGoing: Bool = false, observer: @escaping BuildObserver = { _ in }
    ) -> BuildEngine {
        var engine = BuildEngine(
            store: DiskStore(URL(filePath: path(cache)), durability: .none), digests: Self.digests, jobs: 2,
            keepGoing: keepGoing, sourceFolder: folder, observer: observer)
        engine.logFolder = path(cache) + "/logs"
        return engine
    }

    static let digests = CodeDigests(
        sources: ["ProgramNodes": "v1", "ProgramNodesTests": "v1", "BuildGraph": "v1"], toolchain: "swift 6")

    /// The nodes that ran.
    func ran(_ nodes: AnyNode..., cache: String = "cache") async throws -> [String] {
        try await engine(cache: cache).build(nodes: nodes).ran
    }

    /// What is left of the folders that programs ran in.
    func leftFolders(cache: String = "cache") -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path(cache) + "/tmp")) ?? []
    }
}

extension Program {
    /// The shell, as the program that most tests run.
    static var shell: Program { .find("/bin/sh", identity: .content) }
}

extension Command {
    /// A command that a shell runs.
    init(
        _ name: String, shell script: String, in shell: Program = .shell, inputs: [CommandInput] = [],
        outputs: Files = Files { $0.standardOutput() }, environment: [String: String] = [:],
        timeLimit: Duration? = nil, cores: Int = 1, progress: String? = nil
    ) throws {
        try self.init(
            name, shell, arguments: ["-c", .text(script)], inputs: inputs, outputs: outputs, environment: environment,
            timeLimit: timeLimit, cores: cores, progress: progress)
    }
}

/// The message of a build that has to fail.
func failure(_ body: () async throws -> Void) async throws -> String {
    do {
        try await body()
    } catch {
        return "\(error)"
    }
    Issue.record("it did not fail")
    return ""
}

/// Whether a process has ended. One that does not makes the test wait a minute.
func ends(_ process: pid_t) -> Bool {
    for _ in 0..<6000 {
        // A process that ended and that nobody has waited for is still there by its number.
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        if state?.contains(") Z ") ?? true { return true }
        usleep(10_000)
    }
    kill(process, SIGKILL)
    return false
}
