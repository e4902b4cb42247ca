import Amplitudes
import Kinematics
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The cross section of ``NeutrinoPairProcess`` by a second method: the amplitude with Z and W bosons in four-body phase space.
///
/// It shares neither amplitude nor map with ``NeutrinoPairMonteCarlo``: the pair is given off first, against the system of muon
/// and electron, whose decay is mapped in t; then the neutrinos go their ways.
public struct NeutrinoPairFullMonteCarlo: Codable, Hashable, Sendable {
    /// PDG2022, GeV.
    static let zMass = 91.1876
    static let zWidth = 2.4952
    static let wWidth = 2.085

    public var process: NeutrinoPairProcess
    /// Whether the propagators of W and Z have their widths. A constant width in a spacelike or soft W breaks gauge invariance,
    /// which shows where the photon is nearly real.
    public var hasWidths: Bool
    public var points: Int
    public var replicas: Int
    public var name: String

    public init(
        _ process: NeutrinoPairProcess, hasWidths: Bool = false, points: Int = 8192, replicas: Int = 16,
        name: String = "NeutrinoPairFullMonteCarlo"
    ) {
        self.process = process
        self.hasWidths = hasWidths
        self.points = points
        self.replicas = replicas
        self.name = name
    }

    package var amplitude: NeutrinoPairSpinors {
        let particles = process.particles
        let partner: NeutrinoPairSpinors.Partner =
            switch process.flavour {
            case .electron: .electron
            case .muon: .muon
            case .tau: .none
            }
        return NeutrinoPairSpinors(
            muonMass: particles.muonMass, electronMass: particles.electronMass,
            fineStructure: particles.fineStructure,
            bosons: WeakBosons(
                fermiConstant: particles.fermiConstant, sineSquared: particles.weakMixingAngleSquared,
                zMass: Self.zMass, zWidth: hasWidths ? Self.zWidth : 0, wWidth: hasWidths ? Self.wWidth : 0),
            partner: partner, isAntimuon: process.isAntimuon)
    }

    /// The cross section within the cuts, fb, with its statistical error.
    ///
    /// - Throws: ``NumericalError`` when no event passes the cuts.
    public func crossSection(_ cuts: SelectionCuts) throws -> Estimate {
        try process.validate()
        try cuts.validate()
        guard points >= 1, replicas >= 2 else {
            throw NeutrinoPairError.tooFewPoints(points: points, replicas: replicas)
        }
        let electronMass = process.particles.electronMass
        let lower = max((cuts.minimumElectronEnergy ?? 0) - electronMass, 0)
        let upper = (cuts.maximumElectronEnergy ?? .infinity) - electronMass
        guard process.largestPairMass > 0, lower < upper else { return .exact(0, as: .statistical) }
        let generator = FourBodyGenerator(process, amplitude: amplitude, cuts: cuts, recoils: lower...upper)
        let dimensions = 7
        let sequence = KroneckerSequence(dimensions: dimensions)
        let stream = RandomStream(name)
        let means = (0..<replicas).map { replica -> Double in
            let shifts = (0..<dimensions).map { stream.bits(at: UInt64(dimensions * replica + $0)) }
            var sum = 0.0
            for index in 0..<points {
                sum += generator.weight(
                    (0..<dimensions).map { sequence.coordinate($0, ofPoint: index, shift: shifts[$0]) })
            }
            return sum / Double(points)
        }
        guard means.contains(where: { $0 > 0 }) else {
            throw NumericalError.notConverged(
                task: "the four-body cross section, with no event within the cuts,", reached: .infinity, requested: 1,
                effort: points * replicas)
        }
        return .mean(of: means)
    }
}

/// Points of four-body phase space with their weights.
private struct FourBodyGenerator {
    let process: NeutrinoPairProcess
    let amplitude: NeutrinoPairSpinors
    let frame: CollisionFrame
    let cuts: SelectionCuts
    let recoils: ClosedRange<Double>

    init(
        _ process: NeutrinoPairProcess, amplitude: NeutrinoPairSpinors, cuts: SelectionCuts,
        recoils: ClosedRange<Double>
    ) {
        self.process = process
        self.amplitude = amplitude
        self.cuts = cuts
        self.recoils = recoils
        frame = CollisionFrame(
            beamEnergy: process.beamEnergy, muonMass: process.particles.muonMass,
            electronMass: process.particles.electronMass)
    }

