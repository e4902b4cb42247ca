import CairoCanvas
import Plotting

extension CairoCanvas {
    /// Lays out what a figure's JSON file holds.
    public func displayList(figure json: [UInt8]) throws -> DisplayList {
        try displayList(try graphic(json: json))
    }

    /// The layout with this canvas's font.
    public var figureLayout: FigureLayout {
        { json in try displayList(figure: json) }
    }
}
