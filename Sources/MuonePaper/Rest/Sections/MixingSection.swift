import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// Kinetic mixing by the loop of muon and tau, and what reaches the electron through it.
    static func mixing(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> Section {
        let mixing = MixingNodes(p, catalogue)
        return try Section("mixing") {
            Figure.kineticMixing(mixing)
            Figure.kineticMixingLimits(mixing)
            Figure.babarFourMuon(mixing)
            MixingNumbers.all(mixing)
            MixingClaims.all(mixing)
            try MixingNumbers.inputs(p)
            Passage.captions("caption/mixing", of: mixing.declarations)
            Passage.captions("caption/babar-four-muon", of: mixing.babarDeclaration)
        }
    }
}
