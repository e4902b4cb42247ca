/// What a figure shows: a ``Chart``, or a ``ChartGrid`` of several.
public protocol Graphic: Codable, Hashable, Sendable {
    /// A plain-text description: the title of the PDF and SVG, and the figure's alternative text.
    var title: String { get }
    /// The numbers that are drawn, mark by mark.
    var series: [Series] { get }
    /// The drawing: a pure function of the value and the font.
    ///
    /// - Throws: ``PlottingError`` for what cannot be drawn.
    func displayList(metrics: some MathFontMetrics) throws -> DisplayList
}

extension Chart: Graphic {
    public func displayList(metrics: some MathFontMetrics) throws -> DisplayList {
        try layout(self, metrics: metrics)
    }
}

extension ChartGrid: Graphic {
    public func displayList(metrics: some MathFontMetrics) throws -> DisplayList {
        try layout(self, metrics: metrics)
    }
}
