/// A muon beam on a thick target that looks for muons which lose much of their energy to something unseen.
public struct BeamDumpExperiment: Codable, Hashable, Sendable {
    /// Lower case, for commands: `na64mu`.
    public var name: String
    /// GeV.
    public var beamEnergy: Double
    public var muonsOnTarget: Double
    /// TeX symbol of the target's element.
    public var targetSymbol: String
    /// Z.
    public var targetCharge: Double
    /// A, g/mol.
    public var targetMassNumber: Double
    /// g/cm³.
    public var targetDensity: Double
    /// cm.
    public var targetLength: Double
    /// The boson must take at least this fraction of the beam's energy.
    public var minimumEnergyFraction: Double
    /// The number of events at the boundary, at 90 % C.L.
    public var signalEvents: Double

    public init(
        name: String, beamEnergy: Double, muonsOnTarget: Double, targetSymbol: String, targetCharge: Double,
        targetMassNumber: Double, targetDensity: Double, targetLength: Double, minimumEnergyFraction: Double,
        signalEvents: Double
    ) {
        self.name = name
        self.beamEnergy = beamEnergy
        self.muonsOnTarget = muonsOnTarget
        self.targetSymbol = targetSymbol
        self.targetCharge = targetCharge
        self.targetMassNumber = targetMassNumber
        self.targetDensity = targetDensity
        self.targetLength = targetLength
        self.minimumEnergyFraction = minimumEnergyFraction
        self.signalEvents = signalEvents
    }

    /// NA64μ at CERN: 40 radiation lengths of lead.
    public static let na64Mu = BeamDumpExperiment(
        name: "na64mu", beamEnergy: 160, muonsOnTarget: 1e12, targetSymbol: "Pb", targetCharge: 82,
        targetMassNumber: 207.2, targetDensity: 11.35, targetLength: 22.45, minimumEnergyFraction: 0.5,
        signalEvents: 2.3)

    /// The first phase of M³ at Fermilab: 50 radiation lengths of tungsten.
    public static let m3Phase1 = BeamDumpExperiment(
        name: "m3-phase1", beamEnergy: 15, muonsOnTarget: 1e10, targetSymbol: "W", targetCharge: 74,
        targetMassNumber: 183.84, targetDensity: 19.3, targetLength: 17.52, minimumEnergyFraction: 0.4,
        signalEvents: 3)

    /// The second phase of M³, with a thousand times the muons.
    public static let m3Phase2: BeamDumpExperiment = {
        var experiment = m3Phase1
        experiment.name = "m3-phase2"
        experiment.muonsOnTarget = 1e13
        return experiment
    }()

    public static let all: [BeamDumpExperiment] = [.na64Mu, .m3Phase1, .m3Phase2]

    /// Says what is impossible about the values, if anything is.
    func validate() throws(BeamDumpError) {
        let quantities = [
            ("beam energy", beamEnergy), ("number of muons", muonsOnTarget), ("charge Z", targetCharge),
            ("mass number A", targetMassNumber), ("density", targetDensity), ("length", targetLength),
            ("number of signal events", signalEvents),
        ]
        for (what, value) in quantities where !(value.isFinite && value > 0) {
            throw .invalidExperiment("\(name): a \(what) of \(value) is not possible: give a finite number above zero")
        }
        guard minimumEnergyFraction > 0, minimumEnergyFraction < 1 else {
            throw .invalidExperiment(
                "\(name): an energy fraction of \(minimumEnergyFraction) is not possible: give one between 0 and 1")
        }
    }
}
