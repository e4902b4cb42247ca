import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// μ e → μ e, MUonE's own measurement, with and without a new boson.
    static func elastic(_ nodes: ElasticReachNodes) throws -> Section {
        try Section("elastic") {
            ElasticNumbers.quantities(nodes.elastic)
            ElasticClaims.all(nodes.elastic, strengths: nodes.strengths)
            try ElasticNumbers.inputs()
        }
    }
}
