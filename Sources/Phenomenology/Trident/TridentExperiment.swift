import LimitModel
import NumericalMethods
import Reference

/// A measurement of ν_μ N → ν_μ N μ⁺μ⁻: its beam, its nucleus, and the rate that it found.
public struct TridentExperiment: Codable, Hashable, Sendable {
    /// The energy at which the cross section is evaluated, GeV.
    public var neutrinoEnergy: Double
    /// The beam's mean energy as the publications quote it, GeV.
    public var meanEnergy: Double
    /// The energy with which this computation meets the published limit, GeV; nil where none was sought.
    public var calibratedEnergy: Double?
    /// Z of the nucleus.
    public var nuclearCharge: Int
    /// A of the nucleus.
    public var massNumber: Int
    /// σ/σ_SM as measured.
    public var measuredRatio: Double
    /// One standard deviation of the measured ratio.
    public var ratioUncertainty: Double
    /// The largest ratio allowed lies this many standard deviations above the measured one.
    public var sigmas: Double
    /// The confidence level that goes with ``sigmas``.
    public var confidenceLevel: Double
    public var sources: [SourceKey]

    public init(
        neutrinoEnergy: Double, meanEnergy: Double, calibratedEnergy: Double? = nil, nuclearCharge: Int,
        massNumber: Int, measuredRatio: Double, ratioUncertainty: Double, sigmas: Double, confidenceLevel: Double,
        sources: [SourceKey]
    ) {
        self.neutrinoEnergy = neutrinoEnergy
        self.meanEnergy = meanEnergy
        self.calibratedEnergy = calibratedEnergy
        self.nuclearCharge = nuclearCharge
        self.massNumber = massNumber
        self.measuredRatio = measuredRatio
        self.ratioUncertainty = ratioUncertainty
        self.sigmas = sigmas
        self.confidenceLevel = confidenceLevel
        self.sources = sources
    }

    /// The largest σ/σ_SM that is not excluded.
    public var maximumRatio: Double { measuredRatio + sigmas * ratioUncertainty }

    /// Whether the energy was chosen to meet a published curve, and is not that of the beam.
    public var isCalibrated: Bool { neutrinoEnergy == calibratedEnergy && neutrinoEnergy != meanEnergy }

    /// Where ``neutrinoEnergy`` comes from, for a caption. TeX.
    public var energyNote: String {
        if neutrinoEnergy == meanEnergy { return "mean" }
        let mean = "the mean is \(decimal(meanEnergy))\\,GeV"
        return isCalibrated ? "chosen to meet the published curve; \(mean)" : "chosen for this variant; \(mean)"
    }

    /// CCFR at Fermilab, an iron target.
    public static let ccfr = ccfr(neutrinoEnergy: 90)

    /// CHARM-II at CERN, a glass target with the mean charge and mass of its nuclei.
    public static let charmII = charmII(neutrinoEnergy: 20)

    /// CCFR with the cross section evaluated at another energy, GeV.
    public static func ccfr(neutrinoEnergy: Double) -> TridentExperiment {
        TridentExperiment(
            neutrinoEnergy: neutrinoEnergy, meanEnergy: 160, calibratedEnergy: 90, nuclearCharge: 26, massNumber: 56,
            measuredRatio: 0.82, ratioUncertainty: 0.28, sigmas: 2, confidenceLevel: 0.95, sources: [.ccfr1991])
    }

    /// CHARM-II with the cross section evaluated at another energy, GeV.
    public static func charmII(neutrinoEnergy: Double) -> TridentExperiment {
        TridentExperiment(
            neutrinoEnergy: neutrinoEnergy, meanEnergy: 20, nuclearCharge: 10, massNumber: 20, measuredRatio: 1.58,
            ratioUncertainty: 0.57, sigmas: 2, confidenceLevel: 0.95, sources: [.charmII1990])
    }

    /// Two points of CCFR's published limit (Altmannshofer2014), as an independent integration has them that meets the
    /// published curve within ``publishedTolerance``.
    public static let publishedCCFR = [
        LimitPoint(mass: 0.010, coupling: 8.288e-4), LimitPoint(mass: 0.100, coupling: 1.08767e-3),
    ]
    /// A ratio of couplings.
    public static let publishedTolerance = 1.02
}
