import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The muon's magnetic moment: its inputs, their status and what they favour.
    static func magneticMoment(_ nodes: PhysicsNodes) -> Section {
        let own = MagneticMomentNodes(nodes.parameters, nodes.catalogue)
        return Section("magneticMoment") {
            Figure.magneticMomentStatus(own)
            MagneticMomentNumbers.quantities(own)
            MagneticMomentClaims.all(own)
            MagneticMomentText.all(nodes.parameters)

            MagneticMomentNumbers.table(own)
        }
    }
}
