import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The equivalent photons of a nucleus, seen by a neutrino of energy E:
/// (Z²α/π) (ds/s) ∫ dq²/q² F²(q²) from q = s/2E, with F = exp(−a²q²/10), a = 1.3 A^{1/3} fm (Altmannshofer2014).
///
/// The q² integral is E₁(c s²) with c = a²/20E². For an integrand that depends on s through powers only, the s integral
/// above s = u is closed as well.
struct PhotonFlux: Sendable {
    /// c = a²/20E² in GeV⁻⁴.
    let suppression: Double
    /// Beyond c u² = 45 the flux is below e⁻⁴⁵.
    static let cutoff = 45.0

    /// - Parameter hbarc: ħc in GeV fm.
    init(neutrinoEnergy: Double, massNumber: Int, hbarc: Double) {
        let radius = 1.3 * cbrt(Double(massNumber)) / hbarc
        suppression = radius * radius / (20 * neutrinoEnergy * neutrinoEnergy)
    }

    /// The largest s that matters, GeV².
    var largestEnergySquared: Double { (Self.cutoff / suppression).squareRoot() }

    /// ∫_u^∞ ds s^{−1−n} E₁(c s²) for n = 0, 1, 2. `u` > 0 in GeV².
    func moments(above u: Double) -> (Double, Double, Double) {
        let z = suppression * u * u
        let root = z.squareRoot()
        let e1 = ExponentialIntegral.first(z)
        let exponential = exp(-z)
        let first = 2 * (e1 - 2 * exponential) / root + 4 * Double.pi.squareRoot() * erfc(root)
        let second = (e1 - exponential) / z + e1
        return (
            0.5 * ExponentialIntegral.repeated(z),
            0.5 * suppression.squareRoot() * first,
            0.5 * suppression * second
        )
    }
}

/// Exponential integrals of positive argument.
enum ExponentialIntegral {
    private static let eulerGamma = 0.577_215_664_901_532_860_6

    /// E₁(z) = ∫_z^∞ dt e^{−t}/t, z > 0 (Abramowitz & Stegun 5.1.11, and 5.1.22 as a continued fraction).
    static func first(_ z: Double) -> Double {
        if z <= 1.5 {
            var sum = 0.0
            var term = 1.0
            var n = 1.0
            repeat {
                term *= -z / n
                sum -= term / n
                n += 1
            } while term.magnitude > 0x1p-56
            return sum - eulerGamma - log(z)
        }
        // Lentz's evaluation of e^{−z}/(z + 1 − 1/(z + 3 − 4/(z + 5 − …))).
        var b = z + 1
        var c = 1e300
        var d = 1 / b
        var h = d
        for i in 1...200 {
            let a = -Double(i * i)
            b += 2
            d = 1 / (a * d + b)
            c = b + a / c
            let factor = c * d
            h *= factor
            if (factor - 1).magnitude < 0x1p-52 { break }
        }
        return h * exp(-z)
    }

    /// ∫_z^∞ dt E₁(t)/t, z > 0.
    static func repeated(_ z: Double) -> Double {
        if z <= 2 {
            let logarithm = log(z)
            var sum = 0.0
            var term = 1.0
            var n = 1.0
            repeat {
                term *= -z / n
                sum += term / (n * n)
                n += 1
            } while term.magnitude > 0x1p-56
            let constant = 0.5 * eulerGamma * eulerGamma + Double.pi * Double.pi / 12
            return sum + constant + logarithm * (eulerGamma + 0.5 * logarithm)
        }
        // e^{−z} ∫₀^∞ dy e^{−y} ln(1 + y/z)/(z + y), smooth for z > 2.
        let rule = GaussLegendre.rule(order: 20 * Refinement.factor)
        var sum = 0.0
        for (lower, upper) in [(0.0, 4.0), (4.0, 14.0), (14.0, 40.0)] {
            sum += rule.integrate(from: lower, to: upper) { y in exp(-y) * log1p(y / z) / (z + y) }
        }
        return exp(-z) * sum
    }
}
