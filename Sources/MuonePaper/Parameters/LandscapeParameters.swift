import CosmologyPhysics
import NumericalMethods
import TridentPhysics

/// The inputs of the landscape that a reader may change, beyond those of the letter. GeV.
public struct LandscapeParameters: Codable, Hashable, Sendable {
    public var masses = LogarithmicGrid(lower: 0.001, upper: 10, count: 161)
    /// The neutrino energy at which CCFR's cross section is evaluated.
    public var ccfrEnergy = TridentExperiment.ccfr.neutrinoEnergy
    /// The same for CHARM-II.
    public var charmIIEnergy = TridentExperiment.charmII.neutrinoEnergy
    /// A kinetic mixing beside that of the loop.
    public var treeLevelMixing = 0.0
    /// The temperature at which neutrinos leave the plasma.
    public var decouplingTemperature = EffectiveNeutrinos.standardTemperature
    /// The excess of the ⁷Be rate that Borexino's uncertainty allows.
    public var borexinoExcess = 0.08
    /// NA62's background and its relative uncertainty κ. The publication gives B to an order of magnitude.
    public var kaonBackground = 0.0
    public var kaonSystematic = 0.0
    /// m_Z′/m_χ of the thermal targets.
    public var darkMatterRatio = 3.0
    /// The second beam energy for which MUonE's reach is drawn.
    public var secondBeamEnergy = 160.0

    public init() {}

    /// m_Z′ of the text's example of thermal targets, GeV: 90 MeV, or where dark matter would be too light to freeze out the
    /// boson of twice the lightest.
    public var exampleMass: Double {
        let (published, lightest) = (0.09, ThermalTargets.masses.lowerBound)
        return published / darkMatterRatio >= lightest ? published : 2 * lightest * darkMatterRatio
    }
}
