/// What can go wrong in a numerical method, with the values that it went wrong with.
public enum NumericalError: Error, Equatable, CustomStringConvertible {
    /// The requested accuracy was not reached with the largest effort allowed.
    case notConverged(task: String, reached: Double, requested: Double, effort: Int)
    /// The integrand was infinite or not a number.
    case notFinite(task: String, argument: Double)
    /// The function has the same sign at both ends of the interval.
    case notBracketed(lower: Double, upper: Double, valueAtLower: Double, valueAtUpper: Double)
    /// A row of a matrix is a combination of those before it, or not finite: there is no inverse.
    case singularMatrix(task: String, row: Int, pivot: Double)
    /// A count or an index follows from a value that is not finite, or too large.
    case notCountable(what: String, value: Double)
    /// A result that is infinite or not a number, or whose error is.
    case notANumber(value: Double, error: Double)
    /// An argument lies outside the domain of the method.
    case invalidArgument(String)

    public var description: String {
        switch self {
        case .notConverged(let task, let reached, let requested, let effort):
            "\(task) reached an error of \(reached), not the requested \(requested), after \(effort) steps: "
                + "ask for less accuracy, or split the interval where the function is not smooth"
        case .notFinite(let task, let argument):
            "\(task) met a function value that is not finite at \(argument): "
                + "keep the interval inside the function's domain, or substitute the singular variable"
        case .notBracketed(let lower, let upper, let valueAtLower, let valueAtUpper):
            "no sign change between \(lower) (value \(valueAtLower)) and \(upper) (value \(valueAtUpper)): "
                + "give an interval at whose ends the function has opposite signs"
        case .singularMatrix(let task, let row, let pivot):
            "\(task) is singular at row \(row + 1) (the rows before it leave a share of \(pivot)): "
                + "fix a parameter, or use more data than parameters"
        case .notCountable(let what, let value):
            "\(what) would be \(value): an input is far outside the range for which this can be computed"
        case .notANumber(let value, let error):
            "a result of \(value) ± \(error) is not a finite number, so that it cannot be stored: "
                + "keep the arguments inside the range in which it can be computed"
        case .invalidArgument(let reason):
            reason
        }
    }
}
