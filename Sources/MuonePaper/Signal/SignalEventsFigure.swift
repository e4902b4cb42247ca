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
    /// Contours of the expected events over mass and coupling, with the favoured bands and the excluded regions.
    static func signalEvents(
        _ contours: [(events: Double, curve: Node<Curve>)], _ band1Sigma: Node<MagneticMomentBand.Band?>,
        _ band2Sigma: Node<MagneticMomentBand.Band?>, _ limits: [(constraint: Constraint, curve: Node<[LimitSegment]>)],
        _ p: PaperParameters
    ) -> Figure {
        let shown = [Constraint.ccfr, .babarFourMuon, .borexino].map(\.name)
        let limits = limits.filter { shown.contains($0.constraint.name) }
        return Figure(
            "signal-events",
            chart: Node(
                "figures/signal-events/chart",
                from: Node("figures/signal-events/contours", collecting: contours.map(\.curve)),
                band1Sigma, band2Sigma, Node("figures/signal-events/limits", collecting: limits.map(\.curve)),
                parameters: Setup(
                    paper: p, levels: contours.map(\.events), limits: limits.map(\.constraint))
            ) { setup, contours, narrow, wide, curves in
                try setup.chart(
                    contours: paired(setup.levels, contours), narrow: narrow, wide: wide,
                    limits: paired(setup.limits, curves))
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var levels: [Double]
        var limits: [Constraint]

        func chart(
            contours: [(level: Double, curve: Curve)], narrow: MagneticMomentBand.Band?,
            wide: MagneticMomentBand.Band?, limits: [(constraint: Constraint, segments: [LimitSegment])]
        ) -> Chart {
            let plane = CouplingPlane(parameters: paper, couplings: 3e-6...1e-2)
            return Chart(
                "Expected signal events at MUonE over the mass and the coupling of the boson", x: plane.x, y: plane.y,
                legend: plane.legend(narrow, wide, entriesBeside: 2), style: paper.style(.tall)
            ) {
                plane.favoured(narrow, wide)
                plane.excluded(
                    limits.map {
                        PlacedLimit(constraint: $0.constraint, segments: $0.segments, label: label(of: $0.constraint))
                    })
                // Without signal every contour is empty, and the legend has nothing to name.
                if contours.allSatisfy(\.curve.x.isEmpty) {
                    noSignalText
                } else {
                    ContourSet(
                        "events",
                        levels: contours.map { level, curve in
                            ContourSet.Level(
                                level, pieces: [ContourSet.Piece(x: curve.x.map { $0 * 1e3 }, y: curve.y)],
                                yError: curve.error.max(), label: "$\(powerLabel(level))$",
                                anchors: anchor(curve).map { [$0] } ?? [],
                                width: level == paper.requiredEvents ? paper.style(.tall).lineWidth * 1.6 : nil)
                        }, label: "signal events")
                }
                plane.benchmarks
                plane.pointer(
                    "babar", Constraint.babarFourMuon.label, at: DataPoint(62, 6.1e-3), alignment: .right,
                    from: DataPoint(66, 5.8e-3), to: DataPoint(232, 1.35e-3))
                // Under the limit's low end, where no contour runs.
                let tip = DataPoint(2, 1.13e-4)
                if self.limits.contains(.borexino), plane.shows(tip) {
                    Text("borexino-label", Constraint.borexino.label, at: .data(tip.x, tip.y), alignment: .topLeft)
                }
            }
        }

        /// On the curve, where there is room between the limits and the band.
        private func anchor(_ curve: Curve) -> DataPoint? {
            curve.x.firstIndex { $0 >= 0.025 }.map { DataPoint(25, curve.y[$0]) }
        }

        private func label(of constraint: Constraint) -> InlineLabel? {
            switch constraint.name {
            case Constraint.ccfr.name: InlineLabel(constraint.label, near: DataPoint(3, 7.6e-4), .above)
            default: nil
            }
        }
    }
}
