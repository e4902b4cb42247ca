import NumericalMethods

/// How the fitted moments of many pseudo-experiments are distributed about the one they were made with. Failed fits are
/// counted and named, and enter no average.
public struct PullSummary: Codable, Hashable, Sendable {
    /// A fit that failed.
    public struct Failure: Codable, Hashable, Sendable {
        public var seed: String
        public var reason: String
    }

    /// Fits that succeeded.
    public var count: Int
    public var failures: [Failure]
    /// What the pseudo-experiments were made with.
    public var truth: Double
    /// The mean of (fitted − true)/σ, and the standard deviation of the same; `statistical` errors.
    public var bias: Estimate
    public var width: Estimate
    /// The standard deviation of the fitted moments.
    public var spread: Estimate
    /// The mean of χ² over its degrees of freedom.
    public var reducedChiSquared: Estimate

    /// - Throws: ``MeasurementError/invalidSettings(_:)`` with fewer than two fits that succeeded; the message names those that
    ///   failed.
    public init(_ outcomes: [PseudoExperiment.Outcome], truth: Double) throws(MeasurementError) {
        var fits: [MomentFit.Result] = []
        var failures: [Failure] = []
        for outcome in outcomes {
            switch outcome {
            case .fitted(let result): fits.append(result)
            case .failed(let seed, let reason): failures.append(Failure(seed: seed, reason: reason))
            }
        }
        guard fits.count > 1 else {
            let named = failures.prefix(3).map { "\($0.seed): \($0.reason)" }.joined(separator: "; ")
            throw .invalidSettings(
                "\(fits.count) of \(outcomes.count) pseudo-experiments were fitted, too few for a width; \(named)")
        }
        self.failures = failures
        self.truth = truth
        count = fits.count
        let pulls = Moments(fits.map { ($0.moment - truth) / $0.uncertainty })
        bias = pulls.mean
        width = pulls.deviation
        spread = Moments(fits.map(\.moment)).deviation
        reducedChiSquared = Moments(fits.map { $0.chiSquared / Double($0.degreesOfFreedom) }).mean
    }

    /// Mean and standard deviation of a sample with their standard errors; the deviation's assumes a normal distribution.
    private struct Moments {
        var mean: Estimate
        var deviation: Estimate

        init(_ values: [Double]) {
            mean = .mean(of: values)
            deviation = .standardDeviation(of: values)
        }
    }
}
