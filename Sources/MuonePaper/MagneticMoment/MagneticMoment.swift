import BuildGraph
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import PaperKit

extension Section {
    /// The muon's magnetic moment: its inputs, their status and what they favour.
    package static func magneticMoment(_ p: PaperParameters, _ catalogue: LimitCatalogue) -> Section {
        func search(_ input: MagneticMomentInput) -> WindowSearch {
            WindowSearch(measurement: input.deviation, sigmas: MagneticMomentTable.sigmas)
        }
        // The table of the inputs names its limits: those of a reader are not among them.
        let lost = catalogue.lostMasses(
            Dictionary(uniqueKeysWithValues: MagneticMomentInput.allCases.map { ($0.rawValue, search($0)) }),
            on: .momentWindows, in: "gminus2/windows", withSupplied: false)
        func window(_ input: MagneticMomentInput) -> Node<[FavouredWindow.Window]> {
            Node(
                "gminus2/window-\(input.rawValue)", FavouredWindow(search(input), name: input.rawValue), from: lost)
        }
        let chosen = window(p.magneticMoment)
        let windows = MagneticMomentInput.allCases.map { $0 == p.magneticMoment ? chosen : window($0) }
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
            MagneticMomentWindow.claims(chosen, p.magneticMoment)
        }
    }
}
