import DetectorPhysics
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("The signal, as measured")
struct SignalEfficiencyTests {
    func signal(
        _ mass: Double, detector: DetectorModel = DetectorModel(), cuts: SelectionCuts = .published
    ) -> MeasuredSignal {
        MeasuredSignal(
            point: SignalPoint(
                particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3)),
            detector: detector, cuts: cuts)
    }

    @Test(
        "survives a cut on the electron's angle as in an independent program",
        arguments: [
            (0.01, 0.9, 0.949), (0.01, 0.8, 0.707), (0.01, 0.7, 0.452), (0.1, 0.9, 1), (0.1, 0.8, 0.957),
            (0.1, 0.7, 0.72),
            (0.2, 0.7, 1),
        ])
    func veto(mass: Double, ratio: Double, expected: Double) throws {
        let found = try VetoEfficiency(signal: signal(mass), ratioMaximum: ratio, points: 4096).compute(())
        #expect(abs(found.value - expected) < 3e-3 + 3 * found.error)
    }

    @Test("is acoplanar in 76 to 86 % of all cases", arguments: [(0.01, 0.76), (0.2, 0.86)])
    func acoplanarity(mass: Double, expected: Double) throws {
        let found = try AcoplanarityEfficiency(signal: signal(mass), minimum: 0.3, points: 4096).compute(())
        #expect(abs(found.value - expected) < 6e-3)
    }

    @Test(
        "has the events of an independent program within tighter cuts",
        arguments: [
            (0.01, 432.0), (0.1, 348), (0.2, 93.9),
        ])
    func example(mass: Double, expected: Double) throws {
        let cuts = SelectionCuts(minimumMuonAngle: 2e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 15)
        let found = try MeasuredSignalYield(
            signal: signal(mass, cuts: cuts), luminosity: 15, ratioMaximum: 0.6, points: 4096
        ).compute(())
        #expect(abs(found.value / expected - 1) < 6e-3)
    }

    @Test("goes over into the true one as resolutions go to zero")
    func limit() throws {
        let detector = DetectorModel(
            energyResolution: EnergyResolution(constant: 1e-5), angularResolution: 0, targetThickness: 0)
        let signal = signal(0.1, detector: detector)
        let exact = try signal.point.production.crossSection(.published).scaled(by: 15)
        let window = try MeasuredSignalYield(signal: signal, luminosity: 15, points: 4096).compute(())
        let all = try MeasuredSignalYield(signal: signal, luminosity: 15, ratioMaximum: 1e9, points: 4096).compute(())
        for found in [window, all] { #expect(abs(found.value - exact.value) < 4 * found.error + 1e-3 * exact.value) }
    }

    @Test("is kept wholly by a cut that cuts nothing, with an error that is not zero")
    func whole() throws {
        let found = try VetoEfficiency(signal: signal(0.1), ratioMaximum: 1e9, points: 512).compute(())
        #expect(found.value == 1 && found.error > 0)
    }

    @Test("is an error for cuts and detectors that there are not")
    func wildInput() {
        #expect(throws: EfficiencyError.self) {
            try VetoEfficiency(signal: signal(0.1), ratioMaximum: -1).compute(())
        }
        #expect(throws: EfficiencyError.self) {
            try AcoplanarityEfficiency(signal: signal(0.1), minimum: 4).compute(())
        }
        #expect(throws: ScatteringError.self) {
            try VetoEfficiency(signal: signal(0.1, detector: DetectorModel(angularResolution: -1)), ratioMaximum: 1)
                .compute(())
        }
        #expect(throws: SignalError.self) { try VetoEfficiency(signal: signal(0.5), ratioMaximum: 1).compute(()) }
        let closed = SelectionCuts(minimumMuonAngle: 0.1, minimumElectronEnergy: 1, maximumElectronEnergy: 25)
        #expect(throws: EfficiencyError.self) {
            try VetoEfficiency(signal: signal(0.1, cuts: closed), ratioMaximum: 1).compute(())
        }
    }
}
