import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
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

    private static let treatments = Treatment.all.map { $0.text(capitalised: false) }
    private static let cases = ["Standard Model"] + ElasticBenchmark.all.map(\.longText)
    private static let symbols: [Points.Symbol] = [.circle, .square, .triangle, .diamond]
    private static let inks: [Ink] = [.black, .red, .deepBlue, .purple]

    /// The published frame, or as much more as the moments and their errors need.
    private var range: ClosedRange<Double> {
        let errors = shifts.flatMap { $0 }
        let values = errors.map { shift in (shift.fitted?.value ?? 0, shift.uncertainty) }
        let least = values.map { moment + min(0, $0.0) - $0.1 }.min().map { $0 * 1e10 - 4 }
        let most = values.map { moment + max(0, $0.0) + $0.1 }.max().map { $0 * 1e10 + 4 }
        let published = 672.0...704.0
        guard let least, let most, least < published.lowerBound || most > published.upperBound else {
            return published
        }
        let margin = 0.15 * (most - least)
        return (least - margin).rounded(.down)...(most + margin).rounded(.up)
    }

    var chart: Chart {
        // Distances on the page are those of the published frame.
        let range = range
        let unit = (range.upperBound - range.lowerBound) / 32
        return Chart(
            "Hadronic moment that a fit finds when a new particle is in the data",
            x: .linear("$a_\\mu^{\\mathrm{HLO}}\\times10^{10}$", range),
            y: .linear("", -0.2...4.5, ticks: []), legend: .hidden, style: style
        ) {
            Rule("input", x: moment * 1e10, role: .reference, dash: .dotted)
            for (group, name) in Self.treatments.enumerated() {
                let top = 4.1 - Double(group) * 1.08
                Text("treatment-\(group)", name, at: .data(range.lowerBound + 0.6 * unit, top + 0.14), alignment: .left)
                for (index, particle) in Self.cases.enumerated() {
                    row(group, index, particle, unit: unit, y: top - 0.12 - 0.18 * Double(index))
                }
            }
        }
    }

    /// A value with its error bar; nothing where the fit failed.
    private func row(_ group: Int, _ index: Int, _ particle: String, unit: Double, y: Double) -> [Mark] {
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
                ? Text("label-\(group)-\(index)", particle, at: .data(low - 0.5 * unit, y), alignment: .right)
                : Text("label-\(group)-\(index)", particle, at: .data(high + 0.5 * unit, y), alignment: .left)).mark,
        ]
    }
}
