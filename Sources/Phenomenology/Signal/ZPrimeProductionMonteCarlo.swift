import Amplitudes
import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The cross section of ``ZPrimeProduction`` by a second method, which shares neither variables nor amplitude with the first.
///
/// Phase space is μ e → e (μ Z′) → e μ Z′ in T, the mass of the μZ′ system and the muon's direction in its rest frame;
/// |M|² comes from Dirac spinors and polarisation vectors; every event is boosted to the laboratory and cut there on its angles
/// and energies; the integral is a randomised quasi-Monte Carlo mean. Only the constants and the cuts are common.
public struct ZPrimeProductionMonteCarlo: Codable, Hashable, Sendable {
    public var process: ZPrimeProduction
    /// Points of the low-discrepancy sequence in each replica.
    public var points: Int
    /// Independent random shifts of the sequence; their spread is the statistical error. At least 2.
    public var replicas: Int

    public init(_ process: ZPrimeProduction, points: Int = 4096, replicas: Int = 16) {
        self.process = process
        self.points = points
        self.replicas = replicas
    }

    /// The cross section within the cuts in fb, with its statistical error (one standard deviation).
    ///
    /// The same arguments give the same result to the last bit. Exactly zero where the electron window lies outside phase space.
    /// - Throws: ``NumericalError`` when no event passes the cuts, as there is no error to state then.
    public func crossSection(_ cuts: SelectionCuts = .published) throws -> Estimate {
        try process.validate()
        try cuts.validate()
        guard points >= 1, replicas >= 2 else {
            throw NumericalError.invalidArgument(
                "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
            )
        }
        guard let generator = EventGenerator(process, cuts: cuts) else {
            return .exact(0, as: .statistical)
        }
        let sequence = KroneckerSequence(dimensions: 4)
        let stream = RandomStream("ZPrimeProductionMonteCarlo")
        var means: [Double] = []
        for replica in 0..<replicas {
            let shifts = (0..<4).map { stream.bits(at: UInt64(4 * replica + $0)) }
            var sum = 0.0
            for index in 0..<points {
                let u = (0..<4).map { sequence.coordinate($0, ofPoint: index, shift: shifts[$0]) }
                sum += generator.weight(u[0], u[1], u[2], u[3])
            }
            means.append(sum / Double(points))
        }
        let count = Double(replicas)
        let mean = means.reduce(0, +) / count
        guard mean > 0 || process.coupling == 0 else {
            // No event passed: the spread of the replicas says nothing about the error.
            throw NumericalError.notConverged(
                task: "the Monte Carlo cross section, with no event within the cuts,", reached: .infinity, requested: 1,
                effort: points * replicas)
        }
        return .mean(of: means)
    }
}

/// Events in the variables of the second method, with their weights.
private struct EventGenerator {
    let cuts: SelectionCuts
    let amplitude: MuonEmissionSpinors
    let mass: Double
    let muonMass: Double
    let electronMass: Double
    let rootS: Double
    /// The momentum of the incoming particles in the centre-of-mass frame, and of that frame in the laboratory.
    let momentum: Double
    let gamma: Double
    let gammaBeta: Double
    let logRecoils: ClosedRange<Double>
    let factor: Double

    /// `nil` where the electron window lies outside phase space.
    init?(_ process: ZPrimeProduction, cuts: SelectionCuts) {
        self.cuts = cuts
        mass = process.mass
        muonMass = process.inputs.muonMass
        electronMass = process.inputs.electronMass
        amplitude = MuonEmissionSpinors(
            muonMass: muonMass, electronMass: electronMass, bosonMass: mass,
            fineStructure: process.inputs.fineStructure, coupling: process.coupling)
        let s = muonMass * muonMass + electronMass * electronMass + 2 * electronMass * process.beamEnergy
        rootS = s.squareRoot()
        momentum = TwoBody.momentum(total: rootS, first: muonMass, second: electronMass)
        gamma = (process.beamEnergy + electronMass) / rootS
        let beamMomentum = ((process.beamEnergy - muonMass) * (process.beamEnergy + muonMass)).squareRoot()
        gammaBeta = beamMomentum / rootS
        guard let kinematic = process.emission.recoilRange else { return nil }
        let lower = max(kinematic.lowerBound, (cuts.minimumElectronEnergy ?? 0) - electronMass)
        let upper = min(kinematic.upperBound, (cuts.maximumElectronEnergy ?? .infinity) - electronMass)
        guard lower < upper else { return nil }
        logRecoils = log(lower)...log(upper)
        // Flux 1/(4 m_e P), and dt/(16π m_e P) of the electron's scattering with dt = 2 m_e dT.
        factor = process.femtobarns / (4 * electronMass * beamMomentum) / (8 * Double.pi * beamMomentum)
    }

