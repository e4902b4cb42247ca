import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The hadronic running of α: what MUonE is built to measure.
    static func hadronic(_ nodes: PhysicsNodes) throws -> Section {
        let own = HadronicNodes(nodes.parameters)
        return try Section("hadronic") {
            Figure.elasticCorrelation(own)
            Figure.hadronicIntegrand(own)
            Figure.runningRatio(own)
            HadronicNumbers.quantities(own)
            HadronicClaims.all(own)
            try HadronicNumbers.inputs(own)
        }
    }
}
