import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The vacuum-polarisation integral of one lepton, L(s) = ∫₀¹ dx x(1−x) ln(m² − x(1−x) s − i0), as its distance from the
/// two places where it is simple: s = 0 and |s| → ∞.
package struct LeptonLoop {
    /// m², GeV².
    package let massSquared: Double
    /// q², GeV².
    package let s: Double
    /// s/m².
    package let ratio: Double

    package init(mass: Double, s: Double) { self.init(massSquared: mass * mass, s: s) }

    package init(massSquared: Double, s: Double) {
        self.massSquared = massSquared
        self.s = s
        ratio = s / massSquared
    }

    /// Where ``fromInfinity`` holds: s below −m² or above the threshold 4m².
    var isFar: Bool { ratio <= -1 || ratio > 4 }

    /// β² = 1 − 4m²/s, exact near the threshold up to the rounding of m².
    private var velocitySquared: Double { (s - 4 * massSquared) / s }

    /// The real part of L(s) − L(0), with the sum of the sizes of the terms in the error.
    package var fromZero: (value: Double, size: Double) {
        guard !isFar else {
            let far = fromInfinity
            let logarithm = (log(ratio.magnitude) - 5.0 / 3) / 6
            return (far.value + logarithm, far.size + logarithm.magnitude + 5.0 / 18)
        }
        guard ratio > 1 else { return series }
        // b = √(4m²/s − 1) takes the place of the velocity.
        let square = max(0, -velocitySquared)
        let b = square.squareRoot()
        let angle = b == 0 ? 0 : 2 * b * atan(1 / b)
        let value = (-5.0 / 3 - 4 / ratio + (1 + 2 / ratio) * angle) / 6
        // The angle depends on the root of a difference.
        let amplified = min(1 / max(b, 0x1p-60), 0x1p26)
        return (value, (5.0 / 3 + 4 / ratio + 3 * angle) / 6 + amplified)
    }

    /// −Σ tⁿ/n · [(n+1)!]²/(2n+3)!, for |t| = |s|/m² ≤ 1.
    private var series: (value: Double, size: Double) {
        var beta = 1.0 / 30
        var power = ratio
        var sum = 0.0
        var n = 1.0
        while n < 60 {
            let term = power / n * beta
            sum -= term
            if term.magnitude <= sum.magnitude * 0x1p-58 { break }
            power *= ratio
            n += 1
            // B(n+2, n+2) from B(n+1, n+1).
            beta *= (n + 1) / (2 * (2 * n + 3))
        }
        return (sum, sum.magnitude)
    }

    /// The real part of L(s) − (ln|s| − 5/3)/6, which falls as −m²/s: only meaningful where ``isFar``.
    ///
    /// With u = m²/s the square of (1+2u)β is 1 − 12u² − 16u³, which leaves no cancellation.
    var fromInfinity: (value: Double, size: Double) {
        let u = massSquared / s
        let beta = max(0, velocitySquared).squareRoot()
        let weighted = (1 + 2 * u) * beta
        let deficit = -u * u * (12 + 16 * u) / (weighted + 1)
        let first = -4 * u
        let second = -deficit * log(u.magnitude)
        let third = 2 * weighted * log1p(-2 * u / (1 + beta))
        return ((first + second + third) / 6, (first.magnitude + second.magnitude + third.magnitude) / 6)
    }

    /// The imaginary part of L(s + i0): −π β(3−β²)/12 above the threshold, zero below.
    package var imaginary: (value: Double, size: Double) {
        guard ratio > 4 else { return (0, 0) }
        let square = max(0, velocitySquared)
        let beta = square.squareRoot()
        return (-Double.pi * beta * (3 - square) / 12, beta + min(1 / max(beta, 0x1p-60), 0x1p26))
    }

    /// The half-width in x of the region where the logarithm's argument is negative.
    package var cutHalfWidth: Double { ratio > 4 ? 0.5 * velocitySquared.squareRoot() : 0 }
}
