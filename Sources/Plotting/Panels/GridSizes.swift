/// How a grid divides the page: margins from what must fit into them, the rest for the frames.
struct GridSizes: Sendable {
    /// A stretch of the page along one direction.
    struct Span: Hashable, Sendable {
        var start: Double
        var end: Double
        var width: Double { end - start }
    }

    /// The ticks and labels of one panel; a label that is not shown is `nil`.
    struct Panel: Sendable {
        var xTicks = Ticks(major: [], minor: [])
        var yTicks = Ticks(major: [], minor: [])
        var xBoxes: [MathLabelBox?] = []
        var yBoxes: [MathLabelBox?] = []
        var xLabel: MathLabelBox?
        var yLabel: MathLabelBox?
        /// Under the right end of the x axis, and over the top of the y axis.
        var xOffset: MathLabelBox?
        var yOffset: MathLabelBox?
        var bars: ColourBars?
        var showsX: Bool
        var showsY: Bool
    }

    private(set) var panels: [Panel]
    private(set) var rows: [Span] = []
    private(set) var columns: [Span] = []
    /// The colour bars of all panels.
    private(set) var commonBars: ColourBars?
    let commonX: MathLabelBox?
    let commonY: MathLabelBox?
    let xTickHeight: Double
    let digitHeight: Double
    private let grid: ChartGrid

    init(_ grid: ChartGrid, legendHeight: Double, metrics: some MathFontMetrics) throws {
        let style = grid.style
        func set(_ text: String, _ size: Double) throws -> MathLabelBox {
            try MathLabel.layout(text, size: size, metrics: metrics)
        }
        self.grid = grid
        digitHeight = try set("0", style.tickLabelSize).height
        xTickHeight = try set("$10^{3}$", style.tickLabelSize).height
        commonX = try grid.xLabel.map { try set($0, style.axisLabelSize) }
        commonY = try grid.yLabel.map { try set($0, style.axisLabelSize) }
        for (text, box, length) in [(grid.xLabel, commonX, style.width), (grid.yLabel, commonY, style.height)] {
            guard let text, let box, box.width > length - 2 * grid.style.outerMargin else { continue }
            throw PlottingError.doesNotFit(
                what: "the axis label \"\(text)\"", needed: box.width, available: length - 2 * grid.style.outerMargin)
        }
        panels = try grid.panels.enumerated().map { index, panel in
            try grid.naming(index) {
                let hasPanelBelow = index + grid.columns < grid.panels.count
                var result = Panel(
                    showsX: !(grid.sharesX && hasPanelBelow), showsY: !(grid.sharesY && index % grid.columns > 0))
                if result.showsX, grid.xLabel == nil { result.xLabel = try set(panel.x.label, style.axisLabelSize) }
                if result.showsY, grid.yLabel == nil { result.yLabel = try set(panel.y.label, style.axisLabelSize) }
                return result
            }
        }
        try divideHeight(legendHeight: legendHeight)
        try makeBars(metrics)
        for (index, panel) in grid.panels.enumerated() {
            let row = rows[index / grid.columns]
            let ticks = AxesLayout.verticalTicks(panel.y, bottom: row.end, top: row.start, size: style.tickLabelSize)
            panels[index].yTicks = ticks
            if panels[index].showsY {
                panels[index].yOffset = try ticks.offset.map { try set($0, style.tickLabelSize) }
            }
            panels[index].yBoxes = try ticks.major.map {
                panels[index].showsY ? try set($0.label, style.tickLabelSize) : nil
            }
        }
        // The widths of the frames decide on the x ticks, whose labels reach beyond the frames.
        try divideWidth(overhang: Array(repeating: 0, count: grid.columns))
        try chooseXTicks(set: set)
        for _ in 0..<2 {
            try divideWidth(overhang: (0..<grid.columns).map(overhang))
            try chooseXTicks(set: set)
        }
    }

    func cell(row: Int, column: Int) -> PageRect {
        PageRect(
            left: columns[column].start, top: rows[row].start, right: columns[column].end, bottom: rows[row].end)
    }

    // MARK: Heights

    /// What stands under the frames of a row: tick labels and axis labels. Under an empty cell there is room anyway.
    func below(row: Int) -> Double {
        let shown = shownX(row: row)
        guard !shown.isEmpty else { return 0 }
        let label = shown.flatMap { index in
            let offset = Ticks.Offset(grid.panels[index].x) == nil ? nil : xTickHeight
            return [panels[index].xLabel.map { $0.height + $0.depth }, offset].compactMap(\.self)
        }.max()
        return grid.style.labelGap + xTickHeight + (label.map { $0 + grid.style.labelGap } ?? 0)
    }

