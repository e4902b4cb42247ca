import Foundation
import Testing

@testable import NumericalMethods

@Suite struct PoissonDistributionTests {
    @Test(arguments: [(3.0, 5.0), (40, 41), (1000, 900), (7, 0), (1e4, 1.2e4)])
    func theDevianceIsItsDefinition(mean: Double, count: Double) {
        let direct = 2 * ((count > 0 ? count * log(count / mean) : 0) + mean - count)
        #expect(abs(PoissonDistribution.deviance(count: count, mean: mean) / direct - 1) < 1e-11)
    }

    @Test func theDevianceOfALargeCountKeepsItsDigits() {
        // (n − μ)²/μ less a third of its cube term, where n ln(n/μ) has lost everything.
        let mean = 2.8e12
        let shift = 3e6
        let expected = shift * shift / mean * (1 - shift / mean / 3)
        #expect(
            abs(PoissonDistribution.deviance(count: mean + shift, mean: mean) / expected - 1) < 1e-11)
    }

    @Test(arguments: [0.3, 5, 60]) func theProbabilitiesAddUpToOne(mean: Double) throws {
        let distribution = try PoissonDistribution(mean: mean)
        let total = (0...400).reduce(0) { $0 + exp(distribution.logProbability(of: Double($1))) }
        #expect(abs(total - 1) < 1e-12)
    }

    @Test(arguments: [0.4, 4, 9.9, 10.1, 30, 300]) func theFrequenciesAreTheProbabilities(mean: Double) throws {
        let distribution = try PoissonDistribution(mean: mean)
        let stream = RandomStream("frequencies")
        let count = 40_000
        var seen: [Double: Int] = [:]
        for index in 0..<count { seen[distribution.sample(from: stream, at: UInt64(index) << 32), default: 0] += 1 }
        var chiSquared = 0.0
        var classes = 0
        for value in 0...600 {
            let expected = Double(count) * exp(distribution.logProbability(of: Double(value)))
            guard expected > 20 else { continue }
            let difference = Double(seen[Double(value)] ?? 0) - expected
            chiSquared += difference * difference / expected
            classes += 1
        }
        // Five standard deviations of χ².
        #expect(chiSquared < Double(classes) + 5 * (2 * Double(classes)).squareRoot())
        #expect(classes > 1)
    }

    @Test(arguments: [1e4, 2.5e8, 2.8e12]) func largeCountsHaveTheMomentsOfPoisson(mean: Double) throws {
        let distribution = try PoissonDistribution(mean: mean)
        let stream = RandomStream("moments of counts")
        let count = 20_000
        let pulls = (0..<count).map {
            (distribution.sample(from: stream, at: UInt64($0) << 32) - mean) / mean.squareRoot()
        }
        let root = Double(count).squareRoot()
        func average(_ power: Int) -> Double {
            pulls.reduce(0) { sum, x in sum + (0..<power).reduce(1) { product, _ in product * x } } / Double(count)
        }
        #expect(abs(average(1)) < 5 / root)
        #expect(abs(average(2) - 1) < 5 * 2.0.squareRoot() / root)
        #expect(abs(average(3) - 1 / mean.squareRoot()) < 5 * 15.0.squareRoot() / root)
        #expect(abs(average(4) - 3) < 5 * 96.0.squareRoot() / root)
        #expect(pulls.indices.allSatisfy { pulls[$0].isFinite })
    }

    @Test func aCountIsAFunctionOfTheStreamAndTheCounter() throws {
        let distribution = try PoissonDistribution(mean: 1e9)
        let first = distribution.sample(from: RandomStream("a"), at: 1 << 32)
        #expect(first == distribution.sample(from: RandomStream("a"), at: 1 << 32) && first == first.rounded())
        #expect(first != distribution.sample(from: RandomStream("b"), at: 1 << 32))
    }

    @Test(arguments: [0, -1, Double.nan, 1e16]) func aMeanThatCannotBeCountedIsRefused(mean: Double) {
        #expect(throws: NumericalError.self) { try PoissonDistribution(mean: mean) }
    }
}
