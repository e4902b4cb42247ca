import Phenomenology

/// The constraints of the landscape for a set of parameters, in the order of the figures and of the table of inputs.
public struct LandscapeConstraints: Sendable {
    public var limits: [Constraint]
    public var projections: [Constraint]
    public var tridentAtMeanEnergy: Constraint

    public init(_ parameters: LandscapeParameters) {
        func trident(_ experiment: TridentExperiment, _ energy: Double, _ constraint: Constraint) -> Constraint {
            guard energy != experiment.neutrinoEnergy else { return constraint }
            var changed = experiment
            changed.neutrinoEnergy = energy
            changed.energyNote = "as asked for"
            return Constraint(trident: changed, name: constraint.name, label: constraint.label)
        }
        limits = [
            trident(.ccfr, parameters.ccfrEnergy, .ccfr), trident(.charmII, parameters.charmIIEnergy, .charmII),
            .babarFourMuon, .borexino, .borexinoRecast, .whiteDwarfs, .electronMagneticMoment, .na64Electron,
        ]
        var mean = TridentExperiment.ccfr
        mean.neutrinoEnergy = LandscapeNodes.meanTridentEnergy
        mean.energyNote = "mean"
        tridentAtMeanEnergy = Constraint(
            trident: mean, name: "ccfr-mean-energy", label: "CCFR (mean energy)")
        projections = [.na64Mu, .m3Phase1, .m3Phase2, .na62, .na64MuOverlay, .m3Phase1Overlay, .m3Phase2Overlay]
    }
}
