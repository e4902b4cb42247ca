import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// The muon's magnetic moment: its inputs, their status and what they favour.
    static func magneticMoment(_ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(
            name: "magneticMoment",
            inputs: MagneticMomentText.all(nodes.parameters))
    }
}
