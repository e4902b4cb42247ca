import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The one-loop contribution of a neutral vector boson to a lepton's anomalous magnetic moment.
///
///     Δa = g² F(m),   F(m) = (1/4π²) ∫₀¹ dx x²(1−x) m_ℓ² / (x² m_ℓ² + (1−x) m²)
///
/// for a vector coupling g to the lepton ℓ, which also runs in the loop (Dev2020, eq. 2.15, equal masses). F falls from
/// 1/8π² for a massless boson to m_ℓ²/12π²m² for a heavy one.
public enum MuonMagneticMoment {
    /// Δa of the muon for a boson of mass `mass` (GeV, ≥ 0) and coupling `coupling` (any sign). A pure number.
    /// - Throws: ``MagneticMomentError``.
    public static func vector(
        mass: Double, coupling: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try vector(mass: mass, coupling: coupling, leptonMass: inputs.muonMass)
    }

    /// Δa of a lepton of mass `leptonMass` (GeV, > 0).
    /// - Throws: ``MagneticMomentError``.
    public static func vector(mass: Double, coupling: Double, leptonMass: Double) throws -> Estimate {
        guard coupling.isFinite else { throw MagneticMomentError.invalidCoupling(coupling) }
        return try loopFunction(mass: mass, leptonMass: leptonMass).scaled(by: coupling * coupling)
    }

    /// F(m), the contribution at unit coupling, in closed form.
    ///
    /// The error is the rounding of the closed form, below 10⁻¹² of the value at every mass ratio.
    /// - Throws: ``MagneticMomentError``.
    public static func loopFunction(mass: Double, leptonMass: Double) throws -> Estimate {
        let ratio = try massRatio(mass: mass, leptonMass: leptonMass)
        let integral = VectorLoopIntegral.closedForm(ratio * ratio)
        return integral.scaled(by: 0.25 / (Double.pi * Double.pi))
    }

    package static func massRatio(mass: Double, leptonMass: Double) throws -> Double {
        guard mass >= 0, mass.isFinite else { throw MagneticMomentError.invalidMass(mass, of: "boson") }
        guard leptonMass > 0, leptonMass.isFinite else {
            throw MagneticMomentError.invalidMass(leptonMass, of: "lepton")
        }
        return mass / leptonMass
    }

    /// The coupling at which a boson of mass `mass` (GeV) contributes `deviation`, a positive pure number.
    /// - Throws: ``MagneticMomentError``; a vector boson cannot explain a negative deviation.
    public static func coupling(
        mass: Double, deviation: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try coupling(mass: mass, deviation: deviation, leptonMass: inputs.muonMass)
    }

    /// As ``coupling(mass:deviation:inputs:)`` for a lepton of mass `leptonMass` (GeV).
    public static func coupling(mass: Double, deviation: Double, leptonMass: Double) throws -> Estimate {
        guard deviation >= 0, deviation.isFinite else { throw MagneticMomentError.invalidDeviation(deviation) }
        return try (deviation / loopFunction(mass: mass, leptonMass: leptonMass)).squareRoot()
    }
}
