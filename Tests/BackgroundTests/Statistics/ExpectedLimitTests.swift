import Foundation
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("The coupling that a search reaches")
struct ExpectedLimitTests {
    @Test(
        "agrees with an independent program",
        arguments: [
            (0.01, 0, 0, 3.7051e-5), (0.1, 0, 0, 5.2849e-5), (0.2, 0, 0, 1.24018e-4), (0.1, 10, 0, 8.3840e-5),
            (0.01, 1e3, 0.05, 2.2868e-4), (0.2, 1e5, 0.2, 1.3263e-2),
        ])
    func independent(mass: Double, background: Double, uncertainty: Double, coupling: Double) throws {
        let point = SignalPoint(
            particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3))
        let crossSection = try SignalCrossSection(point: point, cuts: .published).compute(())
        let limit = try ExpectedSignalLimit(
            experiment: CountingExperiment(background: background, uncertainty: uncertainty)
        ).compute(())
        let found = try CouplingForSignal(luminosity: 15, coupling: 1e-3).compute((limit, crossSection))
        #expect(abs((try #require(found)).value / coupling - 1) < 1e-4)
    }

    @Test("is none where there is no signal")
    func noSignal() throws {
        #expect(try CouplingForSignal(luminosity: 15, coupling: 1e-3).compute((.exact(3), .exact(0))) == nil)
    }

    @Test("carries the background's error along")
    func error() throws {
        let limit = ExpectedSignalLimitOn(uncertainty: 0.05)
        let background = Estimate.mean(of: [990, 1000, 1010])
        let found = try limit.compute(background)
        let above = try limit.compute(.exact(background.value + background.error)).value
        #expect(abs(found.error / (above - found.value) - 1) < 1e-2)
        #expect(found.kind == .statistical)
    }

    @Test("refuses a background below zero, but not one that is zero within its error")
    func negative() throws {
        let limit = ExpectedSignalLimitOn(uncertainty: 0.05)
        #expect(throws: SearchStatisticsError.self) { try limit.compute(.exact(-1)) }
        let found = try limit.compute(.mean(of: [0, 0, 3]))
        #expect(found.isFinite)
    }
}
