/// A point of a limit curve: mass in GeV and coupling.
public struct LimitPoint: Codable, Hashable, Sendable {
    public var mass: Double
    public var coupling: Double

    public init(mass: Double, coupling: Double) {
        self.mass = mass
        self.coupling = coupling
    }
}

/// An unbroken piece of a limit: a curve above which all is excluded, ascending in mass, where a mass that stands twice in a
/// row is a vertical step; or an outline around an area that is excluded.
public struct LimitSegment: Codable, Hashable, Sendable {
    public var points: [LimitPoint]
    /// Whether the points go around an area, the first following the last, and its inside is excluded.
    public var isOutline: Bool

    public init(points: [LimitPoint], isOutline: Bool = false) {
        self.points = points
        self.isOutline = isOutline
    }

    /// The smallest and the largest mass; nil without points.
    public var masses: ClosedRange<Double>? {
        guard let first = points.first else { return nil }
        guard isOutline else { return first.mass...max(first.mass, points[points.count - 1].mass) }
        let (low, high) = points.reduce((first.mass, first.mass)) { (min($0.0, $1.mass), max($0.1, $1.mass)) }
        return low...high
    }
}
