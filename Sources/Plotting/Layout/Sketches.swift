/// What a chart holds inside a frame: its marks with their labels, and its legend.
struct PanelSketch: Sendable {
    let sketches: [Sketch]
    let legend: PlacedLegend?

    /// Labels that found no room.
    var unplaced: [(id: String, label: UnplacedLabel)] {
        sketches.flatMap { sketch in sketch.unplaced.map { (sketch.id, $0) } }
    }

    /// The same as plain text.
    var labelsInLegend: [String] { unplaced.map { MathLabel.plainText($0.label.text) } }

    /// Why the legend, which has labels without room to take in, does not fit into the frame.
    let misfit: PlottingError?

    /// Whether the frame has no room for all labels, nor for a legend with the rest.
    var isCrowded: Bool { !unplaced.isEmpty && (misfit != nil || legend?.isOverData == true) }

    /// The legend stands where it hides least; where it would still hide labels, these look for other places.
    ///
    /// - Parameter hasLegend: false where it stands outside of the frame, with the labels that found no room.
    init(_ chart: Chart, in frame: PlotFrame, hasLegend: Bool = true, metrics: some MathFontMetrics) throws {
        let marks = MarkLayout(frame: frame, style: chart.style, metrics: metrics)
        let bare = try chart.marks.map { try marks.sketch($0) }
        func settled(avoiding taken: [TurnedRect]) -> [Sketch] {
            guard bare.contains(where: { !$0.pending.isEmpty }) else { return bare }
            var sketches = bare
            var search = LabelSearch(frame: frame.rect, style: chart.style, bare, avoiding: taken)
            search.settle(&sketches)
            return sketches
        }
        func legend(_ sketches: [Sketch]) throws -> (PlacedLegend?, PlottingError?) {
            guard hasLegend else { return (nil, nil) }
            do {
                return (try PlacedLegend(chart, sketches, in: frame.rect, metrics: metrics), nil)
            } catch PlottingError.doesNotFit(let what, let needed, let available)
                where sketches.contains(where: { !$0.unplaced.isEmpty })
            {
                return (nil, .doesNotFit(what: what, needed: needed, available: available))
            }
        }
        let first = settled(avoiding: [])
        let (placed, misfit) = try legend(first)
        guard let placed, placed.hidesLabel(of: first) else {
            (sketches, self.legend, self.misfit) = (first, placed, misfit)
            return
        }
        let second = settled(avoiding: [TurnedRect(placed.rect.inset(by: -3 * chart.style.scale))])
        sketches = second
        (self.legend, self.misfit) = try legend(second)
    }
}

/// What the marks of a chart look like inside a frame, in their order, as if there were no legend.
func sketches(_ chart: Chart, in frame: PlotFrame, metrics: some MathFontMetrics) throws -> [Sketch] {
    try PanelSketch(chart, in: frame, hasLegend: false, metrics: metrics).sketches
}
