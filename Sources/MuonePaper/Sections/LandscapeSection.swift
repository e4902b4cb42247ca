import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// The map of all limits and projections.
    static func landscape(_ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(name: "landscape")
    }
}
