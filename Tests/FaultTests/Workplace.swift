import Dispatch
import Foundation
import Glibc

/// The folders of one test, with what a clean build gives.
final class Workplace: Sendable {
    let folder: URL
    let arguments: [String]

    /// - Parameter arguments: passed to each run, such as `count=24`.
    init(_ arguments: String...) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild fault ü \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.arguments = arguments
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    func start(
        cache: String = "cache", output: String = "out", _ more: String..., ignoresInterrupt: Bool = false
    ) throws -> Child {
        try Child(
            [path(cache), path(output)] + arguments + more, printingTo: path("printed \(UUID().uuidString)"),
            ignoresInterrupt: ignoresInterrupt)
    }

    /// Runs to the end: the exit status and what was printed.
    func run(
        cache: String = "cache", output: String = "out", _ more: String...
    ) async throws -> (status: CInt, printed: String) {
        let child = try Child(
            [path(cache), path(output)] + arguments + more, printingTo: path("printed \(UUID().uuidString)"))
        return (await child.status(), child.printed)
    }

    /// All files below a folder with their bytes.
    func files(in name: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = path(name)
        for item in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + item, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            files[item] = try Data(contentsOf: URL(filePath: root + "/" + item))
        }
        return files
    }

    /// The output files of a build that starts from nothing.
    func cleanFiles() async throws -> [String: Data] {
        let (status, printed) = try await run(cache: "clean cache", output: "clean out", "pause=0")
        guard status == 0 else { throw Child.Failure(reason: printed) }
        return try files(in: "clean out")
    }

    /// The lines of a log that runs were told to write.
    func log(_ name: String = "log") -> [String] {
        let text = (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// The argument that makes a step wait for ``openGate()``.
    func gate(at step: Int) -> String { "gate=\(step):\(path("gate"))" }

    func openGate() throws { try Data().write(to: URL(filePath: path("gate"))) }

    /// Lets time pass in a thread of its own: a task would wait for whatever else the tests compute.
    func pause(microseconds: Int) async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "pause").async {
                usleep(UInt32(clamping: microseconds))
                continuation.resume()
            }
        }
    }

    /// Waits until a condition holds, for a minute at most; in a thread of its own, whatever else the tests do.
    func wait(until condition: @escaping @Sendable () -> Bool) async throws {
        let holds = await withCheckedContinuation { continuation in
            DispatchQueue(label: "wait").async {
                for _ in 0..<30_000 {
                    if condition() { return continuation.resume(returning: true) }
                    usleep(2000)
                }
                continuation.resume(returning: false)
            }
        }
        if !holds { throw Child.Failure(reason: "nothing happened for a minute") }
    }
}

/// How often the tests of random faults do it: few times, or `PAPERBUILD_SOAK` times.
let soakCount = ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"].flatMap(Int.init) ?? 8

/// SplitMix64: the same numbers in each run of the tests.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
