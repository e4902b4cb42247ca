import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// μ → e + boson at tree level, by the couplings of ``MuoniumConversion``.
public enum FlavourViolatingDecay {
    /// The width in GeV for a boson of mass `mass` (GeV, > 0): with p·p′ = (m_μ² + m_e² − m²)/2,
    ///
    ///     Γ = g²|p|/(8π m_μ²) · [4 p·p′ − 8 m_μm_e + 2 (m_μ−m_e)²(p·p′ + m_μm_e)/m²]   vector
    ///     Γ = g²|p|/(8π m_μ²) · 2 (p·p′ + m_μm_e)                                        scalar.
    ///
    /// Zero from m = m_μ − m_e on.
    /// - Throws: ``MuoniumError``.
    public static func width(
        _ mediator: MuoniumConversion.Mediator, mass: Double, coupling: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        guard mass > 0, mass.isFinite else { throw MuoniumError.invalidMass(mass) }
        guard coupling.isFinite else { throw MuoniumError.invalidCoupling(coupling) }
        let (muon, electron) = (inputs.muonMass, inputs.electronMass)
        guard mass < muon - electron else { return .exact(0) }
        let (sum, difference) = (muon + electron, muon - electron)
        let momentum =
            ((sum - mass) * (sum + mass) * (difference - mass) * (difference + mass)).squareRoot() / (2 * muon)
        let product = 0.5 * (muon * muon + electron * electron - mass * mass)
        let squared: Double
        switch mediator {
        case .vector:

            let ratio = difference / mass
            squared = 4 * product - 8 * muon * electron + 2 * ratio * ratio * (product + muon * electron)
        case .scalar:
            squared = 2 * (product + muon * electron)
        }
        let value = coupling * coupling * momentum / (8 * .pi * muon * muon) * squared
        return .closedForm(value, operations: 64 + mass / (difference - mass))
    }
}
