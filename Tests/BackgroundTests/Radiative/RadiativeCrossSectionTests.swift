import Amplitudes
import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics
import Testing

@testable import RadiativePhysics

/// Against the numbers of an independent program, with its errors.
@Suite("Radiative events")
struct RadiativeCrossSectionTests {
    static let window = RadiativeCuts(.published)

    func crossSection(_ process: RadiativeProcess, _ cuts: RadiativeCuts = window, points: Int = 8192) throws
        -> Estimate
    {
        try RadiativeCrossSection(process: process, cuts: cuts, points: points).compute(())
    }

    func pull(_ estimate: Estimate, _ value: Double, _ error: Double) -> Double {
        abs(estimate.value - value) / hypot(estimate.error, error)
    }

    @Test(
        "have the cross section of an independent program",
        arguments: [
            (BeamCharge.positive, 1.5e-3, 3.785e7, 0.004e7), (.negative, 1.5e-3, 3.390e7, 0.004e7),
            (.positive, 2e-3, 1.4059e7, 0.002e7), (.negative, 2e-3, 1.2335e7, 0.002e7),
        ])
    func crossSection(beam: BeamCharge, angle: Double, value: Double, error: Double) throws {
        var cuts = Self.window
        cuts.selection.minimumMuonAngle = angle
        let result = try crossSection(RadiativeProcess(beam: beam), cuts)
        #expect(pull(result, value, error) < 3.5, "\(result)")
        #expect(result.error < 5e-3 * value)
    }

    @Test("are known from each line alone", arguments: [(RadiativeProcess.Lines.muon, 1.345e7), (.electron, 2.243e7)])
    func lines(lines: RadiativeProcess.Lines, value: Double) throws {
        #expect(pull(try crossSection(RadiativeProcess(lines: lines)), value, 0.0015 * value) < 3.5)
    }

    @Test("interfere with the opposite sign for the other charge")
    func charges() throws {
        let sum = try crossSection(RadiativeProcess()) + crossSection(RadiativeProcess(beam: .negative))
        let lines = try crossSection(RadiativeProcess(lines: .muon)) + crossSection(RadiativeProcess(lines: .electron))
        #expect(abs(sum.value - 2 * lines.value) < 5e-3 * sum.value)
    }

    @Test(
        "are as many by a second method",
        arguments: [
            RadiativeCuts(.published), RadiativeCuts(.angleOnly, minimumPhotonEnergy: 1),
            RadiativeCuts(.published, minimumPhotonAngle: 1e-3, minimumSeparation: 1e-3),
        ])
    func secondMethod(cuts: RadiativeCuts) throws {
        let first = try crossSection(RadiativeProcess(), cuts)
        let second = try RadiativeMonteCarlo(process: RadiativeProcess(), cuts: cuts, points: 8192).compute(())
        #expect(pull(first, second.value, second.error) < 3.5, "\(first) \(second)")
        #expect(second.error < 0.02 * second.value)
    }

    @Test("are refused where soft photons are infinitely many, and computed with a least photon energy")
    func softPhotons() throws {
        let cuts = RadiativeCuts(.angleOnly)
        #expect {
            try crossSection(RadiativeProcess(), cuts)
        } throws: {
            "\($0)".contains("photon-min")
        }
        #expect(try crossSection(RadiativeProcess(), RadiativeCuts(.angleOnly, minimumPhotonEnergy: 1)).value > 0)
    }

    @Test("are none, exactly, where phase space is closed")
    func closed() throws {
        var cuts = Self.window
        cuts.selection.minimumMuonAngle = 5e-3
        #expect(try crossSection(RadiativeProcess(), cuts) == .exact(0, as: .statistical))
        #expect(
            try crossSection(RadiativeProcess(), RadiativeCuts(.published, minimumPhotonEnergy: 149))
                == .exact(0, as: .statistical))
    }

    @Test("of an impossible window are refused with what to do")
    func refused() {
        var cuts = Self.window
        cuts.selection.minimumElectronEnergy = nil
        cuts.selection.maximumElectronEnergy = 1e-4
        #expect(throws: RadiativeError.electronBelowMass(energy: 1e-4, mass: 0.510_998_95e-3)) {
            try crossSection(RadiativeProcess(), cuts)
        }
        let detector = DetectorModel(energyResolution: EnergyResolution(constant: -0.1))
        #expect(throws: RadiativeError.negative(name: "resolution", value: -0.1, unit: "")) {
            try RadiativeCrossSection(process: RadiativeProcess(), cuts: Self.window, detector: detector).compute(())
        }
    }

    @Test("have the spectrum of an independent program over the photon's energy")
    func spectrum() throws {
        let edges: [Double] = [10, 20, 30, 40, 60, 80, 100, 120, 140]
        let expected = [3.251e7, 8.805e7, 8.890e7, 1.120e8, 8.06e7, 7.61e7, 6.62e7, 2.34e7]
        let bins = try RadiativeHistogram(
            process: RadiativeProcess(), cuts: Self.window, quantity: .photonEnergy, edges: edges, points: 16384
        ).compute(())
        for (bin, value) in zip(bins.estimates, expected) {
            #expect(pull(bin.scaled(by: 15), value, 3e-3 * value) < 3.5)
        }
        #expect(abs((bins.mean?.value ?? 0) - 59.9) < 0.1)
    }

    @Test(
        "have the mean angles of an independent program",
        arguments: [(RadiativeHistogram.Quantity.photonAngle, 2.50e-3), (.separation, 4.48e-3)])
    func angles(quantity: RadiativeHistogram.Quantity, mean: Double) throws {
        let bins = try RadiativeHistogram(
            process: RadiativeProcess(), cuts: Self.window, quantity: quantity, edges: [0, 4], points: 4096
        ).compute(())
        #expect(abs((bins.mean?.value ?? 0) - mean) < 0.01e-3)
    }

    @Test("in a measured window are those of a true one for a perfect detector")
    func perfectDetector() throws {
        let detector = DetectorModel(
            energyResolution: EnergyResolution(constant: 0), angularResolution: 0, targetThickness: 0)
        let sampled = try RadiativeCrossSection(
            process: RadiativeProcess(), cuts: Self.window, detector: detector, maximumRatio: 1e6, points: 4096
        ).compute(())
        #expect(abs(sampled.value / 3.785e7 - 1) < 0.01)
    }

    @Test("that are separated and pass the electron's own angle are those of an independent program")
    func ratio() throws {
        let cuts = RadiativeCuts(
            SelectionCuts(minimumMuonAngle: 2e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 15),
            minimumSeparation: 1e-3)
        let result = try RadiativeCrossSection(
            process: RadiativeProcess(), cuts: cuts, detector: DetectorModel(), maximumRatio: 0.6, points: 8192
        ).compute(()).scaled(by: 15)
        #expect(pull(result, 6.39e7, 0.02e7) < 3.5, "\(result)")
    }
}
