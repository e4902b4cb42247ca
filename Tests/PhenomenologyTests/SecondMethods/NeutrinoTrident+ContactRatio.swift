import NumericalMethods
import Reference

@testable import TridentPhysics

extension NeutrinoTrident {
    /// σ/σ_SM of a boson so heavy that its propagator is 1/m², for massless muons:
    ///
    ///     R = [(1 + 4s_W² + 2v²/v_φ²)² + 1] / [1 + (1 + 4s_W²)²].
    ///
    /// Without a mass the vector and the axial current of the muon give the same cross section, and energy and nucleus
    /// drop out (Altmannshofer2014).
    /// - Parameter scale: v_φ = m/g′ in GeV, positive.
    static func contactRatio(scale: Double, inputs: ParticleInputs = .standard) -> Estimate {
        contactRatio(scale: scale, inputs: inputs, axialShare: .exact(1))
    }

    /// The same with all of the muon mass, with which the axial current counts for more (``axialShare``).
    func contactRatio(scale: Double) -> Estimate {
        Self.contactRatio(scale: scale, inputs: inputs, axialShare: axialShare)
    }

    private static func contactRatio(scale: Double, inputs: ParticleInputs, axialShare: Estimate) -> Estimate {
        let vector = 0.5 + 2 * inputs.weakMixingAngleSquared
        let shift = vacuumSquared(inputs) / (scale * scale)
        return axialShare.mapped(operations: 32) { axialShare in
            let total = vector * vector + 0.25 * axialShare
            return 1 + shift * (2 * vector + shift) / total
        }
    }
}
