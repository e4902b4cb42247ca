import Foundation
import Kinematics
import Testing

@Suite("Elastic kinematics")
struct ElasticKinematicsTests {
    @Test("the invariants of a 150 GeV beam match the independently computed values")
    func invariantsMatchTheReference() throws {
        let elastic = try muone()
        // Independent values: sqrt(s) = 0.405541167372 GeV, T_max = 139.817783188 GeV.
        #expect((elastic.centreOfMassEnergy - 0.405541167372).magnitude < 1e-12)
        #expect((elastic.maximumRecoil - 139.817783188).magnitude < 1e-9)
        #expect((elastic.thresholdMass - 0.29937179).magnitude < 1e-7)
    }

    @Test("energy and momentum are conserved at random electron energies and beams")
    func fourMomentumIsConserved() throws {
        var random = ElasticRandom(seed: 1)
        for _ in 0..<300 {
            let elastic = try muone(beamEnergy: random.next(in: 1...400))
            let energy = random.next(in: elastic.electronMass...elastic.maximumElectronEnergy)
            let muonEnergy = elastic.beamEnergy + elastic.electronMass - energy
            let electronMomentum = (energy * energy - elastic.electronMass * elastic.electronMass).squareRoot()
            let muonMomentum = (muonEnergy * muonEnergy - elastic.muonMass * elastic.muonMass).squareRoot()
            let electronAngle = try elastic.electronScatteringAngle(atElectronEnergy: energy)
            let muonAngle = try elastic.muonScatteringAngle(atElectronEnergy: energy)
            let along = electronMomentum * cos(electronAngle) + muonMomentum * cos(muonAngle)
            let across = electronMomentum * sin(electronAngle) - muonMomentum * sin(muonAngle)
            #expect((along - elastic.beamMomentum).magnitude < 1e-11 * elastic.beamMomentum)
            #expect(across.magnitude < 1e-11 * elastic.beamMomentum)
        }
    }

    @Test("the two branches give back the muon angle they were asked for")
    func branchesInvertTheAngle() throws {
        var random = ElasticRandom(seed: 2)
        for _ in 0..<300 {
            let elastic = try muone(beamEnergy: random.next(in: 1...400))
            let angle = random.next(in: 1e-6...elastic.maximumMuonAngle * 0.999)
            let (lower, upper) = try elastic.electronEnergies(atMuonAngle: angle)
            #expect(lower < upper)
            for energy in [lower, upper] {
                // T = E − m_e and T_max − T each lose digits at an end of the range, where the angle is a square root.
                let back = try elastic.muonScatteringAngle(atElectronEnergy: energy)
                #expect((back - angle).magnitude < 1e-9 * elastic.maximumMuonAngle)
            }
        }
    }

    @Test("the largest muon angle is 4.84 mrad and no electron energy exceeds it")
    func largestAngleIsTheLargest() throws {
        let elastic = try muone()
        #expect((elastic.maximumMuonAngle - 4.84e-3).magnitude < 0.005e-3)
        let attained = try elastic.muonScatteringAngle(atElectronEnergy: elastic.electronEnergyAtMaximumMuonAngle)
        #expect((attained / elastic.maximumMuonAngle - 1).magnitude < 1e-12)
        for step in 0...2000 {
            let energy = elastic.electronMass + elastic.maximumRecoil * Double(step) / 2000
            #expect(try elastic.muonScatteringAngle(atElectronEnergy: energy) <= elastic.maximumMuonAngle * (1 + 1e-14))
        }
    }

    @Test("a muon scattered by more than 1.5 mrad leaves at least 38 GeV to the electron")
    func minimumEnergyAtTheCut() throws {
        let elastic = try muone()
        let minimum = try elastic.minimumElectronEnergy(forMuonAngle: 1.5e-3)
        #expect(minimum.rounded() == 38)
        for step in 1..<1000 {
            let energy = elastic.electronMass + (minimum - elastic.electronMass) * Double(step) / 1000
            #expect(try elastic.muonScatteringAngle(atElectronEnergy: energy) < 1.5e-3)
        }
    }

    @Test("below 1.159 mrad elastic events with less than 25 GeV enter")
    func entryAngleAtTheCut() throws {
        let elastic = try muone()
        #expect((elastic.largestMuonAngle(belowElectronEnergy: 25) - 1.159e-3).magnitude < 0.0005e-3)
        #expect(elastic.largestMuonAngle(belowElectronEnergy: 149) == elastic.maximumMuonAngle)
        #expect(elastic.largestMuonAngle(belowElectronEnergy: 1e-4) == 0)
    }

    @Test("electron energies outside the elastic range are refused")
    func energyOutsideTheRangeThrows() throws {
        let elastic = try muone()
        #expect(throws: ElasticKinematicsError.self) { try elastic.muonScatteringAngle(atElectronEnergy: 145) }
        #expect(throws: ElasticKinematicsError.self) { try elastic.electronScatteringAngle(atElectronEnergy: 1e-4) }
        #expect(throws: ElasticKinematicsError.self) { try elastic.muonScatteringAngle(atElectronEnergy: .nan) }
    }

    @Test("muon angles beyond the largest are refused with both values")
    func angleBeyondTheLargestThrows() throws {
        let elastic = try muone()
        #expect(
            throws: ElasticKinematicsError.muonAngleOutOfRange(angle: 5e-3, maximum: elastic.maximumMuonAngle)
        ) { try elastic.minimumElectronEnergy(forMuonAngle: 5e-3) }
    }

    @Test("a beam below the muon mass is refused")
    func slowBeamThrows() {
        #expect(throws: ElasticKinematicsError.self) { try muone(beamEnergy: 0.1) }
    }
}
