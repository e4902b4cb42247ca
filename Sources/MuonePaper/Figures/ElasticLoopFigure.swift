import BuildGraph
import Manuscript
import MuoneComputations
import Plotting

extension Figure {
    /// The boson of L_μ−L_τ in elastic scattering: the loops that let it reach the electron, and the limits on it.
    static func elasticLoop(_ nodes: ElasticReachNodes, emitted: Node<Curve>) -> Figure {
        Figure(
            "elastic-loop",
            chart: Node(
                "figures/elastic-loop/chart", from: nodes.loops.reach, nodes.loops.limits, nodes.loops.band,
                nodes.loops.edge, emitted,
                parameters: ElasticPlane(paper: nodes.parameters, symbol: "g_{Z'}", couplings: 1e-5...1)
            ) { plane, reach, limits, band, edge, emitted in
                var chart = plane.chart(
                    ElasticPlane.Content(
                        title: "MUonE's reach in elastic scattering for the boson of L_mu-L_tau", reach: reach,
                        limits: limits, band: band, edge: edge),
                    style: plane.paper.style(.tall))
                chart.legend = Legend(.automatic, columns: 2, outside: .above)
                guard !emitted.x.isEmpty else { return chart }
                chart.marks.append(
                    Line(
                        "reach-emitted", x: emitted.x.map { $0 * 1e3 }, y: emitted.y, yError: emitted.error,
                        role: .projection, dash: .dashDotDotted, width: chart.style.lineWidth, label: "emitted $Z'$"
                    ).mark)
                return chart
            })
    }
}
