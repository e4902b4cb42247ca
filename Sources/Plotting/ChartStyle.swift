/// Sizes on the page, in points (1/72 inch) throughout.
public struct ChartStyle: Codable, Hashable, Sendable {
    public var width: Double
    public var height: Double
    /// Font sizes.
    public var axisLabelSize: Double
    public var tickLabelSize: Double
    public var legendSize: Double
    public var annotationSize: Double
    /// Labels along curves.
    public var inlineLabelSize: Double
    public var frameWidth: Double
    public var lineWidth: Double
    public var hatchWidth: Double
    public var majorTickLength: Double
    public var minorTickLength: Double
    public var symbolSize: Double

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
}
