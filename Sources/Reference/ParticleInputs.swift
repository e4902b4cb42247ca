/// The constants that every prediction starts from, as values that a variant may change. GeV and natural units.
public struct ParticleInputs: Codable, Hashable, Sendable {
    public var electronMass = ParticleConstants.electronMass.value
    public var muonMass = ParticleConstants.muonMass.value
    public var tauMass = ParticleConstants.tauMass.value
    /// 1/α.
    public var inverseFineStructure = ParticleConstants.inverseFineStructure.value
    /// G_F in GeV⁻².
    public var fermiConstant = ParticleConstants.fermiConstant.value
    /// sin²θ_W.
    public var weakMixingAngleSquared = ParticleConstants.weakMixingAngleSquared.value
    /// (ħc)² in GeV² mb.
    public var conversionConstant = ParticleConstants.conversionConstant.value

    public init() {}

    /// The defaults of this project.
    public static let standard = ParticleInputs()

    /// α.
    public var fineStructure: Double { 1 / inverseFineStructure }
}
