import CairoCanvas
import Plotting

extension CairoCanvas {
    /// Lays out what a figure's JSON file holds.
    package func displayList(figure json: [UInt8]) throws -> DisplayList {
        try displayList(try graphic(json: json))
    }

    /// The layout with this canvas's font.
    package var figureLayout: FigureLayout {
        { json in try displayList(figure: json) }
    }
}
