import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A physical point of μ e → μ e X in the centre-of-mass frame, from a fixed random stream; three-body decays in two steps.
func randomMomenta(_ index: Int, mass: Double, beamEnergy: Double = 150) -> MuonEmissionMomenta {
    let stream = RandomStream("random momenta")
    func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(8 * index + counter)) }
    func direction(_ a: Double, _ b: Double, _ size: Double) -> (Double, Double, Double) {
        let cosine = 2 * a - 1
        let sine = (1 - cosine * cosine).squareRoot()
        return (size * sine * cos(2 * .pi * b), size * sine * sin(2 * .pi * b), size * cosine)
    }
    let muon = Masses.muon
    let electron = Masses.electron
    let rootS = (muon * muon + electron * electron + 2 * electron * beamEnergy).squareRoot()
    let pair = muon + mass + u(0) * (rootS - electron - muon - mass)
    let recoil = direction(u(1), u(2), TwoBody.momentum(total: rootS, first: pair, second: electron))
    let decay = direction(u(3), u(4), TwoBody.momentum(total: pair, first: muon, second: mass))
    let system = FourVector(mass: pair, x: -recoil.0, y: -recoil.1, z: -recoil.2)
    let incoming = TwoBody.momentum(total: rootS, first: muon, second: electron)
    return MuonEmissionMomenta(
        muon: FourVector(mass: muon, x: 0, y: 0, z: incoming),
        electron: FourVector(mass: electron, x: 0, y: 0, z: -incoming),
        finalMuon: FourVector(mass: muon, x: decay.0, y: decay.1, z: decay.2).boosted(fromRestOf: system),
        finalElectron: FourVector(mass: electron, x: recoil.0, y: recoil.1, z: recoil.2),
        boson: FourVector(mass: mass, x: -decay.0, y: -decay.1, z: -decay.2).boosted(fromRestOf: system))
}

extension MuonEmissionMomenta {
    /// All vectors as seen from a moving frame.
    func boosted(_ frame: FourVector) -> MuonEmissionMomenta {
        MuonEmissionMomenta(
            muon: muon.boosted(fromRestOf: frame), electron: electron.boosted(fromRestOf: frame),
            finalMuon: finalMuon.boosted(fromRestOf: frame), finalElectron: finalElectron.boosted(fromRestOf: frame),
            boson: boson.boosted(fromRestOf: frame))
    }
}
