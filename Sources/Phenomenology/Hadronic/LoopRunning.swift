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
