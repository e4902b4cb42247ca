import BuildGraph
import LimitFigures
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// MUonE's reach against all constraints and the projection of NA64μ.
    static func reach(
        _ reach: Node<Curve>, _ manyEvents: Node<Curve>, _ band1Sigma: Node<MagneticMomentBand.Band?>,
        _ band2Sigma: Node<MagneticMomentBand.Band?>, _ limits: [(constraint: Constraint, curve: Node<[LimitSegment]>)],
        _ supplied: Node<[DrawnLimit]>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "reach",
            chart: Node(
                "figures/reach/chart", from: reach, manyEvents, band1Sigma, band2Sigma,
                Node("figures/reach/limits", collecting: limits.map(\.curve)), supplied,
                parameters: Setup(paper: p, constraints: limits.map(\.constraint))
            ) { setup, reach, many, narrow, wide, curves, supplied in
                try setup.chart(
                    reach: reach, many: many, narrow: narrow, wide: wide,
                    limits: paired(setup.constraints, curves).map { DrawnLimit(constraint: $0, segments: $1) },
                    supplied: supplied)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var constraints: [Constraint]

        func chart(
            reach: Curve, many: Curve, narrow: MagneticMomentBand.Band?, wide: MagneticMomentBand.Band?,
            limits: [DrawnLimit], supplied: [DrawnLimit]
        ) -> Chart {
            let plane = CouplingPlane(parameters: paper, couplings: 3e-6...1e-2)
            return Chart(
                "Reach of MUonE in mass and coupling, with present limits and the projection of NA64mu",
                x: plane.x, y: plane.y, legend: plane.legend(narrow, wide, entriesBeside: 1),
                style: paper.style(.tall)
            ) {
                plane.favoured(narrow, wide)
                plane.excluded(
                    limits.filter { $0.constraint.role == .limit }.map {
                        PlacedLimit(
                            constraint: $0.constraint, segments: $0.segments, label: label(of: $0.constraint))
                    })
                for limit in limits where limit.constraint.role == .projection {
                    plane.projected(limit.constraint, limit.segments, labelled: label(of: limit.constraint))
                }
                plane.supplied(supplied)
                // Without signal there is nothing to draw, and the rest of the map still holds.
                if reach.x.isEmpty {
                    noSignalText
                } else {
                    Line(
                        "reach", x: reach.x.map { $0 * 1e3 }, y: reach.y, yError: reach.error, role: .projection,
                        inlineLabel: InlineLabel("MUonE, $N=\(powerLabel(paper.requiredEvents))$", .above))
                    Line(
                        "thousand-events", x: many.x.map { $0 * 1e3 }, y: many.y, yError: many.error,
                        role: .projection, dash: .dashed, width: paper.style(.tall).lineWidth,
                        inlineLabel: InlineLabel(
                            "$N=\(powerLabel(SignalReach.manyEvents))$", near: DataPoint(205, 3.3e-3), .gap))
                }
                plane.benchmarks
                plane.pointer(
                    "babar", Constraint.babarFourMuon.label, at: DataPoint(95, 2.1e-4), alignment: .right,
                    from: DataPoint(100, 2.3e-4), to: DataPoint(228, 1.02e-3))
                if let coupling = ccfr(at: 30, limits) {
                    plane.pointer(
                        "ccfr", Constraint.ccfr.label, at: DataPoint(30, 2.4e-3), alignment: .bottom,
                        from: DataPoint(30, 2.2e-3), to: DataPoint(30, coupling))
                }
            }
        }

        /// The coupling on the limit of CCFR at a mass in MeV; nil where it has none.
        private func ccfr(at mass: Double, _ limits: [DrawnLimit]) -> Double? {
            limits.filter { $0.constraint.name == Constraint.ccfr.name }.flatMap(\.segments)
                .compactMap { LogarithmicPath($0).coupling(at: mass / 1e3) }.min()
        }

        private func label(of constraint: Constraint) -> InlineLabel? {
            switch constraint.name {
            case Constraint.charmII.name: InlineLabel(constraint.label, near: DataPoint(8, 1.1e-3), .above)
            case Constraint.borexino.name: InlineLabel(constraint.label, near: DataPoint(4.8, 3e-4), .below)
            case Constraint.na64Mu.name: InlineLabel(constraint.label, near: DataPoint(12, 1.4e-5), .above)
            default: nil
            }
        }
    }
}
