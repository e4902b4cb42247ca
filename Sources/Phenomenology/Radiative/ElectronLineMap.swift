import Kinematics
import NumericalMethods

/// Phase space in the variables of the electron line's peaks: E_e + E_γ, E_γ, Δ = p·p′ − m_μ² and the electron's azimuth about
/// p⃗ − p⃗′. Both peaks lie in Δ, at Δ = 0 (the exchanged photon) and at l′·k = m_e(E_γ + T) − Δ = 0 (the emitted one along
/// the electron), and Δ/l′·k is spread logarithmically.
struct ElectronLineMap: Sendable {
    let frame: RadiativeFrame
    private let halfAngleSineSquared: Double

    init(_ frame: RadiativeFrame) {
        self.frame = frame
        halfAngleSineSquared = frame.region.selection.halfAngleSineSquared
    }

    /// The event at a point of the cube, with the weight of its phase space and of the share of |M|² that `share` gives it.
    @inline(__always)
    func event(_ u: SIMD4<Double>, isAlone: Bool) -> WeightedEvent {
        let emission = frame.emission
        let (muonMass, electronMass) = (emission.muonMass, emission.electronMass)
        let logSystem = log(frame.systemEnergies.upperBound / frame.systemEnergies.lowerBound)
        let system = frame.systemEnergies.lowerBound * exp(u[0] * logSystem)
        let softest = max(frame.minimumPhotonEnergy, system - frame.electronEnergies.upperBound)
        let hardest = system - frame.electronEnergies.lowerBound
        guard softest < hardest else { return .none }
        let logPhoton = log(hardest / softest)
        let photonEnergy = softest * exp(u[1] * logPhoton)
        let electronEnergy = system - photonEnergy
        let recoil = electronEnergy - electronMass
        guard recoil > 0 else { return .none }
        let muonEnergy = emission.beamEnergy + electronMass - system
        guard muonEnergy > muonMass else { return .none }
        let electronMomentum = (recoil * (recoil + 2 * electronMass)).squareRoot()
        let range = emission.transferRange(recoil: recoil, bosonEnergy: photonEnergy)
        let lower = max(
            range.lower,
            emission.smallestTransfer(muonEnergy: muonEnergy, halfAngleSineSquared: halfAngleSineSquared))
        // l′·k at its least, and Δ + l′·k.
        let least = photonEnergy * electronMass * electronMass / (electronEnergy + electronMomentum)
        let whole = electronMass * (recoil + photonEnergy)
        guard lower > 0, lower < whole - least else { return .none }
        let first = lower / (whole - lower)
        let logRatio = log((whole - least) / least / first)
        guard logRatio > 0 else { return .none }
        let ratio = first * exp(u[2] * logRatio)
        let collinear = whole / (1 + ratio)
        let transfer = whole * ratio / (1 + ratio)

        let finalMomentum = ((muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        let product = emission.beamMomentum * finalMomentum
        let loss = emission.beamEnergy - muonEnergy
        let forward =
            muonMass * muonMass * loss * loss / (emission.beamEnergy * muonEnergy - muonMass * muonMass + product)
        let sine = 0.5 * (transfer - forward) / product
        guard sine >= 0, sine <= 1 else { return .none }
        let muonAcross = 2 * finalMomentum * (sine * (1 - sine)).squareRoot()
        let muonAlong = finalMomentum * (1 - 2 * sine)
        let transferAlong = emission.beamMomentum - muonAlong
        let size = (transferAlong * transferAlong + muonAcross * muonAcross).squareRoot()
        let along =
            (electronMomentum * electronMomentum + (size - photonEnergy) * (size + photonEnergy)) / (2 * size)
        let across = (max(collinear - least, 0) * max(transfer - range.lower, 0)).squareRoot() / size
        let azimuth = 2 * Double.pi * u[3]
        let tilt = across * cos(azimuth)
        let electron = FourVector(
            energy: electronEnergy, x: (tilt * transferAlong - along * muonAcross) / size, y: across * sin(azimuth),
            z: (along * transferAlong + tilt * muonAcross) / size)
        var event = WeightedEvent(
            weight: 1, muon: FourVector(energy: muonEnergy, x: muonAcross, y: 0, z: muonAlong), electron: electron,
            emitted: FourVector(
                energy: photonEnergy, x: -muonAcross - electron.x, y: -electron.y, z: transferAlong - electron.z))
        guard frame.region.accepts(event) else { return .none }
        let amplitude = frame.squaredAmplitude(
            frame.centred(event.muon, mass: muonMass), frame.centred(event.electron, mass: electronMass),
            frame.centred(event.emitted, mass: 0))
        // dE′ dT dΔ dφ/2π / (64 π³ P |p⃗ − p⃗′|).
        let jacobian = system * logSystem * photonEnergy * logPhoton * transfer * collinear / whole * logRatio
        let volume = 1 / (64 * Double.pi * Double.pi * Double.pi * emission.beamMomentum * size)
        event.weight =
            frame.flux * amplitude.sum * (isAlone ? 1 : 1 - amplitude.muonShare) * jacobian * volume
        return event
    }
}
