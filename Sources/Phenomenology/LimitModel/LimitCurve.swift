/// A point of a limit curve: mass in GeV and coupling.
public struct LimitPoint: Codable, Hashable, Sendable {
    public var mass: Double
    public var coupling: Double

    public init(mass: Double, coupling: Double) {
        self.mass = mass
        self.coupling = coupling
    }
}

/// An unbroken piece of a limit curve, ascending in mass.
public struct LimitSegment: Codable, Hashable, Sendable {
    public var points: [LimitPoint]

    public init(points: [LimitPoint]) {
        self.points = points
    }
}
