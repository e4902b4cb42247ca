import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import MuonePaper

/// The whole paper but its typesetting: from an empty cache, and again with nothing to do.
enum BuildBenchmarks {
    static func run() async throws -> [Benchmark] {
        let project = URL(filePath: FileManager.default.currentDirectoryPath)
        let scratch = FileManager.default.temporaryDirectory.appending(path: "paperbench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let paper = try Paper(
            .published, sourceFolder: project, renderer: try Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch, logs: scratch))
        func build() async throws -> Double {
            let engine = BuildEngine(
                store: DiskStore(scratch.appending(path: "cache")), digests: .ofThisProgram, sourceFolder: project)
            let clock = ContinuousClock()
            let start = clock.now
            try await engine.build(outputs: paper.outputs, into: scratch.appending(path: "paper"))
            return start.duration(to: clock.now) / .seconds(1)
        }
        let cold = try await build()
        var null = Double.infinity
        for _ in 0..<10 { null = min(null, try await build()) }
        return [
            Benchmark(name: "all figures and numbers from an empty cache", value: cold, unit: "s", target: 5),
            Benchmark(name: "the same with nothing to do", value: 1e3 * null, unit: "ms"),
        ]
    }
}
