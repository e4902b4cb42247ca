import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// Projections: kaon decays, muon beam dumps, and MUonE with another beam.
    static func projections(_ own: ProjectionsNodes, _ nodes: PhysicsNodes) -> Section {
        Section("projections") {
            Figure.kaonBranching(own)
            Figure.kaonReach(own, favoured: nodes.band2Sigma)
            Figure.beamDumps(own)
            Figure.secondBeam(own, first: nodes.reach)
            ProjectionsNumbers.quantities(own, nodes)
            ProjectionsClaims.all(own)
            ProjectionsNumbers.inputs(own)
            PassageNode.captions("kaon", of: own.kaonDeclaration)
            PassageNode.captions("beam-dumps-computed", of: own.computedDeclarations)
            PassageNode.captions("beam-dumps-published", of: own.publishedDeclarations)
        }
    }
}
