/// The drawing with the legend beside or over the frame, where the chart allows it and no place inside is free of data;
/// `nil` otherwise.
func layoutWithLegendOutside(_ chart: Chart, metrics: some MathFontMetrics) throws -> DisplayList? {
    guard chart.legend.placement == .automatic, let side = chart.legend.outside else { return nil }
    let frame = try AxesLayout(chart, metrics: metrics).frame
    let room = LegendLayout.room(frame.rect, chart.style).width
    guard let inside = try LegendLayout(chart, within: room, metrics: metrics) else { return nil }
    let drawn = try PanelSketch(chart, in: frame, hasLegend: false, metrics: metrics).sketches
    let places = inside.placement(in: frame.rect, avoiding: drawn)
    if inside.misfit(in: places.room) == nil, places.best(preferring: chart.legend.preferred).cost.data == 0 {
        return nil
    }
    // Beside the frame an entry may take a third of the figure.
    let widest = side == .right ? chart.style.width / 3 : room
    guard let legend = try LegendLayout(chart, within: widest, metrics: metrics) else { return nil }
    let gap = chart.style.legendSize * 0.75
    var inner = chart
    inner.legend = .hidden
    switch side {
    case .right: inner.style.width -= legend.width + gap
    case .above: inner.style.height -= legend.height + gap / 2
    }
    guard inner.style.width > 0, inner.style.height > 0 else {
        throw PlottingError.doesNotFit(
            what: "the legend outside the frame", needed: side == .right ? legend.width : legend.height,
            available: side == .right ? chart.style.width : chart.style.height)
    }
    let innerFrame = try AxesLayout(inner, metrics: metrics).frame.rect
    var list = try layout(inner, metrics: metrics)
    let place: PageRect
    switch side {
    case .right:
        if legend.height > chart.style.height {
            throw PlottingError.doesNotFit(
                what: "the height of the legend", needed: legend.height, available: chart.style.height)
        }
        place = PageRect(left: 0, top: 0, right: legend.width, bottom: legend.height)
            .moved(inner.style.width + gap / 2, min(innerFrame.top, chart.style.height - legend.height))
    case .above:
        if legend.width > chart.style.width {
            throw PlottingError.doesNotFit(
                what: "the width of the legend", needed: legend.width, available: chart.style.width)
        }
        list = list.moved(0, legend.height + gap / 2)
        // Centred over the frame, but on the page.
        let left = (innerFrame.left + innerFrame.right - legend.width) / 2
        place = PageRect(left: 0, top: 0, right: legend.width, bottom: legend.height)
            .moved(min(max(left, 0), chart.style.width - legend.width), gap / 4)
    }
    list.width = chart.style.width
    list.height = chart.style.height
    list.items += legend.items(in: place)
    return list
}

/// The drawing with its legend, and the labels that found no room, over the frame: the page grows by them, so that the frame
/// and all that is in it stay as they are.
func layoutWithLegendAbove(
    _ chart: Chart, _ axes: AxesLayout, metrics: some MathFontMetrics
) throws -> DisplayList {
    let panel = try PanelSketch(chart, in: axes.frame, hasLegend: false, metrics: metrics)
    let page = chart.style.width - 2 * chart.style.outerMargin
    // As many columns as fit without breaking a label.
    var legend: LegendLayout?
    for columns in [3, 2, 1] {
        var listing = chart
        listing.legend.columns = columns
        listing.legend.wrap = nil
        legend = try LegendLayout(
            listing, within: columns == 1 ? page : nil, unplaced: panel.unplaced, metrics: metrics)
        if let legend, legend.width <= page { break }
    }
    let items = panelItems(chart, panel, frame: axes.frame, axes: axes.items)
    var list = DisplayList(
        width: chart.style.width, height: chart.style.height, title: chart.title, items: items)
    list.labelsInLegend = panel.labelsInLegend
    guard let legend else { return list }
    let gap = chart.style.legendSize * 0.75
    list = list.moved(0, legend.height + gap / 2)
    list.height += legend.height + gap / 2
    let frame = axes.frame.rect
    let left = (frame.left + frame.right - legend.width) / 2
    list.items += legend.items(
        in: PageRect(left: 0, top: 0, right: legend.width, bottom: legend.height)
            .moved(min(max(left, 0), max(0, chart.style.width - legend.width)), gap / 4))
    return list
}

extension DisplayList {
    /// The drawing shifted on its page.
    func moved(_ x: Double, _ y: Double) -> DisplayList {
        func moved(_ point: PagePoint) -> PagePoint { PagePoint(point.x + x, point.y + y) }
        func moved(_ paths: [Path]) -> [Path] {
            paths.map { Path($0.points.map { moved($0) }, isClosed: $0.isClosed) }
        }
        var result = self
        result.items = items.map { item in
            switch item {
            case .fill(var fill):
                fill.paths = moved(fill.paths)
                return .fill(fill)
            case .stroke(var stroke):
                stroke.paths = moved(stroke.paths)
                return .stroke(stroke)
            case .glyphs(var run):
                run.origin = moved(run.origin)
                return .glyphs(run)
            }
        }
        return result
    }
}
