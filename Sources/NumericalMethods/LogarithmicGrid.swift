#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Points that are equally spaced in the logarithm, both ends included.
public struct LogarithmicGrid: Codable, Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    public var count: Int

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
