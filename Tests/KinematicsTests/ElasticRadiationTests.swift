import Kinematics
import Testing

@Suite("Radiative bounds")
struct ElasticRadiationTests {
    @Test("no radiative event has less energy in the electron and the photon than the elastic bound")
    func radiativeEventsObeyTheElasticBound() throws {
        let elastic = try muone()
        var random = ElasticRandom(seed: 3)
        var selected = 0
        var closest = Double.infinity
        for _ in 0..<40_000 {
            let event = RadiativeEvent(elastic, random: &random)
            guard event.muonAngle > 1e-4, event.muonAngle < elastic.maximumMuonAngle else { continue }
            let bound = try elastic.minimumElectronEnergy(forMuonAngle: event.muonAngle)
            let ratio = (event.electronEnergy + event.photonEnergy) / bound
            #expect(ratio > 1 - 1e-7)
            closest = min(closest, ratio)
            selected += 1
        }
        #expect(selected > 10_000)
        #expect(closest < 1.001)
    }

    @Test("the bound on the energy of the electron and the photon is the elastic one for a soft photon")
    func softPhotonReachesTheElasticBound() throws {
        let elastic = try muone()
        let me2 = elastic.electronMass * elastic.electronMass
        for angle in [0.3e-3, 1.5e-3, 3e-3, 4.8e-3] {
            let soft = try #require(elastic.minimumSystemEnergy(forMuonAngle: angle, systemMassSquared: me2))
            let bound = try elastic.minimumElectronEnergy(forMuonAngle: angle)
            #expect((soft / bound - 1).magnitude < 1e-9)
        }
    }

    @Test("a heavier electron–photon system needs more energy")
    func boundRisesWithTheMass() throws {
        let elastic = try muone()
        let me2 = elastic.electronMass * elastic.electronMass
        var last = 0.0
        for step in 0...20 {
            let energy = try #require(
                elastic.minimumSystemEnergy(
                    forMuonAngle: 1.5e-3, systemMassSquared: me2 * (1 + 2000 * Double(step))))
            #expect(energy > last)
            last = energy
        }
    }

    @Test("the mass of the system is the one its bound was computed for")
    func massAndBoundAgree() throws {
        let elastic = try muone()
        let massSquared = 0.02
        let energy = try #require(
            elastic.minimumSystemEnergy(forMuonAngle: 1.5e-3, systemMassSquared: massSquared))
        let back = try #require(elastic.systemMassSquared(systemEnergy: energy, muonAngle: 1.5e-3))
        #expect((back / massSquared - 1).magnitude < 1e-9)
    }

    @Test("a system too heavy for the muon's angle is refused", arguments: [0.0898, 0.2])
    func tooHeavySystemThrows(massSquared: Double) throws {
        let elastic = try muone()
        #expect(elastic.minimumSystemEnergy(forMuonAngle: 1.5e-3, systemMassSquared: massSquared) == nil)
    }
}
