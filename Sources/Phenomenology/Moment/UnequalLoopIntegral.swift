import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Re ∫₀¹ dx N(x)/D(x) of ``OneLoopMoment``, N a cubic without constant term, D = x² + (ε² − 1 − r) x + r, r = ρ².
struct UnequalLoopIntegral {
    /// Coefficients of x, x² and x³ in N.
    let numerator: [Double]
    /// m/m_ℓ.
    let rho: Double
    /// M/m_ℓ.
    let epsilon: Double
    /// (r − (1−ε)²)(r − (1+ε)²), the discriminant of D, from factors that do not cancel.
    let discriminant: Double

    init(_ mediator: OneLoopMoment.Mediator, rho: Double, epsilon: Double) {
        let e = mediator == .axialVector || mediator == .pseudoscalar ? -epsilon : epsilon
        if mediator.hasSpin {
            let longitudinal = (1 - e) / rho * ((1 - e) / rho)
            numerator = [4 * (e - 1), 6 - 4 * e + longitudinal * (1 + e), -2 - longitudinal]
        } else {
            numerator = [0, 1 + e, -1]
        }
        self.rho = rho
        self.epsilon = epsilon
        discriminant = (rho - 1 + epsilon) * (rho + 1 - epsilon) * (rho - 1 - epsilon) * (rho + 1 + epsilon)
    }

    /// Whether D has zeros between 0 and 1.
    var isBelowThreshold: Bool { rho < 1 - epsilon }

    // MARK: Closed form

    /// N/D in partial fractions over the roots of D. The error is the size of what is added, times a few units of the last
    /// place; it is infinite where the roots coincide.
    var closedForm: Estimate {
        let root = discriminant.magnitude.squareRoot()
        guard root > 0, root.isFinite else { return .closedForm(.nan) }
        let r = rho * rho
        let s = epsilon * epsilon
        // The sums of the roots z and of their complements 1 − z; the products are r and s.
        let sum = 1 + r - s
        let complements = 1 - r + s
        if discriminant < 0 {
            let z = PoleIntegrals(
                re: 0.5 * sum, im: 0.5 * root, complement: 0.5 * complements, modulus: rho, complementModulus: epsilon)
            return quotient(contract(z.imaginary), by: z.im)
        }
        let upper = sum > 0 ? 0.5 * (sum + root) : 2 * r / (sum - root)
        let lower = sum > 0 ? 2 * r / (sum + root) : 0.5 * (sum - root)
        let upperComplement = complements > 0 ? 2 * s / (complements + root) : 0.5 * (complements - root)
        let lowerComplement = complements > 0 ? 0.5 * (complements + root) : 2 * s / (complements - root)
        let first = contract(PoleIntegrals.real(upper, complement: upperComplement))
        let second = contract(PoleIntegrals.real(lower, complement: lowerComplement))
        return quotient((first.value - second.value, first.size + second.size), by: root)
    }

    /// The rounding of `divisor`, a distance of the roots, counts by how near the masses are to where it vanishes.
    private func quotient(_ sum: (value: Double, size: Double), by divisor: Double) -> Estimate {
        let distance = min((rho - 1 + epsilon).magnitude, (rho + 1 - epsilon).magnitude, (rho - 1 - epsilon).magnitude)
        let value = sum.value / divisor
        let size = 16 * sum.size / divisor + value.magnitude * (1 + rho + epsilon) / distance
        return .closedForm(value, size: size, operations: 1)
    }

    private func contract(_ terms: [(value: Double, size: Double)]) -> (value: Double, size: Double) {
        var value = 0.0
        var size = 0.0
        for (coefficient, term) in zip(numerator, terms) {
            value += coefficient * term.value
            size += coefficient.magnitude * term.size
        }
        return (value, size)
    }

    // MARK: Quadrature

    /// The integral by adaptive quadrature: along the real axis in the variables that open up the layers at its ends, or,
    /// below threshold, on a parabola above both zeros, whose residues are real.
    func quadrature(relativeTolerance: Double) throws -> Estimate {
        let r = rho * rho
        let s = epsilon * epsilon
        if isBelowThreshold {
            return try integrate([0, 1], relativeTolerance) { alongParabola($0, linear: s - 1 - r, constant: r) }
        }
        // x = e^{-t} and 1 − x = e^{-t}: every layer has a width of order one in t.
        let end = 80.0
        let half = log(2.0)
        func cubic(_ x: Double) -> Double { x * (numerator[0] + x * (numerator[1] + x * numerator[2])) }
        let minimum = min(max(0.5 * (1 + r - s), 0), 1)
        let low = try integrate(splits(half, minimum, end), relativeTolerance) { t in
            let x = exp(-t)
            return x * cubic(x) / (s * x + (1 - x) * (r - x))
        }
        let high = try integrate(splits(half, 1 - minimum, end), relativeTolerance) { t in
            let y = exp(-t)
            let x = 1 - y
            return y * cubic(x) / (s * x + y * (r - x))
        }
        return low + high
    }

