import Amplitudes
import Computing
import Kinematics
import NumericalMethods

/// The cross section of ``RadiativeCrossSection`` by a second method, which shares neither amplitude nor map nor random numbers with the
/// first.
///
/// Two channels in the centre of mass, μ (eγ) and e (μγ), each with the mass of its pair and the momentum transfer of the single
/// particle spread logarithmically and the pair's decay flat; an event counts by the sum of both channels' densities, |M|² comes from
/// Dirac spinors, and every event is cut in the laboratory. Without a detector.
package struct RadiativeMonteCarlo: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Of each channel in each of the 16 replicas.
    package var points: Int

    package init(process: RadiativeProcess, cuts: RadiativeCuts, points: Int = 12288) {
        self.process = process
        self.cuts = cuts
        self.points = points
    }

    private static let replicas = 16

    package func compute(_ input: ()) throws -> Estimate {
        guard let frame = try RadiativeFrame(process, region: cuts) else { return .exact(0, as: .statistical) }
        let channels = [
            PairChannel(frame, isElectron: true, least: cuts), PairChannel(frame, isElectron: false, least: cuts),
        ]
        let spinors = PhotonEmissionSpinors(
            muonMass: process.particles.muonMass, electronMass: process.particles.electronMass,
            fineStructure: process.particles.fineStructure, beam: process.beam)
        let emitters: PhotonEmissionSpinors.Emitters =
            switch process.lines {
            case .both: [.muon, .electron]
            case .muon: .muon
            case .electron: .electron
            }
        let sequence = KroneckerSequence(dimensions: 4)
        let stream = RandomStream("RadiativeMonteCarlo")
        let count = points * Refinement.factor
        var means: [Double] = []
        for replica in 0..<Self.replicas {
            var sum = 0.0
            for (index, channel) in channels.enumerated() {
                let shifts = (0..<4).map { stream.bits(at: UInt64(8 * replica + 4 * index + $0)) }
                for point in 0..<count {
                    guard
                        let momenta = channel.momenta(
                            SIMD4(
                                sequence.coordinate(0, ofPoint: point, shift: shifts[0]),
                                sequence.coordinate(1, ofPoint: point, shift: shifts[1]),
                                sequence.coordinate(2, ofPoint: point, shift: shifts[2]),
                                sequence.coordinate(3, ofPoint: point, shift: shifts[3])))
                    else { continue }
                    let event = WeightedEvent(
                        weight: 1, muon: frame.laboratory(momenta.finalMuon, mass: process.particles.muonMass),
                        electron: frame.laboratory(momenta.finalElectron, mass: process.particles.electronMass),
                        emitted: frame.laboratory(momenta.boson, mass: 0))
                    guard cuts.accepts(event) else { continue }
                    let density = channels.reduce(0) { $0 + $1.density(momenta) }
                    guard density > 0 else { continue }
                    sum += frame.flux * spinors.squaredAmplitude(momenta, emitters: emitters) / density
                }
            }
            means.append(sum / Double(count))
        }
        return .mean(of: means)
    }
}

/// Three-body phase space as a single particle and a pair with the photon.
private struct PairChannel {
    let frame: RadiativeFrame
    let isElectron: Bool
    /// Of the pair's particle beside the photon, and of the single one.
    let mass: Double
    let single: Double
    /// Of the pair's mass² above the particle's, and of minus the momentum transfer of the single particle.
    let excesses: ClosedRange<Double>
    let transfers: ClosedRange<Double>

