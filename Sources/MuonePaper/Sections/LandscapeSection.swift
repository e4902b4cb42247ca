import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The map of all limits and projections.
    static func landscape(_ landscape: LandscapeNodes) -> Section {
        let curves = LandscapeCurves.node(landscape)
        return Section("landscape") {
            Figure.landscape(curves, landscape.parameters)
            Figure.landscapeZoom(curves, landscape.parameters)
            LandscapeNumbers.quantities(landscape)
            LandscapeNumbers.passages(landscape)
        }
    }
}
