import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// Neutrino tridents.
    static func trident(_ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(name: "trident")
    }
}
