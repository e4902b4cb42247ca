import Reference

/// A measurement of ν_μ N → ν_μ N μ⁺μ⁻: its beam, its nucleus, and the rate that it found.
public struct TridentExperiment: Codable, Hashable, Sendable {
    /// The energy at which the cross section is evaluated, GeV.
    public var neutrinoEnergy: Double
    /// Where that energy comes from, for the caption.
    public var energyNote: String
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
        neutrinoEnergy: Double, energyNote: String, nuclearCharge: Int, massNumber: Int, measuredRatio: Double,
        ratioUncertainty: Double, sigmas: Double, confidenceLevel: Double, sources: [SourceKey]
    ) {
        self.neutrinoEnergy = neutrinoEnergy
        self.energyNote = energyNote
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

    /// CCFR at Fermilab, an iron target.
    public static let ccfr = TridentExperiment(
        neutrinoEnergy: 90, energyNote: "chosen to meet the published curve; the mean is 160\\,GeV", nuclearCharge: 26,
        massNumber: 56, measuredRatio: 0.82, ratioUncertainty: 0.28, sigmas: 2, confidenceLevel: 0.95,
        sources: [.ccfr1991])

    /// CHARM-II at CERN, a glass target with the mean charge and mass of its nuclei.
    public static let charmII = TridentExperiment(
        neutrinoEnergy: 20, energyNote: "mean", nuclearCharge: 10, massNumber: 20, measuredRatio: 1.58,
        ratioUncertainty: 0.57, sigmas: 2, confidenceLevel: 0.95, sources: [.charmII1990])
}
