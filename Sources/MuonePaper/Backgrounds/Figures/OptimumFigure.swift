import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The expected limit at the best cuts over the boson's mass, and what the published window gives.
    static func optimum(_ rows: Node<[Optimum.Row]>, _ p: PaperParameters) -> Figure {
        Figure(
            "optimum-cuts",
            chart: Node("figures/optimum-cuts/chart", from: rows, parameters: p) { parameters, rows in
                let found = Optimum.Assumption.allCases.map { assumption in
                    (
                        assumption: assumption,
                        points: rows.filter { $0.assumption == assumption && $0.found.coupling != nil }
                    )
                }
                let limits = rows.compactMap { $0.found.coupling?.value } + rows.map(\.optimum.widestCoupling)
                return Chart(
                    "Expected limit at the best cuts, over the boson's mass",
                    x: .log("$m_{Z'}$ [MeV]", from: 8, to: 260),
                    y: .log("expected limit on $g_{Z'}$", decades(1e-4...1e-1, showing: [limits])),
                    legend: Legend(.automatic, columns: 1, preferring: .topLeft), style: parameters.style()
                ) {
                    for (index, item) in found.enumerated() where !item.points.isEmpty {
                        let ink = [Ink.deepBlue, .teal, .red][index % 3]
                        Line(
                            item.assumption.rawValue, x: item.points.map { $0.mass * 1e3 },
                            y: item.points.compactMap { $0.found.coupling?.value },
                            yError: item.points.compactMap { $0.found.coupling?.error }, role: .projection, ink: ink,
                            dash: [Dash.solid, .dashed, .dashDotted][index % 3], label: item.assumption.label)
                        if item.assumption == .own {
                            Line(
                                "widest", x: item.points.map { $0.mass * 1e3 },
                                y: item.points.map(\.optimum.widestCoupling), role: .reference, dash: .dotted,
                                label: "$\\varepsilon$, widest cuts")
                        }
                    }
                }
            })
    }
}
