import Foundation
import NeutrinoPairPhysics
import NumericalMethods
import Reference
import SignalPhysics
import Testing

@Suite("The background of neutrino pairs")
struct NeutrinoPairYieldTests {
    private func events(
        _ flavour: NeutrinoFlavour, anti: Bool = false, map: NeutrinoPairMonteCarlo.Map = .both,
        particles: ParticleInputs = .standard, cuts: SelectionCuts = .published, points: Int = 8192,
        name: String = "test"
    ) throws -> Estimate {
        try NeutrinoPairMonteCarlo(
            NeutrinoPairProcess(particles: particles, flavour: flavour, isAntimuon: anti), map: map, points: points,
            name: name
        ).crossSection(cuts).scaled(by: 15)
    }

    @Test(
        "agrees with an independent program",
        arguments: [
            (NeutrinoFlavour.electron, false, 4.146e-7), (.muon, false, 8.822e-7), (.tau, false, 3.110e-7),
            (.electron, true, 4.021e-7),
        ])
    func independent(flavour: NeutrinoFlavour, anti: Bool, expected: Double) throws {
        let found = try events(flavour, anti: anti)
        #expect(abs(found.value - expected) < 4 * found.error + 2e-3 * expected)
        #expect(found.relativeError < 8e-3)
    }

    @Test("does not depend on the map of phase space")
    func maps() throws {
        let one = try events(.muon, map: .electronRecoil, cuts: .none, points: 16384, name: "one")
        let both = try events(.muon, map: .both, cuts: .none, points: 8192, name: "both")
        // A map that misses the other line's photon is low, and its error says so late: within the window they agree.
        let inside = try events(.muon, map: .electronRecoil, name: "inside")
        let muon = try events(.muon, map: .muonRecoil, points: 16384, name: "muon")
        let mixed = try events(.muon, name: "mixed")
        #expect(abs(inside.value - mixed.value) < 4 * (inside.error + mixed.error))
        #expect(abs(muon.value - mixed.value) < 4 * (muon.error + mixed.error))
        #expect(both.relativeError < 0.5 * one.relativeError)
    }

    @Test("agrees with W and Z in four-body phase space", arguments: NeutrinoFlavour.allCases)
    func secondMethod(flavour: NeutrinoFlavour) throws {
        let anti = flavour == .electron
        let contact = try events(flavour, anti: anti)
        let full = try NeutrinoPairFullMonteCarlo(
            NeutrinoPairProcess(flavour: flavour, isAntimuon: anti), points: 2048
        ).crossSection(.published).scaled(by: 15)
        #expect(abs(contact.value - full.value) < 4 * (contact.error + full.error))
        #expect(full.relativeError < 0.02)
    }

    @Test("with an event generator's couplings is what that one found")
    func generator() throws {
        var particles = ParticleInputs.standard
        particles.weakMixingAngleSquared = 0.212146
        particles.fermiConstant = 1.16639e-5
        // Without cuts.
        for (flavour, expected) in [(NeutrinoFlavour.electron, 1.08e-5), (.muon, 1.03e-5), (.tau, 4.7e-6)] {
            let found = try events(flavour, particles: particles, cuts: .none)
            #expect(abs(found.value / expected - 1) < 0.02 + 4 * found.relativeError, "\(flavour) \(found)")
        }
    }

    @Test("grows with the square of the Fermi constant")
    func fermi() throws {
        var particles = ParticleInputs.standard
        particles.fermiConstant *= 3
        let ratio = try events(.tau, particles: particles, points: 256).value / events(.tau, points: 256).value
        #expect(abs(ratio - 9) < 1e-9)
    }

    @Test("spreads by a few per cent with the scale of the mixing angle, and by less than a per mille with widths")
    func spread() throws {
        let found = try NeutrinoPairSpread(
            particles: .standard, beamEnergy: 150, isAntimuon: false, cuts: .published, luminosity: 15, points: 512
        ).compute(())
        #expect(found.spread > 0.015 && found.spread < 0.025)
        #expect(abs(found.withWidths.value / found.withoutWidths.value - 1) < 2e-3)
        #expect(found.atMixing[0].value < found.total.value && found.total.value < found.atMixing[1].value)
    }

    @Test("is exactly zero where no phase space is left")
    func closed() throws {
        let steep = SelectionCuts(minimumMuonAngle: 0.1)
        #expect(try events(.tau, cuts: steep, points: 64) == .exact(0, as: .statistical))
        let energetic = SelectionCuts(minimumElectronEnergy: 149, maximumElectronEnergy: 150)
        #expect(try events(.tau, cuts: energetic, points: 64) == .exact(0, as: .statistical))
        let light = SelectionCuts(maximumElectronEnergy: 1e-4)
        #expect(try events(.tau, cuts: light, points: 64) == .exact(0, as: .statistical))
        var particles = ParticleInputs.standard
        particles.fermiConstant = 0
        #expect(try events(.tau, particles: particles, points: 64) == .exact(0, as: .statistical))
    }

    @Test("never takes a window without an event for one without phase space")
    func missed() {
        let narrow = SelectionCuts(minimumMuonAngle: 4.5e-3, minimumElectronEnergy: 2, maximumElectronEnergy: 2.0001)
        #expect(throws: NumericalError.self) { try events(.tau, cuts: narrow, points: 1) }
    }

    @Test("refuses constants and beams that are none")
    func refusals() {
        for mixing in [-0.1, 1.5, .nan] {
            var particles = ParticleInputs.standard
            particles.weakMixingAngleSquared = mixing
            #expect(throws: NeutrinoPairError.self) { try events(.tau, particles: particles) }
        }
        for constant in [-1e-5, .nan, 1e3] {
            var particles = ParticleInputs.standard
            particles.fermiConstant = constant
            #expect(throws: NeutrinoPairError.self) { try events(.tau, particles: particles) }
        }
        for beam in [0.1, -1, .infinity, .nan] {
            #expect(throws: NeutrinoPairError.self) {
                try NeutrinoPairMonteCarlo(
                    NeutrinoPairProcess(beamEnergy: beam, flavour: .muon)
                ).crossSection(.published)
            }
        }
    }

    @Test("doubles its points until the error is small enough")
    func doubling() throws {
        func found(_ relativeError: Double) throws -> Estimate {
            try NeutrinoPairYield(
                process: NeutrinoPairProcess(flavour: .tau), cuts: .published, luminosity: 15,
                relativeError: relativeError, points: 256, largestPoints: 4096
            ).compute(())
        }
        #expect(try found(0.02).relativeError <= 0.02)
        #expect(try found(1).relativeError > 0.02)
    }
}