    func xLabelHeight(row: Int) -> Double {
        shownX(row: row).compactMap { panels[$0].xLabel?.height }.max() ?? xTickHeight
    }

    private func shownX(row: Int) -> [Int] {
        let all = panels.indices.filter { $0 / grid.columns == row && panels[$0].showsX }
        guard row < grid.rows - 1 else { return all }
        let overPanel = all.filter { $0 + grid.columns < panels.count }
        return overPanel.isEmpty && grid.rows > 1 ? [] : all
    }

    /// What the offsets of the y axes of a row need above it.
    private func offsetHeight(row: Int) -> Double {
        panels.indices.filter { $0 / grid.columns == row }.flatMap { index in
            (panels[index].showsY ? [grid.panels[index].y] : []) + grid.panels[index].colourScales.map(\.axis)
        }.map { AxesLayout.offsetHeight($0, tickHeight: xTickHeight, grid.style) }.max() ?? 0
    }

    private mutating func makeBars(_ metrics: some MathFontMetrics) throws {
        guard let top = rows.first?.start, let bottom = rows.last?.end else { return }
        var scales: [ColourScale] = []
        for (index, panel) in grid.panels.enumerated() where !panel.colourScales.isEmpty {
            let row = rows[index / grid.columns]
            if grid.sharesColourBar {
                scales += panel.colourScales.filter { !scales.contains($0) }
            } else {
                panels[index].bars = try ColourBars(
                    panel.colourScales, of: [panel], span: row.start...row.end, style: grid.style, metrics: metrics)
            }
        }
        if !scales.isEmpty {
            commonBars = try ColourBars(
                scales, of: grid.panels, span: top...bottom, style: grid.style, metrics: metrics)
        }
    }

    private func barsWidth(column: Int) -> Double {
        stride(from: column, to: panels.count, by: grid.columns).compactMap { panels[$0].bars?.width }.max() ?? 0
    }

    private mutating func divideHeight(legendHeight: Double) throws {
        let style = grid.style
        let half = digitHeight / 2 + style.scale
        // An exponent rises above the digits that are centred on the tick.
        let high = grid.panels.contains { $0.y.scale != .linear } ? xTickHeight - digitHeight / 2 + style.scale : half
        let top =
            max(grid.style.outerMargin, high) + style.frameWidth / 2 + (grid.legend == .above ? legendHeight : 0)
            + offsetHeight(row: 0)
        var bottom = style.height - grid.style.outerMargin - below(row: grid.rows - 1)
        if let commonX { bottom -= grid.style.labelGap + commonX.height + commonX.depth }
        if grid.legend == .below { bottom -= legendHeight }
        let gaps = (0..<grid.rows - 1).map { row in
            below(row: row) + (grid.rowGap ?? (grid.sharesX ? 0 : half + high + 2 * style.scale))
                + offsetHeight(row: row + 1)
        }
        rows = try Self.divide(
            Span(start: top, end: bottom), gaps, weights: grid.rowHeights, count: grid.rows, what: "height",
            total: style.height)
    }

    // MARK: Widths

    /// What stands left of the frames of a column.
    func left(column: Int) -> Double {
        let shown = stride(from: column, to: panels.count, by: grid.columns).filter { panels[$0].showsY }
        guard !shown.isEmpty else { return 0 }
        let ticks = shown.flatMap { panels[$0].yBoxes.compactMap { $0?.width } }.max() ?? 0
        let label = yLabelDepth(column: column)
        return (label.height + label.depth > 0 ? label.height + label.depth + grid.style.labelGap : 0) + ticks
            + grid.style.labelGap
    }

    /// The largest extents of the y labels of a column, whose baselines are one line.
    func yLabelDepth(column: Int) -> (height: Double, depth: Double) {
        let labels = stride(from: column, to: panels.count, by: grid.columns).compactMap { panels[$0].yLabel }
        return (labels.map(\.height).max() ?? 0, labels.map(\.depth).max() ?? 0)
    }

    /// The room of a column's x label: to the middle of the gaps to its neighbours, or to the page's edge.
    func xLabelRoom(column: Int) -> Span {
        let start =
            column == 0
            ? grid.style.outerMargin : (columns[column - 1].end + columns[column].start) / 2 + grid.style.labelGap / 2
        let end =
            column == grid.columns - 1
            ? grid.style.width - grid.style.outerMargin
            : (columns[column].end + columns[column + 1].start) / 2 - grid.style.labelGap / 2
        return Span(start: start, end: end)
    }

