import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The CL_s limit of a count on a background that is known exactly, from Poisson sums: the second method beside the
/// asymptotic ``CountingExperiment``.
public struct PoissonUpperLimit: Codable, Hashable, Sendable {
    /// B, events; at most 1e8.
    public var background: Double

    public init(background: Double) { self.background = background }

    /// The limit on the signal where the median count is seen: P(≤ n; s + B) = (1 − CL) P(≤ n; B).
    public func median(confidenceLevel: Double = 0.95) throws -> Estimate {
        guard background >= 0, background.isFinite else {
            throw SearchStatisticsError.backgroundOutOfRange(background)
        }
        guard background <= 1e8 else { throw SearchStatisticsError.backgroundTooLargeToCount(background) }
        guard confidenceLevel > 0, confidenceLevel < 1 else {
            throw SearchStatisticsError.confidenceOutOfRange(confidenceLevel)
        }
        guard background > 0 else { return .closedForm(-log1p(-confidenceLevel)) }
        let count = try medianCount()
        let target = try logCumulative(count, mean: background) + log1p(-confidenceLevel)
        func difference(_ signal: Double) throws -> Estimate {
            let value = try logCumulative(count, mean: background + signal)
            return .closedForm(target - value, size: target.magnitude + value.magnitude + count)
        }
        var upper = 4 + 4 * background.squareRoot()
        while try difference(upper).value < 0 { upper *= 2 }
        return try RootFinding.certified(in: 0...upper, difference)
    }

    /// The smallest count that is reached or undercut with a probability of one half.
    package func medianCount() throws -> Double {
        // The median lies between B − ln 2 and B + 1/3 (Choi, Proc. Am. Math. Soc. 121, 245 (1994)).
        var count = max((background - 1).rounded(.down), 0)
        while try logCumulative(count, mean: background) < -log(2.0) { count += 1 }
        return count
    }

    /// ln P(≤ count; mean), the terms added down from the last.
    private func logCumulative(_ count: Double, mean: Double) throws -> Double {
        let last = try PoissonDistribution(mean: mean).logProbability(of: count)
        var sum = 0.0
        var term = 1.0
        var k = count
        while term > 1e-18 * sum, k >= 0 {
            sum += term
            term *= k / mean
            k -= 1
        }
        return last + log(sum)
    }
}
