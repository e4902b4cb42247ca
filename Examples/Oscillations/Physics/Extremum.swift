import NumericalMethods

/// The highest or lowest place of a smooth function that is known within errors.
public struct Extremum: Codable, Hashable, Sendable {
    public var place: Estimate
    public var value: Estimate

    /// Where `function` is largest between two ends: on a grid first, then by golden sections until rounding hides which of
    /// two values is larger. The place is as certain as the bracket that is left, the value as what it changes there.
    ///
    /// - Parameter steps: of the grid: so many that no two maxima fall between three of its points.
    /// - Throws: `NumericalError.notBracketed` where the largest value of the grid is at an end.
    public static func largest(
        from lower: Double, to upper: Double, steps: Int, _ function: (Double) -> Estimate
    ) throws -> Extremum {
        let step = (upper - lower) / Double(steps)
        let values = (0...steps).map { function(lower + Double($0) * step) }
        guard let best = values.indices.max(by: { values[$0].value < values[$1].value }), best > 0, best < steps
        else {
            throw NumericalError.notBracketed(
                lower: lower, upper: upper, valueAtLower: values[0].value, valueAtUpper: values[steps].value)
        }
        return refined(lower + Double(best - 1) * step, lower + Double(best + 1) * step, function)
    }

    /// Where it is smallest.
    public static func smallest(
        from lower: Double, to upper: Double, steps: Int, _ function: (Double) -> Estimate
    ) throws -> Extremum {
        var found = try largest(from: lower, to: upper, steps: steps) { -function($0) }
        found.value = -found.value
        return found
    }

    private static func refined(_ lower: Double, _ upper: Double, _ function: (Double) -> Estimate) -> Extremum {
        let golden = (5.0.squareRoot() - 1) / 2
        var (a, b) = (lower, upper)
        var (c, d) = (b - golden * (b - a), a + golden * (b - a))
        var (left, right) = (function(c), function(d))
        while (left.value - right.value).magnitude > left.error + right.error, c < d {
            if left.value > right.value {
                (b, d, right) = (d, c, left)
                c = b - golden * (b - a)
                left = function(c)
            } else {
                (a, c, left) = (c, d, right)
                d = a + golden * (b - a)
                right = function(d)
            }
        }
        let middle = function((a + b) / 2)
        // Between the ends the function rises and falls once, from at least the lower one.
        let change = middle - (function(a).value < function(b).value ? function(a) : function(b))
        return Extremum(place: .bracketed(a, b), value: middle.widened(by: change))
    }
}
