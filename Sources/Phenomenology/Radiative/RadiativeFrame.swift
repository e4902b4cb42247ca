import Amplitudes
import Kinematics
import NumericalMethods

/// What all events of a process and a region share: the two frames, the amplitude and the limits of the variables. GeV.
struct RadiativeFrame: Sendable {
    let emission: FixedTargetEmission
    let amplitude: PhotonEmission
    let process: RadiativeProcess
    let region: RadiativeCuts
    let rootS: Double
    /// e^y of the centre of mass in the laboratory.
    let stretch: Double
    let muon: FourVector
    let electron: FourVector
    /// Of each incoming particle in the centre-of-mass frame.
    let momentum: Double
    /// fb; 1/(4 m_e P) of the flux.
    let flux: Double
    /// E_e + E_γ.
    let systemEnergies: ClosedRange<Double>
    /// E_e.
    let electronEnergies: ClosedRange<Double>
    let minimumPhotonEnergy: Double

    /// Nil where the region leaves no phase space.
    init?(_ process: RadiativeProcess, region: RadiativeCuts) throws {
        let kinematics = try process.kinematics
        let (muonMass, electronMass) = (kinematics.muonMass, kinematics.electronMass)
        try region.validate(electronMass: electronMass)
        self.region = region
        self.process = process
        amplitude = process.amplitude
        emission = FixedTargetEmission(
            beamEnergy: process.beamEnergy, muonMass: muonMass, electronMass: electronMass, bosonMass: 0)
        rootS = kinematics.centreOfMassEnergy
        stretch = (process.beamEnergy + electronMass + emission.beamMomentum) / rootS
        momentum = TwoBody.momentum(total: rootS, first: muonMass, second: electronMass)
        muon = FourVector(mass: muonMass, x: 0, y: 0, z: momentum)
        electron = FourVector(mass: electronMass, x: 0, y: 0, z: -momentum)
        flux = process.femtobarns / (4 * electronMass * emission.beamMomentum)

        let cuts = region.selection
        // A system heavier than the electron takes no less energy at a muon angle than the electron alone does.
        guard cuts.minimumMuonAngle <= kinematics.maximumMuonAngle else { return nil }
        let elastic = try kinematics.electronEnergies(atMuonAngle: cuts.minimumMuonAngle)
        let least = max(cuts.minimumElectronEnergy ?? 0, electronMass)
        let most = min(cuts.maximumElectronEnergy ?? .infinity, kinematics.maximumElectronEnergy)
        guard least < most, least < elastic.upper else { return nil }
        let softest = elastic.lower - most
        guard softest > 0 || region.minimumPhotonEnergy > 0 else {
            throw RadiativeError.softPhotons(electronEnergies: least...most, minimumMuonAngle: cuts.minimumMuonAngle)
        }
        minimumPhotonEnergy = max(softest, region.minimumPhotonEnergy)
        let lower = max(elastic.lower, least + minimumPhotonEnergy)
        let upper = min(elastic.upper, process.beamEnergy + electronMass - muonMass)
        guard lower < upper else { return nil }
        systemEnergies = lower...upper
        let largest = min(most, upper - minimumPhotonEnergy)
        guard least < largest else { return nil }
        electronEnergies = least...largest
    }

    /// |M|² of the final momenta in the centre-of-mass frame, as the whole and the shares of the two lines without their
    /// interference.
    @inline(__always)
    func squaredAmplitude(_ finalMuon: FourVector, _ finalElectron: FourVector, _ photon: FourVector) -> (
        sum: Double, muonShare: Double
    ) {
        let parts = amplitude.parts(
            MuonEmissionMomenta(
                muon: muon, electron: electron, finalMuon: finalMuon, finalElectron: finalElectron, boson: photon))
        return (process.squaredAmplitude(parts), parts.muon / (parts.muon + parts.electron))
    }

    /// From the laboratory to the centre of mass.
    @inline(__always)
    func centred(_ vector: FourVector, mass: Double) -> FourVector {
        boosted(vector, mass: mass, factor: 1 / stretch)
    }

    /// From the centre of mass to the laboratory.
    @inline(__always)
    func laboratory(_ vector: FourVector, mass: Double) -> FourVector {
        boosted(vector, mass: mass, factor: stretch)
    }

    /// Along z, with E ± p_z kept to all digits.
    @inline(__always)
    private func boosted(_ v: FourVector, mass: Double, factor: Double) -> FourVector {
        let large = v.energy + v.z.magnitude
        let small = (mass * mass + v.x * v.x + v.y * v.y) / large
        let plus = factor * (v.z > 0 ? large : small)
        let minus = (v.z > 0 ? small : large) / factor
        return FourVector(energy: 0.5 * (plus + minus), x: v.x, y: v.y, z: 0.5 * (plus - minus))
    }
}
