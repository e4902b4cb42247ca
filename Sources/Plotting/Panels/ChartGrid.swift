/// Several charts side by side: panels in rows and columns, whose frames line up exactly.
///
/// The panels are ordinary charts. Their style is not used: sizes on the page are those of the grid's ``style``, whose width and
/// height are the whole figure's.
public struct ChartGrid: Codable, Hashable, Sendable {
    /// Where the labels of the marks are explained.
    public enum LegendPlace: String, Codable, Sendable, CaseIterable {
        /// In every panel, as its chart says.
        case eachPanel
        /// Once for all panels, in a strip over the panels.
        case above
        /// Once for all panels, in a strip under the panels.
        case below
        /// Once for all panels, in the first cell that has no panel.
        case emptyCell
        /// Nowhere, although marks have labels.
        case hidden
    }

    /// The corner of its frame in which a panel's tag stands.
    public enum Corner: String, Codable, Sendable, CaseIterable {
        /// A corner of the frame.
        case topLeft, topRight, bottomLeft, bottomRight
    }

    /// A plain-text description: the title of the PDF and SVG, and the figure's alternative text.
    public var title: String
    /// The number of rows of panels, at least 1.
    public var rows: Int
    /// The number of columns of panels, at least 1.
    public var columns: Int
    /// Row by row from the top left; the last cells may stay empty.
    public var panels: [Chart]
    /// The panels of a column have one x axis: tick labels and axis label stand only under the lowest of them.
    public var sharesX: Bool
    /// The panels of a row have one y axis: tick labels and axis label stand only left of the first.
    public var sharesY: Bool
    /// One label for all x axes, centred under the panels, in place of their own.
    public var xLabel: String?
    /// One label for all y axes, centred left of the panels, in place of their own.
    public var yLabel: String?
    /// Heights of the frames relative to one another; empty makes them equal.
    public var rowHeights: [Double]
    /// Widths of the frames relative to one another; empty makes them equal.
    public var columnWidths: [Double]
    /// Free space between rows and between columns in points, besides what labels need; `nil` takes 0 where the axis is
    /// shared.
    public var rowGap: Double?
    /// The same between columns.
    public var columnGap: Double?
    /// A label inside each panel, such as ``letters(_:)``; empty leaves them out.
    public var tags: [String]
    /// Where the tags stand.
    public var tagCorner: Corner
    /// Where the labels of the marks are explained.
    public var legend: LegendPlace
    /// Explains the colours of all panels by one bar right of them, over their whole height.
    public var sharesColourBar: Bool
    /// The sizes of all panels; width and height are the whole figure's.
    public var style: ChartStyle

    /// A grid of panels. ``layout(_:metrics:)-(ChartGrid,_)`` reports what does not fit: more panels than cells, and
    /// shared axes that differ.
    public init(
        _ title: String, rows: Int, columns: Int, panels: [Chart], sharesX: Bool = false, sharesY: Bool = false,
        xLabel: String? = nil, yLabel: String? = nil, rowHeights: [Double] = [], columnWidths: [Double] = [],
        rowGap: Double? = nil, columnGap: Double? = nil, tags: [String] = [], tagCorner: Corner = .topLeft,
        legend: LegendPlace = .eachPanel, sharesColourBar: Bool = false, style: ChartStyle
    ) {
        self.title = title
        self.rows = rows
        self.columns = columns
        self.panels = panels
        self.sharesX = sharesX
        self.sharesY = sharesY
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.rowHeights = rowHeights
        self.columnWidths = columnWidths
        self.rowGap = rowGap
        self.columnGap = columnGap
        self.tags = tags
        self.tagCorner = tagCorner
        self.legend = legend
        self.sharesColourBar = sharesColourBar
        self.style = style
    }

    /// A chart with a smaller one under it that has the same x axis: a ratio to a reference, pulls, residuals.
    ///
    /// - Parameters:
    ///   - main: gives the title, the x axis's range and the style; the figure is as wide as its style says.
    ///   - ratio: its x axis must have the range of the main chart's; its label is the one that is shown.
    ///   - share: the lower frame's height relative to the upper one's.
    ///   - gap: between the frames, in points.
    public static func withRatio(
        _ main: Chart, ratio: Chart, share: Double = 0.36, gap: Double = 0
    ) -> ChartGrid {
        var style = main.style
        style.height *= 1 + 0.8 * max(share, 0)
        return ChartGrid(
            main.title, rows: 2, columns: 1, panels: [main, ratio], sharesX: true, rowHeights: [1, share], rowGap: gap,
            style: style)
    }

    /// `(a)`, `(b)`, …: the usual tags.
    public static func letters(_ count: Int) -> [String] { (0..<max(count, 0)).map { "(\(letter($0)))" } }

    /// `a` to `z`, then `aa`, `ab`, …
    static func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }
}

extension ChartGrid {
    /// The series of all panels; the ids start with the panel's letter, such as `b/reach`.
    public var series: [Series] {
        panels.enumerated().flatMap { index, panel in
            panel.series.map { series in
                var series = series
                series.id = "\(Self.letter(index))/\(series.id)"
                return series
            }
        }
    }
}
