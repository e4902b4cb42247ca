import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// MUonE's reach with two beam energies, and the ratio of the second to the first.
    static func secondBeam(first: Node<Curve>, second: Node<Curve>, _ p: PaperParameters) -> Figure {
        Figure(
            "second-beam",
            chart: Node(
                "figures/second-beam/chart", from: first, second, parameters: p
            ) { parameters, first, second in
                SecondBeamPanels(parameters: parameters, first: first, second: second).grid
            })
    }
}

private struct SecondBeamPanels {
    var parameters: PaperParameters
    var first: Curve
    var second: Curve

    var grid: ChartGrid {
        let style = parameters.style()
        let x = Axis.log(
            "$m_{Z'}$ [MeV]", from: parameters.massGrid.lower * 1e3, to: parameters.massGrid.upper * 1e3)
        let main = Chart(
            "Reach of MUonE with two beam energies", x: x,
            y: .log("$g_{Z'}$", decades(2e-5...1e-3, showing: [first.y, second.y])),
            legend: hasSignal
                ? Legend(
                    .automatic, heading: "$N=\(TeX.number(parameters.requiredEvents, powersFrom: 100))$",
                    preferring: .topLeft)
                : .hidden, style: style
        ) {
            if !hasSignal { noSignalText }
            curve("first", first, .signal, parameters.beamEnergy)
            curve("second", second, .alternative, parameters.landscape.secondBeamEnergy)
        }
        let ratios = compared
        let published = 0.9...1.1
        let range = frame(published, showingSomeOf: [ratios.y])
        let ratio = Chart(
            "Second over first reach", x: x,
            y: range == published ? .linear("ratio", range, ticks: [0.95, 1, 1.05]) : .linear("ratio", range),
            legend: .hidden, style: style
        ) {
            Rule("equal", y: 1, role: .reference, dash: .dotted)
            if !ratios.x.isEmpty {
                Line(
                    "ratio", x: ratios.x.map { $0 * 1e3 }, y: ratios.y, yError: ratios.error, role: .alternative)
            }
        }
        return ChartGrid.withRatio(main, ratio: ratio)
    }

    private var hasSignal: Bool { !first.x.isEmpty || !second.x.isEmpty }

    private func curve(_ id: String, _ curve: Curve, _ role: Role, _ energy: Double) -> [Mark] {
        guard !curve.x.isEmpty else { return [] }
        return [
            Line(
                id, x: curve.x.map { $0 * 1e3 }, y: curve.y, yError: curve.error, role: role,
                label: "\(decimal(energy)) GeV"
            ).mark
        ]
    }

    /// At the masses of the second curve, as far as the first one goes.
    private var compared: Curve {
        var (x, ratios): ([Double], [Estimate]) = ([], [])
        for (index, mass) in second.x.enumerated() {
            guard let other = first.interpolated(at: mass) else { continue }
            x.append(mass)
            ratios.append(second.estimate(at: index) / other)
        }
        return Curve(x: x, estimates: ratios)
    }
}
