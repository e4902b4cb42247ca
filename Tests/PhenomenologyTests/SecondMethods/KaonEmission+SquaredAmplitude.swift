@testable import BeamPhysics

extension KaonEmission {
    /// Σ|M|²/(C g m_μ)², summed over spins and polarisations, at s = (k+q)² and `muonInvariant` = (p+q)², GeV².
    /// With this normalisation Σ|M|² of K → μν is 4 C² m_μ² (m_K² − m_μ²).
    func squaredAmplitude(missingMassSquared s: Double, muonInvariant: Double) -> Double {
        let d = muonInvariant - muonSquared
        let (minusTwo, minusOne, zero, one) = coefficients(s)
        return -2 * (minusTwo / (d * d) + minusOne / d + zero + one * d)
    }

    /// The allowed (p+q)², GeV², at a missing mass squared inside ``missingMassSquaredRange``.
    func muonInvariantRange(missingMassSquared s: Double) -> ClosedRange<Double> {
        let (lower, upper, _) = propagatorRange(s)
        return (muonSquared + lower)...max(muonSquared + lower, muonSquared + upper)
    }
}
