/// A result that is no number to print.
public struct DishonestResult: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was computed.
    public var what: String
    /// The value that is not to be printed.
    public var value: Double
    /// Its error; one of the two is not finite, or is what an underflow left.
    public var error: Double
    /// The inputs by name with their values, those first that are furthest from one.
    public var inputs: [String]

    /// Takes the inputs as lines that are ready for the message; ``Estimate/honest(_:inputs:)`` makes them.
    public init(what: String, value: Double, error: Double, inputs: [String]) {
        self.what = what
        self.value = value
        self.error = error
        self.inputs = inputs
    }

    public var description: String {
        let fault =
            value.isFinite && error.isFinite && error >= 0
            ? "is below the smallest number that can be told from zero"
            : "is not a finite number"
        let remedy =
            inputs.isEmpty
            ? "a parameter is outside the range for which this can be computed"
            : "an input is outside the range for which this can be computed: \(inputs.joined(separator: ", "))"
        return "\(what) = \(value) ± \(error) \(fault); \(remedy)"
    }
}

extension Estimate {
    /// Whether value and error are finite and neither is what an underflow left: zero is an answer only with no error, or
    /// with one that could be told from zero.
    public var isHonest: Bool {
        guard value.isFinite, error.isFinite, error >= 0 else { return false }
        if value == 0 { return error == 0 || error > .leastNormalMagnitude }
        return value.magnitude >= .leastNormalMagnitude
    }

    /// The estimate itself. Every result that people see passes here: an answer of `evaluate`, a number of the text, a
    /// number of a chart.
    ///
    /// - Parameters:
    ///   - what: what was computed, for the message.
    ///   - inputs: the values that it was computed from, by name.
    /// - Throws: ``DishonestResult`` for a value or an error that is not finite, and for an underflow.
    public func honest(_ what: String, inputs: [String: Double] = [:]) throws(DishonestResult) -> Estimate {
        guard isHonest else {
            let suspects = inputs.sorted {
                let (first, second) = (Self.distance($0.value), Self.distance($1.value))
                return first == second ? $0.key < $1.key : first > second
            }
            throw DishonestResult(
                what: what, value: value, error: error, inputs: suspects.map { "\($0.key) = \($0.value)" })
        }
        return self
    }

    /// Binary orders of magnitude from one.
    private static func distance(_ value: Double) -> Double {
        value == 0 ? 0 : Double(value.exponent.magnitude)
    }
}
