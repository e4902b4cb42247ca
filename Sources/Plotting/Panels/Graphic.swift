/// What a figure shows: a ``Chart``, or a ``ChartGrid`` of several.
public protocol Graphic: Codable, Hashable, Sendable {
    /// A plain-text description: the title of the PDF and SVG, and the figure's alternative text.
    var title: String { get }
    /// The numbers that are drawn, mark by mark.
    var series: [Series] { get }
    /// Sizes and colours.
    var style: ChartStyle { get }
    /// The charts that it consists of.
    var panels: [Chart] { get }
    /// The drawing: a pure function of the value and the font.
    ///
    /// - Throws: ``PlottingError`` for what cannot be drawn.
    func displayList(metrics: some MathFontMetrics) throws -> DisplayList
    /// The neighbouring marks that some readers could not tell apart.
    func indistinctPairs(
        metrics: some MathFontMetrics, sameThing: (_ first: String, _ second: String) -> Bool
    ) throws -> [IndistinctPair]
    /// The lines and texts that stand out too little from what lies beneath.
    func weakContrasts(metrics: some MathFontMetrics) throws -> [WeakContrast]
    /// Labels that stand on one another, outside or in the legend, and marks that cannot be seen.
    func misplacements(metrics: some MathFontMetrics) throws -> [Misplacement]
}

extension Chart: Graphic {
    public var panels: [Chart] { [self] }

    public func displayList(metrics: some MathFontMetrics) throws -> DisplayList {
        try layout(self, metrics: metrics)
    }
}

extension ChartGrid: Graphic {
    public func displayList(metrics: some MathFontMetrics) throws -> DisplayList {
        try layout(self, metrics: metrics)
    }
}
