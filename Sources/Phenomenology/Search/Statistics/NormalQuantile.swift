#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The half-width, in standard deviations, of the central interval of a normal distribution.
enum NormalQuantile {
    /// z with Φ(z) − Φ(−z) = `probability`, in (0, 1).
    ///
    /// It is also the root of the test statistic at which the median expected CL_s is 1 − `probability`: there
    /// CL_s = (1 − Φ(z))/½ (Cowan, Cranmer, Gross, Vitells, Eur. Phys. J. C 71, 1554 (2011), with CL_b = ½).
    static func central(_ probability: Double) throws(SearchStatisticsError) -> Double {
        guard probability > 0, probability < 1 else { throw .confidenceOutOfRange(probability) }
        // erfc(x) = 1 − probability: bisection to the last bits, as the function falls monotonically.
        let tail = 1 - probability
        var lower = 0.0
        var upper = 8.0
        while true {
            let middle = 0.5 * (lower + upper)
            guard lower < middle, middle < upper else { return 2.0.squareRoot() * middle }
            if erfc(middle) > tail { lower = middle } else { upper = middle }
        }
    }
}
