import Amplitudes
import Kinematics
import NumericalMethods
import Testing

@Suite("Photon emission from both lines")
struct PhotonEmissionTests {
    let traces = PhotonEmission(
        muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)

    func spinors(_ beam: BeamCharge, gauge: Double = 0) -> PhotonEmissionSpinors {
        PhotonEmissionSpinors(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure, beam: beam,
            propagatorGauge: gauge)
    }

    func ratio(_ a: Double, _ b: Double) -> Double { abs(a / b - 1) }

    @Test("by traces is that by spinors, for both charges and for each line", arguments: BeamCharge.allCases)
    func tracesAndSpinorsAgree(beam: BeamCharge) {
        for index in 0..<100 {
            let momenta = randomMomenta(index, mass: 0)
            let parts = traces.parts(momenta)
            let spinors = spinors(beam)
            #expect(ratio(parts.sum(beam), spinors.squaredAmplitude(momenta)) < 1e-8, "point \(index)")
            #expect(ratio(parts.muon, spinors.squaredAmplitude(momenta, emitters: .muon)) < 1e-8)
            #expect(ratio(parts.electron, spinors.squaredAmplitude(momenta, emitters: .electron)) < 1e-8)
        }
    }

    @Test("is what an independent program prints for μ⁻")
    func referencePoints() {
        for point in ReferencePoint.photon {
            #expect(ratio(traces.parts(point.momenta).sum(.negative), point.squaredAmplitude) < 1e-8)
        }
    }

    @Test("vanishes for a polarisation along the photon", arguments: BeamCharge.allCases)
    func wardIdentity(beam: BeamCharge) {
        for index in 0..<50 {
            let momenta = randomMomenta(index, mass: 0)
            let value = spinors(beam).squaredAmplitude(momenta, polarisations: [momenta.boson])
            let size = momenta.boson.energy * momenta.boson.energy * spinors(beam).squaredAmplitude(momenta)
            #expect(value < 1e-16 * size, "point \(index)")
        }
    }

    @Test("depends neither on the exchanged photon's gauge nor on that of the polarisations")
    func gaugeIndependence() {
        for index in 0..<50 {
            let momenta = randomMomenta(index, mass: 0)
            let value = spinors(.positive).squaredAmplitude(momenta)
            #expect(ratio(spinors(.positive, gauge: 0.7).squaredAmplitude(momenta), value) < 1e-9)
            let shifted = zip(transversePolarisations(of: momenta.boson), [3.0, -7.0]).map {
                $0 + ($1 / momenta.boson.energy) * momenta.boson
            }
            #expect(ratio(spinors(.positive).squaredAmplitude(momenta, polarisations: shifted), value) < 1e-9)
        }
    }

    @Test("of a soft photon is elastic scattering times the eikonal factor", arguments: BeamCharge.allCases)
    func softLimit(beam: BeamCharge) {
        let s = Masses.muon * Masses.muon + Masses.electron * Masses.electron + 300 * Masses.electron
        let momentum = TwoBody.momentum(total: s.squareRoot(), first: Masses.muon, second: Masses.electron)
        let elastic = MuonElectronElastic(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)
        for (cosine, up) in [(0.9, 0.3), (0.2, -0.8), (-0.5, 0.1)] {
            let sine = (1 - cosine * cosine).squareRoot()
            let photonSine = (1 - up * up).squareRoot()
            func momenta(_ energy: Double) -> MuonEmissionMomenta {
                let k = FourVector(energy: energy, x: 0, y: energy * photonSine, z: energy * up)
                // The electron takes the recoil, so that the pair's momentum is off by terms of the photon's energy only.
                let pair = FourVector(energy: s.squareRoot() - energy, x: 0, y: -k.y, z: -k.z)
                let inside = TwoBody.momentum(
                    total: pair.square.squareRoot(), first: Masses.muon, second: Masses.electron)
                return MuonEmissionMomenta(
                    muon: FourVector(mass: Masses.muon, x: 0, y: 0, z: momentum),
                    electron: FourVector(mass: Masses.electron, x: 0, y: 0, z: -momentum),
                    finalMuon: FourVector(mass: Masses.muon, x: inside * sine, y: 0, z: inside * cosine)
                        .boosted(fromRestOf: pair),
                    finalElectron: FourVector(mass: Masses.electron, x: -inside * sine, y: 0, z: -inside * cosine)
                        .boosted(fromRestOf: pair), boson: k)
            }
            func deviation(_ energy: Double) -> Double {
                let soft = momenta(energy)
                let k = soft.boson
                let muon = (1 / (soft.finalMuon * k)) * soft.finalMuon - (1 / (soft.muon * k)) * soft.muon
                let electron =
                    (1 / (soft.finalElectron * k)) * soft.finalElectron - (1 / (soft.electron * k)) * soft.electron
                let current = muon - beam.sign * electron
                let t = -2 * momentum * momentum * (1 - cosine)
                let eikonal = -4 * Double.pi * Masses.fineStructure * current.square
                return ratio(
                    traces.parts(soft).sum(beam), eikonal * elastic.squaredAmplitude(s: s, t: t))
            }
            #expect(deviation(1e-6) < 1e-3)
            #expect(deviation(1e-6) < 0.2 * deviation(1e-5))
        }
    }
}
