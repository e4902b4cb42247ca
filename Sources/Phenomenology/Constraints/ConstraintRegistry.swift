extension Constraint {
    /// Every constraint, limits before projections, in the order of a legend.
    public static let all: [Constraint] = [.ccfr, .charmII, .babarFourMuon, .borexino, .na64Mu]

    /// The constraint of that name, if there is one.
    public static func named(_ name: String) -> Constraint? {
        all.first { $0.name == name }
    }

    /// A bound from neutrino trident production.
    init(trident experiment: TridentExperiment, name: String, label: String) {
        self.init(
            name: name, label: label, process: "$\\nu_\\mu N\\to\\nu_\\mu N\\mu^+\\mu^-$", kind: .computed,
            role: .limit,
            confidenceLevel: experiment.confidenceLevel, sources: experiment.sources + [.altmannshofer2014],
            inputs: [
                Input("$E_\\nu=$", "\(decimal(experiment.neutrinoEnergy))\\,GeV, \(experiment.energyNote)"),
                Input("$(Z,A)=$", "$(\(experiment.nuclearCharge),\(experiment.massNumber))$"),
                Input(
                    "$\\sigma/\\sigma_\\mathrm{SM}=",
                    "\(decimal(experiment.measuredRatio))\\pm\(decimal(experiment.ratioUncertainty))"
                        + "<\(decimal(experiment.maximumRatio))$"),
            ],
            boundary: .trident(experiment, from: NeutrinoTrident.smallestMass, to: 10))
    }
}
