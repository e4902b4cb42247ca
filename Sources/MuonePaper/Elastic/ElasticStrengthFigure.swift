import BuildGraph
import Manuscript
import MeasurementPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// χ² of a fit of a_μ^had to data with and without new bosons, and the intervals that follow.
    static func elasticStrength(_ fits: [StrengthFit], _ p: PaperParameters) -> Figure {
        Figure(
            "elastic-strength",
            chart: Node(
                "figures/elastic-strength/chart",
                from: Node("figures/elastic-strength/statistical", collecting: fits.map(\.statistical)),
                Node("figures/elastic-strength/total", collecting: fits.map(\.total)),
                parameters: StrengthSetup(paper: p, names: fits.map { $0.benchmark?.text ?? "SM" })
            ) { setup, statistical, total in try setup.grid(statistical, total) })
    }
}

private struct StrengthSetup: Codable, Sendable {
    var paper: PaperParameters
    var names: [String]

    private var central: Double { StrengthFit.central * 1e10 }

    func grid(_ statistical: [HadronicStrengthFit.Result], _ total: [HadronicStrengthFit.Result]) throws -> ChartGrid {
        _ = try paired(names, paired(statistical, total))
        let moment = moment(statistical + total)
        var grid = ChartGrid.stacked(
            "Fits of the hadronic contribution to the muon's moment, with and without new bosons in the data",
            [curves(statistical, total, moment), intervals(statistical, total, moment)], style: paper.figureStyle,
            paper.style())
        grid.tagCorner = .topLeft
        grid.legend = .above
        if grid.columns == 1 {
            grid.sharesX = true
            grid.rowGap = 4 * grid.style.scale
        }
        return grid
    }

    private func moment(_ fits: [HadronicStrengthFit.Result]) -> Axis {
        let ends = fits.flatMap { fit in
            [shown(fit.strength.value - fit.below.value), shown(fit.strength.value + fit.above.value)]
        }
        return .linear("$10^{10}\\,a_\\mu^{\\mathrm{had}}$", frame(681...706, showing: ends))
    }

    private func shown(_ strength: Double) -> Double { central * strength }

    private func curves(
        _ statistical: [HadronicStrengthFit.Result], _ total: [HadronicStrengthFit.Result], _ moment: Axis
    ) -> Chart {
        Chart(
            "Chi-squared over the hadronic contribution", x: moment, y: .linear("$\\chi^2$", 0...10),
            legend: Legend(.automatic, columns: 3), style: paper.style()
        ) {
            if let first = statistical.first {
                line("sm-statistical", first, "SM, statistics", .slate, .dashDotDotted)
            }
            for (index, fit) in total.enumerated() {
                line(
                    "total-\(index + 1)", fit, names[index] + (index == 0 ? ", 10 ppm" : ""),
                    Self.looks[index % Self.looks.count].ink, Self.looks[index % Self.looks.count].dash)
            }
            Rule("central", x: central, role: .cut)
        }
    }

    private func line(_ id: String, _ fit: HadronicStrengthFit.Result, _ text: String, _ ink: Ink, _ dash: Dash) -> Line
    {
        Line(
            id, x: fit.curve.x.map(shown), y: fit.curve.y, yError: fit.curve.error, role: .signal, ink: ink, dash: dash,
            label: text)
    }

    /// A row for each data set: with the systematic error, and under it without.
    private func intervals(
        _ statistical: [HadronicStrengthFit.Result], _ total: [HadronicStrengthFit.Result], _ moment: Axis
    ) -> Chart {
        let rows = Double(names.count)
        return Chart(
            "Intervals of one standard deviation", x: moment, y: .linear("", 0...(rows + 0.4), ticks: []),
            legend: .hidden, style: paper.style()
        ) {
            Rule("central", x: central, role: .cut)
            for (index, name) in names.enumerated() {
                let y = rows - Double(index) - 0.5
                Text(
                    "name-\(index + 1)", name, at: .data(moment.lower + 0.032 * (moment.upper - moment.lower), y),
                    alignment: .left)
                interval("total-\(index + 1)", total[index], y + 0.16, .signal, .circle)
                interval("statistical-\(index + 1)", statistical[index], y - 0.16, .reference, .square)
            }
            Text(
                "total-label", "10 ppm", at: .data(moment.upper - 0.032 * (moment.upper - moment.lower), rows - 0.34),
                alignment: .right)
            Text(
                "statistical-label", "statistics",
                at: .data(moment.upper - 0.032 * (moment.upper - moment.lower), rows - 0.66), alignment: .right)
        }
    }

    private func interval(
        _ id: String, _ fit: HadronicStrengthFit.Result, _ y: Double, _ role: Role, _ symbol: Points.Symbol
    ) -> [Mark] {
        let best = fit.strength.value
        let (low, high) = (shown(best - fit.below.value), shown(best + fit.above.value))
        return [
            Line(
                "\(id)-error", x: [low, low, low, high, high, high], y: [y - 0.07, y + 0.07, y, y, y + 0.07, y - 0.07],
                role: role, dash: .solid
            ).mark,
            Points(
                id, x: [shown(best)], y: [y], symbol: symbol, size: paper.style().symbolSize * 0.6,
                isFilled: symbol == .circle, role: role
            ).mark,
        ]
    }

    private static let looks: [(ink: Ink, dash: Dash)] = [
        (.black, .solid), (.deepBlue, .longDashed), (.red, .dashed), (.purple, .dashDotted),
    ]
}
