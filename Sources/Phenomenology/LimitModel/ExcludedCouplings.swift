import NumericalMethods

/// A range of couplings g′ ≥ 0 that a bound excludes at one mass.
public struct ExcludedCouplings: Codable, Hashable, Sendable {
    /// Zero where even a boson that couples to nothing but the mixing is excluded.
    public var lower: Estimate
    /// Nil where all larger couplings are excluded too.
    public var upper: Estimate?

    public init(lower: Estimate, upper: Estimate?) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether a coupling is inside.
    public func contains(_ coupling: Double) -> Bool {
        coupling >= lower.value && upper.map { coupling <= $0.value } ?? true
    }

    /// All couplings above one; none where there is no such limit.
    public static func above(_ limit: Estimate?) -> [ExcludedCouplings] {
        limit.map { [ExcludedCouplings(lower: $0, upper: nil)] } ?? []
    }
}
