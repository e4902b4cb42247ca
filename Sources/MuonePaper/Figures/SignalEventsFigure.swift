import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology
import Plotting

extension Figure {
    /// Contours of the expected events over mass and coupling, with the favoured bands and the excluded regions.
    static func signalEvents(_ nodes: PhysicsNodes) -> Figure {
        let shown = [Constraint.ccfr, .babarFourMuon, .borexino]
        let limits = nodes.limits.filter { shown.contains($0.constraint) }
        return Figure(
            "signal-events",
            chart: Node(
                "figures/signal-events/chart",
                from: Node("figures/signal-events/contours", collecting: nodes.contours.map(\.curve)),
                nodes.band1Sigma, nodes.band2Sigma,
                Node("figures/signal-events/limits", collecting: limits.map(\.curve)),
                parameters: Setup(
                    paper: nodes.parameters, levels: nodes.contours.map(\.events), limits: limits.map(\.constraint))
            ) { setup, contours, narrow, wide, curves in
                setup.chart(contours: contours, narrow: narrow, wide: wide, limits: curves)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var levels: [Double]
        var limits: [Constraint]

        func chart(
            contours: [Curve], narrow: MagneticMomentBand.Band?, wide: MagneticMomentBand.Band?,
            limits curves: [[LimitSegment]]
        ) -> Chart {
            let plane = CouplingPlane(parameters: paper, couplings: 1e-5...1e-2)
            return Chart(
                "Expected signal events at MUonE over the mass and the coupling of the boson", x: plane.x, y: plane.y,
                legend: Legend(.bottomRight), style: .revtexColumnTall
            ) {
                plane.favoured(narrow, wide)
                for (constraint, segments) in zip(limits, curves) {
                    plane.excluded(constraint, segments, labelled: label(of: constraint))
                }
                ContourSet(
                    "events",
                    levels: zip(levels, contours).map { level, curve in
                        ContourSet.Level(
                            level, pieces: [ContourSet.Piece(x: curve.x.map { $0 * 1e3 }, y: curve.y)],
                            yError: curve.error.max(), label: "$\(powerLabel(level))$",
                            anchors: [DataPoint(4, couplingAt4MeV(curve))])
                    }, label: "signal events")
                plane.benchmarks
            }
        }

        /// Any coupling will do that lies near the curve at the anchor's mass.
        private func couplingAt4MeV(_ curve: Curve) -> Double {
            let index = curve.x.firstIndex { $0 >= 4e-3 } ?? 0
            return curve.y.indices.contains(index) ? curve.y[index] : 1e-4
        }

        private func label(of constraint: Constraint) -> InlineLabel {
            switch constraint {
            case .ccfr: InlineLabel(constraint.label, near: DataPoint(20, 9e-4), .above)
            case .borexino: InlineLabel(constraint.label, near: DataPoint(3, 2e-4), .above)
            default: InlineLabel(constraint.label, .above)
            }
        }
    }
}
