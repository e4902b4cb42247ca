import Foundation
import Manuscript

// `make bench`: measures the speeds that the project promises and prints them as JSON. No test depends on it.
// `graphbench` and `plotbench` are built beside this program. `paperbench plots` measures the drawing alone.
let folder = URL(filePath: CommandLine.arguments[0]).absoluteURL.deletingLastPathComponent()
let plots = try PlotBenchmarks.run(program: folder.appending(path: "plotbench"))
let isWhole = !CommandLine.arguments.dropFirst().contains("plots")
let report = BenchmarkReport(
    processor: Machine.processor, cores: ProcessInfo.processInfo.activeProcessorCount,
    benchmarks: isWhole
        ? try SignalBenchmarks.run() + ElasticBenchmarks.run() + (try await BuildBenchmarks.run())
            + GraphBenchmarks.run(program: folder.appending(path: "graphbench")) + plots : plots)
print(try readableJSON(report), terminator: "")
