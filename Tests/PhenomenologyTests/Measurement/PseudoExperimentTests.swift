import Foundation
import NumericalMethods
import Testing

@testable import MeasurementPhysics

@Suite struct PseudoExperimentTests {
    static let outcomes: [MeasurementSettings: [PseudoExperiment.Outcome]] = {
        var all: [MeasurementSettings: [PseudoExperiment.Outcome]] = [:]
        for settings in MomentFitTests.variants.prefix(4) {
            guard let fit = try? MomentFit(settings) else { continue }
            all[settings] = (0..<400).map { PseudoExperiment(stream: "tests", number: $0).outcome(of: fit) }
        }
        return all
    }()

    @Test(
        "Fitted moments are unbiased and as wide as the information matrix expects",
        arguments: MomentFitTests.variants.prefix(4))
    func pulls(settings: MeasurementSettings) throws {
        let fit = try MomentFit(settings)
        let expected = try fit.expected()
        let summary = try PullSummary(try #require(Self.outcomes[settings]), truth: expected.moment)
        #expect(summary.failures.isEmpty && summary.count == 400)
        #expect(abs(summary.bias.value) < 4 * summary.bias.error)
        #expect(abs(summary.width.value - 1) < 4 * summary.width.error)
        #expect(abs(summary.spread.value - expected.uncertainty) < 4 * summary.spread.error)
        #expect(abs(summary.reducedChiSquared.value - 1) < 4 * summary.reducedChiSquared.error)
        #expect(abs(summary.width.error - summary.width.value / 798.0.squareRoot()) < 1e-12)
    }

    @Test func theCountsAreAFunctionOfStreamAndNumber() throws {
        let means = [1e6, 2e12]
        let one = try PseudoExperiment(stream: "node", number: 5).counts(means)
        #expect(one == (try PseudoExperiment(stream: "node", number: 5).counts(means)))
        #expect(one != (try PseudoExperiment(stream: "node", number: 6).counts(means)))
        #expect(one != (try PseudoExperiment(stream: "other", number: 5).counts(means)))
        #expect(one.allSatisfy { $0 == $0.rounded() })
    }

    @Test func aFailedFitIsNamedByItsSeedAndNotAveraged() throws {
        var settings = MomentFitTests.settings()
        let whole = try PullSummary(
            try #require(Self.outcomes[settings]), truth: try MomentFit(settings).expected().moment)
        // So few events that bins stay empty.
        settings.luminosity = 1e-6
        let fit = try MomentFit(settings)
        let outcome = PseudoExperiment(stream: "few", number: 12).outcome(of: fit)
        guard case .failed(seed: "few/12", let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("has no events"))
        let mixed = try PullSummary(
            (try #require(Self.outcomes[MomentFitTests.settings()])) + [outcome], truth: whole.truth)
        #expect(mixed.failures == [PullSummary.Failure(seed: "few/12", reason: reason)])
        #expect(mixed.bias == whole.bias && mixed.width == whole.width && mixed.count == whole.count)
    }

    @Test func aSearchThatIsCutShortFailsWithItsSeed() throws {
        let fit = try MomentFit(MomentFitTests.settings(), minimiser: ScoringMinimiser(maximumEvaluations: 1))
        let outcome = PseudoExperiment(stream: "short", number: 1).outcome(of: fit)
        guard case .failed(seed: "short/1", let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("above its minimum"))
    }

    @Test func withoutFitsThereIsNoWidthAndTheSeedsAreNamed() {
        #expect {
            try PullSummary([.failed(seed: "node/3", reason: "no reason")], truth: 1)
        } throws: { error in
            "\(error)".contains("node/3: no reason")
        }
    }
}
