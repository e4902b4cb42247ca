import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology
import Plotting

extension Figure {
    /// MUonE's reach against all constraints and the projection of NA64μ.
    static func reach(_ nodes: PhysicsNodes) -> Figure {
        let thousand = nodes.contours.first { $0.events == 1e3 }?.curve ?? nodes.reach
        return Figure(
            "reach",
            chart: Node(
                "figures/reach/chart", from: nodes.reach, thousand, nodes.band1Sigma, nodes.band2Sigma,
                Node("figures/reach/limits", collecting: nodes.limits.map(\.curve)),
                nodes.suppliedLimits,
                parameters: Setup(paper: nodes.parameters, constraints: nodes.limits.map(\.constraint))
            ) { setup, reach, thousand, narrow, wide, curves, supplied in
                setup.chart(
                    reach: reach, thousand: thousand, narrow: narrow, wide: wide, limits: curves, supplied: supplied)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var constraints: [Constraint]

        func chart(
            reach: Curve, thousand: Curve, narrow: MagneticMomentBand.Band?, wide: MagneticMomentBand.Band?,
            limits curves: [[LimitSegment]], supplied: [DrawnLimit]
        ) -> Chart {
            let plane = CouplingPlane(parameters: paper, couplings: 3e-6...1e-2)
            return Chart(
                "Reach of MUonE in mass and coupling, with present limits and the projection of NA64mu",
                x: plane.x, y: plane.y, legend: plane.legend(narrow, wide, entriesBeside: 1),
                style: paper.style(.tall)
            ) {
                plane.favoured(narrow, wide)
                plane.excluded(
                    zip(constraints, curves).filter { $0.0.role == .limit }.map {
                        PlacedLimit(constraint: $0, segments: $1, label: label(of: $0))
                    })
                for (constraint, segments) in zip(constraints, curves) where constraint.role == .projection {
                    plane.projected(constraint, segments, labelled: label(of: constraint))
                }
                plane.supplied(supplied)
                // Without signal there is nothing to draw, and the rest of the map still holds.
                if !reach.x.isEmpty {
                    Line(
                        "reach", x: reach.x.map { $0 * 1e3 }, y: reach.y, yError: reach.error, role: .projection,
                        inlineLabel: InlineLabel("MUonE, $N=\(powerLabel(paper.requiredEvents))$", .above))
                    Line(
                        "thousand-events", x: thousand.x.map { $0 * 1e3 }, y: thousand.y, yError: thousand.error,
                        role: .projection, dash: .dashed, width: paper.style(.tall).lineWidth,
                        inlineLabel: InlineLabel("$N=10^3$", near: DataPoint(205, 3.3e-3), .gap))
                }
                plane.benchmarks
                plane.pointer(
                    "babar", Constraint.babarFourMuon.label, at: DataPoint(95, 2.1e-4), alignment: .right,
                    from: DataPoint(100, 2.3e-4), to: DataPoint(228, 1.02e-3))
                plane.pointer(
                    "ccfr", Constraint.ccfr.label, at: DataPoint(30, 2.4e-3), alignment: .bottom,
                    from: DataPoint(30, 2.2e-3), to: DataPoint(30, ccfr(at: 30, curves)))
            }
        }

        /// The coupling on the limit of CCFR at a mass in MeV; somewhere near where there is none.
        private func ccfr(at mass: Double, _ curves: [[LimitSegment]]) -> Double {
            zip(constraints, curves).filter { $0.0.name == Constraint.ccfr.name }.flatMap(\.1)
                .compactMap { LogarithmicPath($0).coupling(at: mass / 1e3) }.min() ?? 9e-4
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
