import BuildGraph
import ContentHash
import FoundationEssentials
import Glibc
import Synchronization

/// Adds an offset to the sum of its inputs.
struct Constant: Computation {
    var value: Int
    func compute(_ input: ()) -> Int { value }
}

struct Sum: Computation {
    var offset = 0
    func compute(_ input: (Int, Int)) -> Int { input.0 + input.1 + offset }
}

/// Forgets all but the sign, so that most changes upstream stop here.
struct Sign: Computation {
    func compute(_ input: Int) -> Int { input.signum() }
}

struct Render: Computation {
    var title: String
    func compute(_ input: Int) -> Blob { Blob(utf8: "\(title): \(input)\n") }
}

struct Failing: Computation {
    struct Problem: Error, CustomStringConvertible { var description: String { "the integral does not converge" } }
    func compute(_ input: Int) throws -> Int { throw Problem() }
}

let testDigests = CodeDigests(sources: ["BuildGraphTests": "v1"], toolchain: "swift 6")

func makeEngine(
    _ store: any Store, digests: CodeDigests = testDigests, jobs: Int = 2, keepGoing: Bool = false,
    sourceFolder: URL? = nil, observer: @escaping BuildObserver = { _ in }
) -> BuildEngine {
    BuildEngine(
        store: store, digests: digests,
        platform: Platform(architecture: "x", operatingSystem: "linux", library: "libm 1", instructionSets: ["fma"]),
        jobs: jobs, keepGoing: keepGoing, sourceFolder: sourceFolder, observer: observer)
}

/// A new folder that is removed at the end of the scope.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Changes bytes of a file in place and sets its times back to the nanosecond: only the time of the last change of
    /// its status tells.
    func alterInPlace(_ name: String, _ text: String) throws {
        var status = stat()
        stat(path(name), &status)
        let descriptor = open(path(name), O_WRONLY | O_CLOEXEC)
        let bytes = Array(text.utf8)
        guard status.st_size == bytes.count,
            Glibc.write(descriptor, bytes, bytes.count) == bytes.count,
            futimens(descriptor, [status.st_atim, status.st_mtim]) == 0, close(descriptor) == 0
        else { throw CocoaError(.fileWriteUnknown) }
    }

    func text(_ name: String) -> String? {
        (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of all files below a folder, sorted.
    func files(in name: String) throws -> [String] {
        let root = path(name)
        guard FileManager.default.fileExists(atPath: root) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().filter {
            var isFolder = false
            return FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder) && !isFolder
        }
    }
}

/// Collects events.
final class EventLog: Sendable {
    let events = Mutex<[BuildEvent]>([])

    var observer: BuildObserver { { event in self.events.withLock { $0.append(event) } } }

    var warnings: [String] {
        events.withLock { $0.compactMap { if case .warning(let text) = $0 { text } else { nil } } }
    }
}

/// SplitMix64: the same numbers in each run of the tests.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
