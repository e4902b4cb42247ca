import BuildGraph
import Foundation
import Manuscript
import MeasurementPhysics
import MuoneCommon
import MuoneParameters
import Plotting

extension Figure {
    /// Fitted moments of pseudo-experiments against the expected normal distribution, and the fitted parameters.
    static func pseudoExperiments(
        _ outcomes: Node<[[PseudoExperiment.Outcome]]>, _ expected: Node<MomentFit.Result>,
        _ contours: Node<[RunningContour.Line]>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "pseudo-experiments",
            chart: Node(
                "figures/pseudo-experiments/chart", from: outcomes, expected, contours, parameters: p
            ) { parameters, outcomes, expected, contours in
                try PseudoExperimentPanels(
                    parameters: parameters, fits: outcomes.flatMap { $0 }.compactMap(\.result), expected: expected,
                    contours: paired(ContourLevel.all, contours).map { ($0.text, $1) }
                ).grid
            })
    }
}

extension PseudoExperiment.Outcome {
    /// The fit, where it succeeded.
    fileprivate var result: MomentFit.Result? {
        if case .fitted(let result) = self { result } else { nil }
    }
}

private struct PseudoExperimentPanels {
    var parameters: PaperParameters
    var fits: [MomentFit.Result]
    var expected: MomentFit.Result
    /// With the share of the fits that each encloses.
    var contours: [(share: String, line: RunningContour.Line)]

    var grid: ChartGrid {
        .stacked(
            "Pseudo-experiments of the hadronic running: fitted moments and parameters", [moments, plane],
            style: parameters.figureStyle, parameters.style())
    }

    /// The fitted moments in bins of a third of the expected error, and the normal curve of that error.
    private var moments: Chart {
        let (centre, sigma) = (expected.moment * 1e10, expected.uncertainty * 1e10)
        let edges = (-12...12).map { centre + Double($0) * sigma / 3 }
        var counts = [Double](repeating: 0, count: edges.count - 1)
        for fit in fits {
            let bin = Int(saturating: ((fit.moment * 1e10 - edges[0]) / (sigma / 3)).rounded(.down))
            if counts.indices.contains(bin) { counts[bin] += 1 }
        }
        let scale = Double(fits.count) / 3 / (2 * Double.pi).squareRoot()
        let pulls = (0...160).map { -4 + 0.05 * Double($0) }
        let top = max(10, (1.35 * max(scale, counts.max() ?? 0) / 10).rounded(.up) * 10)
        return Chart(
            "Fitted moments of pseudo-experiments",
            x: .linear("$a_\\mu^{\\mathrm{HLO}}\\times10^{10}$", from: edges[0], to: edges.last ?? centre),
            y: .linear("pseudo-experiments", from: 0, to: top),
            legend: Legend(.automatic, preferring: .topRight), style: parameters.style()
        ) {
            Steps(
                "fitted", edges: edges, values: counts, valueError: counts.map { $0.squareRoot() },
                showsErrorBars: true, role: .signal, label: "fitted")
            Line(
                "expected", x: pulls.map { centre + $0 * sigma },
                y: pulls.map { scale * exp(-0.5 * $0 * $0) }, role: .alternative, label: "expected")
            Rule("input", x: centre, role: .reference, dash: .dotted)
        }
    }

    /// K and M of the fits, with the curves of 68 and 95 %.
    private var plane: Chart {
        let points = contours.flatMap { zip($0.line.k, $0.line.m) }
        func range(_ values: [Double]) -> ClosedRange<Double> {
            guard let least = values.min(), let most = values.max(), most > least else { return 0...1 }
            let margin = 0.3 * (most - least)
            return (least - margin).rounded(.down)...(most + margin).rounded(.up)
        }
        return Chart(
            "Fitted parameters of pseudo-experiments",
            x: .linear("$K$ [$10^{-3}$ GeV$^{-2}$]", range(points.map { $0.0 * 1e3 })),
            y: .linear("$M$ [$10^{-3}$ GeV$^2$]", range(points.map { $0.1 * 1e3 })),
            legend: Legend(.automatic, preferring: .topRight), style: parameters.style()
        ) {
            Points(
                "fits", x: fits.map { $0.parameters[0] * 1e3 }, y: fits.map { $0.parameters[1] * 1e3 }, symbol: .circle,
                size: parameters.style().symbolSize * 0.22, role: .reference, label: "fitted")
            for (index, contour) in contours.enumerated() {
                Line(
                    "contour-\(contour.share.dropLast())", x: contour.line.k.map { $0 * 1e3 },
                    y: contour.line.m.map { $0 * 1e3 }, role: .signal, dash: index == 0 ? .solid : .dashed,
                    label: contour.share)
            }
            if let outer = contours.last {
                Line(
                    "ellipse", x: outer.line.ellipseK.map { $0 * 1e3 }, y: outer.line.ellipseM.map { $0 * 1e3 },
                    role: .alternative, dash: .dotted, label: "\(outer.share), expected")
            }
            Points(
                "input", x: [expected.parameters[0] * 1e3], y: [expected.parameters[1] * 1e3], symbol: .star,
                size: parameters.style().symbolSize * 0.8, role: .signal,
                ink: .red)
        }
    }
}
