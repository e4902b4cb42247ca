import BuildGraph
import Foundation
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// Contours of the expected events over mass and coupling, with the favoured bands and the excluded regions.
    static func signalEvents(
        _ contours: [(events: Double, curve: Node<Curve>)], _ band1Sigma: Node<MagneticMomentBand.Band?>,
        _ band2Sigma: Node<MagneticMomentBand.Band?>, _ limits: Node<[DrawnLimit]>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "signal-events",
            chart: Node(
                "figures/signal-events/chart",
                from: Node("figures/signal-events/contours", collecting: contours.map(\.curve)), band1Sigma, band2Sigma,
                limits, parameters: Setup(paper: p, levels: contours.map(\.events))
            ) { setup, contours, narrow, wide, limits in
                try setup.chart(
                    contours: paired(setup.levels, contours), narrow: narrow, wide: wide,
                    limits: limits.on(.signalEvents))
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var levels: [Double]

        func chart(
            contours: [(level: Double, curve: Curve)], narrow: MagneticMomentBand.Band?,
            wide: MagneticMomentBand.Band?, limits: [DrawnLimit]
        ) -> Chart {
            let plane = CouplingPlane(
                parameters: paper, couplings: decades(3e-6...1e-2, showing: contours.map(\.curve.y)))
            return Chart(
                "Expected signal events at MUonE over the mass and the coupling of the boson", x: plane.x, y: plane.y,
                legend: plane.legend(narrow, wide, entriesBeside: 2), style: paper.style(.tall)
            ) {
                plane.favoured(narrow, wide)
                plane.excluded(limits, on: .signalEvents)
                // Without signal every contour is empty, and the legend has nothing to name.
                if contours.allSatisfy(\.curve.x.isEmpty) {
                    noSignalText
                } else {
                    ContourSet(
                        "events",
                        levels: contours.map { level, curve in
                            ContourSet.Level(
                                level, pieces: [ContourSet.Piece(x: curve.x.map { $0 * 1e3 }, y: curve.y)],
                                yError: curve.error.max(), label: "$\(TeX.number(level, powersFrom: 100))$",
                                anchors: anchor(curve).map { [$0] } ?? [],
                                width: level == paper.requiredEvents ? paper.style(.tall).lineWidth * 1.6 : nil)
                        }, label: "signal events")
                }
                plane.benchmarks
            }
        }

        /// On the curve, at a share of the masses where there is room between the limits and the band: labels of levels in a
        /// column.
        private func anchor(_ curve: Curve) -> DataPoint? {
            let (low, high) = (paper.massGrid.lower, paper.massGrid.upper)
            let mass = low * pow(high / low, 0.564)
            return curve.x.firstIndex { $0 >= mass }.map { DataPoint(curve.x[$0] * 1e3, curve.y[$0]) }
        }
    }
}
