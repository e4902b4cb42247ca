/// What the error of an ``Estimate`` promises.
public enum ErrorKind: String, Codable, Sendable, CaseIterable {
    /// The true value lies within `value ± error`: a bound from comparing rules of different order.
    case bound
    /// One standard deviation of a statistical (Monte Carlo) estimator.
    case statistical
    /// A closed form: the error is an estimate of accumulated rounding.
    case rounding
}

/// A number with its numerical error. The unit is that of the quantity which the estimate belongs to.
///
/// Errors combine linearly for ``ErrorKind/bound`` and ``ErrorKind/rounding``; the weaker promise wins
/// (`statistical` over `bound` over `rounding`).
public struct Estimate: Codable, Hashable, Sendable {
    public var value: Double
    /// Absolute, non-negative.
    public var error: Double
    public var kind: ErrorKind

    public init(_ value: Double, error: Double, kind: ErrorKind) {
        self.value = value
        self.error = error
        self.kind = kind
    }

    /// A closed form evaluated in double precision: `operations` roundings of half an ulp each, relative to `value`.
    public static func closedForm(_ value: Double, operations: Double = 64) -> Estimate {
        Estimate(value, error: value.magnitude * operations * 0x1p-53, kind: .rounding)
    }

    /// `error / |value|`; infinite where the value is zero and the error is not.
    public var relativeError: Double {
        error == 0 ? 0 : error / value.magnitude
    }

    /// The estimate in other units, or with a known factor applied. What underflows keeps an error, so that it is never
    /// taken for an exact zero.
    public func scaled(by factor: Double) -> Estimate {
        let scaled = value * factor
        let floor = scaled == 0 && value != 0 && factor != 0 ? Double.leastNormalMagnitude : 0
        return Estimate(scaled, error: max(error * factor.magnitude, floor), kind: kind)
    }
}
