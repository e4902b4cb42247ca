import LimitModel
@_spi(Solver) import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// P(g) = Σ cᵢ gⁱ, positive where the coupling g is excluded.
///
/// Rates are polynomials in g′, of which a loop and a mixing of another origin are the terms; where the two cancel, a
/// rate may rise, fall and rise again with g′.
struct ExclusionPolynomial {
    /// Ascending powers.
    var coefficients: [Estimate]

    /// Where P > 0 for g ≥ 0, ascending; none where P is nowhere positive.
    ///
    /// Between two neighbouring zeros of P′ there is at most one of P: the zeros follow from those of the derivatives,
    /// each between ends of opposite sign. A zero that P touches without a change of sign excludes nothing.
    func excluded() throws -> [ExcludedCouplings] {
        let values = coefficients.map(\.value)
        var ranges: [ExcludedCouplings] = []
        var lower: Estimate? = (values.first ?? 0) > 0 ? .exact(0) : nil
        for root in try Self.signChanges(of: values) {
            let edge = estimate(at: root)
            if let start = lower {
                ranges.append(ExcludedCouplings(lower: start, upper: edge))
                lower = nil
            } else {
                lower = edge
            }
        }
        if let lower { ranges.append(ExcludedCouplings(lower: lower, upper: nil)) }
        return ranges
    }

    /// A root with what the coefficients' errors and rounding do to it.
    private func estimate(at root: Double) -> Estimate {
        var (uncertainty, slope, power) = (0.0, 0.0, 1.0)
        for (index, coefficient) in coefficients.enumerated() {
            uncertainty += (coefficient.error + 0x1p-50 * coefficient.value.magnitude) * power
            slope += Double(index) * coefficient.value * power / root
            power *= root
        }
        let error = slope == 0 ? root : min(root, uncertainty / slope.magnitude)
        return Estimate(
            root, error: error, kind: coefficients.contains { $0.kind == .bound } ? .bound : .rounding)
    }

    /// The positive places where Σ cᵢ gⁱ changes sign, ascending.
    static func signChanges(of coefficients: [Double]) throws -> [Double] {
        guard let degree = coefficients.lastIndex(where: { $0 != 0 }), degree > 0 else { return [] }
        let leading = coefficients[degree].magnitude
        // Fujiwara: no root is larger in size than twice this.
        let bound =
            2
            * ((0..<degree).map { pow(coefficients[$0].magnitude / leading, 1 / Double(degree - $0)) }.max() ?? 0)
        guard bound > 0, bound.isFinite else { return [] }
        let derivative = (1...degree).map { Double($0) * coefficients[$0] }
        func value(_ x: Double) -> Double {
            coefficients[...degree].reversed().reduce(0) { $0 * x + $1 }
        }
        // Where P cannot be told from zero it touches: its sign there says nothing.
        func isDistinct(_ x: Double) -> Bool {
            value(x).magnitude > 0x1p-48 * coefficients[...degree].reversed().reduce(0) { $0 * x + $1.magnitude }
        }
        let turns = try signChanges(of: derivative).filter { $0 < bound && isDistinct($0) }
        let ends = [0] + turns + [bound * 1.5]
        // At zero what counts is the sign just above it.
        let first = coefficients.first { $0 != 0 } ?? 0
        var roots: [Double] = []
        for (low, high) in zip(ends, ends.dropFirst()) {
            let below = low == 0 ? first : value(low)
            guard (below > 0) != (value(high) > 0) else { continue }
            let start = low == 0 && coefficients[0] == 0 ? high * 0x1p-60 : low
            roots.append(try RootFinding.brent(from: start, to: high, value))
        }
        return roots
    }
}
