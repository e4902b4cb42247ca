import NumericalMethods
import Plotting

extension ContourSet {
    /// The contours of a gridded function. Each level carries the error of its position that comes from the grid
    /// (`ContourLines.error(comparedWith:)`).
    ///
    /// - Parameters:
    ///   - labels: a level's label, set into a gap of its curve.
    ///   - column: labels stand where a level's curve crosses this `x` (the highest crossing), one above the other; a level that
    ///     does not cross it has its label in the middle of its longest curve. As the column stays when the data change, so do
    ///     the labels.
    public init(
        _ id: String, of grid: RectilinearGrid, at levels: [Double], labels: (Double) -> String? = { _ in nil },
        inColumn column: Double? = nil, role: Role = .signal, ink: Ink? = nil, label: String? = nil
    ) {
        let coarse = grid.everySecondNode
        let levels = grid.contours(at: levels).map { contours in
            Level(
                contours.level, pieces: contours.lines.map { Piece(x: $0.x, y: $0.y) },
                yError: coarse.flatMap { contours.error(comparedWith: $0) },
                label: contours.lines.isEmpty ? nil : labels(contours.level),
                anchors: column.flatMap { column in
                    contours.lines.compactMap { $0.highest(at: column) }.max().map { [DataPoint(column, $0)] }
                } ?? [])
        }
        self.init(id, levels: levels, role: role, ink: ink, label: label)
    }
}

extension FilledContours {
    /// The areas between the levels of a gridded function; its holes stay empty.
    ///
    /// - Parameters:
    ///   - levels: ascending; −∞ first fills what is below the others, too.
    ///   - upper: where the last area ends.
    ///   - labels: the label in the legend of the area that starts at a level.
    public init(
        _ id: String, of grid: RectilinearGrid, at levels: [Double], to upper: Double = .infinity,
        labels: (Double) -> String? = { _ in nil }, role: Role = .signal, ink: Ink? = nil
    ) {
        let levels = levels.map { level in
            Level(
                level,
                rings: grid.band(from: level, to: upper).rings.map { ContourSet.Piece(x: $0.x, y: $0.y) },
                label: labels(level))
        }
        self.init(id, levels: levels, upper: upper, role: role, ink: ink)
    }
}

extension Polyline {
    /// The highest place at which the line crosses a column; `nil` if it does not.
    fileprivate func highest(at column: Double) -> Double? {
        zip(x.indices, x.indices.dropFirst()).compactMap { a, b -> Double? in
            guard min(x[a], x[b]) <= column, column <= max(x[a], x[b]) else { return nil }
            return x[a] == x[b] ? max(y[a], y[b]) : y[a] + (column - x[a]) / (x[b] - x[a]) * (y[b] - y[a])
        }.max()
    }
}
