import ElasticPhysics
import HadronicPhysics
import NumericalMethods

/// How well the elastic rate measures the strength of the hadronic vacuum polarisation, its shape known.
///
/// δ = [Σ (∂N/∂ln a)²/(N + (εN)²)]^(−1/2), as Δα_had and a_μ^had are proportional to the strength.
public enum HadronicPrecision {
    /// The relative error of a_μ^had.
    ///
    /// - Parameters:
    ///   - systematic: ε, the relative error of each bin besides its statistics.
    ///   - luminosity: μb⁻¹.
    /// - Throws: ``ElasticError``, and `NumericalError` where an integral does not converge.
    public static func strength(
        rate: ElasticRate, bins: ElasticBins, running: HadronicRunning = .published, systematic: Double = 0,
        luminosity: Double = ElasticDeviation.luminosity
    ) throws -> Estimate {
        let scale = luminosity * rate.microbarns
        var information = Estimate.exact(0)
        for (lower, upper) in zip(bins.edges, bins.edges.dropFirst()) {
            func integral(_ weight: (_ deltaAlpha: Double) -> Double) throws -> Estimate {
                try Quadrature.adaptive(from: lower, to: upper, relativeTolerance: 1e-11) { recoil in
                    let value = running.value(q2: rate.momentumTransferSquared(recoil: recoil))
                    return rate.density(recoil: recoil) * weight(value)
                }.scaled(by: scale)
            }
            let events = try integral { 1 / ((1 - $0) * (1 - $0)) }
            let slope = try integral { 2 * $0 / ((1 - $0) * (1 - $0) * (1 - $0)) }
            information = information + slope.squared / (events + events.scaled(by: systematic).squared)
        }
        return 1 / information.squareRoot()
    }
}
