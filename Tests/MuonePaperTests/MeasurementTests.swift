import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import Testing

@testable import MuoneMeasurement

@Suite("The measurement of the hadronic running")
struct MeasurementTests {
    private let settings = PaperParameters.published.measurement

    @Test("does not depend on how pseudo-experiments are shared out")
    func shares() throws {
        func run(_ first: Int, _ count: Int) throws -> [String] {
            try PseudoExperiments(settings: settings, stream: "a node", first: first, count: count).compute(())
                .map { "\($0)" }
        }
        #expect(try run(0, 6) == run(0, 2) + run(2, 4))
    }

    @Test("takes luminosity and beam from the paper's parameters")
    func parameters() throws {
        var variant = PaperParameters.published
        variant.luminosity = 60
        #expect(settings.luminosity == 1.5e7 && variant.measurement.luminosity == 6e7)
        let (one, two) = (
            try ExpectedMoment(settings: settings).compute(()),
            try ExpectedMoment(settings: variant.measurement).compute(())
        )
        #expect(abs(one.uncertainty / two.uncertainty - 2) < 1e-9)
    }

    @Test("keeps why a fit failed, and what the first order says instead")
    func failure() throws {
        let shift = try EffectOnMoment(settings: settings, effect: .beamSpread(0.009)).compute(())
        #expect(shift.fitted == nil && shift.pull == nil && shift.linear.value < -1e-8)
        #expect(try #require(shift.failure).contains("the fit of K, M"))
    }

    @Test("draws contours on which χ² is as far above its minimum as they say, near the ellipse")
    func contours() throws {
        let line = try #require(
            try RunningContour(settings: settings, levels: [2.30], directions: 12).compute(()).first)
        #expect(line.k.count == 13 && line.k.first == line.k.last && line.m.first == line.m.last)
        for index in 0..<12 {
            #expect(abs(line.k[index] / line.ellipseK[index] - 1) < 0.01)
            #expect(abs(line.m[index] / line.ellipseM[index] - 1) < 0.03)
        }
    }

    @Test("scales K to a published moment")
    func published() throws {
        let expected = try ExpectedMoment(settings: settings).compute(())
        let result = try PublishedRunning(settings: settings, moment: 688.6e-10).compute(expected)
        #expect(abs(result.parameters[0] - 0.1371627636) < 1e-9)
        #expect(abs(result.moment / 688.6e-10 - 1) < 1e-12)
    }
}
