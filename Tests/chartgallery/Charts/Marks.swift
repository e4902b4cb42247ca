import Foundation
import Plotting

extension Gallery {
    /// Every kind of mark but the colour map, once on linear and once on logarithmic axes.
    static var marks: ChartGrid {
        ChartGrid(
            "Marks", rows: 1, columns: 2,
            panels: [
                markPanel(.linear("$x$", 0...10), .linear("$y$", 0...10)) { $0 },
                markPanel(.log("$x$", 1...1000), .log("$y$", 1...1000)) { pow(10, 0.3 * $0) },
            ], tags: ["(a)", "(b)"], tagCorner: .topRight, legend: .above, style: .wide(height: 230))
    }

    private static func markPanel(_ x: Axis, _ y: Axis, _ value: (Double) -> Double) -> Chart {
        let edges = spaced(0.5, 4.5, 9).map(value)
        let counts = [1.2, 2.0, 3.1, 3.6, 3.2, 2.2, 1.6, 1.0].map(value)
        return Chart("marks", x: x, y: y, style: .revtexColumn) {
            ShadedRange("range", .x, from: value(8.8), label: "range")
            Region(
                "top", x: [0, 3, 6, 10].map(value), y: [9, 8.2, 8, 8.6].map(value), openTowards: .top, label: "region")
            Region(
                "left", x: [0.35, 0.3, 0.4].map(value), y: [0, 4, 8].map(value), openTowards: .left, ink: .purple,
                hatch: .backward)
            Band(
                "band", x: [0, 10].map(value), lower: [5, 5.8].map(value), upper: [5.6, 6.6].map(value),
                role: .favoured, label: "band")
            Steps(
                "steps", edges: edges, values: counts, valueError: counts.map { 0.25 * $0 }, showsErrorBars: true,
                role: .signal, label: "histogram")
            Points(
                "points", x: [5, 6, 7].map(value), y: [3.2, 3.9, 4.4].map(value),
                yError: [3.2, 3.9, 4.4].map { 0.2 * value($0) }, size: 4, role: .reference, label: "points")
            Points(
                "star", x: [8].map(value), y: [7.2].map(value), symbol: .star, size: 9, role: .alternative,
                label: "star")
            Rule("rule", y: value(7.3), to: value(6), label: "rule")
            Arrow("arrow", from: .data(value(5.4), value(2)), to: .data(value(4.1), value(2.6)))
            Text("text", "falls", at: .data(value(5.5), value(1.9)), alignment: .left)
        }
    }
}