    private mutating func divideWidth(overhang: [Double]) throws {
        let style = grid.style
        var start = left(column: 0) + grid.style.outerMargin
        if let commonY { start += commonY.height + commonY.depth + grid.style.labelGap }
        let bars = barsWidth(column: grid.columns - 1) + (commonBars?.width ?? 0)
        let end =
            style.width
            - max(
                grid.style.outerMargin + style.frameWidth / 2, (overhang.last ?? 0) + style.scale,
                bars > 0 ? bars + grid.style.outerMargin : 0)
        let gaps = (0..<grid.columns - 1).map { column in
            let labels = left(column: column + 1)
            let bars = barsWidth(column: column)
            if labels == 0 { return bars > 0 ? bars + (grid.columnGap ?? 5 * style.scale) : grid.columnGap ?? 0 }
            return labels + (grid.columnGap ?? 5 * style.scale)
                + max(bars, grid.columnGap == nil ? overhang[column] - 3 * style.scale : 0)
        }
        columns = try Self.divide(
            Span(start: start, end: end), gaps, weights: grid.columnWidths, count: grid.columns, what: "width",
            total: style.width)
    }

    private func overhang(column: Int) -> Double {
        stride(from: column, to: panels.count, by: grid.columns).map { index -> Double in
            let map = AxisMap(grid.panels[index].x, start: 0, end: columns[column].width)
            return zip(panels[index].xTicks.major, panels[index].xBoxes).map { tick, box in
                (map(tick.value) ?? 0) - columns[column].width + (box?.width ?? 0) / 2
            }.max() ?? 0
        }.max() ?? 0
    }

    private static func divide(
        _ span: Span, _ gaps: [Double], weights: [Double], count: Int, what: String, total: Double
    ) throws -> [Span] {
        let weights = weights.isEmpty ? Array(repeating: 1, count: count) : weights
        let free = span.width - gaps.reduce(0, +)
        let sum = weights.reduce(0, +)
        var start = span.start
        return try (0..<count).map { index in
            let width = free * weights[index] / sum
            guard width > 20 else { throw PlottingError.badSize(what: what, value: total) }
            defer { start += width + (index < gaps.count ? gaps[index] : 0) }
            return Span(start: start, end: start + width)
        }
    }

    // MARK: Ticks along x

    /// Fewer and fewer labels until they stand apart; panels that share the axis have the same ones.
    private mutating func chooseXTicks(set: (String, Double) throws -> MathLabelBox) throws {
        let size = grid.style.tickLabelSize
        for index in panels.indices {
            let axis = grid.panels[index].x
            let span = columns[index % grid.columns]
            let map = AxisMap(axis, start: span.start, end: span.end)
            var boxes: [MathLabelBox] = []
            panels[index].xTicks = try Ticks.fitting(axis, limit: 9) { ticks in
                boxes = try ticks.major.map { try set($0.label, size) }
                return AxesLayout.areApart(ticks, boxes, map, size: size)
            }
            panels[index].xBoxes = panels[index].showsX ? boxes : boxes.map { _ in nil }
            if panels[index].showsX {
                panels[index].xOffset = try panels[index].xTicks.offset.map { try set($0, size) }
            }
        }
    }

    /// Where frames touch, the labels at their common edge may meet: the later panel gives its own up.
    mutating func dropCollidingLabels(_ frames: [PlotFrame]) {
        for index in panels.indices {
            let above = index - grid.columns
            if above >= 0, let low = verticalExtent(above, frames[above])?.bottom {
                for (place, tick) in panels[index].yTicks.major.enumerated() {
                    guard panels[index].yBoxes[place] != nil, let y = frames[index].y(tick.value) else { continue }
                    if y - digitHeight / 2 < low + 1.5 * grid.style.scale { panels[index].yBoxes[place] = nil }
                }
            }
            let before = index - 1
            if index % grid.columns > 0, panels[before].showsX,
                let edge = zip(panels[before].xTicks.major, panels[before].xBoxes).compactMap({ tick, box in
                    box.flatMap { box in frames[before].x(tick.value).map { $0 + box.width / 2 } }
                }).max()
            {
                for (place, tick) in panels[index].xTicks.major.enumerated() {
                    guard let box = panels[index].xBoxes[place], let x = frames[index].x(tick.value) else { continue }
                    if x - box.width / 2 < edge + grid.style.tickLabelSize * 0.3 { panels[index].xBoxes[place] = nil }
                }
            }
        }
    }

    /// From the top of the highest y tick label to the bottom of the lowest.
    private func verticalExtent(_ index: Int, _ frame: PlotFrame) -> (top: Double, bottom: Double)? {
        let places = zip(panels[index].yTicks.major, panels[index].yBoxes).compactMap { tick, box in
            box.flatMap { _ in frame.y(tick.value) }
        }
        guard let low = places.max(), let high = places.min() else { return nil }
        return (high - digitHeight / 2, low + digitHeight / 2)
    }
}
