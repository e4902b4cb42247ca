import BosonPhysics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// S(r) = ∫₀¹ dx (1−x)²(1+x) / ((1−x)² + x r), with r = m²/m_ℓ² ≥ 0: the Feynman-parameter integral of the scalar loop.
///
/// S(0) = 3/2 and S → (ln r − 7/6)/r for large r.
enum ScalarLoopIntegral {
    /// The integral in closed form. The error estimates the rounding: the sizes of all terms that are added, times a
    /// few units of the last place.
    static func closedForm(_ r: Double) -> Estimate {
        guard r > 0 else { return .closedForm(1.5, operations: 2) }
        return r < VectorLoopIntegral.branchPoint ? polynomialForm(r) : rootForm(r)
    }

    /// Polynomial division of u²(2−u) by u² − r u + r leaves 3/2 − r, a logarithm, and (1−r)(r−4) times what
    /// ``VectorLoopIntegral/reduced(_:)`` is.
    private static func polynomialForm(_ r: Double) -> Estimate {
        let logarithm = 0.5 * r * (3 - r) * log(r)
        let rational = (1 - r) * (r - 4)
        let reduced = VectorLoopIntegral.reduced(r)
        let value = 1.5 - r - logarithm + rational * reduced
        let size = 1.5 + r + logarithm.magnitude + rational.magnitude * reduced
        return .closedForm(value, size: size, operations: 4)
    }

    /// With ε + 1/ε = r − 2 and y = 1 − u the two poles separate, and
    /// S = ε/(1+ε) · [∫(1−y)²/(y+ε) + ∫(1−y)²/(1+εy)], both positive.
    private static func rootForm(_ r: Double) -> Estimate {
        let epsilon = VectorLoopIntegral.smallRoot(r)
        let sum = 1 + epsilon
        let nearPole = sum * sum * log1p(1 / epsilon) - 1.5 - epsilon
        let value = epsilon / sum * (nearPole + VectorLoopIntegral.farPole(epsilon))
        return .closedForm(value, operations: 32)
    }
}
