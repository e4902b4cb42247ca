#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension EnergyResolution {
    /// Beyond so many widths nothing is generated: 1e-15 of all.
    package static let largestDeviation = 8.0

    /// The least true energy (GeV) that can be measured above another, within `deviations` widths and a range.
    package func leastEnergy(
        measuredAbove measured: Double, deviations: Double = largestDeviation, from lower: Double, to upper: Double
    ) -> Double {
        bisect(from: lower, to: upper) { $0 + deviations * width(at: $0) < measured }.lower
    }

    /// The largest true energy (GeV) that can be measured below another, within `deviations` widths and a range.
    package func largestEnergy(
        measuredBelow measured: Double, deviations: Double = largestDeviation, from lower: Double, to upper: Double
    ) -> Double {
        bisect(from: lower, to: upper) { $0 - deviations * width(at: $0) < measured }.upper
    }

    private func bisect(
        from lower: Double, to upper: Double, _ isBelow: (Double) -> Bool
    ) -> (lower: Double, upper: Double) {
        if isBelow(upper) { return (upper, upper) }
        if !isBelow(lower) { return (lower, lower) }
        var (low, high) = (lower, upper)
        for _ in 0..<60 {
            let middle = 0.5 * (low + high)
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return (low, high)
    }

    /// How probable it is that a true energy is measured within a window, GeV: a Gaussian error. Nil is no end.
    package func probability(ofEnergy energy: Double, measuredAbove lower: Double?, below upper: Double?) -> Double {
        let (least, most) = (lower ?? -.infinity, upper ?? .infinity)
        let width = width(at: energy)
        guard width > 0 else { return energy > least && energy < most ? 1 : 0 }
        return NormalInterval.probability(from: (least - energy) / width, to: (most - energy) / width)
    }
}

/// The normal distribution of width one between two numbers.
package enum NormalInterval {
    /// Below this width the density is taken as a parabola.
    private static let narrow = 1e-4

    /// Without cancellation, in either tail.
    package static func probability(from lower: Double, to upper: Double) -> Double {
        guard lower < upper else { return 0 }
        let width = upper - lower
        if width < narrow {
            let middle = lower + 0.5 * width
            return width * exp(-0.5 * middle * middle) / (2 * Double.pi).squareRoot()
                * (1 + (middle * middle - 1) * width * width / 24)
        }
        let root = 0.5.squareRoot()
        if lower > 0 { return 0.5 * (erfc(lower * root) - erfc(upper * root)) }
        if upper < 0 { return 0.5 * (erfc(-upper * root) - erfc(-lower * root)) }
        return 0.5 * (erf(upper * root) - erf(lower * root))
    }
}
