import BeamPhysics
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
    /// NA62's projection: the computed shape through one published point, and what an uncertain background makes of it.
    static func kaonReach(
        _ curves: [KaonReach], background: Double, favoured: Node<MagneticMomentBand.Band?>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "kaon-reach",
            chart: Node(
                "figures/kaon-reach/chart",
                from: Node("figures/kaon-reach/curves", collecting: curves.map(\.curve)), favoured,
                parameters: Setup(
                    paper: p, systematics: curves.map(\.systematic), background: background,
                    published: KaonProjection.na62PublishedPoints)
            ) { setup, curves, favoured in try setup.chart(curves, favoured) })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        /// κ of each curve.
        var systematics: [Double]
        var background: Double
        var published: [LimitPoint]

        func chart(_ curves: [[LimitSegment]], _ favoured: MagneticMomentBand.Band?) throws -> Chart {
            let shown = decades(
                1e-4...0.5, showing: curves.map { $0.flatMap { $0.points.map(\.coupling) } })
            return try Chart(
                "Projected reach of NA62 in kaon decays to a muon, a neutrino and an invisible boson",
                x: .log("$m_{Z'}$ [MeV]", 0.5...500), y: .log("$g_{Z'}$", shown),
                legend: Legend(
                    .automatic, heading: "NA62, $B=\(TeX.number(background, powersFrom: 100))$", preferring: .topLeft),
                style: paper.style()
            ) {
                CouplingPlane(parameters: paper, couplings: shown).favoured(nil, favoured)
                for (index, (systematic, segments)) in try paired(systematics, curves).enumerated() {
                    for (part, segment) in segments.enumerated() {
                        Line(
                            part == 0 ? "kappa-\(index)" : "kappa-\(index)-\(part + 1)",
                            x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                            role: index == 0 ? .signal : .comparison,
                            ink: Self.inks[index % Self.inks.count], dash: Self.dashes[index % Self.dashes.count],
                            inlineLabel: part > 0 ? nil : inline(index, systematic))
                    }
                }
                Points(
                    "published", x: published.map { $0.mass * 1e3 }, y: published.map(\.coupling), symbol: .circle,
                    size: paper.style().symbolSize * 0.7, role: .reference, label: "published points")
            }
        }

        private func inline(_ index: Int, _ systematic: Double) -> InlineLabel {
            InlineLabel(
                "$\\kappa=\(decimal(100 * systematic))$" + (systematic > 0 ? " %" : ""),
                at: index == 0 ? 0.49 : 0.3, index == 0 ? .below : .above)
        }

        private static let inks: [Ink] = [.deepBlue, .red, .purple, .black, .violet]
        private static let dashes: [Dash] = [.solid, .dashed, .dashDotted, .dotted, .dashDotDotted]
    }
}
