/// What the error of an ``Estimate`` promises.
public enum ErrorKind: String, Codable, Sendable, CaseIterable {
    /// The true value lies within `value ± error`: a bound from comparing rules of different order.
    case bound
    /// One standard deviation of a statistical (Monte Carlo) estimator.
    case statistical
    /// A closed form: the error is an estimate of accumulated rounding.
    case rounding

    /// What is left of two promises: the weaker one, `statistical` over `bound` over `rounding`.
    @inlinable
    public func combined(with other: ErrorKind) -> ErrorKind {
        // Matched, as `==` of enumerations with raw values compares the texts.
        switch (self, other) {
        case (.statistical, _), (_, .statistical): .statistical
        case (.bound, _), (_, .bound): .bound
        case (.rounding, .rounding): .rounding
        }
    }
}

/// A number with its numerical error. The unit is that of the quantity which the estimate belongs to.
///
/// The error always says where it comes from: it is that of an exact number (none), of a closed form (rounding), the
/// difference of two rules, a bracket, the spread of a sample, or what arithmetic and functions make of other errors.
/// Errors combine linearly, to all orders; the weaker promise wins (``ErrorKind/combined(with:)``). There is no way to
/// state an error but for a solver, which asks for it by name (`@_spi(Solver) import NumericalMethods`).
///
/// An estimate that is not finite can be computed with but never stored: encoding it throws
/// ``NumericalError/notANumber(value:error:)``.
public struct Estimate: Codable, Hashable, Sendable {
    /// The best value, in the unit of the quantity that the estimate belongs to.
    public let value: Double
    /// Absolute, non-negative.
    public let error: Double
    /// What the error promises.
    public let kind: ErrorKind

    @inlinable
    init(value: Double, error: Double, kind: ErrorKind) {
        self.value = value
        // A negative or undefined error is none that could be believed.
        self.error = error >= 0 ? error : .infinity
        self.kind = kind
    }

    /// What a solver found, with the error that it computed along: never one that was typed.
    @_spi(Solver)
    public init(_ value: Double, error: Double, kind: ErrorKind) {
        self.init(value: value, error: error, kind: kind)
    }

    /// For a message: an error is computed, never typed.
    @available(
        *, unavailable,
        message: """
            nobody types an error: write .exact(x) for a number without one, .closedForm(x) for a formula, \
            .converged(x, coarse: y) for two rules, .mean(of: sample) for a sample, or take that of a solver
            """
    )
    public init(_ value: Double, error: Double, kind: ErrorKind = .bound, typed: Void = ()) {
        self.init(value: value, error: error, kind: kind)
    }

    /// Whether both the value and its error are numbers.
    public var isFinite: Bool { value.isFinite && error.isFinite }

    /// `error / |value|`; infinite where the value is zero and the error is not.
    public var relativeError: Double {
        error == 0 ? 0 : error / value.magnitude
    }

    /// The estimate in other units, or with a known factor applied. What underflows keeps an error, so that it is never
    /// taken for an exact zero.
    @inlinable
    public func scaled(by factor: Double) -> Estimate {
        let scaled = value * factor
        let floor = scaled == 0 && value != 0 && factor != 0 ? Double.leastNormalMagnitude : 0
        return Estimate(value: scaled, error: max(error * factor.magnitude, floor), kind: kind)
    }

    private enum CodingKeys: CodingKey {
        case value, error, kind
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            value: try container.decode(Double.self, forKey: .value),
            error: try container.decode(Double.self, forKey: .error),
            kind: try container.decode(ErrorKind.self, forKey: .kind))
        guard isFinite else { throw NumericalError.notANumber(value: value, error: error) }
    }

    public func encode(to encoder: any Encoder) throws {
        guard isFinite else { throw NumericalError.notANumber(value: value, error: error) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode(error, forKey: .error)
        try container.encode(kind, forKey: .kind)
    }
}
