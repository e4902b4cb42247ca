import BuildGraph
import ElasticPhysics
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The boson of L_μ−L_τ in elastic scattering: the loops that let it reach the electron, and the limits on it.
    static func elasticLoop(
        _ reach: Node<ElasticReachCurve.Result>, _ limits: Node<[DrawnLimit]>, _ band: Node<MagneticMomentBand.Band?>,
        _ edge: Node<MagneticMomentBand.Band?>, _ emitted: Node<Curve>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "elastic-loop",
            chart: Node(
                "figures/elastic-loop/chart", from: reach, limits, band, edge, emitted,
                parameters: ElasticPlane(paper: p, symbol: "g_{Z'}", couplings: 1e-5...1)
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
