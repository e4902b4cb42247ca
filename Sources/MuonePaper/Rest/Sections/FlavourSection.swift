import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// Magnetic moments with another lepton in the loop, and muonium: what limits bosons that change the flavour.
    static func flavour(_ nodes: PhysicsNodes) -> Section {
        let moments = MomentNodes(nodes.parameters)
        let limits = ModelLimits.flavourDeclarations(nodes.parameters, nodes.catalogue)
        return Section("flavour") {
            MomentsNumbers.all(moments)
            MomentsClaims.all(moments)
            PassageNode.captions("flavour", of: limits)
        }
    }
}
