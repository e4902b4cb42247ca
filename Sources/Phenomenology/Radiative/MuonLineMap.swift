import Kinematics
import NumericalMethods

/// Phase space in the variables of the muon line's peaks, each spread logarithmically: the recoil T (the exchanged photon), then
/// 2 p′·k and 2 p·k of μγ (the emitted photon along the muons), and an azimuth about the beam in the rest frame of μγ.
struct MuonLineMap: Sendable {
    let frame: RadiativeFrame
    private let recoils: ClosedRange<Double>
    /// Of 2 p′·k.
    private let least: Double

    /// Nil where no recoil is possible.
    init?(_ frame: RadiativeFrame) {
        self.frame = frame
        let emission = frame.emission
        least = frame.minimumPhotonEnergy * emission.muonMass * emission.muonMass / emission.beamEnergy
        // Where the largest 2 p′·k, below 2P√(T(T + 2m_e)) − …, reaches the least one; 2m_e ≫ T there or the bound is weak.
        let reach = least / (2 * emission.beamMomentum)
        let smallest =
            reach * reach
            / (emission.electronMass + (emission.electronMass * emission.electronMass + reach * reach).squareRoot())
        let lower = max(frame.electronEnergies.lowerBound - emission.electronMass, smallest)
        let upper = frame.electronEnergies.upperBound - emission.electronMass
        guard lower < upper else { return nil }
        recoils = lower...upper
    }

    @inline(__always)
    func event(_ u: SIMD4<Double>) -> WeightedEvent {
        let emission = frame.emission
        let (muonMass, electronMass) = (emission.muonMass, emission.electronMass)
        let logRecoil = log(recoils.upperBound / recoils.lowerBound)
        let recoil = recoils.lowerBound * exp(u[0] * logRecoil)
        let electronMomentum = (recoil * (recoil + 2 * electronMass)).squareRoot()
        let largest =
            2 * (emission.beamMomentum * electronMomentum - emission.beamEnergy * recoil - electronMass * recoil)
        guard least < largest else { return .none }
        let logAfter = log(largest / least)
        let after = least * exp(u[1] * logAfter)
        let systemSquared = muonMass * muonMass + after
        let system = systemSquared.squareRoot()

        let electronOut = TwoBody.momentum(total: frame.rootS, first: system, second: electronMass)
        let energyOut = (electronOut * electronOut + electronMass * electronMass).squareRoot()
        let cosine =
            (frame.electron.energy * energyOut - electronMass * electronMass - electronMass * recoil)
            / (frame.momentum * electronOut)
        guard electronOut > 0, cosine >= -1, cosine <= 1 else { return .none }
        let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
        let electron = FourVector(energy: energyOut, x: electronOut * sine, y: 0, z: -electronOut * cosine)
        let pair = FourVector(mass: system, x: -electron.x, y: 0, z: -electron.z)

        // In the rest frame of μγ.
        let muonEnergy = (frame.muon * pair) / system
        let muonMomentum = ((muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        let photonEnergy = 0.5 * after / system
        let backward = muonEnergy + muonMomentum
        let forward = muonMass * muonMass / backward
        let logBefore = log(backward / forward)
        let before = forward * exp(u[2] * logBefore)
        let photonCosine = (muonEnergy - before) / muonMomentum
        guard photonCosine >= -1, photonCosine <= 1 else { return .none }
        let photonSine = ((1 - photonCosine) * (1 + photonCosine)).squareRoot()
        let azimuth = 2 * Double.pi * u[3]
        // Axes there: the muon's, that in the plane of scattering, and y.
        let unit = (1 / system) * pair
        let third = (1 / muonMomentum) * (frame.muon - muonEnergy * unit)
        let first = FourVector(
            energy: unit.x * third.z - unit.z * third.x, x: -(unit.z * third.energy - unit.energy * third.z), y: 0,
            z: -(unit.energy * third.x - unit.x * third.energy))
        var photon =
            photonEnergy
            * (unit + photonCosine * third + (photonSine * cos(azimuth)) * first)
        photon.y += photonEnergy * photonSine * sin(azimuth)
        let finalMuon = pair - photon
        var event = WeightedEvent(
            weight: 1, muon: frame.laboratory(finalMuon, mass: muonMass),
            electron: frame.laboratory(electron, mass: electronMass), emitted: frame.laboratory(photon, mass: 0))
        guard frame.region.accepts(event) else { return .none }
        let amplitude = frame.squaredAmplitude(finalMuon, electron, photon)
        // dT/(8πP), d(2p′·k)/2π, and dcosθ k*/(8πW) dφ/2π.
        let jacobian = recoil * logRecoil * after * logAfter * before * logBefore / muonMomentum
        let volume =
            photonEnergy / (8 * Double.pi * system) / (2 * Double.pi) / (8 * Double.pi * emission.beamMomentum)
        event.weight = frame.flux * amplitude.sum * amplitude.muonShare * jacobian * volume
        return event
    }
}
