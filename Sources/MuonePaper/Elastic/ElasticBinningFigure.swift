import BuildGraph
import ElasticPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// What the reach owes to the number of bins and to χ², neither of which is published.
    static func elasticBinning(_ curves: [BinningCurve], _ p: PaperParameters) -> Figure {
        Figure(
            "elastic-binning",
            chart: Node(
                "figures/elastic-binning/chart",
                from: Node("figures/elastic-binning/reaches", collecting: curves.map(\.reach)),
                parameters: BinningSetup(
                    paper: p,
                    variants: curves.enumerated().map {
                        .init(index: $0, bins: $1.bins, chiSquared: $1.chiSquared)
                    })
            ) { setup, reaches in try setup.grid(paired(setup.variants, reaches)) })
    }
}

private struct BinningSetup: Codable, Sendable {
    var paper: PaperParameters
    var variants: [Variant]

    struct Variant: Codable, Hashable, Sendable {
        var index: Int
        var bins: Int
        var chiSquared: Double

        var hasUsualBins: Bool { bins == ElasticBins.inferredCount }
        var hasUsualTarget: Bool { chiSquared == ElasticChannel.chiSquared }
        /// The reach of the other figures.
        var isMain: Bool { hasUsualBins && hasUsualTarget }
    }

    typealias Drawn = (variant: Variant, reach: ElasticReachCurve.Result)

    func grid(_ curves: [Drawn]) -> ChartGrid {
        let byBins = curves.filter(\.variant.hasUsualTarget)
        let byTarget = curves.filter(\.variant.hasUsualBins).sorted { $0.variant.chiSquared < $1.variant.chiSquared }
        var grid = ChartGrid.stacked(
            "Reach for a vector with other numbers of bins and other values of chi-squared",
            [
                panel("bins", byBins, 4...13) { "\($0.bins) bins" },
                panel("chi2", byTarget, 3...17) { "$\\chi^2=\(decimal($0.chiSquared))$" },
            ], style: paper.figureStyle, paper.style())
        grid.tagCorner = .topLeft
        if grid.columns == 1 {
            grid.sharesX = true
            grid.rowGap = 4 * grid.style.scale
        }
        return grid
    }

    private func panel(
        _ id: String, _ shown: [Drawn], _ couplings: ClosedRange<Double>, name: (Variant) -> String
    ) -> Chart {
        let benchmark = ElasticBenchmark.np1
        let others = shown.map(\.variant).filter { !$0.isMain }
        return Chart(
            "Reach over the mass", x: .log("$m_{Z'}$ [MeV]", 1...300),
            y: .linear(
                "$10^4\\,g_\\mu$",
                frame(
                    couplings,
                    showingSomeOf: shown.map { $0.reach.segments.flatMap { $0.y.map { $0 * 1e4 } } }
                        + [[benchmark.point.coupling * 1e4]])),
            legend: Legend(.automatic, columns: 1, preferring: .top), style: paper.style()
        ) {
            for (variant, reach) in shown {
                let other = others.firstIndex(of: variant)
                for (part, curve) in reach.segments.enumerated() {
                    Line(
                        "\(id)-\(variant.index + 1)-\(part + 1)", x: curve.x.map { $0 * 1e3 },
                        y: curve.y.map { $0 * 1e4 },
                        yError: curve.error.map { $0 * 1e4 }, role: variant.isMain ? .projection : .signal,
                        ink: other.map { Self.looks[$0 % Self.looks.count].ink },
                        dash: other.map { Self.looks[$0 % Self.looks.count].dash },
                        label: part == 0 ? name(variant) : nil)
                }
            }
            Points(
                "np1", x: [benchmark.point.mass * 1e3], y: [benchmark.point.coupling * 1e4], symbol: .star,
                role: .reference)
            Text(
                "np1-label", "NP1", at: .beside(benchmark.point.mass * 1e3, benchmark.point.coupling * 1e4),
                alignment: .topLeft)
        }
    }

    private static let looks: [(ink: Ink, dash: Dash)] = [
        (.deepBlue, .dashed), (.red, .dashDotted), (.black, .dotted),
    ]
}
