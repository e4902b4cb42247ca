import BuildGraph
import ElasticPhysics
import Foundation
import HadronicPhysics
import MuoneParameters
@_spi(Solver) import NumericalMethods

/// A fit of the strength of the hadronic running, its shape being fixed, to the expected events, with or without a new boson
/// in them that the fit does not know of.
///
/// χ²(κ) = Σ(N_i(κ) − D_i)²/(D_i + (δD_i)²), D_i the events with the boson: the excess is that over one photon at leading
/// order, without its product with the running, which is below 10⁻³ of it.
public struct HadronicStrengthFit: Computation {
    public var settings: ElasticSettings
    public var running: HadronicRunning
    /// The a_μ^had that κ = 1 stands for: the running is scaled to it. Nil takes the running as it is.
    public var moment: Double?
    /// Nil for the Standard Model's data.
    public var benchmark: ElasticBenchmark?
    /// δ, the relative error per bin that does not fall with the number of events.
    public var systematic: Double
    /// κ of the curve.
    public var strengths: [Double]

    public init(
        settings: ElasticSettings, running: HadronicRunning = .published, moment: Double? = nil,
        benchmark: ElasticBenchmark? = nil, systematic: Double = 0, strengths: [Double] = []
    ) {
        self.settings = settings
        self.running = running
        self.moment = moment
        self.benchmark = benchmark
        self.systematic = systematic
        self.strengths = strengths
    }

    public struct Result: Codable, Hashable, Sendable {
        /// κ at the least χ².
        public var strength: Estimate
        /// How far χ² = χ²_min + 1 lies below and above it.
        public var below: Estimate
        public var above: Estimate
        public var leastChiSquared: Estimate
        /// χ² over κ.
        public var curve: Curve
    }

    /// A running's own a_μ^had is proportional to K.
    private func scaledRunning() throws -> HadronicRunning {
        guard let moment else { return running }
        let own = try HadronicMoment(running: running, inputs: settings.particles).value()
        return running.scaled(by: moment / own.value)
    }

    /// - Throws: ``ElasticError``, ``RunningError``, `NumericalError`.
    public func compute(_ input: ()) throws -> Result {
        let rate = try settings.rate()
        let bins = try ElasticBins(of: rate, count: settings.bins)
        let template = try HadronicTemplate(scaledRunning(), bins: bins, rate: rate)
        let excess =
            try benchmark.map {
                try settings.deviation($0.model, mass: $0.point.mass).excess(coupling: $0.point.coupling)
            } ?? template.moments.map { _ in Estimate.exact(0, as: .bound) }
        let variance = zip(template.events, excess).map { events, excess in
            let data = events + excess.value
            return data + systematic * data * systematic * data
        }
        func chiSquared(_ strength: Double) -> Double {
            zip(zip(template.change(strength), excess), variance).reduce(0) { sum, bin in
                let residual = bin.0.0 - bin.0.1.value
                return sum + residual * residual / bin.1
            }
        }
        func gradient(_ strength: Double) -> Double {
            zip(zip(zip(template.change(strength), template.slope(strength)), excess), variance).reduce(0) {
                $0 + $1.0.0.1 * ($1.0.0.0 - $1.0.1.value) / $1.1
            }
        }
        let information = zip(template.slope(1), variance).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
        let width = 1 / information.squareRoot()
        let best = try RootFinding.brent(in: 0...2, gradient)
        let least = chiSquared(best)
        func edge(_ direction: Double) throws -> Double {
            try RootFinding.brent(from: 0, to: 4 * width) { chiSquared(best + direction * $0) - least - 1 }
        }
        // What wrong integrals move: of the excess, and of the template times its distance from κ = 1.
        let relative = template.relativeError
        let moved = zip(zip(template.slope(best), excess), zip(template.change(best), variance)).reduce(0) {
            $0 + $1.0.0.magnitude * ($1.0.1.error + relative * $1.1.0.magnitude) / $1.1.1
        }
        let shift = moved / information + 0x1p-46
        let scale = 4 * relative + 0x1p-44
        func chiSquaredError(_ value: Double) -> Double {
            2 * (value * information).squareRoot() * shift + scale * value
        }
        func certified(_ value: Double) -> Estimate { Estimate(value, error: scale * value, kind: .bound) }
        let values = strengths.map(chiSquared)
        return Result(
            strength: Estimate(best, error: shift, kind: .bound), below: certified(try edge(-1)),
            above: certified(try edge(1)),
            leastChiSquared: Estimate(least, error: chiSquaredError(least), kind: .bound),
            curve: Curve(
                x: strengths,
                estimates: values.map { value in
                    Estimate(value, error: chiSquaredError(value), kind: .bound)
                }))
    }
}
