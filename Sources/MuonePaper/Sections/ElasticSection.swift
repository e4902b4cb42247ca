import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// μ e → μ e, MUonE's own measurement, with and without a new boson.
    static func elastic(_ nodes: ElasticReachNodes) throws -> PaperSection {
        PaperSection(
            name: "elastic", quantities: ElasticNumbers.quantities(nodes.elastic),
            claims: ElasticClaims.all(nodes.elastic, strengths: nodes.strengths), inputs: try ElasticNumbers.inputs())
    }
}
