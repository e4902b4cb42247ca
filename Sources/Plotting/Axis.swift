/// One axis: its label, its range in data units, and how data map to the page.
public struct Axis: Codable, Hashable, Sendable {
    /// How data map to the length of an axis.
    public enum Scale: String, Codable, Sendable, CaseIterable {
        /// Equal steps are equally long.
        case linear
        /// Logarithmic to base 10; the range must be positive.
        case log
        /// Linear from minus to plus the axis's ``Axis/linearThreshold``, logarithmic to base 10 beyond it on both
        /// sides. The linear part from 0 to the threshold is as long as a decade.
        case symlog
    }

    /// How data map to the axis.
    public var scale: Scale
    /// A label in the TeX subset of ``MathLabel``, such as `"$t'_\mathrm{max}$ [ms]"`.
    public var label: String
    /// The left or lower end, in data units.
    public var lower: Double
    /// The right or upper end, above `lower`.
    public var upper: Double
    /// Positions of the major ticks in data units; `nil` lets the layout choose.
    public var ticks: [Double]?
    /// Where a symmetric logarithmic axis changes from linear to logarithmic; positive. Other axes have none.
    public var linearThreshold: Double?

    /// Stores the range as given; ``layout(_:metrics:)-(Chart,_)`` reports an empty, inverted, infinite or (for a
    /// logarithmic axis) non-positive one.
    public init(
        _ scale: Scale, label: String, from lower: Double, to upper: Double, ticks: [Double]? = nil,
        linearThreshold: Double? = nil
    ) {
        self.scale = scale
        self.label = label
        self.lower = lower
        self.upper = upper
        self.ticks = ticks
        self.linearThreshold = linearThreshold
    }

    /// A linear axis over a range. The layout chooses the ticks unless they are given.
    public static func linear(_ label: String, _ range: ClosedRange<Double>, ticks: [Double]? = nil) -> Axis {
        Axis(.linear, label: label, from: range.lowerBound, to: range.upperBound, ticks: ticks)
    }

    /// The same between ends that are computed: a range of ends that do not ascend, or are no numbers, would end the
    /// process, where the layout reports them.
    public static func linear(
        _ label: String, from lower: Double, to upper: Double, ticks: [Double]? = nil
    ) -> Axis {
        Axis(.linear, label: label, from: lower, to: upper, ticks: ticks)
    }

    /// Between ends that are computed, as ``linear(_:from:to:ticks:)``.
    public static func log(_ label: String, from lower: Double, to upper: Double, ticks: [Double]? = nil) -> Axis {
        Axis(.log, label: label, from: lower, to: upper, ticks: ticks)
    }

    /// Between ends that are computed, as ``linear(_:from:to:ticks:)``.
    public static func symlog(
        _ label: String, from lower: Double, to upper: Double, linearWithin threshold: Double, ticks: [Double]? = nil
    ) -> Axis {
        Axis(.symlog, label: label, from: lower, to: upper, ticks: ticks, linearThreshold: threshold)
    }

    /// A logarithmic axis over a positive range. The layout chooses the ticks unless they are given.
    public static func log(_ label: String, _ range: ClosedRange<Double>, ticks: [Double]? = nil) -> Axis {
        Axis(.log, label: label, from: range.lowerBound, to: range.upperBound, ticks: ticks)
    }

    /// - Parameter threshold: the axis is linear between minus and plus this value.
    public static func symlog(
        _ label: String, _ range: ClosedRange<Double>, linearWithin threshold: Double, ticks: [Double]? = nil
    ) -> Axis {
        Axis(
            .symlog, label: label, from: range.lowerBound, to: range.upperBound, ticks: ticks,
            linearThreshold: threshold)
    }
}
