import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// Neutrino tridents.
    static func trident(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> Section {
        let tridents = TridentNodes(p)
        let limits = catalogue.computed
        return try Section("trident") {
            Figure.tridentRatio(tridents)
            Figure.tridentEnergy(tridents)
            TridentNumbers.all(tridents)
            TridentClaims.all(tridents)
            try TridentNumbers.inputs(tridents)
            Passage.captions(
                "caption/trident",
                of: Node(
                    "trident/declarations", collecting: [limits.ccfr.declaration, limits.charmII.declaration]))
        }
    }
}
