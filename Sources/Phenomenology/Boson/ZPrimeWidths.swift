import NumericalMethods
import Reference

/// Partial widths of the gauge boson of L_μ−L_τ, at tree level and without mixing, in GeV.
///
///     Γ(ν_ℓ ν̄_ℓ) = g′² m/24π,   Γ(ℓℓ) = (g′² m/12π)(1 + 2m_ℓ²/m²) β_ℓ,   β = √(1 − 4m_ℓ²/m²),
///     Γ(χχ̄) = (g_χ² m/12π)(1 + 2m_χ²/m²) β_χ (Dirac),  g_χ² m β_χ³/48π (complex scalar),  g_χ² m β_χ³/24π (Majorana)
///
/// for each ν_ℓ and ℓ of the second and third family. Zero below a threshold. Neutrinos are massless and left-handed.
public struct ZPrimeWidths: Codable, Hashable, Sendable {
    /// ν_μ and ν_τ together.
    public var neutrinos: Double
    public var muons: Double
    public var taus: Double
    public var darkMatter: Double

    /// - Parameters:
    ///   - mass: of the boson, or the √s at which it is virtual; > 0, GeV.
    ///   - coupling: g′; its square enters.
    ///   - darkMatter: kind, mass (GeV, ≥ 0) and coupling g_χ; none by default.
    /// - Throws: ``WidthError`` for a mass or coupling that is not a number in range.
    public init(
        mass: Double, coupling: Double,
        darkMatter: (kind: DarkMatterKind, mass: Double, coupling: Double)? = nil, inputs: ParticleInputs = .standard
    ) throws {
        guard mass.isFinite, mass > 0 else {
            throw WidthError.massOutOfRange(name: "decaying boson's", value: mass)
        }
        guard coupling.isFinite else { throw WidthError.couplingOutOfRange(name: "g′", value: coupling) }
        let scale = coupling * coupling * mass / (12 * Double.pi)
        neutrinos = scale
        muons = scale * Self.vectorFactor(mass: mass, product: inputs.muonMass)
        taus = scale * Self.vectorFactor(mass: mass, product: inputs.tauMass)
        self.darkMatter = 0
        guard let dark = darkMatter else { return }
        guard dark.mass.isFinite, dark.mass >= 0 else {
            throw WidthError.massOutOfRange(name: "dark matter", value: dark.mass)
        }
        guard dark.coupling.isFinite else { throw WidthError.couplingOutOfRange(name: "g_χ", value: dark.coupling) }
        let darkScale = dark.coupling * dark.coupling * mass / (12 * Double.pi)
        let beta = Self.velocity(mass: mass, product: dark.mass)
        switch dark.kind {
        case .dirac: self.darkMatter = darkScale * Self.vectorFactor(mass: mass, product: dark.mass)
        case .complexScalar: self.darkMatter = darkScale * beta * beta * beta / 4
        case .majorana: self.darkMatter = darkScale * beta * beta * beta / 2
        }
    }

    /// Everything but dark matter.
    public var standardModel: Double { neutrinos + muons + taus }
    /// Γ of the boson, GeV; its error is rounding.
    public var total: Estimate { .closedForm(standardModel + darkMatter, operations: 24) }
    /// Each width over the total; zero for a boson without couplings.
    public var branchingRatios: (neutrinos: Double, muons: Double, taus: Double, darkMatter: Double) {
        let total = standardModel + darkMatter
        guard total > 0 else { return (0, 0, 0, 0) }
        return (neutrinos / total, muons / total, taus / total, darkMatter / total)
    }

    /// Γ(Z′→νν̄) of both flavours over the total width without dark matter, for a mass in GeV (> 0): one below 2 m_μ, a
    /// third far above both thresholds.
    ///
    /// Decays through kinetic mixing are left out: they are suppressed by (e ε/g′)² ≲ 2e-5 with the mixing of the loops.
    public static func invisibleFraction(mass: Double, inputs: ParticleInputs = .standard) -> Double {
        let muons = vectorFactor(mass: mass, product: inputs.muonMass)
        return 1 / (1 + muons + vectorFactor(mass: mass, product: inputs.tauMass))
    }

    /// Γ(Z′→μ⁺μ⁻) over the same; zero below 2 m_μ.
    public static func muonFraction(mass: Double, inputs: ParticleInputs = .standard) -> Double {
        vectorFactor(mass: mass, product: inputs.muonMass) * invisibleFraction(mass: mass, inputs: inputs)
    }

    /// β of either product.
    package static func velocity(mass: Double, product: Double) -> Double {
        let ratio = 2 * product / mass
        return ratio < 1 ? ((1 - ratio) * (1 + ratio)).squareRoot() : 0
    }

    /// (1 + 2r)β for a vector current.
    package static func vectorFactor(mass: Double, product: Double) -> Double {
        let ratio = product / mass
        return (1 + 2 * ratio * ratio) * velocity(mass: mass, product: product)
    }
}
