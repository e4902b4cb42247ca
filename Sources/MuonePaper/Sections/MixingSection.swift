import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// Kinetic mixing by the loop of muon and tau, and what reaches the electron through it.
    static func mixing(_ nodes: PhysicsNodes) -> PaperSection {
        PaperSection(name: "mixing")
    }
}
