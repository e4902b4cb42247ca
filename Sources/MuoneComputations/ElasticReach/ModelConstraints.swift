import CosmologyPhysics
import LimitModel
import MomentPhysics
import Reference

/// A boson that couples to electrons and muons, as the models of the elastic channel have it (Dev2020).
package enum MediatorModel: Codable, Hashable, Sendable {
    /// g_μ to the muon, on the axis, and g_e = ±r² g_μ to the electron.
    case vector(ratio: Double)
    /// g μ̄γ^αe Z_α + h.c.
    case vectorFlavour
    /// As for the vector.
    case scalar(ratio: Double)
    /// y μ̄e φ + h.c.
    case scalarFlavour
}

/// What the boson mostly decays to, where it matters which search sees it.
package enum MediatorDecay: String, Codable, Hashable, Sendable, CaseIterable {
    case invisible
    case visible
}

/// What other experiments say of a ``MediatorModel``.
package enum ModelConstraints {
    /// GeV; of the computed curves.
    package static let masses = 1e-3...10.0

    /// The bands of the muon's magnetic moment, of the given numbers of standard deviations.
    ///
    /// The flavour-changing vector's loop is negative: its band is that of |Δa_μ|, which explains nothing.
    package static func muonBands(
        for model: MediatorModel, measurement: Measurement = MagneticMomentMeasurements.deviationDev2020,
        sigmas: [Double] = [1, 2]
    ) -> [MomentBand] {
        sigmas.map { sigmas in
            switch model {
            case .vector: MomentBand(.vector, loop: .muon, measurement: measurement, sigmas: sigmas)
            case .scalar: MomentBand(.scalar, loop: .muon, measurement: measurement, sigmas: sigmas)
            case .vectorFlavour:
                MomentBand(
                    .vector, loop: .electron, measurement: measurement, sigmas: sigmas, comparison: .magnitude)
            case .scalarFlavour: MomentBand(.scalar, loop: .electron, measurement: measurement, sigmas: sigmas)
            }
        }
    }

    /// GeV: lighter bosons in equilibrium change the abundances of the light elements, whatever the coupling; nil where
    /// the published line is not for the model.
    package static func smallestMass(for model: MediatorModel) -> Double? {
        switch model {
        case .vector, .scalar: EffectiveNeutrinos.publishedMassBound
        case .vectorFlavour, .scalarFlavour: nil
        }
    }
}
