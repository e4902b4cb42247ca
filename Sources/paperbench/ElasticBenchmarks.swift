import ElasticPhysics
import Foundation
import MuoneParameters
import NumericalMethods
import Reference

/// Speeds of the elastic channel on one core. Each is the best of several repetitions.
enum ElasticBenchmarks {
    static func run() throws -> [Benchmark] {
        let masses = LogarithmicGrid(lower: 1e-3, upper: 10, count: 100)
        let models: [ElasticModel] = [
            .vector(ratio: 1), .vectorFlavour, .scalar(ratio: 1), .scalarFlavour, .lmuLtau,
        ]
        return try models.map { model in
            let curve = ElasticReachCurve(settings: ElasticSettings(), model: model, masses: masses)
            let seconds = try bestTime(repetitions: 5) {
                try curve.compute(()).points.reduce(0) { $0 + ($1?.coupling.value ?? 0) }
            }
            return Benchmark(
                name: "elastic reach at 100 masses, \(model.name)", value: 1e3 * seconds, unit: "ms", target: 200)
        }
    }
}
