import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// The hadronic running of α: what MUonE is built to measure.
    static func hadronic(_ nodes: PhysicsNodes) throws -> PaperSection {
        let own = HadronicNodes(nodes.parameters)
        return PaperSection(
            name: "hadronic",
            figures: [.elasticCorrelation(own), .hadronicIntegrand(own), .runningRatio(own)],
            quantities: HadronicNumbers.quantities(own), claims: HadronicClaims.all(own),
            inputs: try HadronicNumbers.inputs(own))
    }
}
