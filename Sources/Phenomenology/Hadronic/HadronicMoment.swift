import BosonPhysics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The hadronic leading-order contribution to the muon's magnetic moment that a running Δα_had gives,
///
///     a_μ^HLO = (α/π) ∫₀¹ dx (1−x) Δα_had[t(x)],   t(x) = −x² m_μ²/(1−x)
///
/// (Abbiendi2022; Dev2020, eq. 2.8).
public struct HadronicMoment: Codable, Hashable, Sendable {
    public let running: HadronicRunning
    public let inputs: ParticleInputs

    /// - Throws: ``RunningError/invalidInputs`` unless the muon's mass and 1/α are finite and positive.
    public init(running: HadronicRunning = .published, inputs: ParticleInputs = .standard) throws(RunningError) {
        guard inputs.muonMass > 0, inputs.muonMass.isFinite, inputs.inverseFineStructure > 0,
            inputs.inverseFineStructure.isFinite
        else { throw .invalidInputs }
        self.running = running
        self.inputs = inputs
    }

    /// (1−x) Δα_had[t(x)], for 0 ≤ x ≤ 1; zero at both ends.
    public func integrand(x: Double) -> Double {
        guard x > 0, x < 1 else { return 0 }
        return (1 - x) * running.value(q2: SpacelikeFraction.momentumTransfer(x: x, muonMass: inputs.muonMass))
    }

    /// a_μ^HLO, to one part in 10¹⁰. The error is a bound.
    /// - Throws: `NumericalError` when the accuracy is out of reach.
    public func value(relativeTolerance: Double = 1e-10) throws -> Estimate {
        try part(from: 0, to: 1, relativeTolerance: relativeTolerance)
    }

    /// The part of a_μ^HLO that comes from x between two ends, within 0 … 1.
    /// - Throws: ``RunningError/invalidFraction(_:)``, and `NumericalError` when the accuracy is out of reach.
    public func part(from lower: Double, to upper: Double, relativeTolerance: Double = 1e-10) throws -> Estimate {
        try weighted(from: lower, to: upper, relativeTolerance: relativeTolerance, running.value(q2:))
    }

    /// The share of a_μ^HLO from below x: what momentum transfers of at most −t(x) measure.
    /// - Throws: as ``part(from:to:relativeTolerance:)``.
    public func share(below x: Double) throws -> Estimate {
        let below = try part(from: 0, to: x)
        let above = try part(from: x, to: 1)
        // b/(b+a) rises with b and falls with a.
        return Estimate.propagated([below, above]) { $0[0] / ($0[0] + $0[1]) }
    }

    /// a_μ^HLO by the timelike dispersion integral
    ///
    ///     (α m_μ/3π)² ∫_{4M}^∞ ds K̂(s) R(s)/s²
    ///
    /// over the R(s) that belongs to the same running: the second method. The error is a bound.
    /// - Throws: `NumericalError` when the accuracy is out of reach.
    public func byDispersion(relativeTolerance: Double = 1e-10) throws -> Estimate {
        let threshold = 4 * running.m
        let prefactor = inputs.fineStructure * inputs.muonMass / (3 * Double.pi)
        // s = 4M/(1−v²) with v = 1 − y.
        let integral = try Quadrature.adaptive(over: 0...1, relativeTolerance: relativeTolerance) { y in
            let s = threshold / (y * (2 - y))
            let ratio = running.crossSectionRatio(s: s, fineStructure: inputs.fineStructure)
            return Self.kernel(s: s, muonMass: inputs.muonMass).value * ratio * 2 * (1 - y) / threshold
        }
        return integral.scaled(by: prefactor * prefactor)
    }

    /// The integral with t(x) = +x² m_μ²/(1−x), as Dev2020's equation 2.3 is printed, and the real part of Δα_had beyond
    /// the threshold: a named variant, to show that the printed sign cannot be meant.
    /// - Throws: `NumericalError` when the accuracy is out of reach.
    public func withPrintedSign(relativeTolerance: Double = 1e-9) throws -> Estimate {
        let threshold = running.loop.threshold
        let kink = try SpacelikeFraction.x(q2: -threshold, muonMass: inputs.muonMass)
        let integral = try Quadrature.adaptive(splitAt: [0, kink, 1], relativeTolerance: relativeTolerance) { x in
            (1 - x) * running.value(q2: -SpacelikeFraction.momentumTransfer(x: x, muonMass: inputs.muonMass))
        }
        return integral.scaled(by: inputs.fineStructure / Double.pi)
    }

    /// K̂(s) = (3s/m_μ²) ∫₀¹ dx x²(1−x)/(x² + (1−x) s/m_μ²): rises slowly from 0.63 at 4m_π² to 1. s > 0 in GeV².
    public static func kernel(s: Double, muonMass: Double) -> Estimate {
        let ratio = s / (muonMass * muonMass)
        return VectorLoopIntegral.closedForm(ratio).scaled(by: 3 * ratio)
    }

    /// (α/π) ∫ dx (1−x) f[t(x)]. Near x = 1 the variable is 1 − x, where f grows like a logarithm.
    func weighted(
        from lower: Double, to upper: Double, relativeTolerance: Double, _ f: (Double) -> Double
    ) throws -> Estimate {
        for x in [lower, upper] where !(x >= 0 && x <= 1) { throw RunningError.invalidFraction(x) }
        guard lower <= upper else { throw RunningError.invalidFraction(lower) }
        let massSquared = inputs.muonMass * inputs.muonMass
        let integral = try Quadrature.adaptive(
            from: 1 - upper, to: 1 - lower, relativeTolerance: relativeTolerance
        ) { y in
            y * f(-(1 - y) * (1 - y) * massSquared / y)
        }
        return integral.scaled(by: inputs.fineStructure / Double.pi)
    }
}
