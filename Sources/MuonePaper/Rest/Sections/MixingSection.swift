import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// Kinetic mixing by the loop of muon and tau, and what reaches the electron through it.
    static func mixing(_ p: PaperParameters) throws -> Section {
        let mixing = MixingNodes(p)
        return try Section("mixing") {
            Figure.kineticMixing(mixing)
            Figure.kineticMixingLimits(mixing)
            Figure.babarFourMuon(mixing)
            MixingNumbers.all(mixing)
            MixingClaims.all(mixing)
            try MixingNumbers.inputs(p)
            PassageNode.captions("mixing", of: mixing.limits.map(\.constraint))
            PassageNode.captions("babar-four-muon", of: [.babarFourMuon])
        }
    }
}
