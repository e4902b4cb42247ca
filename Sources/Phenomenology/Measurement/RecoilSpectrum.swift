import ElasticPhysics
import HadronicPhysics
import Kinematics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The elastic rate dσ/dT as data would have it: the tree-level one with the vacuum polarisation and, optionally, something
/// else. GeV.
struct RecoilSpectrum: Sendable {
    let elastic: ElasticRate
    let polarisation: MeasurementSettings.Polarisation
    private let leptonic: LeptonicRunning

    init(_ settings: MeasurementSettings, beamEnergy: Double? = nil) throws {
        elastic = try ElasticRate(beamEnergy: beamEnergy ?? settings.beamEnergy, inputs: settings.inputs)
        leptonic = try LeptonicRunning(inputs: settings.inputs)
        polarisation = settings.polarisation
    }

    /// The part of Δα that the template takes as known.
    func knownRunning(_ recoil: Double) -> Double {
        polarisation == .full ? leptonic.value(q2: elastic.momentumTransferSquared(recoil: recoil)) : 0
    }

    /// dσ/dT in GeV⁻³ with the vacuum polarisation.
    func rate(_ recoil: Double, _ running: HadronicRunning) -> Double {
        let transfer = elastic.momentumTransferSquared(recoil: recoil)
        return elastic.density(recoil: recoil)
            * ElasticRate.runningFactor(knownRunning(recoil) + running.value(q2: transfer))
    }
}

/// A Gauss rule in ln T over part of a bin: the rate is a smooth function of it, in bins of any width.
struct RecoilRule {
    var recoils: [Double] = []
    /// Include T of dT = T d ln T.
    var weights: [Double] = []

    /// Empty where `upper` is not above `lower`.
    ///
    /// - Parameter refinement: by what the order is multiplied.
    init(from lower: Double, to upper: Double, refinement: Int) {
        guard upper > lower else { return }
        let width = log(upper / lower)
        // A bin from the smallest double to the largest is no wider than 1500.
        let base = 4 + Int(saturating: min((8 * width).rounded(.up), 12_000))
        let rule = GaussLegendre.rule(order: base * refinement * Refinement.factor)
        for (node, weight) in zip(rule.nodes, rule.weights) {
            let recoil = lower * exp(0.5 * width * (1 + node))
            recoils.append(recoil)
            weights.append(0.5 * width * weight * recoil)
        }
    }

    func integrate(_ f: (Double) throws -> Double) rethrows -> Double {
        try zip(recoils, weights).reduce(0) { $0 + $1.1 * (try f($1.0)) }
    }
}
