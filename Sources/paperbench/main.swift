import Foundation
import Manuscript

// `make bench`: measures the speeds that the project promises and prints them as JSON. No test depends on it.
let report = BenchmarkReport(
    processor: Machine.processor, cores: ProcessInfo.processInfo.activeProcessorCount,
    benchmarks: try SignalBenchmarks.run() + (try await BuildBenchmarks.run()))
print(try readableJSON(report), terminator: "")
