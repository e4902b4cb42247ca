import Amplitudes
import Kinematics
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The centre of mass of μ and e, with the muon along z, and the laboratory seen from there.
struct CollisionFrame: Sendable {
    /// Which of the two scatters without emitting.
    enum Line: Sendable { case electron, muon }

    let muonMass: Double
    let electronMass: Double
    let rootS: Double
    let momentum: Double
    let gamma: Double
    let gammaBeta: Double
    /// p √s, which is m_e P in the laboratory. GeV².
    let flux: Double
    let muon: FourVector
    let electron: FourVector

    init(beamEnergy: Double, muonMass: Double, electronMass: Double) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        let beamMomentum = ((beamEnergy - muonMass) * (beamEnergy + muonMass)).squareRoot()
        rootS =
            (muonMass * muonMass + electronMass * electronMass + 2 * electronMass * beamEnergy).squareRoot()
        flux = electronMass * beamMomentum
        momentum = flux / rootS
        gamma = (beamEnergy + electronMass) / rootS
        gammaBeta = beamMomentum / rootS
        muon = FourVector(mass: muonMass, x: 0, y: 0, z: momentum)
        electron = FourVector(mass: electronMass, x: 0, y: 0, z: -momentum)
    }

    /// The event in which one line recoils with T in its rest frame and the other forms a system of W² − m² = `excess` with the
    /// boson, of direction given in the system's rest frame. Nil outside of phase space.
    func event(
        recoilOf line: Line, recoil: Double, excess: Double, mass: Double, polar: Double, azimuth: Double
    ) -> MuonEmissionMomenta? {
        let target = line == .electron ? electronMass : muonMass
        let projectile = line == .electron ? muonMass : electronMass
        let system = (excess + projectile * projectile).squareRoot()
        let final = TwoBody.momentum(total: rootS, first: system, second: target)
        let energyIn = (momentum * momentum + target * target).squareRoot()
        let energyOut = (final * final + target * target).squareRoot()
        let cosine = (energyIn * energyOut - target * target - target * recoil) / (momentum * final)
        guard final > 0, cosine >= -1, cosine <= 1 else { return nil }
        let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
        let sign: Double = line == .electron ? -1 : 1
        let scattered = FourVector(mass: target, x: final * sine, y: 0, z: sign * final * cosine)
        let rest = FourVector(mass: system, x: -scattered.x, y: 0, z: -scattered.z)
        let decay = TwoBody.momentum(total: system, first: projectile, second: mass)
        let transverse = decay * max((1 - polar) * (1 + polar), 0).squareRoot()
        let (x, y, z) = (transverse * cos(azimuth), transverse * sin(azimuth), decay * polar)
        let partner = FourVector(mass: projectile, x: x, y: y, z: z).boosted(fromRestOf: rest)
        let boson = FourVector(mass: mass, x: -x, y: -y, z: -z).boosted(fromRestOf: rest)
        return MuonEmissionMomenta(
            muon: muon, electron: electron, finalMuon: line == .electron ? partner : scattered,
            finalElectron: line == .electron ? scattered : partner, boson: boson)
    }

    /// T of the electron in its rest frame, and (p′ + k)² − m_μ².
    func electronRecoil(_ event: MuonEmissionMomenta) -> (recoil: Double, excess: Double) {
        (
            (event.electron * event.finalElectron - electronMass * electronMass) / electronMass,
            2 * (event.finalMuon * event.boson) + event.boson.square
        )
    }

    /// T of the muon in its rest frame, and (l′ + k)² − m_e².
    func muonRecoil(_ event: MuonEmissionMomenta) -> (recoil: Double, excess: Double) {
        (
            (event.muon * event.finalMuon - muonMass * muonMass) / muonMass,
            2 * (event.finalElectron * event.boson) + event.boson.square
        )
    }

    /// Whether the muon and the electron pass the cuts in the laboratory.
    func passes(_ event: MuonEmissionMomenta, _ cuts: SelectionCuts) -> Bool {
        func laboratory(_ p: FourVector) -> (energy: Double, angle: Double) {
            let energy = gamma * p.energy + gammaBeta * p.z
            return (energy, atan2(p.transverseMomentum, gamma * p.z + gammaBeta * p.energy))
        }
        if laboratory(event.finalMuon).angle < cuts.minimumMuonAngle { return false }
        let (energy, angle) = laboratory(event.finalElectron)
        if let least = cuts.minimumElectronEnergy, energy < least { return false }
        if let largest = cuts.maximumElectronEnergy, energy > largest { return false }
        if let largest = cuts.maximumElectronAngle, angle > largest { return false }
        return true
    }
}
