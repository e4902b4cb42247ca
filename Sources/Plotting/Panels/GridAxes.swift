/// The frames of a grid with their ticks and labels: one left and right edge a column, one top and bottom a row.
struct GridAxes: Sendable {
    /// One a panel.
    let frames: [PlotFrame]
    let panelItems: [[DisplayList.Item]]
    /// The labels that all panels share.
    let commonItems: [DisplayList.Item]
    /// From the first frame to the last.
    let bounds: PageRect
    let page: PageRect
    let style: ChartStyle
    /// The first cell without a panel.
    let emptyCell: PageRect?

    init(_ grid: ChartGrid, legendHeight: Double, metrics: some MathFontMetrics) throws {
        var sizes = try GridSizes(grid, legendHeight: legendHeight, metrics: metrics)
        let frames = grid.panels.enumerated().map { index, panel in
            PlotFrame(panel, rect: sizes.cell(row: index / grid.columns, column: index % grid.columns))
        }
        sizes.dropCollidingLabels(frames)
        let bounds = PageRect(
            left: sizes.columns.first?.start ?? 0, top: sizes.rows.first?.start ?? 0,
            right: sizes.columns.last?.end ?? 0, bottom: sizes.rows.last?.end ?? 0)
        self.frames = frames
        self.bounds = bounds
        style = grid.style
        page = PageRect(left: 0, top: 0, right: grid.style.width, bottom: grid.style.height)
        emptyCell = Self.emptyCell(grid, sizes)
        let columnHasLabel = (0..<grid.columns).map { sizes.yLabelDepth(column: $0) }
        var yLabels: [(column: Int, top: Double, bottom: Double, text: String)] = []
        panelItems = try grid.panels.indices.map { index in
            let panel = sizes.panels[index]
            let frame = frames[index]
            let rect = frame.rect
            var items = AxesLayout.lines(
                frame, grid.style, x: panel.xTicks, y: panel.yTicks, hasHalo: grid.panels[index].hasColourMap)
            for (tick, box) in zip(panel.xTicks.major, panel.xBoxes) {
                guard let box, let x = frame.x(tick.value) else { continue }
                let origin = PagePoint(x - box.width / 2, rect.bottom + grid.style.labelGap + sizes.xTickHeight)
                items += AxesLayout.label(box, origin, 0, tick.label, .center)
            }
            for (tick, box) in zip(panel.yTicks.major, panel.yBoxes) {
                guard let box, let y = frame.y(tick.value) else { continue }
                let origin = PagePoint(
                    rect.left - grid.style.labelGap - box.width, y + sizes.digitHeight / 2)
                items += AxesLayout.label(box, origin, 0, tick.label, .end)
            }
            let baseline =
                rect.bottom + 2 * grid.style.labelGap + sizes.xTickHeight
                + sizes.xLabelHeight(row: index / grid.columns)
            var room = sizes.xLabelRoom(column: index % grid.columns)
            if let box = panel.xOffset, let text = panel.xTicks.offset {
                items += AxesLayout.label(box, PagePoint(rect.right - box.width, baseline), 0, text, .end)
                room.end = rect.right - box.width - grid.style.tickLabelSize
            }
            if let box = panel.yOffset, let text = panel.yTicks.offset {
                items += AxesLayout.label(box, PagePoint(rect.left, rect.top - grid.style.labelGap), 0, text, .start)
            }
            if let label = panel.xLabel {
                guard label.width <= room.width else {
                    throw PlottingError.inPanel(
                        ChartGrid.letter(index),
                        .doesNotFit(
                            what: "the axis label \"\(grid.panels[index].x.label)\"", needed: label.width,
                            available: room.width))
                }
                let centred = (rect.left + rect.right - label.width) / 2
                let x = max(room.start, min(centred, room.end - label.width))
                items += AxesLayout.label(label, PagePoint(x, baseline), 0, grid.panels[index].x.label, .center)
            }
            if let label = panel.yLabel {
                let centred = (rect.top + rect.bottom + label.width) / 2
                let y = max(
                    grid.style.outerMargin + label.width, min(centred, grid.style.height - grid.style.outerMargin))
                let column = index % grid.columns
                let x = rect.left - sizes.left(column: column) + columnHasLabel[column].height
                let clash = yLabels.first {
                    $0.column == column && $0.top < y + 1 && y - label.width < $0.bottom + 1
                }
                guard clash == nil, label.width <= grid.style.height - 2 * grid.style.outerMargin else {
                    throw PlottingError.inPanel(
                        ChartGrid.letter(index),
                        .doesNotFit(
                            what: "the axis label \"\(grid.panels[index].y.label)\"", needed: label.width,
                            available: rect.height))
                }
                yLabels.append((column, y - label.width, y, grid.panels[index].y.label))
                items += AxesLayout.label(label, PagePoint(x, y), .pi / 2, grid.panels[index].y.label, .center)
            }
            return items + (panel.bars?.items(frameRight: rect.right) ?? [])
        }
        commonItems = Self.common(grid, sizes, bounds) + (sizes.commonBars?.items(frameRight: bounds.right) ?? [])
    }

    /// Without the room that the axis of a panel above it takes.
    private static func emptyCell(_ grid: ChartGrid, _ sizes: GridSizes) -> PageRect? {
        let index = grid.panels.count
        guard index < grid.rows * grid.columns else { return nil }
        var cell = sizes.cell(row: index / grid.columns, column: index % grid.columns)
        let above = index - grid.columns
        if grid.sharesX, above >= 0 {
            let label = sizes.panels[above].xLabel.map { $0.height + $0.depth + grid.style.labelGap } ?? 0
            cell.top += 2 * grid.style.labelGap + sizes.xTickHeight + label
        }
        return cell
    }

    /// The labels for all x axes and for all y axes, centred on the panels but on the page.
    private static func common(_ grid: ChartGrid, _ sizes: GridSizes, _ bounds: PageRect) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        let margin = grid.style.outerMargin
        if let text = grid.xLabel, let box = sizes.commonX {
            let centred = (bounds.left + bounds.right - box.width) / 2
            let x = max(margin, min(centred, grid.style.width - margin - box.width))
            let y = bounds.bottom + sizes.below(row: grid.rows - 1) + grid.style.labelGap + box.height
            items += AxesLayout.label(box, PagePoint(x, y), 0, text, .center)
        }
        if let text = grid.yLabel, let box = sizes.commonY {
            let centred = (bounds.top + bounds.bottom + box.width) / 2
            let y = max(margin + box.width, min(centred, grid.style.height - margin))
            items += AxesLayout.label(box, PagePoint(margin + box.height, y), .pi / 2, text, .center)
        }
        return items
    }
}
