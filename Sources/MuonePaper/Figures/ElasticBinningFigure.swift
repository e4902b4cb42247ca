import BuildGraph
import ElasticPhysics
import Manuscript
import MuoneComputations
import MuoneParameters
import Plotting

extension Figure {
    /// What the reach owes to the number of bins and to χ², neither of which is published.
    static func elasticBinning(_ nodes: ElasticReachNodes) -> Figure {
        Figure(
            "elastic-binning",
            chart: Node(
                "figures/elastic-binning/chart",
                from: Node("figures/elastic-binning/reaches", collecting: nodes.binning.map(\.reach)),
                parameters: BinningSetup(
                    paper: nodes.parameters, bins: nodes.binning.map(\.bins),
                    targets: nodes.binning.map(\.chiSquared))
            ) { setup, reaches in setup.grid(reaches) })
    }
}

private struct BinningSetup: Codable, Sendable {
    var paper: PaperParameters
    var bins: [Int]
    var targets: [Double]

    func grid(_ reaches: [ElasticReachCurve.Result]) -> ChartGrid {
        let byBins = bins.indices.filter { targets[$0] == ElasticNodes.chiSquared }
        let byTarget = bins.indices.filter { bins[$0] == ElasticBins.inferredCount }.sorted {
            targets[$0] < targets[$1]
        }
        var grid = ChartGrid.stacked(
            "Reach for a vector with other numbers of bins and other values of chi-squared",
            [
                panel("bins", reaches, byBins, 4...13) { "\(bins[$0]) bins" },
                panel("chi2", reaches, byTarget, 3...17) { "$\\chi^2=\(label(targets[$0]))$" },
            ], style: paper.figureStyle, paper.style())
        grid.tagCorner = .topLeft
        if grid.columns == 1 {
            grid.sharesX = true
            grid.rowGap = 4 * grid.style.scale
        }
        return grid
    }

    private func panel(
        _ id: String, _ reaches: [ElasticReachCurve.Result], _ shown: [Int], _ couplings: ClosedRange<Double>,
        name: (Int) -> String
    ) -> Chart {
        let benchmark = ElasticBenchmark.np1
        return Chart(
            "Reach over the mass", x: .log("$m_{Z'}$ [MeV]", 1...300), y: .linear("$10^4\\,g_\\mu$", couplings),
            legend: Legend(.automatic, columns: 1, preferring: .top), style: paper.style()
        ) {
            for index in shown {
                let other = shown.filter { !isMain($0) }.firstIndex(of: index)
                for (part, curve) in reaches[index].segments.enumerated() {
                    Line(
                        "\(id)-\(index + 1)-\(part + 1)", x: curve.x.map { $0 * 1e3 }, y: curve.y.map { $0 * 1e4 },
                        yError: curve.error.map { $0 * 1e4 }, role: isMain(index) ? .projection : .signal,
                        ink: other.map { Self.looks[$0 % Self.looks.count].ink },
                        dash: other.map { Self.looks[$0 % Self.looks.count].dash },
                        label: part == 0 ? name(index) : nil)
                }
            }
            Points(
                "np1", x: [benchmark.point.mass * 1e3], y: [benchmark.point.coupling * 1e4], symbol: .star,
                role: .reference)
            Text(
                "np1-label", "NP1", at: .data(benchmark.point.mass * 1.1e3, benchmark.point.coupling * 1e4 - 0.4),
                alignment: .topLeft)
        }
    }

    /// The reach of the other figures.
    private func isMain(_ index: Int) -> Bool {
        bins[index] == ElasticBins.inferredCount && targets[index] == ElasticNodes.chiSquared
    }

    private static let looks: [(ink: Ink, dash: Dash)] = [
        (.deepBlue, .dashed), (.red, .dashDotted), (.black, .dotted),
    ]
}
