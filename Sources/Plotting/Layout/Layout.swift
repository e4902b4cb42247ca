/// Turns a chart into a drawing: a pure function of the chart and the font.
///
/// Everything is clipped to the frame; curves are split where a value is not finite (or not positive on a logarithmic
/// axis); hatching leaves room for labels and the legend.
///
/// - Throws: ``PlottingError`` for ranges, sizes, columns and labels that cannot be drawn.
public func layout(_ chart: Chart, metrics: some MathFontMetrics) throws -> DisplayList {
    try chart.validate()
    if let list = try layoutWithLegendOutside(chart, metrics: metrics) { return list }
    let axes = try AxesLayout(chart, metrics: metrics)
    let items = try panelItems(chart, frame: axes.frame, axes: axes.items, metrics: metrics)
    return DisplayList(width: chart.style.width, height: chart.style.height, title: chart.title, items: items)
}

/// What one frame holds, in drawing order: marks, axes, texts and legend.
///
/// - Parameter axes: the frame's own lines and labels.
func panelItems(
    _ chart: Chart, frame: PlotFrame, axes: [DisplayList.Item], metrics: some MathFontMetrics
) throws -> [DisplayList.Item] {
    let sketches = try sketches(chart, in: frame, metrics: metrics)
    // A label keeps the hatching and the lines of other marks out, so that it can be read anywhere.
    let labels = sketches.flatMap { sketch in
        sketch.labels.map { (id: sketch.id, hole: $0.bounds.grown(by: 1.2 * chart.style.scale)) }
    }
    var legendBox: [TurnedRect] = []
    var legendRows: [TurnedRect] = []
    var backdrop: LegendBackdrop?
    var legendItems: [DisplayList.Item] = []
    let room = LegendLayout.room(frame.rect, chart.style)
    if let legend = try LegendLayout(chart, within: room.width, metrics: metrics) {
        let rect = try legend.place(chart.legend.placement, in: frame.rect, avoiding: sketches)
        legendBox = [TurnedRect(rect.inset(by: -3 * chart.style.scale))]
        let rows = legend.rowRects(in: rect).map { $0.inset(by: -chart.style.scale) }
        let places = legend.placement(in: frame.rect, avoiding: sketches)
        if places.hidden(rect, clearance: LegendPlacement.keptClearance) > 0 {
            let box = LegendBackdrop(
                rect.inset(by: -3 * chart.style.scale), rows: rows, over: zip(chart.marks, sketches).map { $0 },
                in: frame.rect, style: chart.style)
            legendBox = [TurnedRect(box.rect)]
            backdrop = box
        } else {
            legendRows = rows.map { TurnedRect($0) }
        }
        legendItems = legend.items(in: rect)
    }
    var items: [DisplayList.Item] = []
    for layer in Sketch.Layer.allCases {
        for sketch in sketches {
            let holes =
                layer == .hatching
                ? labels.map(\.hole) + legendBox : labels.filter { $0.id != sketch.id }.map(\.hole) + legendRows
            items += sketch.items(layer, hatchWidth: chart.style.hatchWidth, holes: holes)
        }
    }
    items += backdrop?.items ?? []
    items += axes
    items += sketches.flatMap { $0.labels.flatMap(\.items) }
    items += legendItems
    return items
}
