/// A point of the (mass, coupling) plane that the text refers to.
public struct Benchmark: Codable, Hashable, Sendable {
    /// GeV.
    public var mass: Double
    public var coupling: Double

    public init(mass: Double, coupling: Double) {
        self.mass = mass
        self.coupling = coupling
    }
}
