#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What arithmetic and functions make of errors. All are bounds for operands anywhere within their errors, however large
/// these are, with the rounding of the operation itself; plain numbers count as exact.
extension Estimate {
    /// The sum; its error is the sum of the errors, as if they conspired.
    @inlinable
    public static func + (left: Estimate, right: Estimate) -> Estimate {
        rounded(left.value + right.value, left.error + right.error, left.kind.combined(with: right.kind))
    }

    /// The difference; its error is the sum of the errors, also where both come from one source.
    @inlinable
    public static func - (left: Estimate, right: Estimate) -> Estimate {
        rounded(left.value - right.value, left.error + right.error, left.kind.combined(with: right.kind))
    }

    /// The product, with the product of the errors in its error.
    @inlinable
    public static func * (left: Estimate, right: Estimate) -> Estimate {
        rounded(
            left.value * right.value,
            left.value.magnitude * right.error + right.value.magnitude * left.error + left.error * right.error,
            left.kind.combined(with: right.kind))
    }

    /// Infinite in error where the divisor may be zero.
    @inlinable
    public static func / (left: Estimate, right: Estimate) -> Estimate {
        let value = left.value / right.value
        let least = right.value.magnitude - right.error
        let error = least > 0 ? (left.error + value.magnitude * right.error) / least : .infinity
        return rounded(value, error, left.kind.combined(with: right.kind))
    }

    /// The sum with an exact number.
    @inlinable
    public static func + (left: Estimate, right: Double) -> Estimate { left + .exact(right) }
    /// The sum with an exact number.
    public static func + (left: Double, right: Estimate) -> Estimate { .exact(left) + right }
    /// The difference from an exact number.
    public static func - (left: Estimate, right: Double) -> Estimate { left - .exact(right) }
    /// The difference of an exact number and an estimate.
    public static func - (left: Double, right: Estimate) -> Estimate { .exact(left) - right }
    /// The product with an exact number. For units and known factors ``scaled(by:)`` rounds less.
    @inlinable
    public static func * (left: Estimate, right: Double) -> Estimate { left * .exact(right) }
    /// The product with an exact number.
    public static func * (left: Double, right: Estimate) -> Estimate { .exact(left) * right }
    /// The quotient by an exact number; its error is infinite for a division by zero.
    public static func / (left: Estimate, right: Double) -> Estimate { left / .exact(right) }
    /// The quotient of an exact number; its error is infinite where the divisor may be zero.
    public static func / (left: Double, right: Estimate) -> Estimate { .exact(left) / right }
    /// The estimate of the opposite sign, with the same error.
    @inlinable
    public static prefix func - (operand: Estimate) -> Estimate { operand.scaled(by: -1) }

    /// The estimate without the sign of its value. The error is not folded: `magnitude - error` may be negative.
    @inlinable
    public var magnitude: Estimate { value < 0 ? -self : self }

    /// The product with itself, of which the two factors err together.
    @inlinable
    public var squared: Estimate { self * self }

    /// Of what is negative within its error only the part from zero on counts.
    public func squareRoot() -> Estimate {
        guard value >= 0 else { return Estimate(value: .nan, error: .infinity, kind: kind) }
        let root = value.squareRoot()
        // The steeper side, without cancellation.
        let below =
            error < value ? error / (root + (value - error).squareRoot()) : max(root, (value + error).squareRoot())
        return Self.rounded(root, below, kind)
    }

    /// A function that rises or falls over the whole of `value ± error`: it is asked at both ends.
    ///
    /// - Parameter operations: roundings of the function.
    public func mapped(operations: Double = 8, through function: (Double) throws -> Double) rethrows -> Estimate {
        try Self.propagated([self], operations: operations) { try function($0[0]) }
    }

    /// A function of several estimates that rises or falls with each over the whole of its error: it is asked at every
    /// corner of the box that they span.
    ///
    /// - Parameters:
    ///   - parts: few, as there are 2ⁿ corners.
    ///   - operations: roundings of the function.
    public static func propagated(
        _ parts: [Estimate], operations: Double = 16, through function: ([Double]) throws -> Double
    ) rethrows -> Estimate {
        let value = try function(parts.map(\.value))
        let kind = parts.reduce(ErrorKind.rounding) { $0.combined(with: $1.kind) }
        var error = 0.0
        let uncertain = parts.indices.filter { parts[$0].error > 0 }
        for corner in 0..<(uncertain.isEmpty ? 0 : 1 << uncertain.count) {
            var arguments = parts.map(\.value)
            for (bit, index) in uncertain.enumerated() {
                arguments[index] += corner >> bit & 1 == 0 ? parts[index].error : -parts[index].error
            }
            let distance = (try function(arguments) - value).magnitude
            // A corner outside of the domain leaves nothing that could be promised.
            error = distance.isNaN ? .infinity : max(error, distance)
            if error == .infinity { break }
        }
        return Estimate(value: value, error: error + value.magnitude * operations * halfUlp, kind: kind)
    }

    /// A number that is computed from an estimate in some other way, of which `change` is all that the error of what went in
    /// could do: the promise of `other` widened.
    public func widened(by other: Estimate) -> Estimate {
        Estimate(
            value: value, error: error + other.value.magnitude + other.error, kind: kind.combined(with: other.kind))
    }

    @inlinable
    static func rounded(_ value: Double, _ error: Double, _ kind: ErrorKind) -> Estimate {
        Estimate(value: value, error: error == 0 && value == 0 ? 0 : error + value.magnitude * halfUlp, kind: kind)
    }
}

extension Sequence<Estimate> {
    /// The sum; zero, exactly, of nothing.
    public func sum() -> Estimate { reduce(.exact(0)) { $0 + $1 } }
}
