#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A low-discrepancy sequence in the unit cube: the multiples, modulo one, of a vector of irrational numbers.
///
/// The vector is (ρ⁻¹, ρ⁻², …) with ρ the positive root of x^(d+1) = x + 1, which is in Q(ρ) of degree d + 1 and so gives
/// the best exponent for a Kronecker sequence. A random shift makes the mean of a function over the points an unbiased
/// estimate of its integral, and independent shifts give its statistical error.
public struct KroneckerSequence: Sendable {
    /// The dimension of the cube, at least 1.
    public let dimensions: Int
    /// In units of 2⁻⁶⁴, so that multiples wrap modulo one exactly.
    private let steps: [UInt64]

    /// - Parameter dimensions: at least 1.
    public init(dimensions: Int) {
        let dimensions = max(dimensions, 1)
        self.dimensions = dimensions
        var root = 1.5
        // A contraction with factor 1/(d + 1) or less.
        for _ in 0..<80 { root = pow(1 + root, 1 / Double(dimensions + 1)) }
        steps = (1...dimensions).map { UInt64(pow(root, -Double($0)) * 0x1p64) }
    }

    /// Coordinate `dimension` of the point `index`, shifted modulo one, in the open interval (0, 1).
    public func coordinate(_ dimension: Int, ofPoint index: Int, shift: UInt64) -> Double {
        let bits = UInt64(truncatingIfNeeded: index) &* steps[dimension] &+ shift
        return (Double(bits >> 12) + 0.5) * 0x1p-52
    }
}
