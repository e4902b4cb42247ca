import Foundation
import MuoneParameters

/// What `make bench` prints. Speeds depend on the machine; ratios within one run much less.
struct BenchmarkReport: Encodable {
    var schema = 1
    var processor: String
    var cores: Int
    var optimised = BenchmarkReport.isOptimised
    var benchmarks: [Benchmark]

    private static var isOptimised: Bool {
        #if DEBUG
            false
        #else
            true
        #endif
    }
}

/// One measured figure.
struct Benchmark: Encodable {
    var name: String
    var value: Double
    var unit: String
    /// What is aimed at on a core like the one that the aim was set on.
    var target: Double?
    /// The same work done another way in this run, in the same unit.
    var peer: Peer?

    struct Peer: Encodable {
        var name: String
        var value: Double
        /// How many times faster than the peer.
        var advantage: Double
    }
}

enum Machine {
    /// The processor's name; "unknown" where the system does not tell.
    static var processor: String {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.flatMap { $0.split(separator: ":").last }.map { $0.trimmingCharacters(in: .whitespaces) }
            ?? "unknown"
    }
}

/// Seconds of the fastest of several repetitions, to see past other work on the machine.
func bestTime(repetitions: Int, _ work: () throws -> Double) throws -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<repetitions {
        // The value is used, so that the work cannot be optimised away.
        var value = 0.0
        let time = try clock.measure { value = try work() }
        guard value.isFinite else { continue }
        best = min(best, time / .seconds(1))
    }
    return best
}
