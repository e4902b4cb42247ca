import BuildGraph
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// MUonE's reach against all constraints and the projection of NA64μ.
    static func reach(
        _ reach: Node<Curve>, _ manyEvents: Node<Curve>, _ band1Sigma: Node<MagneticMomentBand.Band?>,
        _ band2Sigma: Node<MagneticMomentBand.Band?>, _ limits: Node<[DrawnLimit]>, _ supplied: Node<[DrawnLimit]>,
        _ p: PaperParameters
    ) -> Figure {
        Figure(
            "reach",
            chart: Node(
                "figures/reach/chart", from: reach, manyEvents, band1Sigma, band2Sigma, limits, supplied,
                parameters: Setup(paper: p)
            ) { setup, reach, many, narrow, wide, limits, supplied in
                setup.chart(
                    reach: reach, many: many, narrow: narrow, wide: wide, limits: limits.on(.reach),
                    supplied: supplied)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters

        func chart(
            reach: Curve, many: Curve, narrow: MagneticMomentBand.Band?, wide: MagneticMomentBand.Band?,
            limits: [DrawnLimit], supplied: [DrawnLimit]
        ) -> Chart {
            let plane = CouplingPlane(
                parameters: paper, couplings: decades(3e-6...1e-2, showing: [reach.y, many.y]))
            return Chart(
                "Reach of MUonE in mass and coupling, with present limits and the projection of NA64mu",
                x: plane.x, y: plane.y, legend: plane.legend(narrow, wide, entriesBeside: 1),
                style: paper.style(.tall)
            ) {
                plane.favoured(narrow, wide)
                plane.excluded(limits.filter { $0.facts.role == .limit }, on: .reach)
                plane.projected(limits.filter { $0.facts.role == .projection }, on: .reach)
                plane.supplied(supplied, on: .reach)
                // Without signal there is nothing to draw, and the rest of the map still holds.
                if reach.x.isEmpty {
                    noSignalText
                } else {
                    Line(
                        "reach", x: reach.x.map { $0 * 1e3 }, y: reach.y, yError: reach.error, role: .projection,
                        inlineLabel: InlineLabel(
                            "MUonE, $N=\(TeX.number(paper.requiredEvents, powersFrom: 100))$", .above))
                    Line(
                        "thousand-events", x: many.x.map { $0 * 1e3 }, y: many.y, yError: many.error,
                        role: .projection, dash: .dashed, width: paper.style(.tall).lineWidth,
                        inlineLabel: InlineLabel(
                            "$N=\(TeX.number(SignalReach.manyEvents, powersFrom: 100))$", at: 0.89,
                            .gap))
                }
                plane.benchmarks
            }
        }
    }
}
