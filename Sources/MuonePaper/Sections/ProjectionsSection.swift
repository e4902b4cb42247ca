import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// Projections: kaon decays and muon beam dumps.
    static func projections(_ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(name: "projections")
    }
}
