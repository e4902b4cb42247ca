import NumericalMethods
import Reference
import SignalPhysics
import TridentPhysics

/// Everything that a variant of the paper may change. GeV, radians, fb⁻¹.
///
/// ``PaperParameters/all`` gives each of them a name and a unit for the command line.
public struct PaperParameters: Codable, Hashable, Sendable {
    public var particles = ParticleInputs.standard
    /// Total energy of the beam muons, GeV.
    public var beamEnergy = 150.0
    /// Integrated luminosity, fb⁻¹.
    public var luminosity = 15.0
    /// Lower edge of the muon's scattering angle, radians.
    public var minimumMuonAngle = 1.5e-3
    /// Window of the electron's total energy, GeV.
    public var minimumElectronEnergy = 1.0
    public var maximumElectronEnergy = 25.0
    public var light = Benchmark(mass: 0.010, coupling: 5e-4)
    public var heavy = Benchmark(mass: 0.100, coupling: 1e-3)
    /// The measurement that defines the favoured band.
    public var magneticMoment = MagneticMomentInput.fnal2021
    /// Signal events that the reach asks for: 3 is 95 % confidence where no background is expected.
    public var requiredEvents = 3.0
    public var massGrid = LogarithmicGrid(lower: 0.001, upper: 0.3, count: 120)
    /// Points of the angle axis in the figure of the elastic bound.
    public var angleCount = 200
    /// Points of the electron's spectrum.
    public var spectrumCount = 160
    /// Inputs of the map of all constraints.
    public var landscape = LandscapeParameters()
    /// The apparatus and the assumptions of the study of backgrounds.
    public var detector = DetectorParameters()
    /// What every figure is drawn for. No computation depends on it.
    public var figureStyle = FigureStyleChoice.column

    public init() {}

    public var cuts: SelectionCuts {
        SelectionCuts(
            minimumMuonAngle: minimumMuonAngle, minimumElectronEnergy: minimumElectronEnergy,
            maximumElectronEnergy: maximumElectronEnergy)
    }
}

extension PaperParameters {
    /// CCFR at the energy of these parameters.
    package var ccfr: TridentExperiment { .ccfr(neutrinoEnergy: landscape.ccfrEnergy) }
    /// CHARM-II at the energy of these parameters.
    package var charmII: TridentExperiment { .charmII(neutrinoEnergy: landscape.charmIIEnergy) }
}

/// The medium of the figures, by its name on the command line.
public enum FigureStyleChoice: String, Codable, Sendable, CaseIterable {
    /// One column of a REVTeX paper.
    case column
    /// The full width of a REVTeX paper.
    case twoColumn = "twocolumn"
    /// A 16:9 slide for each figure.
    case slides
}

/// The comparisons of theory and experiment that the favoured band may be drawn from.
///
/// Where zero is within one or two standard deviations that band is an upper limit (``MagneticMomentBand/Band/isUpperLimit``).
public enum MagneticMomentInput: String, Codable, Sendable, CaseIterable {
    /// The first Fermilab result against the white paper of 2020; the letter's choice.
    case fnal2021 = "2021"
    /// What Dev et al. use.
    case dev2020 = "dev2020"
    /// The first Fermilab result against the BMW collaboration's lattice calculation: zero is within two standard
    /// deviations and not within one.
    case lattice2021 = "lattice2021"
    /// The final Fermilab result against the white paper of 2025; consistent with zero.
    case whitePaper2025 = "2025"

    /// What it says of a boson that adds to the moment.
    public enum Shape: Sendable {
        /// Zero is outside two standard deviations: two bands of favoured couplings.
        case bands
        /// Zero is outside one and within two.
        case bandAndLimit
        /// Zero is within one: no coupling is favoured.
        case limit
    }

    public var shape: Shape {
        deviation.shifted(bySigmas: -2) > 0 ? .bands : deviation.shifted(bySigmas: -1) > 0 ? .bandAndLimit : .limit
    }

    public var deviation: Measurement {
        switch self {
        case .fnal2021: MagneticMomentMeasurements.deviation2021
        case .dev2020: MagneticMomentMeasurements.deviationDev2020
        case .lattice2021: MagneticMomentMeasurements.deviationLattice2021
        case .whitePaper2025: MagneticMomentMeasurements.deviation2025
        }
    }
}
