import LimitModel
import NumericalMethods
import Plotting
import Reference
import TridentPhysics

extension BoundedLimit where B == TridentBound {
    /// CCFR's neutrino trident measurement, computed from the equivalent-photon spectrum of iron at the energy (GeV) that
    /// meets the published limit, or at another one.
    package static func ccfr(neutrinoEnergy: Double = TridentExperiment.ccfr.neutrinoEnergy) -> Self {
        BoundedLimit(
            .ccfr(neutrinoEnergy: neutrinoEnergy), name: "ccfr", label: "CCFR", order: 1,
            look: LimitLook(.black, .solid),
            maps: [
                .landscape: .along(.below, at: 0.95),
                .landscapeZoom: .along(.below, at: 0.47),
                .reach: .along(.pointer, at: 0.55),
                .signalEvents: .along(.above, at: 0.19), .thermalTargets: .unlabelled,
                .momentWindows: .unlabelled,
            ])
    }

    /// CHARM-II's neutrino trident measurement, computed from the equivalent-photon spectrum of its glass target.
    package static func charmII(neutrinoEnergy: Double = TridentExperiment.charmII.neutrinoEnergy) -> Self {
        BoundedLimit(
            .charmII(neutrinoEnergy: neutrinoEnergy), name: "charm2", label: "CHARM-II", order: 2,
            look: LimitLook(.black, .dashDotted, hatch: .none),
            maps: [
                .landscape: .along(.above, at: 0.75),
                .landscapeZoom: .along(.above, at: 0.57),
                .reach: .along(.above, at: 0.37),
            ])
    }

    /// CCFR at the mean energy of its beam: the other edge of the band that its calibration leaves.
    package static var ccfrAtMeanEnergy: Self {
        var limit = ccfr(neutrinoEnergy: TridentExperiment.ccfr.meanEnergy)
        limit.declaration.facts.name = "ccfr-mean-energy"
        limit.declaration.maps = [:]
        return limit
    }

    /// Marked as calibrated where the energy was chosen to meet the published limit.
    private init(
        _ experiment: TridentExperiment, name: String, label: String, order: Int, look: LimitLook,
        maps: [LimitMap: LabelPlace], fileID: String = #fileID, line: Int = #line
    ) {
        let bound = TridentBound(experiment)
        self.init(
            LimitDeclaration(
                facts: LimitFacts(
                    name: name, label: label, process: "$\\nu_\\mu N\\to\\nu_\\mu N\\mu^+\\mu^-$",
                    kind: experiment.isCalibrated ? .calibrated : .computed, role: .limit,
                    confidenceLevel: experiment.confidenceLevel, sources: experiment.sources + [.altmannshofer2014],
                    inputs: [
                        .init(
                            "neutrino energy", "\(decimal(experiment.neutrinoEnergy))\\,GeV (\(experiment.energyNote))"),
                        .init("nucleus", "$Z=\(experiment.nuclearCharge)$, $A=\(experiment.massNumber)$"),
                        .init(
                            "measured",
                            "$\\sigma/\\sigma_\\mathrm{SM}=\(decimal(experiment.measuredRatio))"
                                + "\\pm\(decimal(experiment.ratioUncertainty))$"),
                        .init("allowed", "$\\sigma/\\sigma_\\mathrm{SM}<\(decimal(experiment.maximumRatio))$"),
                    ], masses: bound.validity), look: look, order: order, maps: maps), bound,
            fileID: fileID, line: line)
    }
}
