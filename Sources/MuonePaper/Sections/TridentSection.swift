import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// Neutrino tridents.
    static func trident(_ nodes: PhysicsNodes) throws -> PaperSection {
        let tridents = TridentNodes(nodes.parameters)
        let experiments = [tridents.ccfr.experiment, tridents.charmII.experiment]
        return PaperSection(
            name: "trident", figures: [.tridentRatio(tridents), .tridentEnergy(tridents)],
            quantities: TridentNumbers.all(tridents), claims: TridentClaims.all(tridents),
            inputs: try TridentNumbers.inputs(tridents),
            passages: [
                .captions(
                    "trident",
                    of: [
                        .ccfr(neutrinoEnergy: experiments[0].neutrinoEnergy),
                        .charmII(neutrinoEnergy: experiments[1].neutrinoEnergy),
                    ])
            ])
    }
}
