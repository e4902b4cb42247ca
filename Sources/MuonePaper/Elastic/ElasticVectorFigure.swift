import BuildGraph
import ElasticPhysics
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import Reference

extension Figure {
    /// MUonE's reach for a vector coupled to muons and electrons, one panel for each ratio of the couplings.
    static func elasticVector(_ vectors: ElasticReachPlane, _ p: PaperParameters) -> Figure {
        Figure(
            "elastic-vector",
            chart: ElasticPanels(
                title: "MUonE's reach for a vector boson, for eight ratios of its couplings",
                plane: ElasticPlane(paper: p, symbol: "g_\\mu", couplings: 3e-5...1e-1), electron: "g_e",
                of: vectors, benchmarks: ElasticBenchmark.all
            ).chart("elastic-vector", vectors))
    }

    /// MUonE's reach for a scalar coupled to muons and electrons, one panel for each ratio of the couplings.
    static func elasticScalar(_ scalars: ElasticReachPlane, _ p: PaperParameters) -> Figure {
        Figure(
            "elastic-scalar",
            chart: ElasticPanels(
                title: "MUonE's reach for a scalar boson, for six ratios of its couplings",
                plane: ElasticPlane(
                    paper: p, symbol: "y_\\mu", couplings: 3e-5...1, xLabel: "$m_\\phi$ [MeV]"), electron: "y_e",
                of: scalars
            ).chart("elastic-scalar", scalars))
    }
}

/// Panels of one plane for several ratios of the couplings: rows of |r|, a column for each sign.
struct ElasticPanels: Codable, Sendable {
    var title: String
    var plane: ElasticPlane
    /// The electron's coupling, as TeX.
    var electron: String
    /// r of Dev et al.
    var roots: [Double]
    /// GeV.
    var smallestMass: Double?
    var benchmarks: [ElasticBenchmark]

    init(
        title: String, plane: ElasticPlane, electron: String, of reach: ElasticReachPlane,
        benchmarks: [ElasticBenchmark] = []
    ) {
        (self.title, self.plane, self.electron, self.benchmarks) = (title, plane, electron, benchmarks)
        roots = reach.panels.map(\.root)
        smallestMass = reach.panels.first?.smallestMass
    }

    func chart(_ figure: String, _ reach: ElasticReachPlane) -> Node<ChartGrid> {
        Node(
            "figures/\(figure)/chart",
            from: Node("figures/\(figure)/reaches", collecting: reach.panels.map(\.reach)),
            Node("figures/\(figure)/limits", collecting: reach.panels.map(\.limits)),
            Node("figures/\(figure)/invisible", collecting: reach.panels.map(\.invisible)), reach.band, reach.edge,
            parameters: self
        ) { setup, reaches, limits, invisible, band, edge in
            try setup.grid(paired(reaches, paired(limits, invisible)), band, edge)
        }
    }

    private func grid(
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
        (root < 0 ? "-" : "") + (root.magnitude == 1 ? "" : decimal(root * root) + "\\,")
    }

    private func matches(_ benchmark: ElasticBenchmark, _ root: Double) -> Bool {
        switch benchmark.model {
        case .vector: benchmark.model == .vector(root: root)
        case .scalar: benchmark.model == .scalar(root: root)
        default: false
        }
    }
}
