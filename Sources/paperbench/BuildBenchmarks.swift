import BuildGraph
import Foundation
import Manuscript
import Reference

/// The paper: all but its typesetting from an empty cache, and the whole of it, as people run it, with nothing to do.
enum BuildBenchmarks {
    /// Repetitions of a build with nothing to do, of which the median counts.
    private static let repetitions = 15

    private struct NoSnapshot: Error, CustomStringConvertible {
        var description: String {
            "the paper's build with nothing to do leaves no snapshot: what is measured is not it"
        }
    }

    /// - Parameter program: the built `paperbuild`.
    static func run(program: URL) throws -> [Benchmark] {
        let project = URL(filePath: FileManager.default.currentDirectoryPath)
        let scratch = FileManager.default.temporaryDirectory.appending(path: "paperbench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let store = DiskStore(scratch.appending(path: "cache"))
        func build(_ targets: String...) throws -> Double {
            try MeasuredProcess(
                [program.path, "build"] + targets + [
                    "--cache", scratch.appending(path: "cache").path, "--output", scratch.appending(path: "paper").path,
                ], in: project
            ).seconds
        }
        let cold = try build("figures", "numbers")
        // Once for the PDF, and again until what was written just now can be told by its stamp.
        for _ in 0..<3 { _ = try build() }
        guard store.hasSnapshot else { throw NoSnapshot() }
        var null: [Double] = []
        for _ in 0..<repetitions { null.append(try build()) }
        guard store.hasSnapshot else { throw NoSnapshot() }
        return [
            Benchmark(name: "all figures and numbers from an empty cache", value: cold, unit: "s", target: 5),
            Benchmark(
                name: "paperbuild with nothing to do, the whole process", value: 1e3 * null.sorted()[repetitions / 2],
                unit: "ms"),
        ]
    }
}
