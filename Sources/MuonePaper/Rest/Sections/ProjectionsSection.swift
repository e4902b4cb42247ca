import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit
import Signal

extension Section {
    /// Projections: kaon decays, muon beam dumps, and MUonE with another beam.
    static func projections(_ own: ProjectionsNodes, _ signal: SignalResults) -> Section {
        Section("projections") {
            Figure.kaonBranching(own)
            Figure.kaonReach(own, favoured: signal.band2Sigma)
            Figure.beamDumps(own)
            Figure.secondBeam(own, first: signal.reach)
            ProjectionsNumbers.quantities(own, signal)
            ProjectionsClaims.all(own)
            ProjectionsNumbers.inputs(own)
            PassageNode.captions("kaon", of: [.na62])
            PassageNode.captions("beam-dumps-computed", of: own.beamDumps.map(\.computed))
            PassageNode.captions("beam-dumps-published", of: own.beamDumps.map(\.published))
        }
    }
}
