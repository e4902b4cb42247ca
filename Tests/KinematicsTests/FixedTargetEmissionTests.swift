import NumericalMethods
import Testing

@testable import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct FixedTargetEmissionTests {
    static let muonMass = 0.1056583755
    static let electronMass = 0.51099895e-3

    func emission(_ mass: Double, beamEnergy: Double = 150) -> FixedTargetEmission {
        FixedTargetEmission(
            beamEnergy: beamEnergy, muonMass: Self.muonMass, electronMass: Self.electronMass, bosonMass: mass)
    }

    func halfAngleSineSquared(_ angle: Double) -> Double { sin(angle / 2) * sin(angle / 2) }

    @Test func theCentreOfMassEnergyIsThatOfAnElectronAtRest() {
        // Independent value at 150 GeV.
        #expect(abs(emission(0).invariantMassSquared.squareRoot() - 0.405541167372) < 1e-12)
    }

    @Test func aMasslessBosonLeavesTheElasticRangeOfRecoils() throws {
        // T_max = 139.817783188 GeV of elastic scattering at 150 GeV (independent value).
        let range = try #require(emission(1e-12).recoilRange)
        #expect(abs(range.upperBound - 139.817783188) < 1e-6)
        let elastic = try #require(emission(0.1).elasticRecoilRange(halfAngleSineSquared: 0))
        #expect(abs(elastic.upperBound - 139.817783188) < 1e-8)
    }

    @Test func theRecoilsCloseAtThreshold() throws {
        let threshold = emission(0).thresholdMass
        var previous = Double.infinity
        for gap in [1e-2, 1e-4, 1e-6, 1e-8] {
            let range = try #require(emission(threshold - gap).recoilRange)
            let width = range.upperBound - range.lowerBound
            #expect(width < previous && width > 0)
            previous = width
        }
        #expect(emission(threshold).recoilRange == nil)
        #expect(emission(1).recoilRange == nil)
    }

    @Test(arguments: [1e-3, 0.05, 0.2]) func theEndsOfTheRecoilsLeaveNoMuonEnergy(mass: Double) throws {
        let process = emission(mass)
        let range = try #require(process.recoilRange)
        for recoil in [range.lowerBound * 1.001, range.upperBound * 0.999] {
            #expect(process.muonEnergyRange(recoil: recoil, halfAngleSineSquared: 0) != nil)
        }
        for recoil in [range.lowerBound * 0.999, range.upperBound * 1.001] {
            #expect(process.muonEnergyRange(recoil: recoil, halfAngleSineSquared: 0) == nil)
        }
    }

    @Test func aMuonAngleCutNarrowsTheRanges() throws {
        let process = emission(0.1)
        var widths: [Double] = []
        var energies: [Double] = []
        for angle in [0, 1e-3, 1.5e-3, 2e-3] {
            let cut = halfAngleSineSquared(angle)
            let recoils = try #require(process.recoilRange(halfAngleSineSquared: cut))
            let muon = try #require(process.muonEnergyRange(recoil: 20, halfAngleSineSquared: cut))
            widths.append(log(recoils.upperBound / recoils.lowerBound))
            energies.append(muon.upperBound - muon.lowerBound)
        }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
        #expect(zip(energies, energies.dropFirst()).allSatisfy { $0 > $1 })
        #expect(process.recoilRange(halfAngleSineSquared: halfAngleSineSquared(0.1)) == nil)
    }

    @Test func theElasticCutOpensAtThePublishedElectronEnergy() throws {
        // E_e ≃ 38 GeV at 1.5 mrad and 150 GeV: Asai et al., Phys. Rev. D 106, L051702 (2022).
        let range = try #require(emission(0.1).elasticRecoilRange(halfAngleSineSquared: halfAngleSineSquared(1.5e-3)))
        #expect(abs(range.lowerBound - 38) < 0.5)
        // θ_μ ≲ 4.84 mrad at any energy.
        #expect(emission(0.1).elasticRecoilRange(halfAngleSineSquared: halfAngleSineSquared(4.83e-3)) != nil)
        #expect(emission(0.1).elasticRecoilRange(halfAngleSineSquared: halfAngleSineSquared(4.85e-3)) == nil)
    }

    /// Random events in the centre-of-mass frame, boosted to the laboratory, lie within every range.
    @Test(arguments: [2e-3, 0.03, 0.1, 0.25]) func everyEventLiesWithinTheRanges(mass: Double) throws {
        let process = emission(mass)
        let stream = RandomStream("events in range")
        let rootS = process.invariantMassSquared.squareRoot()
        let restFrame = FourVector(
            energy: 150 + Self.electronMass, x: 0, y: 0, z: process.beamMomentum)
        let recoils = try #require(process.recoilRange)
        for index in 0..<500 {
            func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(8 * index + counter)) }
            func direction(_ a: Double, _ b: Double, _ size: Double, mass: Double) -> FourVector {
                let cosine = 2 * a - 1
                let sine = (1 - cosine * cosine).squareRoot()
                return FourVector(
                    mass: mass, x: size * sine * cos(2 * .pi * b), y: size * sine * sin(2 * .pi * b), z: size * cosine)
            }
            let lowest = Self.muonMass + mass
            let pair = lowest + u(0) * (rootS - Self.electronMass - lowest)
            let momentum = TwoBody.momentum(total: rootS, first: pair, second: Self.electronMass)
            let electron = direction(u(1), u(2), momentum, mass: Self.electronMass)
            let system = FourVector(mass: pair, x: -electron.x, y: -electron.y, z: -electron.z)
            let decay = TwoBody.momentum(total: pair, first: Self.muonMass, second: mass)
            let muon = direction(u(3), u(4), decay, mass: Self.muonMass).boosted(fromRestOf: system)
                .boosted(fromRestOf: restFrame)
            let recoil = electron.boosted(fromRestOf: restFrame).energy - Self.electronMass
            let cut = halfAngleSineSquared(atan2(muon.transverseMomentum, muon.z) * 0.999)
            #expect(recoils.contains(recoil))
            #expect(try #require(process.recoilRange(halfAngleSineSquared: cut)).contains(recoil))
            let energies = try #require(process.muonEnergyRange(recoil: recoil, halfAngleSineSquared: cut))
            let slack = 1e-9 * muon.energy
            #expect(energies.lowerBound < muon.energy + slack && muon.energy < energies.upperBound + slack)
            let transfer = process.smallestTransfer(
                muonEnergy: muon.energy, halfAngleSineSquared: cut / (0.999 * 0.999))
            let range = process.transferRange(recoil: recoil, bosonEnergy: 150 - muon.energy - recoil)
            #expect(range.lower < transfer + 1e-8 && transfer < range.upper + 1e-8)
        }
    }
}
