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
    let panel = try PanelSketch(chart, in: axes.frame, metrics: metrics)
    if panel.isCrowded { return try layoutWithLegendAbove(chart, axes, metrics: metrics) }
    let items = panelItems(chart, panel, frame: axes.frame, axes: axes.items)
    var list = DisplayList(width: chart.style.width, height: chart.style.height, title: chart.title, items: items)
    list.labelsInLegend = panel.labelsInLegend
    return list
}

/// What one frame holds, in drawing order: marks, axes, texts and legend.
///
/// - Parameter axes: the frame's own lines and labels.
func panelItems(
    _ chart: Chart, _ panel: PanelSketch, frame: PlotFrame, axes: [DisplayList.Item]
) -> [DisplayList.Item] {
    let sketches = panel.sketches
    // A label keeps the hatching and the lines of other marks out, so that it can be read anywhere.
    let labels = sketches.flatMap { sketch in
        sketch.labels.map { (id: sketch.id, hole: $0.bounds.grown(by: 1.2 * chart.style.scale)) }
    }
    var legendBox: [TurnedRect] = []
    var legendRows: [TurnedRect] = []
    var backdrop: LegendBackdrop?
    var legendItems: [DisplayList.Item] = []
    if let legend = panel.legend {
        legendBox = [TurnedRect(legend.rect.inset(by: -3 * chart.style.scale))]
        if legend.isOverData {
            let box = LegendBackdrop(
                legend.rect.inset(by: -3 * chart.style.scale), rows: legend.rows,
                over: zip(chart.marks, sketches).map { $0 }, in: frame.rect, style: chart.style)
            legendBox = [TurnedRect(box.rect)]
            backdrop = box
        } else {
            legendRows = legend.rows.map { TurnedRect($0) }
        }
        legendItems = legend.layout.items(in: legend.rect)
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

/// The legend of a panel at its place.
struct PlacedLegend: Sendable {
    let layout: LegendLayout
    let rect: PageRect
    /// What its rows cover, with a margin.
    let rows: [PageRect]
    /// Whether it hides something, and stands in a box.
    let isOverData: Bool

    func hidesLabel(of sketches: [Sketch]) -> Bool {
        let rows = rows.map { TurnedRect($0) }
        return sketches.contains { sketch in
            sketch.labels.contains { label in rows.contains { $0.overlaps(label.bounds) } }
        }
    }

    /// `nil` without entries.
    init?(_ chart: Chart, _ sketches: [Sketch], in frame: PageRect, metrics: some MathFontMetrics) throws {
        let room = LegendLayout.room(frame, chart.style)
        let unplaced = sketches.flatMap { sketch in sketch.unplaced.map { (id: sketch.id, label: $0) } }
        guard let legend = try LegendLayout(chart, within: room.width, unplaced: unplaced, metrics: metrics) else {
            return nil
        }
        layout = legend
        rect = try legend.place(chart.legend.placement, in: frame, avoiding: sketches)
        rows = legend.rowRects(in: rect).map { $0.inset(by: -chart.style.scale) }
        isOverData =
            legend.placement(in: frame, avoiding: sketches).hidden(rect, clearance: LegendPlacement.keptClearance) > 0
    }
}
