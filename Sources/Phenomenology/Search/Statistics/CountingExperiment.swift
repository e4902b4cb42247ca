import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A search that counts events in one bin, on an expected background that is known within an uncertainty.
///
/// Asymptotic formulas with the Asimov data set (Cowan, Cranmer, Gross, Vitells, Eur. Phys. J. C 71, 1554 (2011)). They hold for
/// several expected events and more; below about one they promise too much (at most 1.92 events at 95 % where the
/// exact answer is 3.00), except for no background at all, for which the exact answer is given.
public struct CountingExperiment: Codable, Hashable, Sendable {
    /// B, events.
    public var background: Double
    /// δ, relative to the background.
    public var uncertainty: Double
    public var nuisance: BackgroundNuisance

    public init(background: Double, uncertainty: Double = 0, nuisance: BackgroundNuisance = .onOff) {
        self.background = background
        self.uncertainty = uncertainty
        self.nuisance = nuisance
    }

    /// The median expected upper limit on the signal's events by CL_s: q_A(s) = z² with Asimov data n = B. Without
    /// background −ln(1 − CL), exactly.
    public func upperLimit(confidenceLevel: Double = 0.95) throws -> Estimate {
        try validate()
        let z = try NormalQuantile.central(confidenceLevel)
        guard background > 0 else { return .closedForm(-log1p(-confidenceLevel)) }
        return try Self.root(of: z * z, from: background) { try exclusion(ofSignal: $0) }
    }

    /// The larger one of ``upperLimit(confidenceLevel:)`` and −ln(1 − CL), below which no exact CL_s limit can be: what to
    /// follow where the background falls to less than an event.
    public func cautiousUpperLimit(confidenceLevel: Double = 0.95) throws -> Estimate {
        let limit = try upperLimit(confidenceLevel: confidenceLevel)
        let floor = Estimate.closedForm(-log1p(-confidenceLevel))
        return limit.value < floor.value ? floor : limit
    }

    /// The signal for which the median significance of its discovery is `significance`: √q₀ with Asimov data n = s + B and
    /// m = τB, the background profiled without signal.
    public func discoverySignal(significance: Double = 5) throws -> Estimate {
        try validate()
        guard significance >= 1e-6, significance <= 1e6 else {
            throw SearchStatisticsError.significanceOutOfRange(significance)
        }
        guard background > 0 else { throw SearchStatisticsError.noBackgroundToDiscoverAbove }
        return try Self.root(of: significance * significance, from: background) { try discovery(ofSignal: $0) }
    }

    /// q_A(s): −2 ln of the likelihood's ratio for a signal where none is.
    package func exclusion(ofSignal signal: Double) throws -> Double {
        guard background > 0 else { return 2 * signal }
        let ratio = signal / background
        let (shift, factor) = try profiled(ratio)
        // σ + x, from the side that does not cancel.
        let surplus = factor < 0.5 ? (ratio - 1) + factor : ratio + shift
        return 2 * background * Self.excess(surplus) + constraint(shift: shift, factor: factor)
    }

    /// q₀ of a signal.
    package func discovery(ofSignal signal: Double) throws -> Double {
        let (missing, shift) = try absorbed(signal / background)
        return 2 * (background + signal) * Self.excess(-missing) + constraint(shift: shift, factor: 1 + shift)
    }

    /// −2 ln of the constraint's ratio for a background B(1 + shift), the factor being 1 + shift with all its digits.
    private func constraint(shift: Double, factor: Double) -> Double {
        guard uncertainty > 0, shift != 0 else { return 0 }
        let logarithm = factor < 0.5 ? log(factor) : log1p(shift)
        switch nuisance {
        case .onOff:
            let excess = factor < 0.5 ? factor - 1 - logarithm : Self.excess(shift)
            return 2 * excess / (uncertainty * uncertainty)
        case .logNormal:
            let pull = logarithm / log1p(uncertainty)
            return pull * pull
        }
    }

