import Amplitudes

/// The flavour of the neutrinos of a pair.
public enum NeutrinoFlavour: String, Codable, Hashable, Sendable, CaseIterable {
    case electron
    case muon
    case tau

    /// g_V and g_A of a charged lepton's line in the four-fermion interaction −(G_F/√2) ν̄γ_α(1 − γ⁵)ν ℓ̄γ^α(g_V − g_Aγ⁵)ℓ:
    /// Z exchange alone, and W exchange too on the line of the neutrino's own flavour (by a Fierz rearrangement, both one more).
    ///
    /// - Parameter sineSquared: sin²θ_W.
    static func couplings(ownFlavour: Bool, sineSquared: Double) -> ChiralCouplings {
        let isospin = ownFlavour ? 0.5 : -0.5
        return ChiralCouplings(vector: isospin + 2 * sineSquared, axial: isospin)
    }
}
