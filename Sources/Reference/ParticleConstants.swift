/// A constant of nature as it enters a computation: its value, its uncertainty, its unit and where it was taken from.
public struct Constant: Codable, Hashable, Sendable {
    /// PDG symbol in TeX, without dollar signs: `m_\mu`.
    public var symbol: String
    public var value: Double
    /// One standard deviation, in the same unit; zero where exact by definition, nil where the value is rounded or its source
    /// states another.
    public var uncertainty: Double?
    /// `GeV`, `GeV^-2`, `GeV^2 mb`, `s`, …, or `1`.
    public var unit: String
    public var source: SourceKey

    public init(symbol: String, value: Double, uncertainty: Double?, unit: String, source: SourceKey) {
        self.symbol = symbol
        self.value = value
        self.uncertainty = uncertainty
        self.unit = unit
        self.source = source
    }
}

/// Particle masses and couplings, in GeV and natural units.
public enum ParticleConstants {
    public static let electronMass = Constant(
        symbol: "m_e", value: 0.51099895e-3, uncertainty: 1.5e-13, unit: "GeV", source: "CODATA2018")
    public static let muonMass = Constant(
        symbol: "m_\\mu", value: 0.1056583755, uncertainty: 2.3e-9, unit: "GeV", source: "CODATA2018")
    public static let tauMass = Constant(
        symbol: "m_\\tau", value: 1.77686, uncertainty: 0.12e-3, unit: "GeV", source: "PDG2022")
    /// Thomson limit, which the momentum transfer of MUonE is close to. The letter does not state its value. Rounded: the source
    /// has 137.035999084(21).
    public static let inverseFineStructure = Constant(
        symbol: "\\alpha^{-1}", value: 137.036, uncertainty: nil, unit: "1", source: "CODATA2018")
    /// The running coupling at the mass of the Z: only to compare with, as its value at MUonE's momentum transfers is the one
    /// above. Rounded.
    public static let inverseFineStructureAtMZ = Constant(
        symbol: "\\alpha^{-1}(M_Z)", value: 127.9, uncertainty: nil, unit: "1", source: "PDG2022")
    public static let fermiConstant = Constant(
        symbol: "G_F", value: 1.1663787e-5, uncertainty: 6e-12, unit: "GeV^-2", source: "CODATA2018")
    public static let weakMixingAngleSquared = Constant(
        symbol: "\\sin^2\\theta_W", value: 0.23122, uncertainty: nil, unit: "1", source: "PDG2022")
    /// (ħc)², which turns GeV⁻² into millibarn.
    public static let conversionConstant = Constant(
        symbol: "(\\hbar c)^2", value: 0.389379372, uncertainty: 0, unit: "GeV^2 mb", source: "PDG2022")

    public static let chargedKaonMass = Constant(
        symbol: "m_{K^+}", value: 0.493677, uncertainty: nil, unit: "GeV", source: "PDG2022")
    /// B(K⁺ → μ⁺ν).
    public static let kaonMuonBranchingRatio = Constant(
        symbol: "B(K^+\\to\\mu^+\\nu)", value: 0.6356, uncertainty: 1.1e-3, unit: "1", source: "PDG2022")
    public static let higgsMass = Constant(
        symbol: "m_H", value: 125.25, uncertainty: 0.17, unit: "GeV", source: "PDG2022")
    public static let planckMass = Constant(
        symbol: "M_\\mathrm{Pl}", value: 1.220890e19, uncertainty: 1.4e14, unit: "GeV", source: "PDG2022")
    public static let muonLifetime = Constant(
        symbol: "\\tau_\\mu", value: 2.196_981_1e-6, uncertainty: 2.2e-12, unit: "s", source: "PDG2022")

    // Exact by the definition of the units, but for the digits that are written.
    public static let reducedPlanckConstant = Constant(
        symbol: "\\hbar", value: 6.582_119_569e-25, uncertainty: 0, unit: "GeV s", source: "CODATA2018")
    public static let conversionLength = Constant(
        symbol: "\\hbar c", value: 0.197_326_980_4, uncertainty: 0, unit: "GeV fm", source: "CODATA2018")
    public static let speedOfLight = Constant(
        symbol: "c", value: 2.997_924_58e8, uncertainty: 0, unit: "m/s", source: "CODATA2018")
    public static let avogadroConstant = Constant(
        symbol: "N_A", value: 6.022_140_76e23, uncertainty: 0, unit: "1/mol", source: "CODATA2018")
}
