/// What the marks of a chart look like inside a frame, in their order.
func sketches(_ chart: Chart, in frame: PlotFrame, metrics: some MathFontMetrics) throws -> [Sketch] {
    var marks = MarkLayout(frame: frame, style: chart.style, metrics: metrics)
    // Texts first: labels that find their own place avoid those that have one.
    marks.placed = try chart.marks.flatMap { mark -> [TurnedRect] in
        guard case .text = mark else { return [] }
        var probe = marks
        return try probe.sketch(mark).labels.map(\.bounds)
    }
    var sketches: [Sketch] = []
    sketches.reserveCapacity(chart.marks.count)
    for mark in chart.marks { sketches.append(try marks.sketch(mark)) }
    return sketches
}
