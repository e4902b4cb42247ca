import Foundation
import Manuscript

// `make bench`: measures the speeds that the project promises and prints them as JSON. No test depends on it.
// `graphbench` is built beside this program.
let graphbench = URL(filePath: CommandLine.arguments[0]).absoluteURL.deletingLastPathComponent().appending(
    path: "graphbench")
let report = BenchmarkReport(
    processor: Machine.processor, cores: ProcessInfo.processInfo.activeProcessorCount,
    benchmarks: try SignalBenchmarks.run() + (try await BuildBenchmarks.run())
        + GraphBenchmarks.run(program: graphbench))
print(try readableJSON(report), terminator: "")
