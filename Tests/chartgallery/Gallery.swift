import Foundation
import Plotting

/// Charts that use what charts can do, for looking at and for tests that draw them. One chart a file in `Charts/`.
enum Gallery {
    static var all: [(name: String, graphic: any Graphic)] {
        [
            ("reach-grid", reachGrid), ("reach-grid-column", reachGridColumn), ("spectra-grid", spectraGrid),
            ("spectra-grid-column", spectraGridColumn), ("ratio", ratio), ("free-grid", freeGrid),
            ("symmetric-log", symmetricLog), ("marks", marks), ("colour-map", colourMap), ("colour-grid", colourGrid),
            ("coarse-maps", coarseMaps), ("filled-contours", filledContours), ("stress", stress),
        ]
    }

    static func logSpaced(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
        (0..<count).map { lower * pow(upper / lower, Double($0) / Double(count - 1)) }
    }

    static func spaced(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
        (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
    }
}

extension ChartStyle {
    /// Across both columns of REVTeX's page.
    static func wide(height: Double) -> ChartStyle {
        var style = ChartStyle.revtexColumn
        style.width = 510
        style.height = height
        return style
    }

    static func column(height: Double) -> ChartStyle {
        var style = ChartStyle.revtexColumn
        style.height = height
        return style
    }
}
