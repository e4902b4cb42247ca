import BuildGraph
import ElasticPhysics
import Manuscript
import MeasurementPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import Reference

extension Figure {
    /// The moment that would be measured if a new particle were in the data, for each treatment of systematic errors.
    static func momentShifts(
        _ particles: [NewParticle], _ expected: Node<MomentFit.Result>, _ p: PaperParameters
    ) -> Figure {
        let shifts = particles.map { particle in
            Node("figures/moment-shifts/\(particle.benchmark.name)", collecting: particle.shifts.map(\.shift))
        }
        return Figure(
            "moment-shifts",
            chart: Node(
                "figures/moment-shifts/chart", from: Node("figures/moment-shifts/all", collecting: shifts),
                expected, parameters: p
            ) { parameters, shifts, expected in
                try MomentShiftChart(
                    style: parameters.style(.tall), moment: expected.moment,
                    particles: paired(ElasticBenchmark.all, shifts)
                ).chart()
            })
    }
}

private struct MomentShiftChart {
    var style: ChartStyle
    var moment: Double
    /// New particles with the shifts for each treatment.
    var particles: [(benchmark: ElasticBenchmark, shifts: [EffectOnMoment.Shift])]

    private static let looks: [(symbol: Points.Symbol, ink: Ink)] = [
        (.circle, .black), (.square, .red), (.triangle, .deepBlue), (.diamond, .purple),
    ]

    /// The published frame, or as much more as the moments and their errors need.
    private var range: ClosedRange<Double> {
        let values = particles.flatMap(\.shifts).map { shift in (shift.fitted?.value ?? 0, shift.uncertainty) }
        let least = values.map { moment + min(0, $0.0) - $0.1 }.min().map { $0 * 1e10 - 4 }
        let most = values.map { moment + max(0, $0.0) + $0.1 }.max().map { $0 * 1e10 + 4 }
        let published = 672.0...704.0
        guard let least, let most, least < published.lowerBound || most > published.upperBound else {
            return published
        }
        // Beside the longest error bars there is room for a name.
        let margin = 0.35 * (most - least)
        return (least - margin).rounded(.down)...(most + margin).rounded(.up)
    }

    /// A row of a group.
    private struct Row {
        var name: String
        /// By how much the moment is shifted; nil where the fit failed.
        var shift: Estimate?
        var uncertainty: Double
        var isLow = false
    }

    /// For each treatment the Standard Model, and each new particle.
    private func groups() throws -> [(name: String, rows: [Row])] {
        let columns = try particles.map { try paired(Treatment.all, $0.shifts).map(\.1) }
        return Treatment.all.enumerated().map { group, treatment in
            var rows = zip(particles, columns).map { particle, column in
                Row(
                    name: particle.benchmark.longText, shift: column[group].fitted,
                    uncertainty: column[group].uncertainty, isLow: particle.benchmark == .np2Minus)
            }
            if let first = rows.first {
                rows.insert(Row(name: "Standard Model", shift: .exact(0), uncertainty: first.uncertainty), at: 0)
            }
            return (treatment.text(capitalised: false), rows)
        }
    }

    func chart() throws -> Chart {
        // Distances on the page are those of the published frame.
        let range = range
        let unit = (range.upperBound - range.lowerBound) / 32
        let groups = try groups()
        return Chart(
            "Hadronic moment that a fit finds when a new particle is in the data",
            x: .linear("$a_\\mu^{\\mathrm{HLO}}\\times10^{10}$", range),
            y: .linear("", -0.2...4.5, ticks: []), legend: .hidden, style: style
        ) {
            Rule("input", x: moment * 1e10, role: .reference, dash: .dotted)
            for (group, (name, rows)) in groups.enumerated() {
                let top = 4.1 - Double(group) * 1.08
                Text("treatment-\(group)", name, at: .data(range.lowerBound + 0.6 * unit, top + 0.14), alignment: .left)
                for (index, row) in rows.enumerated() {
                    marks(
                        row, "\(group)-\(index)", isOdd: index % 2 == 1, Self.looks[index % Self.looks.count], unit,
                        y: top - 0.12 - 0.18 * Double(index))
                }
            }
        }
    }

    /// Whether rows are closer than their names are high, which then stand on either side in turn.
    private var isTight: Bool { style.annotationSize > 1.25 * 0.18 / 4.7 * 0.85 * style.height }

    /// A value with its error bar; nothing where the fit failed.
    private func marks(
        _ row: Row, _ id: String, isOdd: Bool, _ look: (symbol: Points.Symbol, ink: Ink), _ unit: Double, y: Double
    ) -> [Mark] {
        guard let shift = row.shift else { return [] }
        let value = (moment + shift.value) * 1e10
        let range = range
        let (low, high) = (value - row.uncertainty * 1e10, value + row.uncertainty * 1e10)
        return [
            Line(
                "error-\(id)", x: [low, low, low, high, high, high],
                y: [y - 0.06, y + 0.06, y, y, y + 0.06, y - 0.06], role: .reference, ink: look.ink, dash: .solid,
                width: style.lineWidth * 0.8
            ).mark,
            Points(
                "value-\(id)", x: [value], y: [y], symbol: look.symbol, size: style.symbolSize * 0.75, role: .signal,
                ink: look.ink
            ).mark,
            // The lower moment's label stands where the line of the input does not cross it, and none beyond the frame.
            (row.isLow || (isTight && isOdd) || high + 0.45 * unit * Double(row.name.count + 1) > range.upperBound
                ? Text("label-\(id)", row.name, at: .data(low - 0.5 * unit, y), alignment: .right)
                : Text("label-\(id)", row.name, at: .data(high + 0.5 * unit, y), alignment: .left)).mark,
        ]
    }
}
