/// One-dimensional integrals with an error bound.
public enum Quadrature {
    /// The order of the coarse rule; the fine rule has twice as many nodes.
    @usableFromInline static let coarseOrder = 10
    @usableFromInline static let maximumPanels = 4000

    /// ∫ f over `range`, by adaptive bisection with Gauss–Legendre rules of order 10 and 20.
    ///
    /// The value is the sum of the fine rules; the error bound is the sum over the panels of the difference between the
    /// coarse and the fine rule, plus the rounding of the sum. The panel with the largest error is bisected until
    /// `error <= max(absoluteTolerance, relativeTolerance * |value|)`, so the bound is that of the *coarse* rule and is
    /// conservative for smooth functions. The ends of the range are never evaluated: integrable end-point
    /// singularities converge (slowly). The result does not depend on anything but the arguments.
    ///
    /// - Parameters:
    ///   - range: finite ends; an empty range gives exactly zero.
    ///   - relativeTolerance: below about 1e-14 only `absoluteTolerance` can be met.
    /// - Throws: ``NumericalError/notConverged(task:reached:requested:effort:)`` after 4000 panels,
    ///   ``NumericalError/notFinite(task:argument:)`` where f is not finite, and whatever `f` throws.
    @inlinable
    public static func adaptive(
        over range: ClosedRange<Double>, relativeTolerance: Double = 1e-10, absoluteTolerance: Double = 0,
        _ f: (Double) throws -> Double
    ) throws -> Estimate {
        try adaptive(
            splitAt: [range.lowerBound, range.upperBound], relativeTolerance: relativeTolerance,
            absoluteTolerance: absoluteTolerance, f)
    }

    /// The same between ends that are computed: those that do not ascend, or are no numbers, are an error, where a range
    /// of them would end the process.
    @inlinable
    public static func adaptive(
        from lower: Double, to upper: Double, relativeTolerance: Double = 1e-10, absoluteTolerance: Double = 0,
        _ f: (Double) throws -> Double
    ) throws -> Estimate {
        try adaptive(
            splitAt: [lower, upper], relativeTolerance: relativeTolerance, absoluteTolerance: absoluteTolerance, f)
    }

    /// ∫ f from the first to the last of `points` (ascending), with the inner points as first panel boundaries:
    /// put them where f has a kink, a step or a narrow peak. Otherwise as ``adaptive(over:relativeTolerance:absoluteTolerance:_:)``.
    @inlinable
    public static func adaptive(
        splitAt points: [Double], relativeTolerance: Double = 1e-10, absoluteTolerance: Double = 0,
        _ f: (Double) throws -> Double
    ) throws -> Estimate {
        let order = coarseOrder * Refinement.factor
        let coarse = GaussLegendre.rule(order: order)
        let fine = GaussLegendre.rule(order: 2 * order)
        var panels: [Panel] = []
        for (lower, upper) in zip(points, points.dropFirst()) where lower != upper {
            guard lower < upper, lower.isFinite, upper.isFinite else {
                throw NumericalError.invalidArgument(
                    "the integration boundaries \(points) are not finite and ascending: order them")
            }
            panels.append(try Panel(from: lower, to: upper, coarse: coarse, fine: fine, f))
        }
        while true {
            var value = 0.0
            var error = 0.0
            var size = 0.0
            var worst = 0
            for (index, panel) in panels.enumerated() {
                value += panel.value
                error += panel.error
                size += panel.size
                if panel.error > panels[worst].error { worst = index }
            }
            // Rounding of the sums: a few ulps of the integral of |f|.
            let rounding = size * 0x1p-50
            let requested = max(absoluteTolerance, relativeTolerance * value.magnitude)
            if error + rounding <= requested || error <= rounding {
                return Estimate(value: value, error: error + rounding, kind: .bound)
            }
            guard panels.count < maximumPanels else {
                throw NumericalError.notConverged(
                    task: "the integral from \(points.first ?? 0) to \(points.last ?? 0)", reached: error + rounding,
                    requested: requested, effort: panels.count)
            }
            let panel = panels[worst]
            let middle = 0.5 * (panel.lower + panel.upper)
            guard panel.lower < middle, middle < panel.upper else {
                throw NumericalError.notConverged(
                    task: "the integral near \(middle)", reached: error + rounding, requested: requested,
                    effort: panels.count)
            }
            panels[worst] = try Panel(from: panel.lower, to: middle, coarse: coarse, fine: fine, f)
            panels.insert(try Panel(from: middle, to: panel.upper, coarse: coarse, fine: fine, f), at: worst + 1)
        }
    }

    /// A panel of the adaptive rule.
    @usableFromInline
    struct Panel {
        @usableFromInline let lower: Double
        @usableFromInline let upper: Double
        @usableFromInline let value: Double
        @usableFromInline let error: Double
        /// ∫ |f|, which sets the scale of rounding.
        @usableFromInline let size: Double

        @inlinable
        init(
            from lower: Double, to upper: Double, coarse: GaussLegendre, fine: GaussLegendre,
            _ f: (Double) throws -> Double
        ) throws {
            var size = 0.0
            let coarseValue = try coarse.integrate(from: lower, to: upper, f)
            let fineValue = try fine.integrate(from: lower, to: upper) { x in
                let y = try f(x)
                guard y.isFinite else { throw NumericalError.notFinite(task: "the integral", argument: x) }
                size += y.magnitude
                return y
            }
            self.lower = lower
            self.upper = upper
            self.value = fineValue
            self.error = (fineValue - coarseValue).magnitude
            self.size = size / Double(fine.order) * (upper - lower)
        }
    }
}
