#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The Poisson distribution of a mean of any size, 10¹³ included, without the cancellation of n ln μ − μ − ln n!.
public struct PoissonDistribution: Hashable, Sendable {
    /// Positive.
    public let mean: Double

    /// - Throws: ``NumericalError/invalidArgument(_:)`` unless the mean is positive and below 2⁵², where counts stop being
    ///   whole numbers.
    public init(mean: Double) throws(NumericalError) {
        guard mean > 0, mean < 0x1p52 else {
            throw .invalidArgument("a Poisson mean of \(mean) is not between 0 and 2^52: check the expected events")
        }
        self.mean = mean
    }

    /// −2 ln of the likelihood's ratio to that of `mean` = `count`: 2[n ln(n/μ) + μ − n], by a series where the two are close.
    /// Non-negative; 2μ for a count of zero.
    @inlinable
    public static func deviance(count: Double, mean: Double) -> Double {
        let shift = (count - mean) / mean
        if shift.magnitude > 0.1 { return count > 0 ? 2 * (count * log(count / mean) + mean - count) : 2 * mean }
        // (1 + d) ln(1 + d) − d = Σ (−d)^k / (k (k − 1)) from k = 2.
        var sum = 0.0
        var power = shift * shift
        var degree = 2.0
        while power.magnitude > 1e-18 * sum.magnitude, power != 0 {
            sum += power / (degree * (degree - 1))
            power *= -shift
            degree += 1
        }
        return 2 * mean * sum
    }

    /// ln of the probability of `count`, a whole number of zero or more (Loader's saddle-point expansion, 2000).
    public func logProbability(of count: Double) -> Double {
        guard count > 0 else { return -mean }
        return -Self.stirlingRest(count) - 0.5 * Self.deviance(count: count, mean: mean)
            - 0.5 * log(2 * .pi * count)
    }

    /// ln n! less Stirling's formula.
    static func stirlingRest(_ count: Double) -> Double {
        if count < 16 { return lgamma(count + 1) - (count + 0.5) * log(count) + count - 0.5 * log(2 * .pi) }
        let inverse = 1 / (count * count)
        return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / count
    }

    /// A random count: exact at every mean, up to the rounding of the probabilities.
    ///
    /// Below a mean of ten by inversion, otherwise by transformed rejection (Hörmann's PTRS, 1993). The numbers of the stream
    /// that are used start at `counter`; fewer than 2³² follow.
    public func sample(from stream: RandomStream, at counter: UInt64) -> Double {
        mean < 10 ? inversion(stream.uniform(at: counter)) : transformedRejection(stream, counter)
    }

    private func inversion(_ uniform: Double) -> Double {
        var count = 0.0
        var probability = exp(-mean)
        var sum = probability
        // Beyond this the probability is below the resolution of the uniform numbers.
        while uniform > sum, count < 200 {
            count += 1
            probability *= mean / count
            sum += probability
        }
        return count
    }

    private func transformedRejection(_ stream: RandomStream, _ start: UInt64) -> Double {
        let b = 0.931 + 2.53 * mean.squareRoot()
        let a = -0.059 + 0.02483 * b
        let scale = 1.1239 + 1.1328 / (b - 3.4)
        let inside = 0.9277 - 3.6224 / (b - 2)
        var counter = start
        while true {
            let u = stream.uniform(at: counter) - 0.5
            let v = stream.uniform(at: counter &+ 1)
            counter &+= 2
            let distance = 0.5 - u.magnitude
            let count = ((2 * a / distance + b) * u + mean + 0.43).rounded(.down)
            if distance >= 0.07, v <= inside { return count }
            if count < 0 || (distance < 0.013 && v > distance) { continue }
            if log(v * scale / (a / (distance * distance) + b)) <= logProbability(of: count) { return count }
        }
    }
}
