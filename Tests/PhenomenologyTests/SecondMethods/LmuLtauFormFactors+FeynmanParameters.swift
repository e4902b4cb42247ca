@_spi(Solver) import NumericalMethods

@testable import FormFactorPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The second method: the two-dimensional integrals over Feynman parameters.
///
/// With z the boson's parameter, x and y = w − x those of the muons (w = 1 − z), and masses in units of m_μ,
///
///     F₁/λ = 2∫dx dy { ln(Δ₀/Δ) + [(1−x)(1−y) t + c]/Δ − c/Δ₀ },   c = 1 − 4z + z²,
///     F₂/λ = 4∫dx dy z(1−z)/Δ,   Δ = w² + z m² − x y t,   Δ₀ = Δ(t = 0),
///
/// which is the vertex of quantum electrodynamics with a massive photon, subtracted at t = 0. The variables are
/// w = exp(−u) and x − y = w tanh η. Slow: milliseconds.
extension LmuLtauFormFactors {
    /// F₁/λ for spacelike q² (GeV²).
    /// - Throws: as ``f1(q2:)``, and `NumericalError` when the tolerance is out of reach.
    func f1ByFeynmanParameters(q2: Double, relativeTolerance: Double = 1e-10) throws -> Estimate {
        guard mass > 0 else { throw FormFactorError.infraredDivergence }
        let t = try point(q2).ratio
        guard t != 0 else { return .exact(0, as: .bound) }
        return try integrated(t: t, relativeTolerance: relativeTolerance) { w, z, atZero, product in
            let term = product * t / atZero
            let delta = atZero - product * t
            let c = 1 - 4 * z + z * z
            return 2 * (((z + product) * t + c * term) / delta - log1p(-term))
        }
    }

    /// F₂/λ for spacelike q² (GeV²).
    /// - Throws: as ``f2(q2:)``, and `NumericalError` when the tolerance is out of reach.
    func f2ByFeynmanParameters(q2: Double, relativeTolerance: Double = 1e-10) throws -> Estimate {
        let t = try point(q2).ratio
        return try integrated(t: t, relativeTolerance: relativeTolerance) { w, z, atZero, product in
            4 * z * w / (atZero - product * t)
        }
    }

    /// ∫dx dy of a function of w, z, Δ₀ and x y.
    private func integrated(
        t: Double, relativeTolerance: Double, _ f: (_ w: Double, _ z: Double, _ atZero: Double, _ xy: Double) -> Double
    ) throws -> Estimate {
        let square = (mass / inputs.muonMass) * (mass / inputs.muonMass)
        // Where w is so small that nothing is left of the integral: w² dw/w against Δ ≥ z m².
        let floor = min(1, square == 0 ? 1 : square) / max(1, -t)
        let end = 22 - 0.5 * log(floor)
        let corner = min(0.5, square > 0 ? 1 / square : 0.5)
        var splits = [0, corner]
        while let last = splits.last, last < end { splits.append(last + 3) }
        let inner = relativeTolerance / 100
        var innerError = 0.0
        let outer = try Quadrature.adaptive(splitAt: splits, relativeTolerance: relativeTolerance) { u in
            let w = exp(-u)
            let z = -expm1(-u)
            let atZero = w * w + z * square
            let value = try Quadrature.adaptive(
                splitAt: [0, 2, 5, 10, 20], relativeTolerance: inner,
                absoluteTolerance: inner * (t == 0 ? 1 : min(1, -t)) / atZero
            ) { rapidity in
                let slope = 1 / (cosh(rapidity) * cosh(rapidity))
                return slope * f(w, z, atZero, 0.25 * w * w * slope)
            }
            innerError = max(innerError, value.error * w * w)
            return w * w * value.value
        }
        return Estimate(outer.value, error: outer.error + innerError * end, kind: .bound)
    }
}
