import Kinematics
import Testing

@testable import NumericalMethods

@Suite("Photon-angle bound")
struct ElasticPhotonAngleBoundTests {
    private func problem(minimumMuonAngle: Double = 1.5e-3) throws -> PhotonAngleBound {
        PhotonAngleBound(
            kinematics: try muone(), minimumMuonAngle: minimumMuonAngle, maximumElectronEnergy: 25)
    }

    @Test("random radiative events that pass the cuts stay inside the bound and come close to it")
    func randomPhotonsStayInsideTheBound() throws {
        let problem = try problem()
        let bound = try problem.maximum()
        let leastEnergy = try problem.minimumPhotonEnergy()
        var random = ElasticRandom(seed: 4)
        var largest = 0.0
        for _ in 0..<200_000 {
            let event = RadiativeEvent(problem.kinematics, random: &random)
            guard event.muonAngle > 1.5e-3, event.electronEnergy < 25 else { continue }
            largest = max(largest, event.photonAngle)
            #expect(event.photonEnergy >= leastEnergy)
        }
        #expect(largest <= bound.photonAngle.value + bound.photonAngle.error)
        #expect(largest > 0.95 * bound.photonAngle.value)
    }

    @Test("random decays of the system at the reported maximum reach the bound and do not pass it")
    func boundIsAttainedWhereReported() throws {
        let problem = try problem()
        let bound = try problem.maximum()
        var random = ElasticRandom(seed: 5)
        var largest = 0.0
        for _ in 0..<100_000 {
            let event = try #require(
                RadiativeEvent(
                    problem.kinematics, systemEnergy: bound.systemEnergy, muonAngle: bound.muonScatteringAngle,
                    random: &random))
            guard event.electronEnergy < 25 else { continue }
            largest = max(largest, event.photonAngle)
        }
        #expect(largest <= bound.photonAngle.value + bound.photonAngle.error)
        #expect(largest > 0.999 * bound.photonAngle.value)
    }

    @Test("a brute-force grid of muon energies and angles finds the same largest photon angle")
    func gridFindsTheSameMaximum() throws {
        let problem = try problem()
        let bound = try problem.maximum()
        var largest = 0.0
        for i in 0..<400 {
            let energy = 38 + 0.05 * Double(i)
            for j in 0..<40 {
                let angle = 1.5e-3 + 0.01e-3 * Double(j)
                largest = max(largest, problem.photonAngle(systemEnergy: energy, muonAngle: angle) ?? 0)
            }
        }
        #expect(largest <= bound.photonAngle.value + bound.photonAngle.error)
        #expect(largest > bound.photonAngle.value * (1 - 1e-4))
    }

    @Test("scans of other densities stay within the error of the largest photon angle", arguments: [2, 3, 5])
    func otherDensities(factor: Int) throws {
        for (angle, energy) in [(1.5e-3, 25.0), (1.4e-3, 20), (2.2e-3, 25), (3e-3, 60), (1.5e-3, 37)] {
            let problem = PhotonAngleBound(
                kinematics: try muone(), minimumMuonAngle: angle, maximumElectronEnergy: energy)
            let found = try problem.maximum().photonAngle
            let other = try Refinement.with(factor: factor) { try problem.maximum().photonAngle }
            #expect((found.value - other.value).magnitude <= found.error)
            #expect(found.error > 0 && found.relativeError < 1e-9)
        }
    }

    @Test("the largest photon angle is about 6 mrad, for a muon at the cut")
    func boundIsSixMilliradians() throws {
        let bound = try problem().maximum()
        #expect((bound.photonAngle.value * 1e3).rounded() == 6)
        #expect(bound.muonScatteringAngle == 1.5e-3)
        #expect(bound.photonAngle.relativeError < 1e-6)
    }

    @Test("selected radiative events carry a photon of at least 13 GeV")
    func photonEnergyBound() throws {
        #expect(try problem().minimumPhotonEnergy().rounded() == 13)
    }

    @Test("cuts that a soft photon can pass have no bound, and say so")
    func looseCutsHaveNoBound() throws {
        let loose = try problem(minimumMuonAngle: 1e-3)
        #expect(throws: ElasticKinematicsError.self) { try loose.maximum() }
    }
}
