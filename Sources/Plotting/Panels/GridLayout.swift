/// Turns a grid of charts into one drawing: a pure function of the grid and the font.
///
/// - Throws: ``PlottingError`` for what cannot be drawn; it names the panel by its letter.
public func layout(_ grid: ChartGrid, metrics: some MathFontMetrics) throws -> DisplayList {
    try grid.validate()
    let legend = try GridLegend(grid, metrics: metrics)
    let axes = try GridAxes(grid, legendHeight: legend?.stripHeight ?? 0, metrics: metrics)
    var items: [DisplayList.Item] = []
    var labelsInLegend: [String] = []
    for (index, panel) in grid.panels.enumerated() {
        var chart = grid.chart(panel)
        let frame = axes.frames[index]
        if let tag = grid.tag(index, in: frame.rect, hasBackdrop: panel.hasColourMap) { chart.marks.append(tag) }
        items += try grid.naming(index) {
            let sketch = try PanelSketch(chart, in: frame, metrics: metrics)
            if let misfit = sketch.misfit { throw misfit }
            labelsInLegend += sketch.labelsInLegend
            return panelItems(chart, sketch, frame: frame, axes: axes.panelItems[index])
        }.map { $0.named(in: ChartGrid.letter(index)) }
    }
    items += axes.commonItems
    if let legend { items += try legend.items(axes) }
    var list = DisplayList(width: grid.style.width, height: grid.style.height, title: grid.title, items: items)
    list.labelsInLegend = labelsInLegend
    return list
}

extension ChartGrid {
    /// The panel as it is drawn: with the grid's style, and without a legend where all panels share one.
    func chart(_ panel: Chart) -> Chart {
        var chart = panel
        chart.style = style
        if legend != .eachPanel { chart.legend = .hidden }
        return chart
    }

    /// Says which panel an error is about.
    func naming<Result>(_ index: Int, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as PlottingError {
            throw PlottingError.inPanel(Self.letter(index), error)
        }
    }

    /// The tag as a text inside the frame, clear of the ticks.
    fileprivate func tag(_ index: Int, in frame: PageRect, hasBackdrop: Bool) -> Mark? {
        guard tags.indices.contains(index), !tags[index].isEmpty else { return nil }
        let inset = style.majorTickLength + 2.5
        let x = inset / frame.width
        let y = inset / frame.height
        let (position, alignment): (Position, Text.Alignment) =
            switch tagCorner {
            case .topLeft: (.frame(x, 1 - y), .topLeft)
            case .topRight: (.frame(1 - x, 1 - y), .topRight)
            case .bottomLeft: (.frame(x, y), .bottomLeft)
            case .bottomRight: (.frame(1 - x, y), .bottomRight)
            }
        return .text(Text(Self.tagID, tags[index], at: position, alignment: alignment, hasBackdrop: hasBackdrop))
    }

    /// Marks with this id are refused, so that it is the tag's alone.
    static let tagID = "tag"

    func validate() throws {
        try style.validate()
        let needed = (rows - 1).multipliedReportingOverflow(by: columns)
        guard rows > 0, columns > 0, rows <= 100, columns <= 100, !needed.overflow, panels.count <= rows * columns,
            panels.count > needed.partialValue
        else { throw PlottingError.badGrid(rows: rows, columns: columns, panels: panels.count) }
        func check(_ what: String, _ values: [Double], _ count: Int) throws {
            guard values.isEmpty || (values.count == count && values.allSatisfy { $0 > 0 && $0 < 1e6 }) else {
                throw PlottingError.gridCounts(what: what, count: values.count, needed: count)
            }
        }
        try check("row heights", rowHeights, rows)
        try check("column widths", columnWidths, columns)
        guard tags.isEmpty || tags.count == panels.count else {
            throw PlottingError.gridCounts(what: "tags", count: tags.count, needed: panels.count)
        }
        for (what, gap) in [("gap between rows", rowGap), ("gap between columns", columnGap)] {
            if let gap, !(gap >= 0 && gap < 14400) { throw PlottingError.badSize(what: what, value: gap) }
        }
        for (index, panel) in panels.enumerated() {
            try naming(index) {
                try chart(panel).validate()
                if !tags.isEmpty, panel.marks.contains(where: { $0.id == Self.tagID }) {
                    throw PlottingError.duplicateID(Self.tagID)
                }
            }
            let top = index % columns
            if sharesX, !panel.x.agrees(with: panels[top].x) {
                throw PlottingError.sharedAxisDiffers(
                    axis: "x", panel: Self.letter(index), other: Self.letter(top))
            }
            let first = index - index % columns
            if sharesY, !panel.y.agrees(with: panels[first].y) {
                throw PlottingError.sharedAxisDiffers(
                    axis: "y", panel: Self.letter(index), other: Self.letter(first))
            }
        }
    }
}

extension Axis {
    /// Whether two axes are the same but for their labels.
    fileprivate func agrees(with other: Axis) -> Bool {
        var other = other
        other.label = label
        return self == other
    }
}

extension DisplayList.Item {
    /// The item with its source inside a panel: `b/reach`.
    fileprivate func named(in panel: String) -> DisplayList.Item {
        switch self {
        case .fill(var fill):
            fill.source = "\(panel)/\(fill.source)"
            return .fill(fill)
        case .stroke(var stroke):
            stroke.source = "\(panel)/\(stroke.source)"
            return .stroke(stroke)
        case .glyphs(var run):
            run.source = "\(panel)/\(run.source)"
            return .glyphs(run)
        }
    }
}
