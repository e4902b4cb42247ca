import Amplitudes
import DetectorPhysics
import KickPhysics
import Kinematics
import Reference
import SignalPhysics

/// What is assumed of the detector and of the backgrounds in a search.
package struct SearchScenario: Codable, Hashable, Sendable {
    package var particles: ParticleInputs
    /// GeV.
    package var beamEnergy: Double
    package var beam: BeamCharge
    /// fb⁻¹.
    package var luminosity: Double
    package var detector: DetectorModel
    /// The least true angle between electron and photon that the calorimeter tells apart, radians.
    package var separation: Double
    /// The share of the separated photons that the veto misses.
    package var vetoInefficiency: Double
    /// Whether muons scatter on protons one by one, too.
    package var isIncoherent: Bool
    package var formFactor: NuclearFormFactor
    /// Of the background, relative.
    package var uncertainty: Double

    package init(
        particles: ParticleInputs = .standard, beamEnergy: Double = 150, beam: BeamCharge = .positive,
        luminosity: Double = 15,
        detector: DetectorModel = DetectorModel(), separation: Double = 1e-3, vetoInefficiency: Double,
        isIncoherent: Bool = true,
        formFactor: NuclearFormFactor = .gaussian, uncertainty: Double = 0.05
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.beam = beam
        self.luminosity = luminosity
        self.detector = detector
        self.separation = separation
        self.vetoInefficiency = vetoInefficiency
        self.isIncoherent = isIncoherent
        self.formFactor = formFactor
        self.uncertainty = uncertainty
    }

    package func validate() throws {
        guard vetoInefficiency >= 0, vetoInefficiency <= 1 else {
            throw OptimisationError.vetoInefficiency(vetoInefficiency)
        }
        try detector.validate()
    }

    var elastic: ElasticScattering {
        ElasticScattering(particles: particles, beamEnergy: beamEnergy, luminosity: luminosity)
    }

    func kicks(_ cuts: SelectionCuts) -> KickSettings {
        KickSettings(
            elastic: elastic, position: .both, detector: detector, formFactor: formFactor, isIncoherent: isIncoherent,
            cuts: cuts)
    }

    func signal(_ benchmark: Benchmark) -> SignalPoint {
        SignalPoint(particles: particles, beamEnergy: beamEnergy, benchmark: benchmark)
    }

    /// The resolutions' widths within which events are generated that are measured within cuts.
    private static let deviations = 7.0

    /// True variables from which measurements within the cuts come.
    package func region(_ cuts: SelectionCuts) -> SelectionCuts {
        let resolution = detector.energyResolution
        var region = SelectionCuts(
            minimumMuonAngle: max(cuts.minimumMuonAngle - Self.deviations * detector.angularResolution, 0))
        if let lowest = cuts.minimumElectronEnergy, lowest > 0 {
            // A relative width that falls with the energy is largest at the lowest.
            region.minimumElectronEnergy = lowest / (1 + Self.deviations * resolution.relative(at: lowest))
        }
        if let highest = cuts.maximumElectronEnergy {
            let fall = Self.deviations * resolution.relative(at: highest)
            region.maximumElectronEnergy = fall < 1 ? highest / (1 - fall) : nil
        }
        return region
    }
}
