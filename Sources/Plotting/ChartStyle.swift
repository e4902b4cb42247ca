/// Sizes on the page, in points (1/72 inch) throughout.
public struct ChartStyle: Codable, Hashable, Sendable {
    /// Of the page.
    public var width: Double
    /// Of the page.
    public var height: Double
    /// Font sizes.
    public var axisLabelSize: Double
    /// Font size of the numbers at the ticks.
    public var tickLabelSize: Double
    /// Font size of the legend's entries.
    public var legendSize: Double
    /// Font size of texts and of labels beside rules.
    public var annotationSize: Double
    /// Labels along curves.
    public var inlineLabelSize: Double
    /// Width of the lines of frame and ticks.
    public var frameWidth: Double
    /// Width of curves, where neither mark nor role say otherwise.
    public var lineWidth: Double
    /// Width of the lines of a hatch.
    public var hatchWidth: Double
    /// Length of the ticks that have a number.
    public var majorTickLength: Double
    /// Length of the ticks between them.
    public var minorTickLength: Double
    /// Diameter of the symbols of points.
    public var symbolSize: Double

    /// A page of some size with the type of one REVTeX column, unless other sizes are given.
    public init(
        width: Double, height: Double, axisLabelSize: Double = 9.5, tickLabelSize: Double = 8.5,
        legendSize: Double = 8, annotationSize: Double = 8, inlineLabelSize: Double = 7.5, frameWidth: Double = 0.6,
        lineWidth: Double = 1, hatchWidth: Double = 0.35, majorTickLength: Double = 4.5, minorTickLength: Double = 2.5,
        symbolSize: Double = 7
    ) {
        self.width = width
        self.height = height
        self.axisLabelSize = axisLabelSize
        self.tickLabelSize = tickLabelSize
        self.legendSize = legendSize
        self.annotationSize = annotationSize
        self.inlineLabelSize = inlineLabelSize
        self.frameWidth = frameWidth
        self.lineWidth = lineWidth
        self.hatchWidth = hatchWidth
        self.majorTickLength = majorTickLength
        self.minorTickLength = minorTickLength
        self.symbolSize = symbolSize
    }

    /// One column of REVTeX's two-column layout: 246 pt (TeX points are 0.4 % smaller; LaTeX scales it to the column).
    public static let revtexColumn = ChartStyle(width: 246, height: 190)
    /// The same width, nearly square: for planes with many curves.
    public static let revtexColumnTall = ChartStyle(width: 246, height: 225)

    /// Both columns of REVTeX's layout, with the type of ``revtexColumn``.
    public static let revtexTwoColumn = ChartStyle(width: 510, height: 240)
    /// The same width, higher: for planes with many curves.
    public static let revtexTwoColumnTall = ChartStyle(width: 510, height: 340)

    /// A slide of 16:9 (720 pt wide, as presentation programs have it): type and lines that the last row can see.
    public static let slides = ChartStyle(
        width: 720, height: 405, axisLabelSize: 24, tickLabelSize: 20, legendSize: 19, annotationSize: 19,
        inlineLabelSize: 18, frameWidth: 1.4, lineWidth: 2.6, hatchWidth: 0.8, majorTickLength: 10,
        minorTickLength: 5.5, symbolSize: 17)

    /// The size of the type relative to ``revtexColumn``'s: small distances, such as that of a label from its curve,
    /// grow with it.
    public var scale: Double { annotationSize / 8 }

    /// Between ticks' labels, axis labels and what they belong to.
    var labelGap: Double { 3 * scale }
    /// Between what stands outermost and the edge of the page.
    var outerMargin: Double { 2 * scale }
}

/// The style of all figures of a paper: one choice, from which every chart takes its sizes.
public enum FigureStyle: String, Codable, Sendable, CaseIterable {
    /// One column of a REVTeX paper.
    case column
    /// The full width of a REVTeX paper.
    case twoColumn
    /// A 16:9 slide for each figure.
    case slides

    /// How much height a figure needs.
    public enum Shape: String, Codable, Sendable, CaseIterable {
        /// For a few curves.
        case standard
        /// For planes with many curves and labels. A slide has one height for both.
        case tall
        /// For maps that need the whole width of the page, also where other figures keep to a column.
        case wide
    }

    /// The sizes of a figure: `style(.tall)`.
    public func callAsFunction(_ shape: Shape = .standard) -> ChartStyle {
        switch (self, shape) {
        case (.column, .standard): .revtexColumn
        case (.column, .tall): .revtexColumnTall
        case (.twoColumn, .standard): .revtexTwoColumn
        case (.twoColumn, .tall), (.column, .wide), (.twoColumn, .wide): .revtexTwoColumnTall
        case (.slides, _): .slides
        }
    }
}
