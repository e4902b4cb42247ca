import BuildGraph
import Limits
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
            Passage.captions("caption/kaon", of: own.kaonDeclaration)
            Passage.captions("caption/beam-dumps-computed", of: own.computedDeclarations)
            Passage.captions("caption/beam-dumps-published", of: own.publishedDeclarations)
        }
    }
}
