import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Modified Bessel functions of the second kind.
enum BesselK {
    /// e^x K_ν(x) for x > 0: ∫₀^∞ dt e^{−x(cosh t − 1)} cosh νt by the trapezoidal rule, whose error falls exponentially as
    /// the integrand is analytic in |Im t| < π/2; with this step it is below 1e-15 of the value.
    static func scaled(order: Int, _ x: Double) -> Double {
        let step = min(0.1, 0.7 / x.squareRoot()) / Double(Refinement.factor)
        let order = Double(order)
        var sum = 0.5
        var t = step
        while true {
            let half = sinh(0.5 * t)
            let exponent = 2 * x * half * half - order * t
            let term = exp(-exponent) * 0.5 * (1 + exp(-2 * order * t))
            sum += term
            // Past the maximum of the integrand, at x sinh t = ν.
            if x * sinh(t) > order && term < 1e-18 * sum { return sum * step }
            t += step
        }
    }
}