    /// fb.
    func weight(_ u: [Double]) -> Double {
        let (muonMass, electronMass) = (frame.muonMass, frame.electronMass)
        let largest = process.largestPairMass
        // The pair's mass itself is uniform, and the mass of muon and electron too.
        let mass = largest * u[0]
        let least = muonMass + electronMass
        let system = least + (frame.rootS - mass - least) * u[1]
        let pairMomentum = TwoBody.momentum(total: frame.rootS, first: system, second: mass)
        let decay = TwoBody.momentum(total: system, first: muonMass, second: electronMass)
        guard pairMomentum > 0, decay > 0, mass > 0 else { return 0 }
        let cosine = 2 * u[2] - 1
        let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
        let pair = FourVector(mass: mass, x: pairMomentum * sine, y: 0, z: pairMomentum * cosine)
        let leptons = FourVector(mass: system, x: -pair.x, y: 0, z: -pair.z)
        // The electron as it comes, in the rest frame of the two as they leave.
        let mirrored = FourVector(energy: leptons.energy, x: -leptons.x, y: -leptons.y, z: -leptons.z)
        let incoming = frame.electron.boosted(fromRestOf: mirrored)
        let energy = (decay * decay + electronMass * electronMass).squareRoot()
        let size = incoming.momentum
        // m_e T = l·l′ − m_e², from its least to its largest value over the decay's angle.
        let middle = incoming.energy * energy - electronMass * electronMass
        // (EE′ − m²)² − p²p′² = m²(E − E′)².
        let difference = electronMass * (incoming.energy - energy)
        let most = middle + size * decay
        let floor = max(difference * difference / most, 1e-30)
        let lower = max(floor, electronMass * recoils.lowerBound)
        let upper = min(most, electronMass * recoils.upperBound)
        guard lower < upper else { return 0 }
        let logarithm = log(upper / lower)
        let transfer = lower * exp(u[3] * logarithm)
        let along = (middle - transfer) / (size * decay)
        guard along.magnitude <= 1 else { return 0 }
        let across = ((1 - along) * (1 + along)).squareRoot()
        let axes = transversePolarisations(of: incoming)
        let azimuth = 2 * .pi * u[4]
        let (a, b) = (across * cos(azimuth), across * sin(azimuth))
        func component(_ part: KeyPath<FourVector, Double>) -> Double {
            decay
                * (along * incoming[keyPath: part] / size + a * axes[0][keyPath: part] + b * axes[1][keyPath: part])
        }
        let (x, y, z) = (component(\.x), component(\.y), component(\.z))
        let finalElectron = FourVector(mass: electronMass, x: x, y: y, z: z).boosted(fromRestOf: leptons)
        let finalMuon = FourVector(mass: muonMass, x: -x, y: -y, z: -z).boosted(fromRestOf: leptons)
        let three = MuonEmissionMomenta(
            muon: frame.muon, electron: frame.electron, finalMuon: finalMuon, finalElectron: finalElectron, boson: pair)
        guard frame.passes(three, cuts) else { return 0 }
        let polar = 2 * u[5] - 1
        let transverse = 0.5 * mass * ((1 - polar) * (1 + polar)).squareRoot()
        let turn = 2 * .pi * u[6]
        let (nx, ny, nz) = (transverse * cos(turn), transverse * sin(turn), 0.5 * mass * polar)
        let squared = amplitude.squaredAmplitude(
            NeutrinoPairMomenta(
                muon: frame.muon, electron: frame.electron, finalMuon: finalMuon, finalElectron: finalElectron,
                neutrino: FourVector(energy: 0.5 * mass, x: nx, y: ny, z: nz).boosted(fromRestOf: pair),
                antineutrino: FourVector(energy: 0.5 * mass, x: -nx, y: -ny, z: -nz).boosted(fromRestOf: pair)))
        // dq²/2π · dM²/2π · p_X/4π√s · k/4πM · dcosθ/2 · 1/8π, with dcosθ = d(m_e T)/(p p′).
        let masses =
            2 * mass * largest / (2 * .pi) * 2 * system * (frame.rootS - mass - least) / (2 * .pi)
        let decays =
            pairMomentum / (4 * .pi * frame.rootS) * decay / (4 * .pi * system) * transfer * logarithm
            / (2 * size * decay) / (8 * .pi)
        return process.particles.conversionConstant * 1e12 * masses * decays * squared / (4 * frame.flux)
    }
}
