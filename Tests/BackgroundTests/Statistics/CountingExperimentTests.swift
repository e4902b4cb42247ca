import Foundation
import NumericalMethods
import SearchPhysics
import Testing

@Suite("A counting experiment")
struct CountingExperimentTests {
    @Test("without background excludes −ln(1 − CL) events, however uncertain none are")
    func noBackground() throws {
        for uncertainty in [0, 0.05, 10] {
            let experiment = CountingExperiment(background: 0, uncertainty: uncertainty)
            #expect(abs(try experiment.upperLimit().value + log(0.05)) < 1e-14)
            #expect(abs(try experiment.upperLimit(confidenceLevel: 0.9).value + log(0.1)) < 1e-14)
        }
    }

    @Test(
        "agrees with an independent program",
        arguments: [
            (10, 0, 7.53934), (10, 0.05, 7.59259), (10, 0.2, 8.29374), (1e3, 0, 63.2665), (1e3, 0.05, 114.121),
            (1e3, 0.2, 349.011), (1e5, 0, 621.076), (1e5, 0.05, 9503.28), (1e5, 0.2, 34260.1),
        ])
    func independent(background: Double, uncertainty: Double, limit: Double) throws {
        let found = try CountingExperiment(background: background, uncertainty: uncertainty).upperLimit()
        #expect(abs(found.value / limit - 1) < 1e-5)
    }

    @Test("agrees with pyhf's kind of likelihood, minimised by brute force")
    func bruteForce() throws {
        let (background, uncertainty) = (37.0, 0.3)
        let tau = 1 / (uncertainty * uncertainty * background)
        let limit = try CountingExperiment(background: background, uncertainty: uncertainty).upperLimit().value
        func logarithm(_ signal: Double, _ b: Double) -> Double {
            background * log(signal + b) - signal - b + tau * background * log(tau * b) - tau * b
        }
        let profiled = (1...200_000).map { logarithm(limit, Double($0) * 2.5e-4) }.max() ?? 0
        let statistic = 2 * (logarithm(0, background) - profiled)
        #expect(abs(statistic.squareRoot() - 1.959_963_985) < 1e-6)
    }

    @Test("tends to that of an exactly known background")
    func smallUncertainty() throws {
        for nuisance in BackgroundNuisance.allCases {
            let exact = try CountingExperiment(background: 250).upperLimit().value
            let near = try CountingExperiment(background: 250, uncertainty: 1e-6, nuisance: nuisance).upperLimit().value
            #expect(abs(near / exact - 1) < 1e-9)
        }
    }

    @Test("with a log-normal nuisance has another limit than with an on/off one")
    func logNormal() throws {
        let limit = try CountingExperiment(background: 1e3, uncertainty: 0.2, nuisance: .logNormal).upperLimit().value
        #expect(abs(limit - 308.07) < 0.005)
    }

    @Test("excludes less on more background, and on a less certain one")
    func monotone() throws {
        for nuisance in BackgroundNuisance.allCases {
            let onMore = try [1.0, 10, 1e3, 1e6].map {
                try CountingExperiment(background: $0, uncertainty: 0.1, nuisance: nuisance).upperLimit().value
            }
            #expect(zip(onMore, onMore.dropFirst()).allSatisfy { $0 < $1 })
            let onWorse = try [0, 0.01, 0.1, 1].map {
                try CountingExperiment(background: 100, uncertainty: $0, nuisance: nuisance).upperLimit().value
            }
            #expect(zip(onWorse, onWorse.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("never promises less than what excludes nothing seen, when it is cautious")
    func cautious() throws {
        for background in [0, 1e-6, 0.1, 0.5, 2] {
            let experiment = CountingExperiment(background: background)
            let limit = try experiment.cautiousUpperLimit().value
            #expect(limit >= -log(0.05) - 1e-14)
            #expect(try limit >= experiment.upperLimit().value)
        }
    }

    @Test("discovers a signal on a known background by the formula of Cowan and others")
    func discovery() throws {
        let found = try CountingExperiment(background: 40).discoverySignal(significance: 3).value
        let statistic = 2 * ((found + 40) * log(1 + found / 40) - found)
        #expect(abs(statistic - 9) < 1e-9)
    }

    @Test("discovers on an uncertain background by the on/off formula of Li and Ma")
    func discoveryOnOff() throws {
        let (background, uncertainty) = (60.0, 0.15)
        let signal = try CountingExperiment(background: background, uncertainty: uncertainty).discoverySignal().value
        let tau = 1 / (uncertainty * uncertainty * background)
        let (on, off) = (background + signal, tau * background)
        let significance =
            (2 * (on * log((1 + tau) * on / (on + off)) + off * log((1 + tau) / tau * off / (on + off)))).squareRoot()
        #expect(abs(significance - 5) < 1e-9)
    }

    @Test("has errors that cover a root's rounding and no more")
    func errors() throws {
        let limit = try CountingExperiment(background: 1e5, uncertainty: 0.2).upperLimit()
        #expect(limit.error > 0)
        #expect(limit.relativeError < 1e-9)
    }

    @Test("refuses what is no background, uncertainty, significance or level")
    func refusals() {
        for background in [-1, .nan, .infinity, 1e-200, 1e30] {
            #expect(throws: SearchStatisticsError.self) {
                try CountingExperiment(background: background).upperLimit()
            }
        }
        for uncertainty in [-0.1, .nan, .infinity, 1e9] {
            #expect(throws: SearchStatisticsError.self) {
                try CountingExperiment(background: 10, uncertainty: uncertainty).upperLimit()
            }
        }
        for level in [0, 1, -1, 2, .nan] {
            #expect(throws: SearchStatisticsError.self) {
                try CountingExperiment(background: 10).upperLimit(confidenceLevel: level)
            }
        }
        for significance in [0, -5, .nan, .infinity] {
            #expect(throws: SearchStatisticsError.self) {
                try CountingExperiment(background: 10).discoverySignal(significance: significance)
            }
        }
        #expect(throws: SearchStatisticsError.noBackgroundToDiscoverAbove) {
            try CountingExperiment(background: 0).discoverySignal()
        }
    }

    @Test("is right at the ends of what it takes")
    func extremes() throws {
        // Of an unknown background nothing is left below the count, beyond it three fluctuations.
        let loose = try CountingExperiment(background: 1e15, uncertainty: 1e3).upperLimit().value
        #expect(abs(loose / 1e15 - 1) < 1e-6)
        // Asymptotically, without background, 2s = z².
        let rare = try CountingExperiment(background: 1e-100, uncertainty: 1e3).upperLimit().value
        #expect(abs(rare - 0.5 * 3.841_458_820_694_124) < 1e-12)
        let large = try CountingExperiment(background: 1e15).upperLimit().value
        #expect(abs(large / (1.959_963_984_540_054 * 1e15.squareRoot()) - 1) < 1e-7)
    }
}
