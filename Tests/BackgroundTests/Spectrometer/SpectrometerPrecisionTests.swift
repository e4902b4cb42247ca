import DetectorPhysics
import Foundation
import NumericalMethods
import SearchPhysics
import SignalPhysics
import Testing

@Suite("The fit of mass and coupling")
struct SpectrometerPrecisionTests {
    private func precision(
        _ mass: Double, coupling: Double = 1e-3, bins: Int = 50
    ) throws -> SpectrometerPrecision.Result {
        try #require(
            try SpectrometerPrecision(
                point: signal(mass, coupling: coupling), cuts: .published, luminosity: 15,
                spectrometer: MuonSpectrometer(), bins: bins, points: 4096, replicas: 8
            ).compute(()))
    }

    @Test("is as exact as an independent program says")
    func independent() throws {
        let found = try precision(0.1)
        #expect(abs(found.massError.value / 0.54e-3 - 1) < 0.04)
        #expect(abs(found.couplingError.value / 0.0157 - 1) < 0.02)
        #expect(abs(found.correlation.value - 0.2) < 0.04)
        #expect(!found.isUpperLimit)
    }

    @Test("only bounds a mass of 10 MeV from above")
    func upperLimit() throws {
        let found = try precision(0.01, coupling: 5e-4)
        #expect(found.isUpperLimit)
        #expect(abs(found.massSquaredError.value / 1.7e-4 - 1) < 0.2)
    }

    @Test("is limited by counting: errors fall with the coupling's inverse")
    func counting() throws {
        let (small, large) = (try precision(0.1, coupling: 1e-3), try precision(0.1, coupling: 4e-3))
        #expect(abs(small.massError.value / large.massError.value / 4 - 1) < 1e-9)
        #expect(abs(small.couplingError.value / large.couplingError.value / 4 - 1) < 1e-9)
        // 1/2√N, and more for the mass that is not known.
        #expect(small.couplingError.value > 0.5 / 1072.58.squareRoot())
    }

    @Test("does not hang on the bins")
    func bins() throws {
        let (few, many) = (try precision(0.1, bins: 30), try precision(0.1, bins: 80))
        #expect(abs(few.massError.value / many.massError.value - 1) < 0.02)
    }

    @Test("from the electron's energy alone is much worse")
    func electronAlone() throws {
        let found = try #require(
            try ElectronSpectrumPrecision(
                point: signal(0.1), cuts: .published, luminosity: 15, bins: 12
            ).compute(()))
        #expect(abs(found.massError.value / 11.6e-3 - 1) < 0.01)
        #expect(abs(found.couplingError.value / 0.073 - 1) < 0.01)
    }

    @Test("keeps its promise in pseudo-experiments")
    func pulls() throws {
        let promised = try precision(0.1)
        let found = try #require(
            try SpectrometerPseudoExperiments(
                point: signal(0.1), cuts: .published, luminosity: 15, spectrometer: MuonSpectrometer(),
                experiments: 300, points: 4096
            ).compute(promised))
        #expect(abs(found.massMean.value) < 4 * found.massMean.error)
        #expect(abs(found.massWidth.value - 1) < 4 * found.massWidth.error)
        #expect(abs(found.couplingMean.value) < 4 * found.couplingMean.error)
        #expect(abs(found.couplingWidth.value - 1) < 4 * found.couplingWidth.error)
    }

    @Test("says when there is nothing to fit")
    func nothing() throws {
        func fit(_ point: SignalPoint, _ apparatus: MuonSpectrometer) throws -> SpectrometerPrecision.Result? {
            try SpectrometerPrecision(
                point: point, cuts: .published, luminosity: 15, spectrometer: apparatus, points: 256, replicas: 2
            ).compute(())
        }
        #expect(throws: SpectrometerError.noCoupling(0)) { try fit(signal(0.1, coupling: 0), MuonSpectrometer()) }
        #expect(throws: SpectrometerError.nothingToResolve) { try fit(signal(0.1), spectrometer()) }
        #expect(try fit(signal(0.29), MuonSpectrometer()) == nil)
        #expect(
            try SpectrometerPseudoExperiments(
                point: signal(0.29), cuts: .published, luminosity: 15, spectrometer: MuonSpectrometer()
            ).compute(nil) == nil)
    }
}
