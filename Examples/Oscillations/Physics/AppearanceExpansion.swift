import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// P(ν_μ → ν_e) in matter of constant density to second order in Δm²₂₁/Δm²₃₁ and sin θ₁₃, as publications print it.
/// The truth differs by what the orders left out give: it is no method of this work, but what is compared.
public enum AppearanceExpansion: String, Codable, Sendable, CaseIterable {
    /// With 4 s₁₃² in the leading term and 2 s₁₃ in the next: E. K. Akhmedov et al., JHEP 04 (2004) 078, eq. (3.5), with
    /// the phase of the opposite sign as the channel is the reversed one.
    case strict
    /// With sin² 2θ₁₃ and sin 2θ₁₃ in their places: H. Nunokawa, S. J. Parke and J. W. F. Valle, Prog. Part. Nucl. Phys. 60
    /// (2008) 338, as the technical design report of DUNE prints it.
    case doubled

    public func probability(
        _ mixing: NeutrinoMixing, energy: Double, _ lepton: Lepton = .neutrino, through layer: MatterLayer
    ) -> Double {
        let length = layer.length / MatterConstants.hbarC
        let sign: Double = lepton == .neutrino ? 1 : -1
        let atmospheric = mixing.splitting31 * length / (4 * energy)
        let solar = mixing.splitting21 * length / (4 * energy)
        let matter = sign * layer.potential * length / 2
        func sinTwice(_ sinSquared: Double) -> Double { 2 * (sinSquared * (1 - sinSquared)).squareRoot() }
        let s13 = self == .strict ? 2 * mixing.sinSquared13.squareRoot() : sinTwice(mixing.sinSquared13)
        // sin x / x, also at zero.
        func ratio(_ x: Double) -> Double { x.magnitude < 1e-6 ? 1 - x * x / 6 : sin(x) / x }
        let leading = s13 * ratio(atmospheric - matter) * atmospheric
        let solarPart = sinTwice(mixing.sinSquared12) * ratio(matter) * solar
        return mixing.sinSquared23 * leading * leading
            + sinTwice(mixing.sinSquared23) * leading * solarPart * cos(atmospheric + sign * mixing.phase)
            + (1 - mixing.sinSquared23) * solarPart * solarPart
    }
}
