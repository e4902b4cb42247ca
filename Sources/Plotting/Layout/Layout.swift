/// Turns a chart into a drawing: a pure function of the chart and the font.
///
/// Everything is clipped to the frame; curves are split where a value is not finite (or not positive on a logarithmic
/// axis); hatching leaves room for labels and the legend.
///
/// - Throws: ``PlottingError`` for ranges, sizes, columns and labels that cannot be drawn.
public func layout(_ chart: Chart, metrics: some MathFontMetrics) throws -> DisplayList {
    try chart.validate()
    let axes = try AxesLayout(chart, metrics: metrics)
    var marks = MarkLayout(frame: axes.frame, style: chart.style, metrics: metrics)
    var sketches: [Sketch] = []
    sketches.reserveCapacity(chart.marks.count)
    // Texts first: labels that find their own place avoid those that have one.
    marks.placed = try chart.marks.flatMap { mark -> [TurnedRect] in
        guard case .text = mark else { return [] }
        var probe = marks
        return try probe.sketch(mark).labels.map(\.bounds)
    }
    for mark in chart.marks { sketches.append(try marks.sketch(mark)) }

    var holes = sketches.flatMap { $0.labels.map { $0.bounds.grown(by: 1.5) } }
    var legendItems: [DisplayList.Item] = []
    if let legend = try LegendLayout(chart, metrics: metrics) {
        let rect = legend.place(chart.legend.placement, in: axes.frame.rect, avoiding: sketches)
        holes.append(TurnedRect(rect.inset(by: -3)))
        legendItems = legend.items(in: rect)
    }
    var items = sketches.flatMap { $0.items(hatchWidth: chart.style.hatchWidth, holes: holes) }
    items += axes.items
    items += sketches.flatMap { $0.labels.flatMap(\.items) }
    items += legendItems
    return DisplayList(width: chart.style.width, height: chart.style.height, title: chart.title, items: items)
}
