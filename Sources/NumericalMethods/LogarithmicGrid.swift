#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Points that are equally spaced in the logarithm, both ends included.
public struct LogarithmicGrid: Codable, Hashable, Sendable {
    /// The first point, positive.
    public var lower: Double
    /// The last point, above `lower`.
    public var upper: Double
    /// The number of points, both ends among them: at least two for a grid that has both.
    public var count: Int

    /// Stores the grid as it is given; nothing is checked here.
    public init(lower: Double, upper: Double, count: Int) {
        self.lower = lower
        self.upper = upper
        self.count = count
    }

    /// The points; the ends are exactly `lower` and `upper`.
    public var points: [Double] {
        (0..<count).map { index in
            switch index {
            case 0: lower
            case count - 1: upper
            default: lower * pow(upper / lower, Double(index) / Double(count - 1))
            }
        }
    }
}
