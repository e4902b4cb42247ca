import Foundation
import MeasurementPhysics
import MuoneParameters
import NumericalMethods

/// The fit of the hadronic running to one pseudo-experiment beside Python's minimisers, and a thousand pseudo-experiments.
enum FitBenchmarks {
    /// The estimated distance to the minimum of χ² at which every fit stops.
    static let tolerance = 1e-6

    struct DifferentFits: Error, CustomStringConvertible {
        var description: String
    }

    /// What the Python program is given: the template's nodes, so that all fits evaluate the same sums, and counts.
    private struct Problem: Encodable {
        var transfers: [Double]
        var weights: [Double]
        var known: [Double]
        var firsts: [Int]
        var counts: [Double]
        var start: [Double]
        /// Expected standard deviations: the units of the parameters.
        var units: [Double]
        var tolerance: Double
    }

    private struct Answer: Decodable {
        var name: String
        var seconds: Double
        var parameters: [Double]
    }

    static func run() throws -> [Benchmark] { try one() + [thousand()] }

    private static func one() throws -> [Benchmark] {
        let fit = try MomentFit(MeasurementSettings(), minimiser: ScoringMinimiser(tolerance: tolerance))
        guard let means = fit.template.events(fit.template.start) else { return [] }
        let counts = try PseudoExperiment(stream: "paperbench", number: 0).counts(means)
        let result = try fit.fit(counts)
        let seconds = try bestTime(repetitions: 50) { try fit.fit(counts).moment }
        let units = result.covariance.diagonal.map { $0.squareRoot() }
        var row = Benchmark(
            name: "fit of K and M to 50 bins of a pseudo-experiment", value: 1e3 * seconds, unit: "ms", target: 1)
        let problem = Problem(
            transfers: fit.template.transfers, weights: fit.template.weights, known: fit.template.known,
            firsts: fit.template.firsts, counts: counts, start: fit.template.start, units: units, tolerance: tolerance)
        let rows = try FitPeers.answers(JSONEncoder().encode(problem)).map { data -> Benchmark in
            let peer = try JSONDecoder().decode(Answer.self, from: data)
            for (index, unit) in units.enumerated() {
                let distance = (peer.parameters[index] - result.parameters[index]) / unit
                guard distance.magnitude < 0.01 else {
                    throw DifferentFits(
                        description: "\(peer.name) finds another minimum, \(distance) standard deviations away")
                }
            }
            row.peer = .init(name: peer.name, value: 1e3 * peer.seconds, advantage: peer.seconds / seconds)
            return row
        }
        return rows.isEmpty ? [row] : rows
    }

    /// On one core.
    private static func thousand() throws -> Benchmark {
        let fit = try MomentFit(MeasurementSettings())
        let seconds = try bestTime(repetitions: 3) {
            let outcomes = (0..<1000).map { PseudoExperiment(stream: "paperbench", number: $0).outcome(of: fit) }
            return try PullSummary(outcomes, truth: fit.expected().moment).width.value
        }
        return Benchmark(name: "1000 pseudo-experiments on one core", value: seconds, unit: "s", target: 10)
    }
}
