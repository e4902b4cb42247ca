import BosonPhysics
import NumericalMethods
import Reference

extension MuonMagneticMoment {
    /// Δa of the muon for a CP-even scalar of mass `mass` (GeV, ≥ 0) with the Yukawa coupling `coupling` (any sign):
    ///
    ///     Δa = (g²/8π²) ∫₀¹ dx (1−x)²(1+x) m_μ² / ((1−x)² m_μ² + x m²)
    ///
    /// (Dev2020, eq. 2.16, equal masses). It falls from 3g²/16π² for a massless scalar to
    /// (g² m_μ²/8π²m²)(ln(m²/m_μ²) − 7/6) for a heavy one. A pure number.
    /// - Throws: ``MagneticMomentError``.
    public static func scalar(
        mass: Double, coupling: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try scalar(mass: mass, coupling: coupling, leptonMass: inputs.muonMass)
    }

    /// Δa of a lepton of mass `leptonMass` (GeV, > 0) that also runs in the loop.
    /// - Throws: ``MagneticMomentError``.
    public static func scalar(mass: Double, coupling: Double, leptonMass: Double) throws -> Estimate {
        guard coupling.isFinite else { throw MagneticMomentError.invalidCoupling(coupling) }
        return try scalarLoopFunction(mass: mass, leptonMass: leptonMass).scaled(by: coupling * coupling)
    }

    /// The scalar's contribution at unit coupling, in closed form. The error is its rounding, below 10⁻¹² of the value.
    /// - Throws: ``MagneticMomentError``.
    public static func scalarLoopFunction(mass: Double, leptonMass: Double) throws -> Estimate {
        let ratio = try massRatio(mass: mass, leptonMass: leptonMass)
        return ScalarLoopIntegral.closedForm(ratio * ratio).scaled(by: 0.125 / (Double.pi * Double.pi))
    }
}
