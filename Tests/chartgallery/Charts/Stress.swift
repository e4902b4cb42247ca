import Foundation
import Plotting

extension Gallery {
    /// Areas between levels with their lines; the levels of a function whose contours are ellipses.
    static var filledContours: Chart {
        func ring(_ level: Double) -> ContourSet.Piece {
            let radius = (6 - level).squareRoot()
            let angles = spaced(0, 2 * .pi, 181)
            var piece = ContourSet.Piece(
                x: angles.map { 0.4 + 1.3 * radius * cos($0) }, y: angles.map { -0.2 + radius * sin($0) })
            piece.x[180] = piece.x[0]
            piece.y[180] = piece.y[0]
            return piece
        }
        let levels: [Double] = [1, 2, 3, 4, 5]
        return Chart(
            "Areas between levels", x: .linear("$a$", -4...4), y: .linear("$b$", -3...3.6),
            legend: Legend(.topRight, columns: 3), style: .column(height: 200)
        ) {
            FilledContours(
                "areas", levels: levels.map { .init($0, rings: [ring($0)], label: "from \(Int($0))") }, upper: 6)
            ContourSet(
                "levels",
                levels: levels.map { ContourSet.Level($0, pieces: [ring($0)], label: "\(Int($0))") },
                role: .reference, ink: .black)
        }
    }

    /// A legend that must stand over points with error bars, and a colour map with values beyond its bar's ends.
    static var stress: ChartGrid {
        let xs = spaced(0.2, 9.8, 33)
        let ys = xs.map { x -> Double in 8.4 - 0.12 * x + 0.4 * sin(7 * x) }
        let points = Chart(
            "Points under a legend", x: .linear("$x$", 0...10), y: .linear("$y$", 0...10), legend: Legend(.topRight),
            style: .revtexColumn
        ) {
            Line("model", x: [0, 10], y: [9.2, 7.2], role: .reference, label: "model")
            Points(
                "points", x: xs, y: ys, yError: xs.map { _ in 1.1 },
                role: .signal, label: "measured values")
            Line("low", x: [0, 10], y: [1, 2], role: .alternative)
        }
        let edges = spaced(0, 10, 41)
        var values: [Double] = []
        for row in 0..<40 {
            for column in 0..<40 { values.append(3 * sin(Double(column) / 6) * cos(Double(row) / 7)) }
        }
        let map = Chart(
            "Values beyond the bar", x: .linear("$x$", 0...10), y: .linear("$y$", 0...10), legend: .hidden,
            style: .revtexColumn
        ) {
            ColourMap(
                "map", x: edges, y: edges,
                values: values,
                colours: ColourScale(.linear("pull", -2...2), ramp: .diverging))
        }
        return ChartGrid(
            "Stress", rows: 1, columns: 2, panels: [points, map], tags: ChartGrid.letters(2), style: .wide(height: 190))
    }

}
