import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// μ e → μ e, MUonE's own measurement, with and without a new boson.
    static func elastic(_ nodes: PhysicsNodes) throws -> PaperSection {
        let own = ElasticNodes(nodes.parameters)
        return PaperSection(
            name: "elastic", quantities: ElasticNumbers.quantities(own),
            claims: ElasticClaims.all(own, strengths: ElasticReachNodes(nodes.parameters).strengths),
            inputs: try ElasticNumbers.inputs())
    }
}
