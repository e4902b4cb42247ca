import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import TridentPhysics

extension Figure {
    /// σ/σ_SM of neutrino tridents over the boson's mass, with what the two experiments measured.
    static func tridentRatio(
        ccfr: Node<[Curve]>, charmII: Node<[Curve]>, _ paths: [TridentPath], _ p: PaperParameters
    ) -> Figure {
        Figure(
            "trident-ratio",
            chart: Node(
                "figures/trident-ratio/chart", from: ccfr, charmII, parameters: Setup(paper: p, paths: paths)
            ) { setup, ccfr, charmII in
                try setup.grid(ccfr: ccfr, charmII: charmII)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var paths: [TridentPath]

        func grid(ccfr: [Curve], charmII: [Curve]) throws -> ChartGrid {
            try .stacked(
                "Neutrino trident rate over that of the Standard Model against the mass of the boson",
                [
                    panel("CCFR", paper.ccfr, ccfr, top: 2.2, ceilingLabelAt: 0.02),
                    panel("CHARM-II", paper.charmII, charmII, top: 3.9, ceilingLabelAt: 0.98),
                ], style: paper.figureStyle, paper.style())
        }

        /// - Parameter ceilingLabelAt: where along the line of the largest allowed rate there is room for its label.
        private func panel(
            _ name: String, _ experiment: TridentExperiment, _ curves: [Curve], top: Double, ceilingLabelAt: Double
        ) throws -> Chart {
            let masses = paper.landscape.masses
            let ceiling = experiment.maximumRatio
            let left = masses.lower * 1e3
            return try Chart(
                "\(name): trident rate over that of the Standard Model",
                x: .log("$m_{Z'}$ [MeV]", from: left, to: masses.upper * 1e3),
                y: .linear("$\\sigma/\\sigma_{\\mathrm{SM}}$", from: 0, to: top), legend: .hidden, style: paper.style()
            ) {
                ShadedRange(
                    "measured", .y, from: experiment.measuredRatio - experiment.ratioUncertainty,
                    to: experiment.measuredRatio + experiment.ratioUncertainty, role: .favouredWide)
                Rule(
                    "ceiling", y: ceiling, role: .excluded, dash: .dotted,
                    sideLabel: SideLabel(
                        "excluded at \(decimal(experiment.confidenceLevel * 100))%", .after, at: ceilingLabelAt))
                Rule("standard-model", y: 1, role: .reference, dash: .longDashed)
                for (index, (path, curve)) in try paired(paths, curves).enumerated() {
                    line(index, path, curve)
                }
                Text(
                    "experiment",
                    "\(name): $\(decimal(experiment.measuredRatio))\\pm\(decimal(experiment.ratioUncertainty))$",
                    at: .frame(0.03, 0.05), alignment: .bottomLeft)
            }
        }

        private func line(_ index: Int, _ path: TridentPath, _ curve: Curve) -> Line {
            let x = curve.x.map { $0 * 1e3 }
            switch path {
            case .coupling(let coupling):
                return Line(
                    "coupling-\(index + 1)", x: x, y: curve.y, yError: curve.error,
                    role: index == 0 ? .signal : .alternative,
                    inlineLabel: InlineLabel(
                        "$g_{Z'}=\(TeX.number(coupling, powersFrom: 100))$", at: 0.2, .above))
            case .scale(let scale):
                return Line(
                    "scale", x: x, y: curve.y, yError: curve.error, role: .background,
                    inlineLabel: InlineLabel(
                        "$v_\\phi=\(decimal(scale))$ GeV", at: 1, .below))
            }
        }
    }
}
