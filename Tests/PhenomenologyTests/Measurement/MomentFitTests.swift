import Foundation
import NumericalMethods
import Reference
import Testing

@testable import ElasticPhysics
@testable import HadronicPhysics
@testable import MeasurementPhysics

@Suite struct MomentFitTests {
    static func settings(
        _ systematic: Double = 0, _ normalisation: MeasurementSettings.Normalisation = .fixed,
        _ polarisation: MeasurementSettings.Polarisation = .full, bins: Int = 50
    ) -> MeasurementSettings {
        var settings = MeasurementSettings()
        settings.systematic = systematic
        settings.normalisation = normalisation
        settings.polarisation = polarisation
        settings.bins = bins
        return settings
    }

    static let variants = [
        settings(), settings(0, .free), settings(1e-5), settings(1e-5, .free), settings(0, .fixed, .hadronic, bins: 7),
    ]

    // MARK: The template

    @Test(arguments: [1, 2, 50]) func withoutRunningTheEventsAreTheClosedIntegral(bins: Int) throws {
        let template = try RunningTemplate(Self.settings(0, .fixed, .hadronic, bins: bins))
        let rate = try ElasticRate(beamEnergy: 150)
        let events = try #require(template.events([0, 0.0525]))
        for bin in 0..<bins {
            let expected =
                try rate.integral(from: template.edges[bin], to: template.edges[bin + 1]).value
                * rate.microbarns * 1.5e10
            #expect(abs(events[bin] / expected - 1) < 1e-12)
        }
    }

    @Test func theRunningIsIntegratedAsAdaptiveQuadratureDoes() throws {
        let template = try RunningTemplate(Self.settings(bins: 3))
        let rate = try ElasticRate(beamEnergy: 150)
        let leptonic = try LeptonicRunning()
        let events = try #require(template.events(template.start))
        for bin in 0..<3 {
            let integral = try Quadrature.adaptive(
                over: template.edges[bin]...template.edges[bin + 1], relativeTolerance: 1e-12
            ) { recoil in
                let t = rate.momentumTransferSquared(recoil: recoil)
                let rest = 1 - leptonic.value(q2: t) - HadronicRunning.published.value(q2: t)
                return rate.density(recoil: recoil) / (rest * rest)
            }
            #expect(abs(events[bin] / (integral.value * rate.microbarns * 1.5e10) - 1) < 1e-11)
        }
    }

    @Test(arguments: [0, 1, 2]) func theDerivativesAreThoseOfFiniteDifferences(index: Int) throws {
        let template = try RunningTemplate(Self.settings(0, .free))
        let point = [0.14, 0.06, 1e-4]
        let analytic = try #require(template.expansion(point))
        let step = [1e-3, 1e-4, 1e-3][index]
        func events(_ offset: Double) throws -> [Double] {
            var moved = point
            moved[index] += offset * step
            return try #require(template.events(moved))
        }
        let (minus2, minus1, plus1, plus2) = (try events(-2), try events(-1), try events(1), try events(2))
        for bin in 0..<50 {
            let numeric = (minus2[bin] - 8 * minus1[bin] + 8 * plus1[bin] - plus2[bin]) / (12 * step)
            #expect(abs(numeric / analytic.derivatives[bin][index] - 1) < 1e-6, "bin \(bin)")
        }
        let plain = try #require(template.events(point))
        for (one, two) in zip(plain, analytic.events) { #expect(abs(one / two - 1) < 1e-13) }
    }

    @Test(arguments: [(0.137, 0.0525), (0.3, 0.001), (0.05, 1)])
    func theFixedRuleOfTheMomentAgreesWithTheCertifiedOne(k: Double, m: Double) throws {
        let running = try HadronicRunning(k: k, m: m)
        let rule = MomentRule().moment(running)
        let certified = try HadronicMoment(running: running)
        #expect(abs(rule.value / (try certified.value().value) - 1) < 1e-11 + 1e-10)
        let gradient = try certified.gradient()
        #expect(abs(rule.gradient[0] / gradient.k.value - 1) < 3e-10)
        #expect(abs(rule.gradient[1] / gradient.m.value - 1) < 3e-10)
    }

    // MARK: The expected precision

    @Test(
        "The errors that were computed independently, in units of 1e-10, for the published rate",
        arguments: [
            (0.0, MeasurementSettings.Normalisation.fixed, 2.22), (0, .free, 2.68), (1e-5, .fixed, 3.28),
            (1e-5, .free, 7.31),
        ])
    func oracle(systematic: Double, normalisation: MeasurementSettings.Normalisation, expected: Double) throws {
        let result = try MomentFit(Self.settings(systematic, normalisation, .hadronic)).expected()
        #expect(abs(result.uncertainty * 1e10 - expected) < 0.006)
        #expect(abs(result.moment * 1e10 - 687.782876) < 1e-5)
    }

    @Test func theLeptonsSharpenTheMeasurementAsTheyRaiseTheRateAndItsSlope() throws {
        let without = try MomentFit(Self.settings(0, .fixed, .hadronic)).expected()
        let with = try MomentFit(Self.settings()).expected()
        #expect(with.uncertainty < without.uncertainty && with.uncertainty > 0.97 * without.uncertainty)
    }

    @Test func theErrorFallsAsTheRootOfTheLuminosity() throws {
        var more = Self.settings()
        more.luminosity *= 4
        let ratio = try MomentFit(Self.settings()).expected().uncertainty / MomentFit(more).expected().uncertainty
        #expect(abs(ratio - 2) < 1e-10)
    }

    // MARK: Fits

    @Test(arguments: variants) func expectedEventsReturnTheirParameters(settings: MeasurementSettings) throws {
        let fit = try MomentFit(settings)
        var truth = [0.131, 0.055]
        if settings.normalisation == .free { truth.append(2e-5) }
        let counts = try #require(fit.template.events(truth))
        let result = try fit.fit(counts)
        for (index, value) in truth.enumerated() {
            #expect(abs(result.parameters[index] - value) < 2e-4 * result.covariance[index, index].squareRoot())
        }
        #expect(result.chiSquared < 1e-8)
        let expected = try fit.expected(at: truth)
        #expect(abs(result.uncertainty / expected.uncertainty - 1) < 1e-6)
        #expect(result.degreesOfFreedom == settings.bins - truth.count)
    }

    @Test(arguments: [0, 1]) func theProfileOfChiSquaredRisesAsTheCovarianceSays(index: Int) throws {
        let fit = try MomentFit(Self.settings(0, .free))
        let start = fit.template.start
        let counts = try #require(fit.template.events(start))
        let deviation = try fit.expected().covariance[index, index].squareRoot()
        for sigmas in [-0.2, 0.2] {
            let value = try fit.profile(counts, holding: index, at: start[index] + sigmas * deviation)
            #expect(abs(value / (sigmas * sigmas) - 1) < 0.05)
        }
        let wide = try [-1, 1].map { try fit.profile(counts, holding: index, at: start[index] + $0 * deviation) }
        // The average of both sides cancels the cubic term.
        #expect(abs((wide[0] + wide[1]) / 2 - 1) < 0.05)
    }

    @Test func chiSquaredIsSmallestAtTheFit() throws {
        let fit = try MomentFit(Self.settings())
        let means = try #require(fit.template.events(fit.template.start))
        let counts = try PseudoExperiment(stream: "smallest", number: 0).counts(means)
        let result = try fit.fit(counts)
        for (index, direction) in [(0, 1.0), (0, -1), (1, 1), (1, -1)] {
            var moved = result.parameters
            moved[index] += 0.01 * direction * result.covariance[index, index].squareRoot()
            #expect(try #require(fit.chiSquared(moved, counts)) > result.chiSquared)
        }
    }

    // MARK: Bad input

    @Test func oneBinCannotDetermineTwoParameters() throws {
        let fit = try MomentFit(Self.settings(bins: 1))
        #expect {
            try fit.expected()
        } throws: { error in
            guard case MeasurementError.undetermined(["K", "M"], bins: 1, _) = error else { return false }
            return "\(error)".contains("1 bin cannot determine K, M")
        }
        #expect(throws: MeasurementError.self) { try fit.fit([1e12]) }
        #expect(throws: MeasurementError.self) { try MomentFit(Self.settings(0, .free, bins: 2)).expected() }
    }

