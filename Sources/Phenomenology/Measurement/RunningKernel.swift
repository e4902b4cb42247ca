#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Δα_had(t; K, M) = K M f(t/M) and its derivatives with one logarithm: the inner loop of the fit. Spacelike t only.
/// ``HadronicRunning`` is the one that is exact near t = 0; here the relative error stays below 10⁻⁹, that of 1 − Δα below
/// 10⁻¹⁴.
struct RunningKernel {
    let k: Double
    let m: Double
    private let inverse: Double

    init(k: Double, m: Double) {
        self.k = k
        self.m = m
        inverse = 1 / m
    }

    /// Of zⁿ⁻¹, highest first: −2 B_n/n of f and 2 B_n (n−1)/n of its derivative, B_n = ((n+1)!)²/(2n+3)!.
    private static let series: [(value: Double, slope: Double)] = (1...14).reversed().map { degree in
        var ratio = 1.0 / 6
        for n in 1...degree { ratio *= Double((n + 1) * (n + 1)) / Double((2 * n + 2) * (2 * n + 3)) }
        let n = Double(degree)
        return (-2 * ratio / n, 2 * ratio * (n - 1) / n)
    }

    /// ∂Δα/∂K and ∂Δα/∂M; Δα is K times the first.
    func gradient(_ transfer: Double) -> (k: Double, m: Double) {
        let z = transfer * inverse
        if z > -0.4 {
            var value = 0.0
            var slope = 0.0
            for coefficient in Self.series {
                value = value * z + coefficient.value
                slope = slope * z + coefficient.slope
            }
            return (m * value * z, k * slope * z)
        }
        let w = 1 / z
        let root = (1 - 4 * w).squareRoot()
        let ratio = log((root + 1) / (root - 1)) / root
        let value = -5.0 / 9 - 4.0 / 3 * w - 2 * ratio * (w * (4.0 / 3 * w + 1.0 / 3) - 1.0 / 6)
        let slope = -8.0 / 9 - 10.0 / 3 * w - ratio * (w * (20.0 / 3 * w + 2.0 / 3) - 1.0 / 3)
        return (m * value, k * slope)
    }
}
