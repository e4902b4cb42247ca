import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// Neutrino tridents.
    static func trident(_ p: PaperParameters) throws -> Section {
        let tridents = TridentNodes(p)
        let experiments = [tridents.ccfr.experiment, tridents.charmII.experiment]
        return try Section("trident") {
            Figure.tridentRatio(tridents)
            Figure.tridentEnergy(tridents)
            TridentNumbers.all(tridents)
            TridentClaims.all(tridents)
            try TridentNumbers.inputs(tridents)
            PassageNode.captions(
                "trident",
                of: [
                    .ccfr(neutrinoEnergy: experiments[0].neutrinoEnergy),
                    .charmII(neutrinoEnergy: experiments[1].neutrinoEnergy),
                ])
        }
    }
}