    /// To a relative accuracy of the integral, or to a tenth of it of ∫|f|, where the integral passes through zero.
    private func integrate(
        _ points: [Double], _ relativeTolerance: Double, _ f: (Double) -> Double
    ) throws -> Estimate {
        let rule = GaussLegendre.rule(order: 20)
        let size = zip(points, points.dropFirst()).reduce(0) { sum, ends in
            sum + rule.integrate(from: ends.0, to: ends.1) { f($0).magnitude }
        }
        return try Quadrature.adaptive(
            splitAt: points, relativeTolerance: relativeTolerance, absoluteTolerance: 0.1 * relativeTolerance * size, f)
    }

    /// The ends of the range of t, and where D is least.
    private func splits(_ start: Double, _ minimum: Double, _ end: Double) -> [Double] {
        let t = minimum > 0 ? -log(minimum) : end
        return t > start && t < end ? [start, t, end] : [start, end]
    }

    /// Re [N/D · dz/dt] on z = t + i t(1−t).
    private func alongParabola(_ t: Double, linear: Double, constant: Double) -> Double {
        let (a, b) = (t, t * (1 - t))
        let (slopeRe, slopeIm) = (1.0, 1 - 2 * t)
        func times(_ p: (Double, Double), _ q: (Double, Double)) -> (Double, Double) {
            (p.0 * q.0 - p.1 * q.1, p.0 * q.1 + p.1 * q.0)
        }
        let z = (a, b)
        var cubic = (numerator[2] * a + numerator[1], numerator[2] * b)
        cubic = times(cubic, z)
        cubic.0 += numerator[0]
        cubic = times(cubic, z)
        var below = times(z, (a + linear, b))
        below.0 += constant
        let above = times(cubic, (slopeRe, slopeIm))
        return (above.0 * below.0 + above.1 * below.1) / (below.0 * below.0 + below.1 * below.1)
    }
}

/// ∫₀¹ dx xⁿ/(x − z), n = 1, 2, 3, and the sizes of what adds up to them.
struct PoleIntegrals {
    var im: Double
    /// Imaginary parts, for a pole off the axis.
    var imaginary: [(value: Double, size: Double)]

    /// For z = re + i im, im > 0; `complement` is 1 − re, the moduli are |z| and |1 − z|.
    init(re: Double, im: Double, complement: Double, modulus: Double, complementModulus: Double) {
        self.im = im
        if modulus > 2 {
            // −Σ z^{−k−1}/(n+k+1).
            let inverse = (re / (modulus * modulus), -im / (modulus * modulus))
            imaginary = (1...3).map { n in
                var power = inverse
                var value = 0.0
                var size = 0.0
                var k = 0.0
                var modulusPower = 1 / modulus
                repeat {
                    let term = -power.1 / (Double(n) + k + 1)
                    value += term
                    size += term.magnitude
                    power = (
                        power.0 * inverse.0 - power.1 * inverse.1, power.0 * inverse.1 + power.1 * inverse.0
                    )
                    modulusPower /= modulus
                    k += 1
                } while modulusPower > 0x1p-58 * size
                return (value, size)
            }
            return
        }
        // The logarithm, then L_n = z L_{n−1} + 1/n.
        var current = (log(complementModulus / modulus), atan2(-im, complement) - atan2(-im, -re))
        var size = current.0.magnitude + current.1.magnitude
        var found: [(value: Double, size: Double)] = []
        for n in 1...3 {
            current = (re * current.0 - im * current.1 + 1 / Double(n), re * current.1 + im * current.0)
            size = modulus * size + 1 / Double(n)
            found.append((current.1, size))
        }
        imaginary = found
    }

    /// Principal values for a real z; `complement` is 1 − z.
    static func real(_ z: Double, complement: Double) -> [(value: Double, size: Double)] {
        if z.magnitude > 2 {
            return (1...3).map { n in
                var power = 1 / z
                var value = 0.0
                var k = 0.0
                repeat {
                    value -= power / (Double(n) + k + 1)
                    power /= z
                    k += 1
                } while power.magnitude > 0x1p-58 * value.magnitude
                return (value, 2 * value.magnitude)
            }
        }
        var current = log((complement / z).magnitude)
        var size = current.magnitude
        return (1...3).map { n in
            current = z * current + 1 / Double(n)
            size = z.magnitude * size + 1 / Double(n)
            return (current, size)
        }
    }
}
