import BuildGraph
import ElasticPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// Events over the electron's energy, and what changes of the vacuum polarisation and new bosons do to them.
    static func elasticRate(
        _ events: Node<ElasticBinnedEvents.Bins>, _ hadronic: Node<Curve>, _ ratios: [Node<Curve>],
        _ scalar: Node<ElasticRatioAtReach.Result?>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "elastic-rate",
            chart: Node(
                "figures/elastic-rate/chart", from: events, hadronic,
                Node("figures/elastic-rate/benchmarks", collecting: ratios), scalar, parameters: p
            ) { parameters, events, hadronic, benchmarks, scalar in
                try RateSetup(paper: parameters).grid(
                    events, hadronic, paired(ElasticBenchmark.all, benchmarks), scalar)
            })
    }
}

private struct RateSetup: Sendable {
    var paper: PaperParameters

    /// The unit of the relative changes.
    private let unit = 1e-5

    func grid(
        _ bins: ElasticBinnedEvents.Bins, _ hadronic: Curve, _ benchmarks: [(ElasticBenchmark, Curve)],
        _ scalar: ElasticRatioAtReach.Result?
    ) -> ChartGrid {
        var grid = ChartGrid.stacked(
            "Events of elastic scattering over the electron's energy, and their relative change by new bosons",
            [events(bins), changes(bins, hadronic, benchmarks, scalar)], style: paper.figureStyle, paper.style())
        grid.legend = .above
        if grid.columns == 1 {
            grid.sharesX = true
            grid.rowGap = 4 * grid.style.scale
        }
        return grid
    }

    private var recoil: Axis { .linear("$T_e$ [GeV]", 0...paper.beamEnergy) }

    private func events(_ bins: ElasticBinnedEvents.Bins) -> Chart {
        Chart(
            "Events per bin over the electron's kinetic energy", x: recoil, y: .log("events per bin", 1e8...1e13),
            legend: .hidden, style: paper.style()
        ) {
            Steps(
                "events", edges: bins.edges, values: bins.events.map(\.value), valueError: bins.events.map(\.error),
                role: .signal)
        }
    }

    private func changes(
        _ bins: ElasticBinnedEvents.Bins, _ hadronic: Curve, _ benchmarks: [(ElasticBenchmark, Curve)],
        _ scalar: ElasticRatioAtReach.Result?
    ) -> Chart {
        let statistical = bins.events.map { 1 / $0.value.squareRoot() / unit }.flatMap { [$0, $0] }
        return Chart(
            "Relative change of the rate over the electron's kinetic energy", x: recoil,
            y: .linear("$(N-N_0)/N_0$ [$10^{-5}$]", -2.5...4),
            legend: Legend(.automatic, columns: 3), style: paper.style()
        ) {
            Band(
                "statistical", x: zip(bins.edges, bins.edges.dropFirst()).flatMap { [$0, $1] },
                lower: statistical.map { -$0 }, upper: statistical, role: .favouredWide, label: "one bin, $1\\sigma$")
            Rule("photon", y: 0, role: .reference, dash: .dotted)
            line("hadronic", hadronic, "$1.01\\,a_\\mu^{\\mathrm{had}}$", .black, .solid)
            for (index, (benchmark, curve)) in benchmarks.enumerated() {
                let look = Self.looks[index % Self.looks.count]
                line(benchmark.name, curve, benchmark.text, look.ink, look.dash)
            }
            if let scalar { line("scalar", scalar.ratio, "scalar", .violet, .dashDotDotted) }
        }
    }

    private static let looks: [(ink: Ink, dash: Dash)] = [
        (.deepBlue, .longDashed), (.red, .dashed), (.purple, .dashDotted),
    ]

    private func line(_ id: String, _ curve: Curve, _ text: String, _ ink: Ink, _ dash: Dash) -> Line {
        Line(
            id, x: curve.x, y: curve.y.map { $0 / unit }, yError: curve.error.map { $0 / unit }, role: .signal,
            ink: ink, dash: dash, label: text)
    }
}
