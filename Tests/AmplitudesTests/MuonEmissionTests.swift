import Kinematics
import NumericalMethods
import TestPhysics
import Testing

@testable import Amplitudes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct MuonEmissionTests {
    static let testMasses = [1e-3, 1e-2, 0.05, 0.1, 0.2, 0.28]

    func traces(_ mass: Double, coupling: Double = 1e-3) -> MuonEmission {
        MuonEmission(
            muonMass: Masses.muon, bosonMass: mass, fineStructure: Masses.fineStructure, coupling: coupling)
    }

    func spinors(_ mass: Double, coupling: Double = 1e-3, isAntimuon: Bool = false) -> MuonEmissionSpinors {
        MuonEmissionSpinors(
            muonMass: Masses.muon, electronMass: Masses.electron, bosonMass: mass,
            fineStructure: Masses.fineStructure, coupling: coupling, isAntimuon: isAntimuon)
    }

    func invariants(_ momenta: MuonEmissionMomenta, _ mass: Double) -> MuonEmissionInvariants<Double> {
        MuonEmissionInvariants(momenta, muonMass: Masses.muon, electronMass: Masses.electron, bosonMass: mass)
    }

    func ratio(_ a: Double, _ b: Double) -> Double { abs(a / b - 1) }

    @Test func theTracesMeetTheReferencePoints() {
        for point in ReferencePoint.zPrime {
            let value = traces(point.mass).squaredAmplitude(invariants(point.momenta, point.mass))
            #expect(ratio(value, point.squaredAmplitude) < 1e-8, "m = \(point.mass): \(value)")
        }
    }

    @Test func theSpinorsMeetTheReferencePoints() {
        for point in ReferencePoint.zPrime {
            let value = spinors(point.mass).squaredAmplitude(point.momenta)
            #expect(ratio(value, point.squaredAmplitude) < 1e-8, "m = \(point.mass): \(value)")
        }
    }

    @Test(arguments: testMasses) func tracesAndSpinorsAgreeEverywhere(mass: Double) {
        for index in 0..<200 {
            let momenta = randomMomenta(index, mass: mass)
            let value = traces(mass).squaredAmplitude(invariants(momenta, mass))
            // Rounding of momenta of order 0.2 GeV against a light boson's rest frame, and of t against the energies.
            let t = invariants(momenta, mass).t
            let accuracy = 1e-11 + 1e-13 / abs(t) + 1e-17 / (mass * mass * abs(t))
            #expect(ratio(value, spinors(mass).squaredAmplitude(momenta)) < accuracy, "point \(index), t = \(t)")
        }
    }

    @Test(arguments: testMasses) func theMuonsCurrentIsConserved(mass: Double) {
        for index in 0..<100 {
            let momenta = randomMomenta(index, mass: mass)
            let longitudinal = spinors(mass).squaredAmplitude(momenta, polarisation: momenta.boson)
            let total = spinors(mass).squaredAmplitude(momenta)
            // k·M relative to |M| at 1e-10, so its square at 1e-20; rounding grows as the electron's transfer shrinks.
            let t = invariants(momenta, mass).t
            #expect(longitudinal < (1e-20 + 1e-26 / (t * t)) * total, "point \(index)")
        }
    }

    @Test func theChoiceOfTheShiftedElectronMomentumDoesNotMatter() {
        for index in 0..<100 {
            let momenta = randomMomenta(index, mass: 0.1)
            let point = invariants(momenta, 0.1)
            let q = momenta.electron - momenta.finalElectron
            for shift in [0.0, 0.5, -2] {
                var other = point
                let vector = momenta.electron - shift * q
                other.lSquared = vector.square
                other.lFinalMuon = vector * momenta.finalMuon
                other.lBoson = vector * momenta.boson
                other.lTransfer = vector * q
                let values = (traces(0.1).squaredAmplitude(other), traces(0.1).squaredAmplitude(point))
                // Without the shift the terms cancel as t² at small t.
                #expect(ratio(values.0, values.1) < 1e-9 + 1e-14 / (point.t * point.t), "point \(index), x = \(shift)")
            }
        }
    }

    @Test func aMasslessBosonWithTheElectronsChargeIsThePhoton() {
        let charge = (4 * Double.pi * Masses.fineStructure).squareRoot()
        let photons = PhotonEmissionSpinors(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)
        for index in 0..<100 {
            let momenta = randomMomenta(index, mass: 0)
            let expected = photons.squaredAmplitude(momenta, emitters: .muon)
            let t = invariants(momenta, 0).t
            let value = traces(0, coupling: charge).squaredAmplitude(invariants(momenta, 0))
            #expect(ratio(value, expected) < 1e-10 + 1e-13 / abs(t), "point \(index)")
            #expect(ratio(spinors(0, coupling: charge).squaredAmplitude(momenta), expected) < 1e-10)
        }
    }

    @Test func aLightBosonApproachesThePhoton() {
        let charge = (4 * Double.pi * Masses.fineStructure).squareRoot()
        for index in 0..<20 {
            let massless = traces(0, coupling: charge).squaredAmplitude(invariants(randomMomenta(index, mass: 0), 0))
            let differences = [1e-3, 1e-4].map { mass in
                ratio(
                    traces(mass, coupling: charge).squaredAmplitude(invariants(randomMomenta(index, mass: mass), mass)),
                    massless)
            }
            // The momenta move linearly with the mass, as it takes its share of the kinetic energy.
            #expect(differences[1] < 0.15 * differences[0], "point \(index): \(differences)")
        }
    }

    @Test func photonEmissionFromBothLinesMeetsTheReferencePoints() {
        let photons = PhotonEmissionSpinors(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)
        for point in ReferencePoint.photon {
            #expect(ratio(photons.squaredAmplitude(point.momenta), point.squaredAmplitude) < 1e-8)
        }
    }

    @Test func elasticScatteringMeetsTheReferencePoints() {
        let elastic = MuonElectronElastic(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)
        for point in ReferencePoint.elastic {
            // Two bodies: directions of the printed momenta, energies from s.
            let s = Masses.muon * Masses.muon + Masses.electron * Masses.electron + 300 * Masses.electron
            let momentum = TwoBody.momentum(total: s.squareRoot(), first: Masses.muon, second: Masses.electron)
            let size = point.muon.reduce(0) { $0 + $1 * $1 }.squareRoot()
            let t = -2 * momentum * momentum * (1 - point.muon[2] / size)
            #expect(ratio(elastic.squaredAmplitude(s: s, t: t), point.squaredAmplitude) < 1e-8)
        }
    }

    @Test func muonsAndAntimuonsEmitAlike() {
        for index in 0..<50 {
            let momenta = randomMomenta(index, mass: 0.05)
            let values = [false, true].map { spinors(0.05, isAntimuon: $0).squaredAmplitude(momenta) }
            #expect(ratio(values[0], values[1]) < 1e-11)
        }
    }

    @Test(arguments: testMasses) func theSquaredAmplitudeIsPositive(mass: Double) {
        for index in 0..<2000 {
            #expect(traces(mass).squaredAmplitude(invariants(randomMomenta(index, mass: mass), mass)) > 0)
        }
    }

    @Test func theSpinorsDoNotDependOnTheFrame() {
        let frame = FourVector(mass: 1, x: 0.3, y: -0.8, z: 0.5)
        for index in 0..<50 {
            let momenta = randomMomenta(index, mass: 0.1)
            let values = [momenta, momenta.boosted(frame)].map { spinors(0.1).squaredAmplitude($0) }
            let t = invariants(momenta, 0.1).t
            #expect(ratio(values[0], values[1]) < 1e-10 + 1e-13 / abs(t))
        }
    }

    @Test func aMirroredEventHasTheSameAmplitude() {
        func mirrored(_ v: FourVector) -> FourVector { FourVector(energy: v.energy, x: v.x, y: -v.y, z: v.z) }
        for index in 0..<50 {
            let m = randomMomenta(index, mass: 0.1)
            let mirror = MuonEmissionMomenta(
                muon: mirrored(m.muon), electron: mirrored(m.electron), finalMuon: mirrored(m.finalMuon),
                finalElectron: mirrored(m.finalElectron), boson: mirrored(m.boson))
            #expect(ratio(spinors(0.1).squaredAmplitude(m), spinors(0.1).squaredAmplitude(mirror)) < 1e-12)
        }
    }

    @Test func theRateScalesWithTheSquaredCouplings() {
        let point = invariants(randomMomenta(1, mass: 0.1), 0.1)
        #expect(
            ratio(traces(0.1, coupling: 3e-3).squaredAmplitude(point), 9 * traces(0.1).squaredAmplitude(point)) < 1e-14)
    }

    @Test func theLanesAreIndependentPoints() {
        let points = (0..<4).map { invariants(randomMomenta($0, mass: 0.1), 0.1) }
        func lanes(_ path: KeyPath<MuonEmissionInvariants<Double>, Double>) -> SIMD4<Double> {
            SIMD4(points.map { $0[keyPath: path] })
        }
        let together = traces(0.1).squaredAmplitude(
            MuonEmissionInvariants(
                t: lanes(\.t), a: lanes(\.a), b: lanes(\.b), lSquared: lanes(\.lSquared),
                lFinalMuon: lanes(\.lFinalMuon), lBoson: lanes(\.lBoson), lTransfer: lanes(\.lTransfer)))
        for lane in 0..<4 { #expect(together[lane] == traces(0.1).squaredAmplitude(points[lane])) }
    }
}
