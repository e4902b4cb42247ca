import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// The hadronic running of α: what MUonE is built to measure.
    static func hadronic(_ p: PaperParameters) throws -> Section {
        let own = HadronicNodes(p)
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