    init(_ frame: RadiativeFrame, isElectron: Bool, least cuts: RadiativeCuts) {
        self.frame = frame
        self.isElectron = isElectron
        let emission = frame.emission
        mass = isElectron ? emission.electronMass : emission.muonMass
        single = isElectron ? emission.muonMass : emission.electronMass
        // The photon along the particle of the largest energy.
        let energy = isElectron ? frame.electronEnergies.upperBound : emission.beamEnergy
        let smallest = frame.minimumPhotonEnergy * mass * mass / energy
        let largest = (frame.rootS - single) * (frame.rootS - single) - mass * mass
        excesses = min(smallest, 0.5 * largest)...largest
        let most = 4 * frame.momentum * frame.momentum
        let angle = cuts.selection.minimumMuonAngle
        let lowest = emission.beamEnergy + emission.electronMass - frame.systemEnergies.upperBound
        let least =
            isElectron
            ? 2
                * [lowest, emission.beamEnergy + emission.electronMass - frame.systemEnergies.lowerBound].map {
                    emission.smallestTransfer(
                        muonEnergy: max($0, emission.muonMass),
                        halfAngleSineSquared: 0.25 * sin(angle) * sin(angle) * 0.99)
                }.reduce(.infinity) { min($0, $1) }
            : 2 * emission.electronMass * (frame.electronEnergies.lowerBound - emission.electronMass)
        let floor = smallest * smallest * emission.electronMass * emission.electronMass / most
        transfers = min(max(least, floor, 1e-14), 0.5 * most)...most
    }

    /// Per unit of three-body phase space at an event; zero where this channel does not come.
    func density(_ momenta: MuonEmissionMomenta) -> Double {
        let (particle, other) =
            isElectron ? (momenta.finalElectron, momenta.finalMuon) : (momenta.finalMuon, momenta.finalElectron)
        let excess = 2 * (particle * momenta.boson)
        let incoming = isElectron ? frame.muon : frame.electron
        let transfer = 2 * ((incoming * other) - single * single)
        guard excesses.contains(excess), transfers.contains(transfer) else { return 0 }
        // dM²/2π · dt/(16π m_e P) · k*/(8πM) dcosθ dφ/2π, with k* = excess/2M.
        let volume =
            excess * log(excesses.upperBound / excesses.lowerBound) * transfer
            * log(transfers.upperBound / transfers.lowerBound) * 2 / (2 * Double.pi)
            / (16 * Double.pi * frame.emission.electronMass * frame.emission.beamMomentum)
            * excess / (16 * Double.pi * (mass * mass + excess))
        return 1 / volume
    }

    func momenta(_ u: SIMD4<Double>) -> MuonEmissionMomenta? {
        let excess = excesses.lowerBound * exp(u[0] * log(excesses.upperBound / excesses.lowerBound))
        let transfer = transfers.lowerBound * exp(u[1] * log(transfers.upperBound / transfers.lowerBound))
        let pairMass = (mass * mass + excess).squareRoot()
        let out = TwoBody.momentum(total: frame.rootS, first: pairMass, second: single)
        guard out > 0 else { return nil }
        let incoming = isElectron ? frame.muon : frame.electron
        let energyOut = (out * out + single * single).squareRoot()
        // −t/2 = E E′ − p p′ cos θ − m².
        let cosine =
            (incoming.energy * energyOut - single * single - 0.5 * transfer) / (frame.momentum * out)
        guard cosine >= -1, cosine <= 1 else { return nil }
        let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
        let along = isElectron ? out * cosine : -out * cosine
        let other = FourVector(energy: energyOut, x: out * sine, y: 0, z: along)
        let pair = FourVector(mass: pairMass, x: -other.x, y: 0, z: -along)
        let decayCosine = 2 * u[2] - 1
        let decaySine = ((1 - decayCosine) * (1 + decayCosine)).squareRoot()
        let azimuth = 2 * Double.pi * u[3]
        let energy = 0.5 * excess / pairMass
        let size = pair.momentum
        // Axes along and across the pair's momentum, in the plane of scattering.
        let (ax, az) = (pair.x / size, pair.z / size)
        let (forward, across) = (energy * decayCosine, energy * decaySine)
        let rest = FourVector(
            energy: energy, x: forward * ax + across * cos(azimuth) * az, y: across * sin(azimuth),
            z: forward * az - across * cos(azimuth) * ax)
        var photon = rest.boosted(fromRestOf: pair)
        photon.energy = photon.momentum
        // By its momentum, so that it is on its mass shell.
        let particle = FourVector(mass: mass, x: pair.x - photon.x, y: pair.y - photon.y, z: pair.z - photon.z)
        return isElectron
            ? MuonEmissionMomenta(
                muon: frame.muon, electron: frame.electron, finalMuon: other, finalElectron: particle, boson: photon)
            : MuonEmissionMomenta(
                muon: frame.muon, electron: frame.electron, finalMuon: particle, finalElectron: other, boson: photon)
    }
}
