import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics
import Testing

@testable import RadiativePhysics

/// Against the numbers of an independent program.
@Suite("The photon of a radiative event")
struct RadiativeVetoTests {
    let process = RadiativeProcess()
    let window = RadiativeCuts(.published)

    @Test(
        "merges with the electron as often as an independent program says",
        arguments: [(0.2e-3, 0.1739), (1e-3, 0.3672)])
    func merged(separation: Double, share: Double) throws {
        let result = try RadiativeMergedFraction(process: process, cuts: window, separation: separation, points: 8192)
            .compute(())
        #expect(abs(result.value - share) < 4 * result.error + 1e-3 * share, "\(result)")
    }

    @Test("leaks with the electron as an independent program says, from 1e4 events to far below one")
    func leakage() throws {
        func events(_ resolution: Double) throws -> Estimate {
            try RadiativeLeakage(
                process: process, cuts: window, resolution: EnergyResolution(constant: resolution), separation: 1e-3,
                points: 4096
            ).compute(()).scaled(by: 15)
        }
        #expect(abs(try events(0.1).value / 7.37e3 - 1) < 0.01)
        #expect(abs(try events(0.05).value / 2.8e-5 - 1) < 0.03)
        let rare = try events(0.02)
        #expect(rare.value > 1e-60 && rare.value < 1e-57 && rare.error < 0.1 * rare.value, "\(rare)")
        #expect(try events(0).value == 0)
    }

    @Test("hits or misses a small calorimeter as an independent program says")
    func escape() throws {
        let escaped = try RadiativeEscape(process: process, cuts: window, side: 0.14, points: 2048).compute(())
            .scaled(by: 15)
        #expect(abs(escaped.value / 1.90e7 - 1) < 0.01 + 4 * escaped.error / escaped.value)
        func hits(_ side: Double, _ distances: [Double]) throws -> Double {
            try PhotonAcceptance(process: process, cuts: window, side: side, distances: distances, points: 2048)
                .compute(()).value
        }
        #expect(abs(try hits(0.14, (1...40).map(Double.init)) - 0.741) < 3e-3)
        #expect(try hits(0.14, [10]) == 1)
        #expect(try hits(1, [40]) == 1)
    }

    @Test("escapes from a square alone by the share of azimuths that a scan of them finds", arguments: [0.3, 1.2, 4.0])
    func azimuths(turn: Double) {
        for (electron, photon) in [(1.5, 0.9), (0.8, 0.95), (0.75, 0.5), (0.5, 2), (0.9, 0.72)] {
            let steps = 20000
            var count = 0
            for step in 0..<steps {
                let azimuth = 2 * Double.pi * (Double(step) + 0.5) / Double(steps)
                func isInside(_ ratio: Double, _ at: Double) -> Bool { max(abs(cos(at)), abs(sin(at))) < ratio }
                if isInside(electron, azimuth), !isInside(photon, azimuth + turn) { count += 1 }
            }
            let share = RadiativeEscape.share(electron: electron, photon: photon, turn: turn)
            #expect(abs(share - Double(count) / Double(steps)) < 1e-3)
        }
    }

    @Test(
        "may be missed by a veto as rarely as an independent program says", arguments: [(545.0, 1.52e-6), (3, 8.35e-9)])
    func inefficiency(events: Double, share: Double) throws {
        var separated = window
        separated.minimumSeparation = 1e-3
        let crossSection = try RadiativeCrossSection(process: process, cuts: separated, points: 8192).compute(())
        let result = try VetoInefficiency(events: events).compute(crossSection.scaled(by: 15))
        #expect(abs(result.value / share - 1) < 5e-3)
    }

    @Test(
        "stays within the bounds that kinematics gives, and comes close to them",
        arguments: [(1.5e-3, 25.0), (2e-3, 10), (3e-3, 40), (1e-3, 3)])
    func bounds(angle: Double, energy: Double) throws {
        let kinematics = try ElasticKinematics(beamEnergy: 150, inputs: process.particles)
        let bound = PhotonAngleBound(
            kinematics: kinematics, minimumMuonAngle: angle, maximumElectronEnergy: energy)
        let (least, most) = (try bound.minimumPhotonEnergy(), try bound.maximum().photonAngle.value)
        let cuts = RadiativeCuts(SelectionCuts(minimumMuonAngle: angle, maximumElectronEnergy: energy))
        let energies = try RadiativeExtreme(process: process, cuts: cuts, points: 20000).smallestPhotonEnergy(
            near: least)
        #expect(energies >= least * (1 - 1e-9) && energies < least * (1 + 2e-3), "\(energies) \(least)")
        let angles = try RadiativeExtreme(process: process, cuts: cuts, points: 20000).largestPhotonAngle(near: most)
        #expect(angles <= most * (1 + 1e-9) && angles > most * (1 - 2e-3), "\(angles) \(most)")
    }
}
