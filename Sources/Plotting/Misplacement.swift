/// Something in a drawing that a reader would stumble over: what ``Chart/misplacements(metrics:)`` finds.
public struct Misplacement: Hashable, Sendable, CustomStringConvertible {
    /// What a reader would stumble over.
    public enum Kind: String, Sendable {
        /// Two labels stand on each other.
        case overlap
        /// A label leaves the frame.
        case outside
        /// A curve or symbol has points within the axis of `x`, and none of it can be seen.
        case unseen
        /// A label found no room and stands in the legend.
        case inLegend
        /// The legend hides a label.
        case hidden
        /// Another curve runs along under a label.
        case covering
    }

    /// What is wrong.
    public var kind: Kind
    /// The mark's id.
    public var mark: String
    /// Its label, or the other mark with its label.
    public var detail: String

    public var description: String { "\(mark): \(kind.rawValue) (\(detail))" }
}

extension Chart {
    /// Labels that overlap, leave the frame or went into the legend, and marks of which nothing can be seen.
    ///
    /// - Throws: ``PlottingError`` for a chart that cannot be laid out.
    public func misplacements(metrics: some MathFontMetrics) throws -> [Misplacement] {
        try validate()
        return try misplacements(in: try AxesLayout(self, metrics: metrics).frame, metrics: metrics)
    }

    fileprivate func misplacements(
        in frame: PlotFrame, isInGrid: Bool = false, metrics: some MathFontMetrics
    ) throws -> [Misplacement] {
        var panel = try PanelSketch(self, in: frame, metrics: metrics)
        if !isInGrid, panel.isCrowded { panel = try PanelSketch(self, in: frame, hasLegend: false, metrics: metrics) }
        let sketches = panel.sketches
        let crowd = Crowd(sketches, in: frame.rect)
        var found: [Misplacement] = []
        var labels: [(mark: String, text: String, bounds: TurnedRect)] = []
        for (index, (mark, sketch)) in zip(marks, sketches).enumerated() {
            if mark.hasData, !sketch.isVisible, mark.isAbreast(of: x) {
                found.append(Misplacement(kind: .unseen, mark: mark.id, detail: mark.legendLabel ?? mark.id))
            }
            found += sketch.unplaced.map { Misplacement(kind: .inLegend, mark: mark.id, detail: $0.text) }
            for label in sketch.labels {
                let bounds = label.bounds.grown(by: -0.25)
                for other in labels where other.bounds.overlaps(bounds) {
                    found.append(
                        Misplacement(kind: .overlap, mark: mark.id, detail: "\(label.text) on \(other.text)"))
                }
                if !bounds.corners.allSatisfy(frame.rect.contains) {
                    found.append(Misplacement(kind: .outside, mark: mark.id, detail: label.text))
                }
                let covered = crowd.covered(label.bounds, mark: index).others
                if covered > 0.8 * label.box.width + label.box.height {
                    found.append(Misplacement(kind: .covering, mark: mark.id, detail: label.text))
                }
                labels.append((mark.id, label.text, bounds))
            }
        }
        if legend.outside == nil, let legend = panel.legend {
            let rows = legend.rows.map { TurnedRect($0) }
            for label in labels where rows.contains(where: { $0.overlaps(label.bounds) }) {
                found.append(Misplacement(kind: .hidden, mark: label.mark, detail: label.text))
            }
        }
        return found
    }
}

extension ChartGrid {
    /// ``Chart/misplacements(metrics:)`` of every panel; the ids start with the panel's letter.
    public func misplacements(metrics: some MathFontMetrics) throws -> [Misplacement] {
        try checked(metrics) { letter, panel, frame in
            try chart(panel).misplacements(in: frame, isInGrid: true, metrics: metrics).map { misplacement in
                var misplacement = misplacement
                misplacement.mark = "\(letter)/\(misplacement.mark)"
                return misplacement
            }
        }
    }
}

extension Mark {
    /// Whether it has points between the ends of the axis of `x`.
    fileprivate func isAbreast(of x: Axis) -> Bool {
        series.contains { series in
            guard let column = series.columns.first(where: { ["x", "edges"].contains($0.name) }) else { return false }
            return column.values.contains { x.lower < $0 && $0 < x.upper }
        }
    }

    /// Whether it stands for data that a reader expects to see: an area that lies beyond the frame is none.
    fileprivate var hasData: Bool {
        switch self {
        case .line, .steps, .band, .points: true
        case .contours(let set): set.levels.contains { !$0.pieces.isEmpty }
        case .region(let region): region.showsBoundary
        case .rule, .shadedRange, .filledContours, .colourMap, .text, .arrow: false
        }
    }
}

extension Sketch {
    fileprivate var isVisible: Bool {
        (lines + outlines).contains { !$0.paths.isEmpty } || shapes.contains { !$0.paths.isEmpty }
            || areas.contains { !$0.polygons.isEmpty } || hatches.contains { !$0.polygons.isEmpty }
    }
}
