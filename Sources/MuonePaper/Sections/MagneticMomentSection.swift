import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// The muon's magnetic moment: its inputs, their status and what they favour.
    static func magneticMoment(_ nodes: PhysicsNodes) -> PaperSection {
        let own = MagneticMomentNodes(nodes.parameters)
        return PaperSection(
            name: "magneticMoment",
            figures: [.magneticMomentStatus(own)],
            quantities: MagneticMomentNumbers.quantities(own),
            claims: MagneticMomentClaims.all(own),
            inputs: MagneticMomentText.all(nodes.parameters),
            passages: [MagneticMomentNumbers.table(own)])
    }
}
