import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A search in several bins of a spectrum, such as that of the electron's energy. In one bin it is a ``CountingExperiment``
/// with an on/off nuisance.
public struct SpectrumExperiment: Codable, Hashable, Sendable {
    /// What is uncertain of the background.
    public enum Uncertainty: Codable, Hashable, Sendable {
        /// One normalisation of the whole background, whose shape is known: m ~ Pois(τb) with τ = 1/(δ²B) for its total.
        case shared(Double)
        /// Each bin's own, independent of the others, as with pyhf's `shapesys`.
        case independent(Double)

        package var relative: Double {
            switch self {
            case .shared(let uncertainty), .independent(let uncertainty): uncertainty
            }
        }
    }

    /// Expected signal in each bin, at any normalisation.
    public var signal: [Double]
    /// Expected background in each bin, events.
    public var background: [Double]
    public var uncertainty: Uncertainty

    public init(signal: [Double], background: [Double], uncertainty: Uncertainty) {
        self.signal = signal
        self.background = background
        self.uncertainty = uncertainty
    }

    /// The median expected CL_s limit on the signal's events in all bins together: asymptotic, Asimov data without signal.
    /// Where no bin with signal has background, −ln(1 − CL), exactly.
    public func upperLimit(confidenceLevel: Double = 0.95) throws -> Estimate {
        try validate()
        let z = try NormalQuantile.central(confidenceLevel)
        let total = signal.reduce(0, +)
        guard zip(signal, background).contains(where: { $0 > 0 && $1 > 0 }) else {
            return .closedForm(-log1p(-confidenceLevel))
        }
        return try CountingExperiment.root(of: z * z, from: background.reduce(0, +)) { events in
            try exclusion(strength: events / total)
        }
    }

    /// q_A at `strength` times the signal.
    package func exclusion(strength: Double) throws -> Double {
        switch uncertainty {
        case .independent(let relative):
            return try zip(signal, background).reduce(0) { sum, bin in
                try sum
                    + CountingExperiment(background: bin.1, uncertainty: relative).exclusion(
                        ofSignal: strength * bin.0)
            }
        case .shared(let relative):
            let shift = try sharedShift(strength: strength, relative: relative)
            var sum = relative > 0 ? 2 * CountingExperiment.excess(shift) / (relative * relative) : 0
            for (s, b) in zip(signal, background) {
                sum += b > 0 ? 2 * b * CountingExperiment.excess(strength * s / b + shift) : 2 * strength * s
            }
            return sum
        }
    }

    /// x where the background's B_i(1 + x) fit data without signal best.
    private func sharedShift(strength: Double, relative: Double) throws -> Double {
        guard relative > 0, strength > 0 else { return 0 }
        // Σ B_i (σ_i + x)/(1 + σ_i + x) + x/(1 + x)/δ² = 0 rises with x from −∞ at −1 to a number above zero at 0.
        func slope(_ x: Double) -> Double {
            var sum = x / (1 + x) / (relative * relative)
            for (s, b) in zip(signal, background) where b > 0 {
                let e = strength * s / b + x
                sum += b * e / (1 + e)
            }
            return sum
        }
        var lower = -0.5
        while slope(lower) > 0 {
            let next = 0.5 * (lower - 1)
            guard next > -1, next < lower else { return lower }
            lower = next
        }
        guard slope(0) > 0 else { return 0 }
        return try RootFinding.brent(from: lower, to: 0) { slope($0) }
    }

    package func validate() throws {
        guard signal.count == background.count, !signal.isEmpty else {
            throw SearchStatisticsError.binsDiffer(signal: signal.count, background: background.count)
        }
        if let wrong = signal.first(where: { !($0 >= 0) || $0.isInfinite }) {
            throw SearchStatisticsError.signalOutOfRange(wrong)
        }
        guard signal.contains(where: { $0 > 0 }) else { throw SearchStatisticsError.signalOutOfRange(0) }
        for events in background {
            try CountingExperiment(background: events, uncertainty: uncertainty.relative).validate()
        }
    }
}
