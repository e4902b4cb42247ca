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

extension [ExcludedCouplings] {
    /// Ranges that overlap or touch become one; ascending.
    public var union: [ExcludedCouplings] {
        guard count > 1 else { return self }
        var merged: [ExcludedCouplings] = []
        for range in sorted(by: { $0.lower.value < $1.lower.value }) {
            guard let last = merged.last, last.upper.map({ range.lower.value <= $0.value }) ?? true else {
                merged.append(range)
                continue
            }
            // Without an end where one of the two has none.
            merged[merged.count - 1].upper = last.upper.flatMap { upper in
                range.upper.map { $0.value > upper.value ? $0 : upper }
            }
        }
        return merged
    }

    /// What is left of these ranges without others; both are ascending and do not overlap among themselves.
    public func without(_ others: [ExcludedCouplings]) -> [ExcludedCouplings] {
        flatMap { range in
            var left: [ExcludedCouplings] = []
            var rest: ExcludedCouplings? = range
            for other in others {
                guard let part = rest, part.upper.map({ other.lower.value < $0.value }) ?? true else { break }
                if let end = other.upper, end.value <= part.lower.value { continue }
                if other.lower.value > part.lower.value {
                    left.append(ExcludedCouplings(lower: part.lower, upper: other.lower))
                }
                rest = other.upper.flatMap { end in
                    part.upper.map { end.value < $0.value } ?? true
                        ? ExcludedCouplings(lower: end, upper: part.upper) : nil
                }
            }
            return left + [rest].compactMap(\.self)
        }
    }
}