    /// The event's contribution to the mean, in fb: zero where the cuts or phase space refuse it.
    func weight(_ u0: Double, _ u1: Double, _ u2: Double, _ u3: Double) -> Double {
        let logLength = logRecoils.upperBound - logRecoils.lowerBound
        let recoil = exp(logRecoils.lowerBound + u0 * logLength)
        // The electron's scattering angle fixes W² at given T; W² is largest for an electron straight on.
        let beamMomentum = momentum * rootS / electronMass
        let beamEnergy = (beamMomentum * beamMomentum + muonMass * muonMass).squareRoot()
        let electronMomentum = (recoil * (recoil + 2 * electronMass)).squareRoot()
        let t = -2 * electronMass * recoil
        let smallest = mass * (2 * muonMass + mass)
        let largest = t + 2 * (beamMomentum * electronMomentum - beamEnergy * recoil)
        guard smallest < largest else { return 0 }
        let logRatio = log(largest / smallest)
        let excess = smallest * exp(u1 * logRatio)
        let system = (excess + muonMass * muonMass).squareRoot()

        // Centre-of-mass frame, the muon along +z: the electron arrives along −z.
        let finalMomentum = TwoBody.momentum(total: rootS, first: system, second: electronMass)
        let energyIn = (momentum * momentum + electronMass * electronMass).squareRoot()
        let energyOut = (finalMomentum * finalMomentum + electronMass * electronMass).squareRoot()
        let cosine = (energyIn * energyOut - electronMass * electronMass + 0.5 * t) / (momentum * finalMomentum)
        guard finalMomentum > 0, cosine >= -1, cosine <= 1 else { return 0 }
        let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
        let finalElectron = FourVector(
            mass: electronMass, x: finalMomentum * sine, y: 0, z: -finalMomentum * cosine)
        let pair = FourVector(mass: system, x: -finalElectron.x, y: 0, z: -finalElectron.z)
        let decay = TwoBody.momentum(total: system, first: muonMass, second: mass)
        let polar = 2 * u2 - 1
        let transverse = decay * ((1 - polar) * (1 + polar)).squareRoot()
        let azimuth = 2 * Double.pi * u3
        let px = transverse * cos(azimuth)
        let py = transverse * sin(azimuth)
        let pz = decay * polar
        let finalMuon = FourVector(mass: muonMass, x: px, y: py, z: pz).boosted(fromRestOf: pair)
        guard passes(muon: finalMuon, electron: finalElectron) else { return 0 }
        let momenta = MuonEmissionMomenta(
            muon: FourVector(mass: muonMass, x: 0, y: 0, z: momentum),
            electron: FourVector(mass: electronMass, x: 0, y: 0, z: -momentum), finalMuon: finalMuon,
            finalElectron: finalElectron,
            boson: FourVector(mass: mass, x: -px, y: -py, z: -pz).boosted(fromRestOf: pair))
        // dT and dW²/2π in their logarithms, and k*/(4πW) of the decay, its angles averaged.
        let jacobian = recoil * logLength * excess * logRatio / (2 * Double.pi) * decay / (4 * Double.pi * system)
        return factor * jacobian * amplitude.squaredAmplitude(momenta)
    }

    private func passes(muon: FourVector, electron: FourVector) -> Bool {
        func laboratory(_ p: FourVector) -> (energy: Double, angle: Double) {
            let energy = gamma * p.energy + gammaBeta * p.z
            let longitudinal = gamma * p.z + gammaBeta * p.energy
            return (energy, atan2(p.transverseMomentum, longitudinal))
        }
        let (electronEnergy, electronAngle) = laboratory(electron)
        if laboratory(muon).angle < cuts.minimumMuonAngle { return false }
        if let energy = cuts.minimumElectronEnergy, electronEnergy < energy { return false }
        if let energy = cuts.maximumElectronEnergy, electronEnergy > energy { return false }
        if let angle = cuts.maximumElectronAngle, electronAngle > angle { return false }
        return true
    }
}
