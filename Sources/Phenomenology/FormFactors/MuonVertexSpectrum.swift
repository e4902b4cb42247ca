@_spi(Solver) import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The dispersion integrals of the photon–muon vertex with a boson exchanged, in units of m_μ.
///
/// Cutting the two muons (momentum κ, cosine c of the angle by which the boson scatters them; s = 4(1 + κ²)) gives, with
/// the traces done by hand,
///
///     Im F_i/λ = 2π β/(2κ²) ½∫dc n_i(c)/(a − c),   a = 1 + m²/2κ²,   β = κ/√(1 + κ²),
///     n₁ = κ²(1+c)² + 3c² − 2c + 1,   n₂ = (1 − c)(1 + 3c),
///
/// in Legendre functions Q_l(a), and F₁ = (t/π)∫ds Im F₁/[s(s−t)], F₂ = (1/π)∫ds Im F₂/(s−t).
///
/// In η = ln κ² all singularities (κ² = −1, −m²/4, (t−4)/4) have imaginary part ±π, and the integrands fall exponentially
/// on both sides: equally spaced points with equal weights converge as exp(−2π²/h). The error is rigorous: on the
/// lines Im η = ±φ each of the factors 1/s, 1/(s−t), 1/(m²+2κ²(1−c)) and β is at most a power of 1/cos(φ/2) larger than
/// on the real line, and n₁ (n₂, after an integration by parts) has positive coefficients only; so the integrals of
/// |f| there are below I/cos^{7/2}(φ/2). For the same reason no term of the sums is negative: nothing cancels.
struct MuonVertexSpectrum: Sendable {
    /// m/m_μ that can be asked for.
    static let ratios = 1e-50...1e50

    /// A q² below the threshold.
    struct Point {
        /// t = q²/m_μ².
        var ratio: Double
        /// 4 − t, without the cancellation near the threshold.
        var gap: Double

        /// Nil at and above the threshold.
        init?(q2: Double, muonMass: Double) {
            let square = muonMass * muonMass
            let residual = (-square).addingProduct(muonMass, muonMass)
            let distance = (4 * square - q2) + 4 * residual
            guard distance > 0 else { return nil }
            ratio = q2 / square
            gap = distance / square
        }
    }

    private let points: [Node]

    private struct Node {
        /// 4κ² = s − 4.
        var excess: Double
        /// What multiplies t/(s−t) in F₁, and 1/(s−t) in F₂: one division serves both.
        var weights: SIMD2<Double>
    }

    /// h, a dyadic fraction: points lie exactly where they are meant to.
    private static let largestStep = 0.4375
    private let step: Double
    /// 2/[cos^{7/2}(φ/2) (e^{2πφ/h} − 1)] at its smallest, φ = 2.88.
    private static let discretisation = 4e-15

    /// - Parameters:
    ///   - massRatio: m/m_μ, zero or in ``ratios``.
    ///   - largestMomentum: the largest |t| that will be asked for.
    ///   - smallestGap: the smallest 4 − t.
    init(massRatio: Double, largestMomentum: Double, smallestGap: Double) {
        let step = Self.largestStep / Double(Refinement.factor)
        self.step = step
        let square = massRatio * massRatio
        let scale = square > 0 ? square / 4 : 1
        // Below the smallest scale integrands fall at least as κ³, for a photon as κ, above the largest as ln κ/κ²: to
        // 10⁻¹⁷ and less.
        let first = Int(
            saturating: ((log(min(1, scale, smallestGap / 4)) - (square > 0 ? 28 : 84)) / step).rounded(.down))
        let last = Int(saturating: ((log(max(1, scale, largestMomentum / 4)) + 46) / step).rounded(.up))
        points = (first...max(first, last)).map { index in
            let momentum = exp(step * Double(index))
            let legendre = SecondKindLegendre(excess: square / (2 * momentum))
            let weight = 4 * step * (momentum / (1 + momentum)).squareRoot()
            return Node(
                excess: 4 * momentum,
                weights: weight
                    * SIMD2(legendre.charge(momentum) / (4 * (1 + momentum)), 2 * legendre.firstMinusSecond))
        }
    }

    /// F₁/λ and F₂/λ.
    func vertex(at point: Point) -> (charge: Estimate, magnetic: Estimate) {
        let gap = point.gap
        // Two sums, so that an addition need not wait for the one before.
        var (even, odd) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        var index = 0
        while index + 1 < points.count {
            even += points[index].weights / (points[index].excess + gap)
            odd += points[index + 1].weights / (points[index + 1].excess + gap)
            index += 2
        }
        if index < points.count { even += points[index].weights / (points[index].excess + gap) }
        let total = even + odd
        guard let first = points.first, let last = points.last else {
            return (.exact(0, as: .bound), .exact(0, as: .bound))
        }
        // What lies beyond the ends, with room to spare, and the rounding of each term and of the sum.
        let ends =
            (8 / step) * (first.weights / (first.excess + gap) + last.weights / (last.excess + gap))
        let rounding = Double(points.count / 2 + 48) * 0x1p-53
        let error = ends + total * (Self.discretisation + rounding)
        return (
            Estimate(total.x, error: error.x, kind: .bound).scaled(by: point.ratio),
            Estimate(total.y, error: error.y, kind: .bound)
        )
    }
}

/// The Legendre functions of the second kind Q₀, Q₁, Q₂ at a > 1: ½∫dc P_l(c)/(a − c) over −1 ≤ c ≤ 1.
struct SecondKindLegendre {
    let q0: Double
    let q1: Double
    let q2: Double
    /// Q₁ − Q₂, which is positive.
    let firstMinusSecond: Double

    /// - Parameter excess: a − 1 ≥ 0. At zero the three are infinite, and Q₁ − Q₂ is its limit ½.
    init(excess: Double) {
        let a = 1 + excess
        guard excess > 0 else {
            (q0, q1, q2) = (.infinity, .infinity, .infinity)
            firstMinusSecond = 0.5
            return
        }
        guard a > 2 else {
            q0 = 0.5 * log1p(2 / excess)
            q1 = a * q0 - 1
            q2 = 0.5 * (3 * a * a - 1) * q0 - 1.5 * a
            // Where Q₀ is large its factor is small.
            firstMinusSecond = 1.5 * a - 1 - 0.5 * excess * (3 * a + 1) * q0
            return
        }
        let y = 1 / a
        let square = y * y
        var (zeroth, first, second) = (1.0, 0.0, 0.0)
        var power = 1.0
        var k = 1.0
        repeat {
            power *= square
            let odd = power / (2 * k + 1)
            zeroth += odd
            first += odd
            second += power * 2 * (k - 1) / (4 * k * k - 1)
            k += 1
        } while power > square * 0x1p-58
        q0 = y * zeroth
        q1 = first
        q2 = a * second
        firstMinusSecond = first - q2
    }

    /// ½∫dc n₁/(a − c) at κ² = `momentum`.
    func charge(_ momentum: Double) -> Double {
        momentum * (4.0 / 3 * q0 + 2 * q1 + 2.0 / 3 * q2) + 2 * (q0 - q1 + q2)
    }
}
