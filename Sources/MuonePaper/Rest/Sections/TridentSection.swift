import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// Neutrino tridents.
    static func trident(_ nodes: PhysicsNodes) throws -> Section {
        let tridents = TridentNodes(nodes.parameters)
        let limits = nodes.catalogue.computed
        return try Section("trident") {
            Figure.tridentRatio(tridents)
            Figure.tridentEnergy(tridents)
            TridentNumbers.all(tridents)
            TridentClaims.all(tridents)
            try TridentNumbers.inputs(tridents)
            PassageNode.captions(
                "trident",
                of: Node(
                    "trident/declarations", collecting: [limits.ccfr.declaration, limits.charmII.declaration]))
        }
    }
}
