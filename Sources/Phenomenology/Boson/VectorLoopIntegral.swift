import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// I(r) = ∫₀¹ dx x²(1−x) / (x² + (1−x) r), with r = m²/m_ℓ² ≥ 0: the Feynman-parameter integral of the vector loop.
///
/// I(0) = 1/2 and I → 1/(3r) for large r.
package enum VectorLoopIntegral {
    /// Above this r the form with explicit powers of r would cancel; the roots of the denominator serve instead.
    package static let branchPoint = 5.5

    /// The integral in closed form. The error estimates the rounding: the sizes of all terms that are added, times a
    /// few units of the last place.
    package static func closedForm(_ r: Double) -> Estimate {
        guard r > 0 else { return .closedForm(0.5, operations: 2) }
        return r < branchPoint ? polynomialForm(r) : rootForm(r)
    }

    /// Polynomial division of the integrand leaves 1/2 − r, a logarithm, and J = ∫₀¹ dx/(x² − r x + r), which is an
    /// arctangent below r = 4 and its continuation above.
    private static func polynomialForm(_ r: Double) -> Estimate {
        let logarithm = 0.5 * r * (2 - r) * log(r)
        let reduced = Self.reduced(r)
        let rational = 4 * r - 2 - r * r
        let value = 0.5 - r - logarithm + rational * reduced
        let size = 0.5 + r + logarithm.magnitude + (2 + 4 * r + r * r) * reduced
        return .closedForm(value, size: size, operations: 4)
    }

    /// J/(2/r) = atan(y)/y with y = √(r(4−r))/r, which is 1 where the two roots of the denominator meet, at r = 4.
    package static func reduced(_ r: Double) -> Double {
        let square = r * (4 - r)
        let y = square.magnitude.squareRoot() / r
        guard y < 1e-4 else { return (square > 0 ? atan(y) : atanh(y)) / y }
        let ySquared = square / (r * r)
        return 1 - ySquared / 3 + ySquared * ySquared / 5
    }

    /// With ε + 1/ε = r − 2 the denominator factorises in y = 1 − x as (y + ε)(1 + ε y)/ε, and
    /// I = ε/(1−ε²) · [∫(1−y)²/(1+εy) − ε∫(1−y)²/(y+ε)], each stable: a fast alternating series and a logarithm.
    private static func rootForm(_ r: Double) -> Estimate {
        let epsilon = Self.smallRoot(r)
        let series = Self.farPole(epsilon)
        let sum = 1 + epsilon
        let boundaryLayer = epsilon * (sum * sum * log1p(1 / epsilon) - 1.5 - epsilon)
        let value = epsilon / (1 - epsilon * epsilon) * (series - boundaryLayer)
        return .closedForm(value, operations: 32)
    }

    /// ε < 1 with ε + 1/ε = r − 2, for r > 4.
    package static func smallRoot(_ r: Double) -> Double { 2 / (r - 2 + (r * (r - 4)).squareRoot()) }

    /// ∫₀¹ dy (1−y)²/(1+εy) = Σ 2(−ε)ⁿ/((n+1)(n+2)(n+3)).
    package static func farPole(_ epsilon: Double) -> Double {
        var series = 0.0
        var power = 1.0
        var n = 1.0
        repeat {
            series += 2 * power / (n * (n + 1) * (n + 2))
            power *= -epsilon
            n += 1
        } while power.magnitude > 0x1p-56
        return series
    }
}
