import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology

extension PaperSection {
    /// The map of all limits and projections.
    static func landscape(_ nodes: PhysicsNodes) -> PaperSection {
        let landscape = LandscapeNodes(nodes)
        let curves = LandscapeCurves.node(landscape)
        return PaperSection(
            name: "landscape",
            figures: [
                .landscape(curves, nodes.parameters), .landscapeZoom(curves, nodes.parameters),
            ])
    }
}
