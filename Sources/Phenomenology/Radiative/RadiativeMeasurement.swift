import DetectorPhysics
import Kinematics
import NumericalMethods

/// The selection of radiative events in measured quantities.
///
/// With the ratio cut it is ``DetectorModel``: θ_μ, θ_e and E_e are measured, the electron is scattered (Highland) in the rest of the
/// target, and r = θ_e/θ_el(E_e) stays below a limit, θ_el being the elastic angle. Without it only the electron's energy is
/// measured, and the probability of the window is exact.
struct RadiativeMeasurement {
    let cuts: RadiativeCuts
    let detector: DetectorModel
    let maximumRatio: Double?
    private let kinematics: ElasticKinematics
    private let highland: HighlandWidth

    /// Standard deviations that the region of true quantities is wider than the window of measured ones.
    private static let margin = 7.0
    /// Photons below this, GeV, belong to elastic events where those are in the region though not in the window: what leaks of
    /// them is counted as elastic.
    private static let softest = 0.1

    init(
        _ process: RadiativeProcess, cuts: RadiativeCuts, detector: DetectorModel, maximumRatio: Double?
    ) throws {
        self.cuts = cuts
        self.detector = detector
        self.maximumRatio = maximumRatio
        let resolution = detector.energyResolution
        for (name, value, unit) in [
            ("resolution", resolution.constant, ""), ("stochastic", resolution.stochastic, ""),
            ("theta-resolution", detector.angularResolution, "rad"),
            ("target thickness", detector.targetThickness, "m"),
        ] {
            guard value >= 0, value.isFinite else {
                throw RadiativeError.negative(name: name, value: value, unit: unit)
            }
        }
        if let maximumRatio, !(maximumRatio > 0) || !maximumRatio.isFinite {
            throw RadiativeError.notPositive(name: "ratio-max", value: maximumRatio, unit: "")
        }
        kinematics = try process.kinematics
        highland = HighlandWidth(material: detector.target)
    }

    /// The region of true quantities from which events come into the window.
    ///
    /// - Throws: ``RadiativeError/softPhotons(electronEnergies:minimumMuonAngle:)`` where the window itself lets elastic events in.
    func region() throws -> RadiativeCuts {
        var region = cuts
        let selection = cuts.selection
        let elastic = kinematics.electronEnergies(beyondMuonAngle: selection.minimumMuonAngle)
        let least = selection.minimumElectronEnergy ?? 0
        let window = least...max(selection.maximumElectronEnergy ?? .infinity, least)
        if cuts.minimumPhotonEnergy == 0, let elastic, window.upperBound >= elastic.lower,
            window.lowerBound < elastic.upper
        {
            throw RadiativeError.softPhotons(
                electronEnergies: window, minimumMuonAngle: selection.minimumMuonAngle)
        }
        if maximumRatio != nil {
            region.selection.minimumMuonAngle = max(
                selection.minimumMuonAngle - Self.margin * detector.angularResolution, 0)
        }
        let resolution = detector.energyResolution
        guard resolution.constant > 0 || resolution.stochastic > 0 else { return softened(region) }
        if let energy = selection.minimumElectronEnergy {
            region.selection.minimumElectronEnergy =
                energy / (1 + Self.margin * resolution.relative(at: max(energy, kinematics.electronMass)))
        }
        if let energy = selection.maximumElectronEnergy {
            let spread = Self.margin * resolution.relative(at: energy)
            region.selection.maximumElectronEnergy =
                spread < 0.9
                ? min(energy / (1 - spread), kinematics.maximumElectronEnergy) : kinematics.maximumElectronEnergy
            if kinematics.maximumElectronEnergy < energy { region.selection.maximumElectronEnergy = energy }
        }
        return softened(region)
    }

    private func softened(_ region: RadiativeCuts) -> RadiativeCuts {
        var region = region
        region.minimumPhotonEnergy = max(region.minimumPhotonEnergy, 0)
        let selection = region.selection
        if region.minimumPhotonEnergy == 0,
            let elastic = kinematics.electronEnergies(beyondMuonAngle: selection.minimumMuonAngle),
            (selection.maximumElectronEnergy ?? .infinity) + Self.softest >= elastic.lower
        {
            region.minimumPhotonEnergy = Self.softest
        }
        return region
    }

    /// Probability that the electron's energy, truly `energy`, is measured within the window.
    func energyShare(_ energy: Double) -> Double {
        let width = detector.energyResolution.width(at: energy)
        let lower = cuts.selection.minimumElectronEnergy ?? -.infinity
        let upper = cuts.selection.maximumElectronEnergy ?? .infinity
        guard width > 0 else { return energy > lower && energy < upper ? 1 : 0 }
        func above(_ edge: Double) -> Double { 0.5 * erfc((edge - energy) / (width * 2.0.squareRoot())) }
        // From the side on which nothing cancels.
        if lower > energy { return above(lower) - above(upper) }
        func below(_ edge: Double) -> Double { 0.5 * erfc((energy - edge) / (width * 2.0.squareRoot())) }
        return below(upper) - below(lower)
    }

    /// The measured energy of the electron where the event passes, nil where it does not: by eight uniform numbers.
    func measuredEnergy(_ event: WeightedEvent, _ u: (Int) -> Double) -> Double? {
        func pair(_ index: Int, _ width: Double) -> (Double, Double) {
            let size = width * (-2 * log(u(index))).squareRoot()
            let angle = 2 * Double.pi * u(index + 1)
            return (size * cos(angle), size * sin(angle))
        }
        let electron = event.electron
        let energy = electron.energy * (1 + detector.energyResolution.relative(at: electron.energy) * pair(0, 1).0)
        let selection = cuts.selection
        guard energy > max(selection.minimumElectronEnergy ?? 0, kinematics.electronMass),
            energy < min(selection.maximumElectronEnergy ?? .infinity, kinematics.maximumElectronEnergy)
        else { return nil }
        func measuredAngle(_ momentum: FourVector, _ width: Double, _ index: Int) -> Double {
            let (dx, dy) = pair(index, width)
            // Angles in the projections, which are as good as the true ones where a track is measured.
            let angle = momentum.polarAngle
            let across = momentum.transverseMomentum
            let (c, s) = across > 0 ? (momentum.x / across, momentum.y / across) : (1, 0)
            return hypot(angle * c + dx, angle * s + dy)
        }
        guard measuredAngle(event.muon, detector.angularResolution, 2) > selection.minimumMuonAngle else { return nil }
        guard let maximumRatio else { return energy }
        let scattering = highland.planeWidth(
            thickness: detector.targetThickness * u(4), momentum: electron.momentum, energy: electron.energy)
        let angle = measuredAngle(electron, hypot(scattering, detector.angularResolution), 5)
        // No elastic electron has more energy than the largest.
        let recoil = energy - kinematics.electronMass
        guard recoil > 0, recoil < kinematics.maximumRecoil else { return nil }
        return angle < maximumRatio * kinematics.electronAngle(recoil: recoil) ? energy : nil
    }
}
