import BeamPhysics
import LimitModel
import Manuscript
import NumericalMethods
import Plotting
import Reference

extension BoundedLimit where B == BeamDumpBound {
    /// NA64μ computed in the Weizsäcker–Williams approximation: an overlay on the published `na64mu`, not a replacement.
    package static var na64Mu: Self {
        BoundedLimit(
            .na64Mu, experiment: "NA64$\\mu$", source: .na64mu2022, order: 5, ink: .purple,
            maps: [.landscape: .along(.gap, at: 0.88, text: "WW"), .landscapeZoom: .unlabelled])
    }

    /// M³, first phase, computed in the same way.
    package static var m3Phase1: Self {
        BoundedLimit(
            .m3Phase1, experiment: "M$^3$ phase 1", source: .kahn2018, order: 6, ink: .red,
            maps: [
                .landscape: .along(.gap, at: 0.88, text: "WW"),
                .landscapeZoom: .along(.gap, at: 0.76, text: "WW"),
            ])
    }

    /// M³, second phase.
    package static var m3Phase2: Self {
        BoundedLimit(
            .m3Phase2, experiment: "M$^3$ phase 2", source: .kahn2018, order: 7, ink: .red,
            maps: [.landscape: .along(.gap, at: 0.88, text: "WW"), .landscapeZoom: .unlabelled])
    }

    private init(
        _ dump: BeamDumpExperiment, experiment: String, source: SourceKey, order: Int, ink: Ink,
        maps: [LimitMap: LabelPlace], fileID: String = #fileID, line: Int = #line
    ) {
        let bound = BeamDumpBound(dump)
        self.init(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "\(dump.name)-ww", label: "\(experiment) (WW)", experiment: experiment,
                    process: "$\\mu N\\to\\mu N Z'$, $Z'\\to\\nu\\bar\\nu$, improved Weizs\\\"acker--Williams "
                        + "approximation",
                    kind: .computed, role: .projection, confidenceLevel: 0.90, sources: [source],
                    inputs: [
                        .init("beam energy", "\(decimal(dump.beamEnergy))\\,GeV"),
                        .init(
                            "target", "\(decimal(dump.targetLength))\\,cm of \(dump.targetSymbol), thin to the muon"),
                        .init("muons on target", "$\(TeX.number(dump.muonsOnTarget))$"),
                        .init("energy of the boson", "$x>\(decimal(dump.minimumEnergyFraction))$"),
                        .init("signal events", decimal(dump.signalEvents)),
                    ], masses: bound.validity), look: LimitLook(ink, .dotted), order: order, maps: maps), bound,
            fileID: fileID, line: line)
    }
}
