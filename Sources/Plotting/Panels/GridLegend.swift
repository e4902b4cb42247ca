/// The one legend of all panels: entries side by side in a strip, or in a cell without panel.
struct GridLegend: Sendable {
    private let place: ChartGrid.LegendPlace
    private let entries: [LegendLayout]
    /// Where each column starts, relative to the first, and the width of all.
    private let starts: [Double]
    private let width: Double
    private let cellHeight: Double
    private let stripGap: Double

    /// `nil` where there is no shared legend, or nothing in it.
    init?(_ grid: ChartGrid, metrics: some MathFontMetrics) throws {
        guard [.above, .below, .emptyCell].contains(grid.legend) else { return nil }
        let inks = Inks(style: grid.style)
        var rows: [LegendLayout.Row] = []
        for (index, panel) in grid.panels.enumerated() where panel.legend.placement != .hidden {
            for row in try grid.naming(index, { try LegendLayout.rows(panel.marks, inks, metrics: metrics) })
            where !rows.contains(where: { $0.text == row.text && $0.sample == row.sample }) {
                rows.append(row)
            }
        }
        guard !rows.isEmpty else { return nil }
        place = grid.legend
        stripGap = 3 * grid.style.scale
        entries = rows.map { LegendLayout(rows: [$0], style: grid.style) }
        cellHeight = entries.map(\.height).max() ?? 0
        let available = grid.style.width - 2 * grid.style.outerMargin
        let widest = entries.map(\.width).max() ?? 0
        guard widest <= available else {
            throw PlottingError.doesNotFit(what: "the width of the shared legend", needed: widest, available: available)
        }
        // As many columns as fit, but no more than the same number of lines needs.
        var columns = place == .emptyCell ? 1 : rows.count
        var arrangement = Self.arrange(entries, columns: columns, gap: 16 * grid.style.scale)
        while arrangement.width > available, columns > 1 {
            let lines = (rows.count + columns - 2) / (columns - 1)
            columns = (rows.count + lines - 1) / lines
            arrangement = Self.arrange(entries, columns: columns, gap: 16 * grid.style.scale)
        }
        starts = arrangement.starts
        width = arrangement.width
    }

    private static func arrange(_ entries: [LegendLayout], columns: Int, gap: Double) -> (
        starts: [Double], width: Double
    ) {
        var starts: [Double] = []
        var next = 0.0
        for column in 0..<columns {
            starts.append(next)
            let widths = stride(from: column, to: entries.count, by: columns).map { entries[$0].width }
            next += (widths.max() ?? 0) + gap
        }
        return (starts, next - gap)
    }

    private var columns: Int { starts.count }
    private var lines: Int { (entries.count + columns - 1) / columns }
    private var height: Double { Double(lines) * cellHeight }

    /// What a strip needs of the page's height, with the gap to the panels.
    var stripHeight: Double { place == .emptyCell ? 0 : height + stripGap }

    func items(_ axes: GridAxes) throws -> [DisplayList.Item] {
        let rect: PageRect
        if place == .emptyCell {
            guard let cell = axes.emptyCell else {
                throw PlottingError.doesNotFit(what: "a legend in an empty cell", needed: height, available: 0)
            }
            guard width <= cell.width, height <= cell.height else {
                throw PlottingError.doesNotFit(
                    what: "the legend in the empty cell", needed: max(width, height),
                    available: width > cell.width ? cell.width : cell.height)
            }
            let left = (cell.left + cell.right - width) / 2
            let top = (cell.top + cell.bottom - height) / 2
            rect = PageRect(left: left, top: top, right: left + width, bottom: top + height)
        } else {
            let page = axes.page
            let margin = axes.style.outerMargin
            let centred = (axes.bounds.left + axes.bounds.right - width) / 2
            let left = max(margin, min(centred, page.right - margin - width))
            let top = place == .above ? margin : page.bottom - margin - height
            rect = PageRect(left: left, top: top, right: left + width, bottom: top + height)
        }
        return entries.enumerated().flatMap { index, entry in
            let left = rect.left + starts[index % columns]
            let top = rect.top + Double(index / columns) * cellHeight
            return entry.items(
                in: PageRect(left: left, top: top, right: left + entry.width, bottom: top + cellHeight))
        }
    }
}
