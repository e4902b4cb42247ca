import Foundation
import Manuscript

// `make bench`: measures the speeds that the project promises and prints them as JSON. No test depends on it.
// `graphbench`, `plotbench` and `paperbuild` are built beside this program. `paperbench plots` measures the drawing alone,
// `paperbench fits` the fits, `backgrounds` and `limits` those.
let folder = URL(filePath: CommandLine.arguments[0]).absoluteURL.deletingLastPathComponent()
let parts = CommandLine.arguments.dropFirst()
let plots =
    parts.contains { ["fits", "limits", "backgrounds"].contains($0) }
    ? [] : try PlotBenchmarks.run(program: folder.appending(path: "plotbench"))
let isWhole = parts.isEmpty
if parts.contains("limits") || parts.contains("backgrounds") {
    let rows =
        parts.contains("limits")
        ? try LimitBenchmarks.run(program: folder.appending(path: "paperbuild")) : try BackgroundBenchmarks.run()
    print(
        try readableJSON(
            BenchmarkReport(
                processor: Machine.processor, cores: ProcessInfo.processInfo.activeProcessorCount, benchmarks: rows)),
        terminator: "")
    exit(0)
}
let report = BenchmarkReport(
    processor: Machine.processor, cores: ProcessInfo.processInfo.activeProcessorCount,
    benchmarks: isWhole
        ? try SignalBenchmarks.run() + BackgroundBenchmarks.run() + ElasticBenchmarks.run() + FitBenchmarks.run()
            + (try BuildBenchmarks.run(program: folder.appending(path: "paperbuild")))
            + LimitBenchmarks.run(program: folder.appending(path: "paperbuild"))
            + GraphBenchmarks.run(program: folder.appending(path: "graphbench")) + plots
        : parts.contains("fits") ? try FitBenchmarks.run() : plots)
print(try readableJSON(report), terminator: "")
