import Amplitudes
import Kinematics
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Points of the phase space of μ e → μ e (νν̄), with their weights.
struct NeutrinoPairGenerator {
    let process: NeutrinoPairProcess
    let amplitude: TwoLineEmission
    let frame: CollisionFrame
    let cuts: SelectionCuts
    /// Of the electron's recoil, where the muon's line emits, and of the muon's.
    let electronMap: ExchangeMap
    let muonMap: ExchangeMap
    let shares: (electron: Double, muon: Double)
    /// The largest mass of the pair that the cuts leave room for.
    private let largest: Double
    private let femtobarns: Double

    /// Nil where the cuts leave no phase space.
    init?(_ process: NeutrinoPairProcess, cuts: SelectionCuts, map: NeutrinoPairMonteCarlo.Map) throws {
        self.process = process
        self.cuts = cuts
        amplitude = process.amplitude
        let (muon, electron) = (process.particles.muonMass, process.particles.electronMass)
        frame = CollisionFrame(beamEnergy: process.beamEnergy, muonMass: muon, electronMass: electron)
        let lower = max((cuts.minimumElectronEnergy ?? 0) - electron, 0)
        let upper = (cuts.maximumElectronEnergy ?? .infinity) - electron
        guard lower < upper, let largest = try process.largestPairMass(within: cuts) else { return nil }
        self.largest = largest
        // The cut on the muon's angle narrows the recoils, for the lightest pair the least.
        let open = FixedTargetEmission(
            beamEnergy: process.beamEnergy, muonMass: muon, electronMass: electron, bosonMass: 1e-4 * largest
        ).recoilRange(halfAngleSineSquared: cuts.halfAngleSineSquared)
        let recoils = open ?? lower...upper
        let ends = (max(lower, 0.99 * recoils.lowerBound), min(upper, 1.01 * recoils.upperBound))
        let window = ends.0 < ends.1 ? ends.0...ends.1 : lower...upper
        electronMap = ExchangeMap(
            targetMass: electron, projectileMass: muon, projectileEnergy: process.beamEnergy, window: window)
        muonMap = ExchangeMap(
            targetMass: muon, projectileMass: electron, projectileEnergy: process.beamEnergy * electron / muon,
            window: 0...Double.infinity)
        switch map {
        case .electronRecoil: shares = (1, 0)
        case .muonRecoil: shares = (0, 1)
        case .both: shares = (0.5, 0.5)
        }
        femtobarns = process.particles.conversionConstant * 1e12
    }

    /// The point's contribution to the mean, fb.
    func weight(_ u: [Double]) -> Double {
        let square = largest * largest * u[0]
        let mass = square.squareRoot()
        // The first coordinate of the map also chooses it.
        let usesElectron = u[1] < shares.electron
        let first = usesElectron ? u[1] / shares.electron : (u[1] - shares.electron) / shares.muon
        let own = usesElectron ? electronMap : muonMap
        guard let point = own.point(mass: mass, first, u[2]),
            let event = frame.event(
                recoilOf: usesElectron ? .electron : .muon, recoil: point.recoil, excess: point.excess, mass: mass,
                polar: 2 * u[3] - 1, azimuth: 2 * .pi * u[4]),
            frame.passes(event, cuts)
        else { return 0 }
        var density = 0.0
        let other = usesElectron ? frame.muonRecoil(event) : frame.electronRecoil(event)
        if shares.electron > 0 {
            let (recoil, excess) = usesElectron ? point : other
            density +=
                shares.electron
                * electronMap.density(mass: mass, recoil: recoil, excess: excess, flux: frame.flux)
        }
        if shares.muon > 0 {
            let (recoil, excess) = usesElectron ? other : point
            density +=
                shares.muon * muonMap.density(mass: mass, recoil: recoil, excess: excess, flux: frame.flux)
        }
        guard density > 0 else { return 0 }
        let squared = amplitude.squaredAmplitude(event, polarisations: Self.polarisations(of: event.boson, mass: mass))
        let fermi = process.particles.fermiConstant
        // dq²/2π (G_F²/2) q²/3π.
        let pair = largest * largest / (2 * .pi) * 0.5 * fermi * fermi * square / (3 * .pi)
        return femtobarns * pair * squared / (4 * frame.flux * density)
    }

    /// The unit vectors of the rest frame, boosted.
    static func polarisations(of k: FourVector, mass: Double) -> [FourVector] {
        let factor = 1 / (mass * (k.energy + mass))
        func boosted(_ component: Double, _ x: Double, _ y: Double, _ z: Double) -> FourVector {
            FourVector(
                energy: component / mass, x: x + factor * component * k.x, y: y + factor * component * k.y,
                z: z + factor * component * k.z)
        }
        return [boosted(k.x, 1, 0, 0), boosted(k.y, 0, 1, 0), boosted(k.z, 0, 0, 1)]
    }
}