    @Test(arguments: [0, -1, Double.nan, .infinity]) func anEmptyBinIsNamed(count: Double) throws {
        let fit = try MomentFit(Self.settings())
        var counts = try #require(fit.template.events(fit.template.start))
        counts[3] = count
        #expect {
            try fit.fit(counts)
        } throws: { error in
            guard case MeasurementError.emptyBin(number: 4, _, _) = error else { return false }
            return "\(error)".hasPrefix("bin 4, from 9.3")
        }
    }

    @Test func countsInOtherBinsAreRefused() throws {
        #expect(throws: MeasurementError.differentBins(data: 2, template: 50)) {
            try MomentFit(Self.settings()).fit([1, 2])
        }
    }

    @Test func aFitThatDoesNotConvergeSaysSo() throws {
        let fit = try MomentFit(Self.settings(), minimiser: ScoringMinimiser(maximumEvaluations: 1))
        let counts = try #require(fit.template.events([0.2, 0.1]))
        #expect {
            try fit.fit(counts)
        } throws: { error in
            guard case MeasurementError.notConverged(_, evaluations: 1, ["K", "M"]) = error else { return false }
            return true
        }
    }

    @Test func settingsOutsideTheirDomainAreRefused() {
        var bad = Array(repeating: MeasurementSettings(), count: 7)
        bad[0].bins = 0
        bad[1].luminosity = 0
        bad[2].minimumRecoil = 0
        bad[3].systematic = -1e-5
        bad[4].minimumRecoil = 200
        bad[5].luminosity = .nan
        bad[6].systematic = .nan
        for settings in bad { #expect(throws: MeasurementError.self) { try MomentFit(settings) } }
        var slow = MeasurementSettings()
        slow.beamEnergy = 0.01
        #expect(throws: (any Error).self) { try MomentFit(slow) }
    }
}

@Suite struct RunningKernelTests {
    @Test(arguments: [-1e-3, -0.01, -0.0209, -0.0211, -0.05, -0.143, -5])
    func agreesWithTheRunningEverywhere(transfer: Double) throws {
        let running = try HadronicRunning(k: 0.137, m: 0.0525)
        let kernel = RunningKernel(k: 0.137, m: 0.0525).gradient(transfer)
        let exact = running.gradient(q2: transfer)
        #expect(abs(kernel.k / exact.k - 1) < 1e-11 && abs(kernel.m / exact.m - 1) < 1e-9)
        #expect(abs(0.137 * kernel.k - running.value(q2: transfer)) < 1e-15)
    }
}
