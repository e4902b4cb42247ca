import BuildGraph
import CosmologyPhysics
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import TridentPhysics

extension Section {
    /// The muon's magnetic moment: its inputs, their status and what they favour.
    package static func magneticMoment(_ p: PaperParameters) -> Section {
        let chosen = p.magneticMoment
        // The table of the inputs names its limits: those of a reader are not among them.
        let noTables = Node<[DrawnLimit]>("gminus2/no-tables", collecting: [])
        let limits = limits(p)
        func window(_ input: MagneticMomentInput) -> Node<[FavouredWindow.Window]> {
            Node(
                "gminus2/window-\(input.rawValue)",
                FavouredWindow(
                    particles: p.particles, measurement: input.deviation, sigmas: MagneticMomentTable.sigmas,
                    limits: limits, smallestMass: EffectiveNeutrinos.publishedMassBound,
                    masses: LogarithmicGrid(lower: 1e-3, upper: 10, count: 401)),
                from: noTables)
        }
        let chosenWindow = window(chosen)
        let windows = MagneticMomentInput.allCases.map { $0 == chosen ? chosenWindow : window($0) }
        return Section("magneticMoment") {
            Figure.magneticMomentStatus(p.style())
            MagneticMomentText.parts(p)
            Passage(
                "table/gminus2", from: Node("gminus2/windows", collecting: windows),
                parameters: MagneticMomentInput.allCases
            ) { inputs, windows in
                try MagneticMomentTable.rows(inputs, windows)
            }
            Singlets.parts(p)
            MagneticMomentWindow.claims(chosenWindow, chosen)
        }
    }

    /// What excludes the band where it is excluded; CCFR at the energy that the landscape chooses.
    private static func limits(_ parameters: PaperParameters) -> [Constraint] {
        var experiment = TridentExperiment.ccfr
        experiment.neutrinoEnergy = parameters.landscape.ccfrEnergy
        var ccfr = Constraint.ccfr
        ccfr.boundary = .trident(experiment, from: ccfr.validity.lowerBound, to: ccfr.validity.upperBound)
        return [ccfr, .babarFourMuon, .borexino]
    }
}
