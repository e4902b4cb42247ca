/// The numbers of one mark, or of one level of a contour set, in the form in which two charts are compared.
public struct Series: Hashable, Sendable {
    /// One named column of numbers.
    public struct Column: Hashable, Sendable {
        /// What the numbers are: `x`, `y`, `lower`, `values`.
        public var name: String
        /// In data units, in the order of the mark.
        public var values: [Double]
        /// Numerical error of each value, absolute; of the same length, or `nil` where it is not stated.
        public var error: [Double]?
    }

    /// The mark's id; for a level of a contour set `id/level`.
    public var id: String
    /// The kind of mark: `line`, `band`, `contours`, …
    public var kind: String
    /// The mark's label in the legend, as it is written in the chart.
    public var label: String?
    /// The numbers, column by column.
    public var columns: [Column]

    /// Whether undefined values are drawn as such: the cells of a colour map have a colour for them, a curve only breaks.
    public var mayHaveGaps: Bool { kind == Mark.Kind.colourMap.rawValue }
}

extension Chart {
    /// All series in the order of the marks. Pure annotations (texts and arrows) have no columns and are left out.
    public var series: [Series] {
        marks.flatMap { mark in mark.series }
    }
}

extension Mark {
    var series: [Series] {
        func make(_ label: String?, _ columns: [(String, [Double], [Double]?)]) -> [Series] {
            [
                Series(
                    id: id, kind: kind.rawValue, label: label,
                    columns: columns.map { Series.Column(name: $0.0, values: $0.1, error: $0.2) })
            ]
        }
        switch self {
        case .line(let line): return make(line.label, [("x", line.x, nil), ("y", line.y, line.yError)])
        case .steps(let steps):
            return make(steps.label, [("edges", steps.edges, nil), ("values", steps.values, steps.valueError)])
        case .band(let band):
            return make(
                band.label,
                [("x", band.x, nil), ("lower", band.lower, band.edgeError), ("upper", band.upper, band.edgeError)])
        case .region(let region):
            return make(region.label, [("x", region.x, nil), ("y", region.y, region.yError)])
        case .points(let points):
            return make(points.label, [("x", points.x, nil), ("y", points.y, points.yError)])
        case .rule(let rule):
            return make(rule.label ?? rule.sideLabel?.text, [(rule.axis.rawValue, [rule.value], nil)])
        case .shadedRange(let range):
            return make(range.label, [(range.axis.rawValue, [range.lower, range.upper].compactMap { $0 }, nil)])
        case .contours(let set):
            return set.levels.map { level in
                let x = level.pieces.flatMap(\.x)
                let y = level.pieces.flatMap(\.y)
                let error = level.yError.map { [Double](repeating: $0, count: y.count) }
                return Series(
                    id: "\(set.id)/\(level.value)", kind: kind.rawValue, label: level.label,
                    columns: [
                        Series.Column(name: "x", values: x, error: nil),
                        Series.Column(name: "y", values: y, error: error),
                    ])
            }
        case .colourMap(let map):
            return make(
                map.colours.axis.label, [("x", map.x, nil), ("y", map.y, nil), ("values", map.values, map.valueError)])
        case .filledContours(let filled):
            return filled.levels.map { level in
                Series(
                    id: "\(filled.id)/\(level.value)", kind: kind.rawValue, label: level.label,
                    columns: [
                        Series.Column(name: "x", values: level.rings.flatMap(\.x), error: nil),
                        Series.Column(name: "y", values: level.rings.flatMap(\.y), error: nil),
                    ])
            }
        case .text, .arrow: return []
        }
    }
}
