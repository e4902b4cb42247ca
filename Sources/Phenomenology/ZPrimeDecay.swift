import Reference

/// The decays of a Z′ of L_μ−L_τ at tree level: two neutrinos, muons and taus.
///
/// Decays through kinetic mixing are left out: they are suppressed by (e ε/g′)² ≲ 2e-5 with the loop-induced mixing.
struct ZPrimeDecay {
    let inputs: ParticleInputs

    /// Γ(Z′→ν ν̄) of both flavours over the total width, for a mass in GeV; one below 2 m_μ.
    ///
    /// In units of g′² m/12π a left-handed neutrino counts ½ and a charged lepton (1 + 2r)√(1−4r), r = m_ℓ²/m².
    func invisibleFraction(mass: Double) -> Double {
        1 / (1 + charged(inputs.muonMass, mass) + charged(inputs.tauMass, mass))
    }

    /// Γ(Z′→μ⁺μ⁻) over the total width; zero below 2 m_μ.
    func muonFraction(mass: Double) -> Double {
        charged(inputs.muonMass, mass) * invisibleFraction(mass: mass)
    }

    /// The width into a pair of leptons in units of that into neutrinos.
    private func charged(_ lepton: Double, _ mass: Double) -> Double {
        let ratio = (lepton / mass) * (lepton / mass)
        guard 4 * ratio < 1 else { return 0 }
        return (1 + 2 * ratio) * (1 - 4 * ratio).squareRoot()
    }
}
