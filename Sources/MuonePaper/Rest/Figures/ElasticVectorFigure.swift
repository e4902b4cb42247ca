import BuildGraph
import ElasticPhysics
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import Plotting
import Reference

extension Figure {
    /// MUonE's reach for a vector coupled to muons and electrons, one panel for each ratio of the couplings.
    static func elasticVector(_ nodes: ElasticReachNodes) -> Figure {
        .elasticPanels(
            "elastic-vector", "MUonE's reach for a vector boson, for eight ratios of its couplings", nodes.vectors,
            ElasticPanels(
                plane: ElasticPlane(paper: nodes.parameters, symbol: "g_\\mu", couplings: 3e-5...1e-1),
                electron: "g_e", roots: nodes.vectors.panels.map(\.root),
                smallestMass: nodes.vectors.panels.first?.smallestMass, benchmarks: ElasticBenchmark.all))
    }

    static func elasticPanels(
        _ name: String, _ title: String, _ plane: ElasticReachPlane, _ panels: ElasticPanels
    ) -> Figure {
        Figure(
            name,
            chart: Node(
                "figures/\(name)/chart",
                from: Node("figures/\(name)/reaches", collecting: plane.panels.map(\.reach)),
                Node("figures/\(name)/limits", collecting: plane.panels.map(\.limits)),
                Node("figures/\(name)/invisible", collecting: plane.panels.map(\.invisible)), plane.band, plane.edge,
                parameters: Titled(title: title, panels: panels)
            ) { setup, reaches, limits, invisible, band, edge in
                try setup.panels.grid(
                    setup.title, paired(reaches, paired(limits, invisible)), band, edge)
            })
    }

    private struct Titled: Codable, Sendable {
        var title: String
        var panels: ElasticPanels
    }
}

/// Panels of one plane for several ratios of the couplings: rows of |r|, a column for each sign.
struct ElasticPanels: Codable, Sendable {
    var plane: ElasticPlane
    /// The electron's coupling, as TeX.
    var electron: String
    /// r of Dev et al.
    var roots: [Double]
    /// GeV.
    var smallestMass: Double?
    var benchmarks: [ElasticBenchmark] = []

    func grid(
        _ title: String,
        _ curves: [(reach: ElasticReachCurve.Result, limits: (visible: [DrawnLimit], invisible: [DrawnLimit]))],
        _ band: MagneticMomentBand.Band?, _ edge: MagneticMomentBand.Band?
    ) throws -> ChartGrid {
        let ratios = (roots.count + 1) / 2
        var style = plane.paper.style(.wide)
        // A slide is wider than high: a row for each sign.
        let isSlide = plane.paper.figureStyle == .slides
        if !isSlide { style.height = 30 + 132 * Double(ratios) }
        let order = isSlide ? roots.indices.sorted { ($0 % 2, $0) < ($1 % 2, $1) } : Array(roots.indices)
        let all = try paired(roots, curves)
        let panels = order.map { index in
            let (root, curves) = all[index]
            return plane.chart(
                ElasticPlane.Content(
                    title: "Reach for r = \(root)", reach: curves.reach, limits: curves.limits.visible,
                    invisible: curves.limits.invisible, band: band, edge: edge, smallestMass: smallestMass,
                    benchmarks: benchmarks.filter { matches($0, root) }), style: style)
        }
        return ChartGrid(
            title, rows: isSlide ? 2 : ratios, columns: isSlide ? ratios : 2, panels: panels, sharesX: true,
            sharesY: true,
            rowGap: 4 * style.scale, columnGap: 10 * style.scale,
            tags: zip(ChartGrid.letters(roots.count), order).map { letter, index in
                (isSlide ? "" : "\(letter) ") + "$\(electron)=\(coefficient(roots[index]))\(plane.symbol)$"
            }, tagCorner: .topLeft, legend: .above, style: style)
    }

    private func coefficient(_ root: Double) -> String {
        (root < 0 ? "-" : "") + (root.magnitude == 1 ? "" : label(root * root) + "\\,")
    }

    private func matches(_ benchmark: ElasticBenchmark, _ root: Double) -> Bool {
        switch benchmark.model {
        case .vector: benchmark.model == .vector(root: root)
        case .scalar: benchmark.model == .scalar(root: root)
        default: false
        }
    }
}
