import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Plotting

extension Figure {
    /// The moment that would be measured if a new particle were in the data, for each treatment of systematic errors.
    static func momentShifts(_ nodes: MeasurementNodes) -> Figure {
        let shifts = nodes.newParticles.map { benchmark, shifts in
            Node("figures/moment-shifts/\(benchmark.name)", collecting: shifts.map(\.shift))
        }
        return Figure(
            "moment-shifts",
            chart: Node(
                "figures/moment-shifts/chart", from: Node("figures/moment-shifts/all", collecting: shifts),
                nodes.expected, parameters: nodes.parameters
            ) { parameters, shifts, expected in
                MomentShiftChart(style: parameters.style(.tall), shifts: shifts, moment: expected.moment).chart
            })
    }
}

private struct MomentShiftChart {
    var style: ChartStyle
    /// For each new particle those of each treatment.
    var shifts: [[EffectOnMoment.Shift]]
    var moment: Double

    private static let treatments = [
        "statistics only", "normalisation free", "$10^{-5}$ a bin", "both",
    ]
    private static let cases = ["Standard Model", "NP1", "NP2($+$)", "NP2($-$)"]
    private static let symbols: [Points.Symbol] = [.circle, .square, .triangle, .diamond]
    private static let inks: [Ink] = [.black, .red, .deepBlue, .purple]

    var chart: Chart {
        Chart(
            "Hadronic moment that a fit finds when a new particle is in the data",
            x: .linear("$a_\\mu^{\\mathrm{HLO}}\\times10^{10}$", 672...704),
            y: .linear("", -0.2...4.5, ticks: []), legend: .hidden, style: style
        ) {
            Rule("input", x: moment * 1e10, role: .reference, dash: .dotted)
            for (group, name) in Self.treatments.enumerated() {
                let top = 4.1 - Double(group) * 1.08
                Text("treatment-\(group)", name, at: .data(672.6, top + 0.14), alignment: .left)
                for (index, particle) in Self.cases.enumerated() {
                    row(group, index, particle, y: top - 0.12 - 0.18 * Double(index))
                }
            }
        }
    }

    /// A value with its error bar; nothing where the fit failed.
    private func row(_ group: Int, _ index: Int, _ particle: String, y: Double) -> [Mark] {
        let column = index == 0 ? shifts.first : shifts[index - 1]
        guard let column, column.indices.contains(group) else { return [] }
        let own = column[group]
        guard let shift = index == 0 ? Estimate.exact(0) : own.fitted else { return [] }
        let value = (moment + shift.value) * 1e10
        let (low, high) = (value - own.uncertainty * 1e10, value + own.uncertainty * 1e10)
        let ink = Self.inks[index]
        return [
            Line(
                "error-\(group)-\(index)", x: [low, low, low, high, high, high],
                y: [y - 0.06, y + 0.06, y, y, y + 0.06, y - 0.06], role: .reference, ink: ink, dash: .solid,
                width: style.lineWidth * 0.8
            ).mark,
            Points(
                "value-\(group)-\(index)", x: [value], y: [y], symbol: Self.symbols[index],
                size: style.symbolSize * 0.75, role: .signal, ink: ink
            ).mark,
            // The lower moment's label stands where the line of the input does not cross it.
            (index == 3
                ? Text("label-\(group)-\(index)", particle, at: .data(low - 0.5, y), alignment: .right)
                : Text("label-\(group)-\(index)", particle, at: .data(high + 0.5, y), alignment: .left)).mark,
        ]
    }
}
