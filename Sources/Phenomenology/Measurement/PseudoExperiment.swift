import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Measurements of a template's own events with random counts, each named by the stream and number that make it again.
public struct PseudoExperiment: Codable, Hashable, Sendable {
    /// Of the random numbers: the name of the node that asked.
    public var stream: String
    public var number: Int

    public init(stream: String, number: Int) {
        self.stream = stream
        self.number = number
    }

    /// What names its random numbers, for a message.
    public var seed: String { "\(stream)/\(number)" }

    /// Random counts: Poisson's about `means`, each first moved by a normal deviation of the relative size `systematic`.
    ///
    /// - Throws: `NumericalError` for a mean that is not positive or too large to be counted.
    public func counts(_ means: [Double], systematic: Double = 0) throws -> [Double] {
        let random = RandomStream(seed)
        return try means.indices.map { bin in
            // No count uses as many as 2³² random numbers.
            let counter = UInt64(bin) << 32
            var mean = means[bin]
            if systematic > 0 {
                let deviates = RandomStream("\(seed)/systematic")
                mean *= 1 + systematic * deviates.normal(at: UInt64(2 * bin))
            }
            return try PoissonDistribution(mean: mean).sample(from: random, at: counter)
        }
    }

    /// The counts of the template, fitted.
    public func outcome(of fit: MomentFit) -> Outcome {
        do {
            guard let means = fit.template.events(fit.template.start) else {
                return .failed(seed: seed, reason: "the template has no events at its start")
            }
            return .fitted(try fit.fit(counts(means, systematic: fit.template.settings.systematic)))
        } catch {
            return .failed(seed: seed, reason: "\(error)")
        }
    }

    /// A fit that succeeded, or why it did not.
    public enum Outcome: Codable, Hashable, Sendable {
        case fitted(MomentFit.Result)
        case failed(seed: String, reason: String)
    }
}

extension RandomStream {
    /// A normal deviate from the numbers at `counter` and after it (Box and Muller).
    func normal(at counter: UInt64) -> Double {
        (-2 * log(uniform(at: counter))).squareRoot() * cos(2 * .pi * uniform(at: counter &+ 1))
    }
}
