import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// Kinetic mixing by the loop of muon and tau, and what reaches the electron through it.
    static func mixing(_ nodes: PhysicsNodes) throws -> Section {
        let mixing = MixingNodes(nodes.parameters, nodes.catalogue)
        return try Section("mixing") {
            Figure.kineticMixing(mixing)
            Figure.kineticMixingLimits(mixing)
            Figure.babarFourMuon(mixing)
            MixingNumbers.all(mixing)
            MixingClaims.all(mixing)
            try MixingNumbers.inputs(nodes.parameters)
            PassageNode.captions("mixing", of: mixing.declarations)
            PassageNode.captions("babar-four-muon", of: mixing.babarDeclaration)
        }
    }
}
