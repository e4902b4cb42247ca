import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// The map of all limits and projections.
    static func landscape(_ landscape: LandscapeNodes) -> PaperSection {
        let curves = LandscapeCurves.node(landscape)
        return PaperSection(
            name: "landscape",
            figures: [.landscape(curves, landscape.parameters), .landscapeZoom(curves, landscape.parameters)],
            quantities: LandscapeNumbers.quantities(landscape),
            passages: LandscapeNumbers.passages(landscape))
    }
}
