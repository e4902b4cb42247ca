import Amplitudes
import Foundation
import Kinematics
import Testing

/// μ e → μ e X at one point of phase space, from two directions in rest frames.
func emissionMomenta(boson: Double, muonMass: Double, electronMass: Double, seed: Double = 0) -> MuonEmissionMomenta {
    let rootS = 0.9
    let momentum = TwoBody.momentum(total: rootS, first: muonMass, second: electronMass)
    let system = muonMass + boson + 0.4 * (rootS - muonMass - boson - electronMass)
    let final = TwoBody.momentum(total: rootS, first: system, second: electronMass)
    func direction(_ polar: Double, _ azimuth: Double, _ size: Double) -> (x: Double, y: Double, z: Double) {
        let sine = (1 - polar * polar).squareRoot()
        return (size * sine * cos(azimuth), size * sine * sin(azimuth), size * polar)
    }
    let out = direction(0.3 + 0.1 * seed, 0.4 + seed, final)
    let electron = FourVector(mass: electronMass, x: out.x, y: out.y, z: out.z)
    let rest = FourVector(mass: system, x: -out.x, y: -out.y, z: -out.z)
    let decay = TwoBody.momentum(total: system, first: muonMass, second: boson)
    let inner = direction(-0.2 + 0.2 * seed, 1.1 - seed, decay)
    return MuonEmissionMomenta(
        muon: FourVector(mass: muonMass, x: 0, y: 0, z: momentum),
        electron: FourVector(mass: electronMass, x: 0, y: 0, z: -momentum),
        finalMuon: FourVector(mass: muonMass, x: inner.x, y: inner.y, z: inner.z).boosted(fromRestOf: rest),
        finalElectron: electron,
        boson: FourVector(mass: boson, x: -inner.x, y: -inner.y, z: -inner.z).boosted(fromRestOf: rest))
}

/// Unit vectors of the rest frame of a massive boson, boosted.
func massivePolarisations(_ k: FourVector) -> [FourVector] {
    [(1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)].map {
        FourVector(energy: 0, x: $0.0, y: $0.1, z: $0.2).boosted(fromRestOf: k)
    }
}

@Suite("Emission from both lines")
struct TwoLineEmissionTests {
    private let muonMass = 0.1056583755
    private let electronMass = 0.02

    private func amplitude(
        muon: (Double, Double), electron: (Double, Double), anti: Bool = false, masses: (Double, Double)? = nil
    ) -> TwoLineEmission {
        TwoLineEmission(
            muonMass: masses?.0 ?? muonMass, electronMass: masses?.1 ?? electronMass, fineStructure: 1 / 137.036,
            muonCouplings: ChiralCouplings(vector: muon.0, axial: muon.1),
            electronCouplings: ChiralCouplings(vector: electron.0, axial: electron.1), isAntimuon: anti)
    }

    @Test("conserves the vector current, line by line")
    func ward() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        let polarisations = massivePolarisations(momenta.boson)
        for anti in [false, true] {
            for couplings in [((1.0, 0.0), (0.0, 0.0)), ((0, 0), (1, 0)), ((1, 0), (-0.7, 0))] {
                let amplitude = amplitude(muon: couplings.0, electron: couplings.1, anti: anti)
                let whole = amplitude.squaredAmplitude(momenta, polarisations: polarisations)
                let unphysical = amplitude.squaredAmplitude(momenta, polarisations: [momenta.boson])
                #expect(unphysical < 1e-24 * whole)
            }
        }
    }

    @Test("does not conserve the axial current of a massive line")
    func axial() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        let amplitude = amplitude(muon: (0, 1), electron: (0, 0))
        let whole = amplitude.squaredAmplitude(momenta, polarisations: massivePolarisations(momenta.boson))
        #expect(amplitude.squaredAmplitude(momenta, polarisations: [momenta.boson]) > 1e-4 * whole)
    }

    @Test("is that of the muon's line alone where the electron does not couple")
    func muonAlone() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        for anti in [false, true] {
            let single = MuonEmissionSpinors(
                muonMass: muonMass, electronMass: electronMass, bosonMass: 0.1, fineStructure: 1 / 137.036,
                coupling: 0.3, isAntimuon: anti)
            let found = amplitude(muon: (0.3, 0), electron: (0, 0), anti: anti).squaredAmplitude(
                momenta, polarisations: massivePolarisations(momenta.boson))
            #expect(abs(found / single.squaredAmplitude(momenta) - 1) < 1e-10)
        }
    }

    @Test("is the same for axial as for vector couplings where a line is massless")
    func massless() {
        let masses = (1e-9, 0.02)
        let momenta = emissionMomenta(boson: 0.1, muonMass: masses.0, electronMass: masses.1)
        let polarisations = massivePolarisations(momenta.boson)
        let vector = amplitude(muon: (1, 0), electron: (0, 0), masses: masses)
        let axial = amplitude(muon: (0, 1), electron: (0, 0), masses: masses)
        let ratio =
            axial.squaredAmplitude(momenta, polarisations: polarisations)
            / vector.squaredAmplitude(momenta, polarisations: polarisations)
        #expect(abs(ratio - 1) < 1e-7)
    }

    @Test("does not tell left from right: both axial couplings may change their signs")
    func parity() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        let polarisations = massivePolarisations(momenta.boson)
        let one = amplitude(muon: (0.4, 0.5), electron: (-0.1, 0.3))
        let other = amplitude(muon: (0.4, -0.5), electron: (-0.1, -0.3))
        let mixed = amplitude(muon: (0.4, -0.5), electron: (-0.1, 0.3))
        func squared(_ amplitude: TwoLineEmission) -> Double {
            amplitude.squaredAmplitude(momenta, polarisations: polarisations)
        }
        #expect(abs(squared(one) / squared(other) - 1) < 1e-10)
        #expect(abs(squared(one) / squared(mixed) - 1) > 1e-3)
    }

    @Test("does not depend on which line is called the muon's")
    func exchange() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        let swapped = MuonEmissionMomenta(
            muon: momenta.electron, electron: momenta.muon, finalMuon: momenta.finalElectron,
            finalElectron: momenta.finalMuon, boson: momenta.boson)
        let polarisations = massivePolarisations(momenta.boson)
        let one = amplitude(muon: (0.4, 0.5), electron: (-0.1, 0.3))
        let other = amplitude(muon: (-0.1, 0.3), electron: (0.4, 0.5), masses: (electronMass, muonMass))
        let ratio =
            one.squaredAmplitude(momenta, polarisations: polarisations)
            / other.squaredAmplitude(swapped, polarisations: polarisations)
        #expect(abs(ratio - 1) < 1e-10)
    }

    @Test("changes its interference with the muon's charge for vector couplings, and only that")
    func charge() {
        let momenta = emissionMomenta(boson: 0.1, muonMass: muonMass, electronMass: electronMass)
        let polarisations = massivePolarisations(momenta.boson)
        func squared(_ electron: Double, _ anti: Bool) -> Double {
            amplitude(muon: (1, 0), electron: (electron, 0), anti: anti).squaredAmplitude(
                momenta, polarisations: polarisations)
        }
        // Furry: reversing a vector line changes the sign of its emission against the other line's.
        #expect(abs(squared(0.6, true) / squared(-0.6, false) - 1) < 1e-10)
        #expect(abs(squared(0.6, true) / squared(0.6, false) - 1) > 1e-3)
    }
}
