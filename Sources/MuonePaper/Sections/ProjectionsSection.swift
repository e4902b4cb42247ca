import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// Projections: kaon decays, muon beam dumps, and MUonE with another beam.
    static func projections(_ own: ProjectionsNodes, _ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(
            name: "projections",
            figures: [
                .kaonBranching(own), .kaonReach(own, favoured: nodes.band2Sigma), .beamDumps(own),
                .secondBeam(own, first: nodes.reach),
            ],
            quantities: ProjectionsNumbers.quantities(own, nodes), claims: ProjectionsClaims.all(own),
            passages: ProjectionsNumbers.inputs(own) + [
                .captions("kaon", of: [.na62]),
                .captions("beam-dumps-computed", of: own.beamDumps.map(\.computed)),
                .captions("beam-dumps-published", of: own.beamDumps.map(\.published)),
            ])
    }
}
