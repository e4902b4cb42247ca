import CairoCanvas
import Plotting

extension CairoCanvas {
    /// Lays out what a figure's JSON file holds.
    public func displayList(figure json: [UInt8]) throws -> DisplayList {
        try displayList(try Chart(json: json))
    }
}
