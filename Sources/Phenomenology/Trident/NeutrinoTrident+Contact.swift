import NumericalMethods
import Reference

extension NeutrinoTrident {

    /// The largest v_φ = m/g′ (GeV) that a rate of `maximumRatio` excludes, for massless muons.
    /// - Throws: ``TridentError/noAllowedCoupling(maximumRatio:)`` for a ratio that is not above one.
    public static func contactScale(maximumRatio: Double, inputs: ParticleInputs = .standard) throws -> Estimate {
        try contactScale(
            maximumRatio: maximumRatio, inputs: inputs, axialShare: .exact(1))
    }

    /// The largest v_φ = m/g′ (GeV) that the experiment excludes, with all of the muon mass. As the boson gets heavy,
    /// the mass over the coupling of ``limit(mass:)`` approaches it.
    public func contactScale() throws -> Estimate {
        try Self.contactScale(maximumRatio: experiment.maximumRatio, inputs: inputs, axialShare: axialShare)
    }

    /// σ_A/σ_V, the cross sections per squared coupling: one without a muon mass, larger with it.
    public var axialShare: Estimate {
        let (vector, axial) = crossSectionsPerCoupling
        return axial / vector
    }

    private static func contactScale(
        maximumRatio: Double, inputs: ParticleInputs, axialShare: Estimate
    ) throws -> Estimate {
        guard maximumRatio > 1, maximumRatio.isFinite else {
            throw TridentError.noAllowedCoupling(maximumRatio: maximumRatio)
        }
        let vector = 0.5 + 2 * inputs.weakMixingAngleSquared
        return axialShare.mapped(operations: 32) { axialShare in
            let excess = (maximumRatio - 1) * (vector * vector + 0.25 * axialShare)
            let root = (vector * vector + excess).squareRoot()
            // The positive root of x² + 2 C_V x = excess, without cancellation.
            let shift = excess / (vector + root)
            return (vacuumSquared(inputs) / shift).squareRoot()
        }
    }

    static func vacuumSquared(_ inputs: ParticleInputs) -> Double {
        1 / (2.0.squareRoot() * inputs.fermiConstant)
    }
}
