/// Where an error comes from.
extension Estimate {
    /// A number without an error: an input, a count, a limit that is known.
    ///
    /// - Parameter kind: what the numbers promise among which it stands.
    @inlinable
    public static func exact(_ value: Double, as kind: ErrorKind = .rounding) -> Estimate {
        Estimate(value: value, error: 0, kind: kind)
    }

    /// A closed form evaluated in double precision: `operations` roundings of half an ulp each, relative to `value`.
    public static func closedForm(_ value: Double, operations: Double = 64) -> Estimate {
        closedForm(value, size: value.magnitude, operations: operations)
    }

    /// A closed form whose terms cancel: `operations` roundings relative to `size`, the sum of their magnitudes.
    public static func closedForm(_ value: Double, size: Double, operations: Double = 64) -> Estimate {
        Estimate(value: value, error: size * operations * halfUlp, kind: .rounding)
    }

    /// The better one of two rules of different order or density: the error is their difference, and what `operations`
    /// roundings of the sum do.
    ///
    /// - Parameter size: of what was added up; by default that of the value.
    public static func converged(
        _ fine: Double, coarse: Double, size: Double? = nil, operations: Double = 64
    ) -> Estimate {
        let rounding = (size ?? fine.magnitude) * operations * halfUlp
        return Estimate(value: fine, error: (fine - coarse).magnitude + rounding, kind: .bound)
    }

    /// The middle of a bracket that bisection has narrowed; the error is its whole width, as the ends are themselves rounded.
    public static func bracketed(_ lower: Double, _ upper: Double) -> Estimate {
        Estimate(value: 0.5 * (lower + upper), error: (upper - lower).magnitude, kind: .bound)
    }

    /// The mean of a sample of at least two, with its standard error.
    public static func mean(of sample: [Double]) -> Estimate {
        let (mean, deviation, count) = moments(sample)
        return Estimate(value: mean, error: deviation / count.squareRoot(), kind: .statistical)
    }

    /// The standard deviation of a sample of at least two, with its standard error if the sample is normally distributed.
    public static func standardDeviation(of sample: [Double]) -> Estimate {
        let (_, deviation, count) = moments(sample)
        return Estimate(value: deviation, error: deviation / (2 * (count - 1)).squareRoot(), kind: .statistical)
    }

    private static func moments(_ sample: [Double]) -> (mean: Double, deviation: Double, count: Double) {
        let count = Double(sample.count)
        let mean = sample.reduce(0, +) / count
        let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / (count - 1)).squareRoot(), count)
    }

    /// Half a unit of the last place of one: what one operation rounds by.
    @inlinable static var halfUlp: Double { 0x1p-53 }
}
