extension Constraint {
    /// Every constraint: limits before projections.
    public static let all: [Constraint] = limits + projections

    /// What excludes today.
    public static let limits: [Constraint] = [.ccfr, .charmII, .babarFourMuon, .borexino] + throughMixing

    /// What experiments to come could exclude.
    public static let projections: [Constraint] = [.na64Mu] + beamDumpsAndMesons

    /// The constraints of the letter's figure, limits before projections, in the order of a legend.
    public static let letter: [Constraint] = [.ccfr, .charmII, .babarFourMuon, .borexino, .na64Mu]

    /// The limits that rest on loop-induced kinetic mixing and are computed here.
    public static let throughMixing: [Constraint] = [
        .borexinoRecast, .whiteDwarfs, .electronMagneticMoment, .na64Electron,
    ]

    /// The projections of beam dumps and kaon decays beyond the letter's figure: published, calibrated and computed.
    public static let beamDumpsAndMesons: [Constraint] = [
        .m3Phase1, .m3Phase2, .na62, .na64MuOverlay, .m3Phase1Overlay, .m3Phase2Overlay,
    ]

    /// The constraint of that name, if there is one.
    public static func named(_ name: String) -> Constraint? {
        all.first { $0.name == name }
    }

    /// A bound from neutrino tridents; marked as calibrated where its energy was chosen to meet the published one.
    init(trident experiment: TridentExperiment, name: String, label: String) {
        self.init(
            name: name, label: label, process: "$\\nu_\\mu N\\to\\nu_\\mu N\\mu^+\\mu^-$",
            kind: experiment.isCalibrated ? .calibrated : .computed, role: .limit,
            confidenceLevel: experiment.confidenceLevel, sources: experiment.sources + [.altmannshofer2014],
            inputs: [
                Input("neutrino energy", "\(decimal(experiment.neutrinoEnergy))\\,GeV (\(experiment.energyNote))"),
                Input("nucleus", "$Z=\(experiment.nuclearCharge)$, $A=\(experiment.massNumber)$"),
                Input(
                    "measured",
                    "$\\sigma/\\sigma_\\mathrm{SM}=\(decimal(experiment.measuredRatio))"
                        + "\\pm\(decimal(experiment.ratioUncertainty))$"),
                Input("allowed", "$\\sigma/\\sigma_\\mathrm{SM}<\(decimal(experiment.maximumRatio))$"),
            ],
            boundary: .trident(TridentBound(experiment)))
    }
}
