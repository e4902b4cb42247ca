import NumericalMethods

@testable import BosonPhysics
@testable import HadronicPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension LoopRunning {
    /// The imaginary part of Δα(q² + i0), negative above ``threshold``, zero below: −(c π/3)(1 + 2m²/q²)β.
    func imaginary(q2: Double) -> Double {
        guard q2.isFinite else { return .nan }
        return 2 * strength * LeptonLoop(massSquared: massSquared, s: q2).imaginary.value
    }

    /// Δα(q²) by adaptive quadrature over the Feynman parameter: the second method. Any q²; the error is a bound.
    /// - Throws: ``RunningError/invalidMomentum(_:)``, and `NumericalError` when the tolerance is out of reach.
    func byQuadrature(q2: Double, relativeTolerance: Double = 1e-11) throws -> Estimate {
        guard q2.isFinite else { throw RunningError.invalidMomentum(q2) }
        let loop = LeptonLoop(massSquared: massSquared, s: q2)
        guard loop.ratio > 4 else {
            return try Quadrature.adaptive(over: 0...0.5, relativeTolerance: relativeTolerance) { x in
                let product = x * (1 - x)
                return 2 * product * log1p(-product * loop.ratio)
            }.scaled(by: 2 * strength)
        }
        let half = loop.cutHalfWidth
        let integral = try Quadrature.adaptive(
            splitAt: [0, half, 0.5], relativeTolerance: relativeTolerance, absoluteTolerance: 1e-13
        ) { w in
            2 * (0.25 - w * w) * log((loop.ratio * (w - half) * (w + half)).magnitude)
        }
        return integral.scaled(by: 2 * strength)
    }

    /// Δα(q²) by the once-subtracted dispersion relation over the imaginary part, −(q²/π)∫ds Im/(s(s−q²)) with the sign of
    /// ``imaginary(q2:)`` reversed: the third method, below ``threshold``. The error is a bound.
    /// - Throws: ``RunningError/invalidMomentum(_:)``, and `NumericalError` when the tolerance is out of reach.
    func byDispersion(q2: Double, relativeTolerance: Double = 1e-11) throws -> Estimate {
        guard q2.isFinite else { throw RunningError.invalidMomentum(q2) }
        guard q2 < threshold else { throw RunningError.invalidMomentum(q2) }
        // s = 4m²/(1−v²), with v = 1 − y so that the far end is resolved.
        let integral = try Quadrature.adaptive(over: 0...1, relativeTolerance: relativeTolerance) { y in
            let v = 1 - y
            let gap = y * (2 - y)
            return v * v * (2 + gap) / (threshold - q2 * gap)
        }
        return integral.scaled(by: -strength * q2 / 3)
    }
}

extension LeptonicRunning {
    /// By quadrature over the Feynman parameter: the second method.
    /// - Throws: as ``LoopRunning/byQuadrature(q2:relativeTolerance:)``.
    func byQuadrature(q2: Double) throws -> Estimate { try sum { try $0.byQuadrature(q2: q2) } }

    /// By dispersion over the imaginary parts, below the electron's threshold: the third method.
    /// - Throws: as ``LoopRunning/byDispersion(q2:relativeTolerance:)``.
    func byDispersion(q2: Double) throws -> Estimate { try sum { try $0.byDispersion(q2: q2) } }
}
