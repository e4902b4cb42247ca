import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import PaperKit

extension Section {
    /// What MUonE's own measurement says of new bosons.
    static func elasticFigures(_ own: ElasticReachNodes, emitted: Node<Curve>) throws -> Section {
        try Section("elastic-reach") {
            Figure.elasticRate(own)
            Figure.elasticVector(own)
            Figure.elasticStrength(own)
            Figure.elasticFlavour(own)
            Figure.elasticLoop(own, emitted: emitted)
            Figure.elasticScalar(own)
            Figure.elasticBinning(own)
            ElasticReachNumbers.quantities(own)
            try ElasticReachNumbers.inputs(own)
        }
    }
}