    /// x = b̂/B − 1 in (−1, 0] and y = b̂/B at a signal σ = s/B with data n = B.
    private func profiled(_ ratio: Double) throws -> (shift: Double, factor: Double) {
        guard uncertainty > 0, ratio > 0 else { return (0, 1) }
        switch nuisance {
        case .onOff:
            // x² + (1 + σ)x + σ/(1 + τ) = 0 and y² + (σ − 1)y − στ/(1 + τ) = 0, both without cancellation.
            let variance = uncertainty * uncertainty * background
            let root = ((1 - ratio) * (1 - ratio) + 4 * ratio / (1 + variance)).squareRoot()
            let shift = -2 * ratio * variance / ((1 + variance) * (1 + ratio + root))
            let factor =
                ratio > 1 ? 2 * ratio / ((1 + variance) * (ratio - 1 + root)) : 0.5 * (1 - ratio + root)
            return (shift, factor)
        case .logNormal:
            let width = log1p(uncertainty)
            // θ + kB y (σ + y − 1)/(σ + y) = 0 with y = e^{kθ}: it rises through its only root.
            let bound = -width * background * ratio / (1 + ratio)
            let pull = try Self.rising(from: bound, to: 0) { pull in
                let growth = expm1(width * pull)
                let factor = 1 + growth
                return pull + width * background * factor * (ratio + growth) / (ratio + factor)
            }
            return (expm1(width * pull), exp(width * pull))
        }
    }

    /// 1 − b̂/n and b̂/B − 1 without signal in the fit, with data n = B(1 + σ).
    private func absorbed(_ ratio: Double) throws -> (missing: Double, shift: Double) {
        guard uncertainty > 0 else { return (ratio / (1 + ratio), 0) }
        switch nuisance {
        case .onOff:
            let variance = uncertainty * uncertainty * background
            return (ratio / ((1 + ratio) * (1 + variance)), ratio * variance / (1 + variance))
        case .logNormal:
            let width = log1p(uncertainty)
            // θ = kB(1 + σ − y), y = e^{kθ}.
            let pull = try Self.rising(from: 0, to: log1p(ratio) / width) { pull in
                pull - width * background * (ratio - expm1(width * pull))
            }
            return (pull / (width * background * (1 + ratio)), expm1(width * pull))
        }
    }

    /// The root of a rising function that is between two ends but for their rounding.
    private static func rising(
        from lower: Double, to upper: Double, _ f: (Double) throws -> Double
    ) throws -> Double {
        if try f(lower) >= 0 { return lower }
        if try f(upper) <= 0 { return upper }
        return try RootFinding.brent(from: lower, to: upper, f)
    }

    /// e − ln(1 + e) for e > −1: half of a Poisson deviance a count, by its series where the two nearly cancel.
    static func excess(_ e: Double) -> Double {
        guard e.magnitude < 0.03 else { return e - log1p(e) }
        var sum = 0.0
        var power = e * e
        var degree = 2.0
        while power != 0, power.magnitude > 1e-18 * sum.magnitude {
            sum += power / degree
            power *= -e
            degree += 1
        }
        return sum
    }

    /// The signal at which a statistic that rises from zero reaches a level.
    static func root(
        of level: Double, from background: Double, _ statistic: (Double) throws -> Double
    ) throws -> Estimate {
        func difference(_ signal: Double) throws -> Estimate {
            let value = try statistic(signal)
            return .closedForm(value - level, size: value + level)
        }
        var upper = max(level, background.squareRoot())
        for _ in 0..<2000 {
            if try statistic(upper) > level { break }
            upper *= 2
        }
        var lower = 0.5 * upper
        for _ in 0..<2000 {
            if try statistic(lower) < level { break }
            lower *= 0.5
        }
        return try RootFinding.certified(in: lower...max(lower, upper), difference)
    }

    package func validate() throws(SearchStatisticsError) {
        guard background == 0 || (background >= 1e-100 && background <= 1e15) else {
            throw .backgroundOutOfRange(background)
        }
        guard uncertainty == 0 || (uncertainty >= 1e-12 && uncertainty <= 1e3) else {
            throw .uncertaintyOutOfRange(uncertainty)
        }
    }
}
