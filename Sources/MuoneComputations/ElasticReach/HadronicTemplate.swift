import ElasticPhysics
import Foundation
import HadronicPhysics
import NumericalMethods

/// The events in MUonE's bins as a function of one number: the strength κ of the hadronic running, whose shape is fixed.
///
/// N_i(κ) = L∫dT dσ₀/dT /(1 − κΔα)² = Σ_n (n+1) κⁿ I_n with I_n = L∫dT dσ₀/dT Δαⁿ: Δα is some 10⁻³, so that what follows
/// n = 4 is below the accuracy of the integrals.
struct HadronicTemplate: Sendable {
    /// By bin, then by n.
    let moments: [[Estimate]]

    /// - Throws: ``ElasticError``, and `NumericalError` where an integral does not converge to 1e-10.
    init(_ running: HadronicRunning, bins: ElasticBins, rate: ElasticRate) throws {
        let perUnit = ElasticDeviation.luminosity * rate.microbarns
        moments = try zip(bins.edges, bins.edges.dropFirst()).map { lower, upper in
            let photon = try rate.integral(from: lower, to: upper).scaled(by: perUnit)
            let others = try (1...4).map { power in
                try Quadrature.adaptive(from: log(lower), to: log(upper), relativeTolerance: 1e-10) { logarithm in
                    let recoil = exp(logarithm)
                    let shift = running.value(q2: rate.momentumTransferSquared(recoil: recoil))
                    return rate.density(recoil: recoil) * recoil * pow(shift, Double(power))
                }.scaled(by: perUnit)
            }
            return [photon] + others
        }
    }

    /// N_i at κ = 1.
    var events: [Double] {
        moments.map { bin in bin.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element.value } }
    }

    /// N_i(κ) − N_i(1), without cancellation.
    func change(_ strength: Double) -> [Double] {
        moments.map { bin in
            (1...4).reduce(0) { $0 + Double($1 + 1) * (pow(strength, Double($1)) - 1) * bin[$1].value }
        }
    }

    /// dN_i/dκ.
    func slope(_ strength: Double) -> [Double] {
        moments.map { bin in
            (1...4).reduce(0) { $0 + Double(($1 + 1) * $1) * pow(strength, Double($1 - 1)) * bin[$1].value }
        }
    }

    /// The relative error of the changes.
    var relativeError: Double { moments.flatMap { $0.dropFirst() }.map(\.relativeError).max() ?? 0 }
}
