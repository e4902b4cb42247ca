import BosonPhysics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The running that one fermion loop gives the electromagnetic coupling, α(q²) = α/(1 − Δα(q²)):
///
///     Δα(q²) = 2c ∫₀¹ dx x(1−x) ln(1 − x(1−x) q²/m²),
///
/// positive for q² < 0. A lepton has c = α/π; the hadrons of ``HadronicRunning`` have c = K M and m² = M.
public struct LoopRunning: Codable, Hashable, Sendable {
    /// c.
    public let strength: Double
    /// m², GeV²; positive.
    public let massSquared: Double

    init(strength: Double, massSquared: Double) {
        self.strength = strength
        self.massSquared = massSquared
    }

    /// 4m²: beyond it the loop's particles are produced. GeV².
    public var threshold: Double { 4 * massSquared }

    /// Δα(q²), its real part above ``threshold``. q² in GeV², of either sign; a number that is not finite gives NaN.
    ///
    /// A closed form: a series for |q²| < m², so that −c q²/15m² is approached without cancellation.
    public func value(q2: Double) -> Double { estimate(q2: q2).value }

    /// Δα(q²) with its rounding.
    public func estimate(q2: Double) -> Estimate {
        guard q2.isFinite else { return .exact(.nan) }
        let loop = LeptonLoop(massSquared: massSquared, s: q2).fromZero
        return Estimate.closedForm(loop.value, size: loop.size, operations: 16).scaled(by: 2 * strength)
    }

    /// The imaginary part of Δα(q² + i0), negative above ``threshold``, zero below: −(c π/3)(1 + 2m²/q²)β.
    public func imaginary(q2: Double) -> Double {
        guard q2.isFinite else { return .nan }
        return 2 * strength * LeptonLoop(massSquared: massSquared, s: q2).imaginary.value
    }

    /// m² ∂Δα/∂m² at fixed `strength`: −q² ∂Δα/∂q². Finite at spacelike q²; it diverges at ``threshold``.
    public func massDerivative(q2: Double) -> Double {
        guard q2.isFinite else { return .nan }
        return -2 * strength * LeptonLoop(massSquared: massSquared, s: q2).slope
    }

    /// Δα + m² ∂Δα/∂m² at fixed `strength`, which is of second order in q² where each of the two is of first order.
    func massDerivativeWithValue(q2: Double) -> Double {
        guard q2.isFinite else { return .nan }
        return 2 * strength * LeptonLoop(massSquared: massSquared, s: q2).valueLessSlope
    }

    /// Δα(q²) by adaptive quadrature over the Feynman parameter: the second method. Any q²; the error is a bound.
    /// - Throws: ``RunningError/invalidMomentum(_:)``, and `NumericalError` when the tolerance is out of reach.
    public func byQuadrature(q2: Double, relativeTolerance: Double = 1e-11) throws -> Estimate {
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
    /// - Throws: ``RunningError``, and `NumericalError` when the tolerance is out of reach.
    public func byDispersion(q2: Double, relativeTolerance: Double = 1e-11) throws -> Estimate {
        guard q2.isFinite else { throw RunningError.invalidMomentum(q2) }
        guard q2 < threshold else { throw RunningError.aboveThreshold(q2: q2, threshold: threshold) }
        // s = 4m²/(1−v²), with v = 1 − y so that the far end is resolved.
        let integral = try Quadrature.adaptive(over: 0...1, relativeTolerance: relativeTolerance) { y in
            let v = 1 - y
            let gap = y * (2 - y)
            return v * v * (2 + gap) / (threshold - q2 * gap)
        }
        return integral.scaled(by: -strength * q2 / 3)
    }
}

extension LeptonLoop {
    /// r dL/dr with r = s/m², the real part above the threshold.
    var slope: Double {
        guard ratio.magnitude > 1 else {
            return series { _ in 1 }
        }
        return (1 + 6 / ratio + 12 * root / (ratio * (ratio - 4))) / 6
    }

    /// L(s) − L(0) − r dL/dr.
    var valueLessSlope: Double {
        guard ratio.magnitude > 1 else {
            return series { n in (1 - n) / n }
        }
        return fromZero.value - slope
    }

    /// β ln|(1+β)/(1−β)|, continued to 0 < r < 4.
    private var root: Double {
        let square = (ratio - 4) / ratio
        guard square < 0 else {
            let beta = square.squareRoot()
            return beta * log((1 + beta) * (1 + beta) * ratio.magnitude / 4)
        }
        let b = (-square).squareRoot()
        return 2 * b * atan(1 / b)
    }

    /// −Σ rⁿ B(n+2, n+2) `weight`(n), for |r| ≤ 1.
    private func series(weight: (Double) -> Double) -> Double {
        var beta = 1.0 / 30
        var power = ratio
        var sum = 0.0
        for index in 1..<60 {
            let n = Double(index)
            let term = power * beta
            sum -= term * weight(n)
            if index > 2, term.magnitude <= sum.magnitude * 0x1p-62 { break }
            power *= ratio
            beta *= (n + 2) / (2 * (2 * n + 5))
        }
        return sum
    }
}
