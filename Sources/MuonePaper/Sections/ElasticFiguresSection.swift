import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// What MUonE's own measurement says of new bosons.
    static func elasticFigures(_ own: ElasticReachNodes, _ nodes: PhysicsNodes) throws -> PaperSection {
        PaperSection(
            name: "elastic-reach",
            figures: [
                .elasticRate(own), .elasticVector(own), .elasticStrength(own), .elasticFlavour(own),
                .elasticLoop(own, emitted: nodes.reach), .elasticScalar(own), .elasticBinning(own),
            ],
            quantities: ElasticReachNumbers.quantities(own), inputs: try ElasticReachNumbers.inputs(own))
    }
}
