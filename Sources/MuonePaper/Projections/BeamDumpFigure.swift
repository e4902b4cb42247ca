import BeamPhysics
import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import Plotting

extension Figure {
    /// Muon beam dumps: the Weizsäcker–Williams calculation and the published points, with their ratio beneath.
    static func beamDumps(_ dumps: [BeamDump], _ p: PaperParameters) -> Figure {
        Figure(
            "beam-dumps",
            chart: Node(
                "figures/beam-dumps/chart",
                from: Node("figures/beam-dumps/curves", collecting: dumps.map(\.curve)),
                Node("figures/beam-dumps/comparisons", collecting: dumps.map(\.comparison)),
                parameters: Setup(
                    paper: p,
                    dumps: dumps.map { Dump(name: $0.published.name, computed: $0.computed.declaration) })
            ) { setup, curves, comparisons in try setup.grid(curves, comparisons) })
    }

    private struct Dump: Codable, Sendable {
        var name: String
        var computed: LimitDeclaration
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var dumps: [Dump]

        func grid(_ curves: [[LimitSegment]], _ comparisons: [[ComparedPoint]]) throws -> ChartGrid {
            let range = 1.0...1e3
            let style = paper.style()
            let end = MuonBeamDump.largestTrustedMass * 1e3
            let dumps = try paired(self.dumps, paired(curves, comparisons))
            let main = Chart(
                "Projected reach of muon beam dumps: computed and published",
                x: .log("$m_{Z'}$ [MeV]", range),
                y: .log(
                    "$g_{Z'}$",
                    decades(2e-6...2e-3, showing: curves.map { $0.flatMap { $0.points.map(\.coupling) } })),
                legend: .hidden, style: style
            ) {
                ShadedRange("untrusted", .x, from: end, role: .cut)
                Rule(
                    "trusted", x: end, role: .cut, dash: .dashDotted,
                    sideLabel: SideLabel("not trusted", .after, at: 0.3))
                for (index, (dump, (segments, points))) in dumps.enumerated() {
                    for (part, segment) in segments.enumerated() {
                        Line(
                            part == 0 ? dump.name : "\(dump.name)-\(part + 1)",
                            x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                            role: .comparison, ink: dump.computed.look.ink, dash: dump.computed.look.dash,
                            inlineLabel: part == 0 ? label(index, dump) : nil)
                    }
                    Points(
                        "\(dump.name)-published", x: points.map { $0.mass * 1e3 },
                        y: points.map(\.coupling), symbol: symbol(index), size: style.symbolSize * 0.7,
                        role: .reference, ink: dump.computed.look.ink)
                }
            }
            let ratio = Chart(
                "Computed over published coupling", x: .log("$m_{Z'}$ [MeV]", range),
                y: ratioAxis(dumps.flatMap(\.1.1)), legend: .hidden, style: style
            ) {
                ShadedRange("untrusted", .x, from: end, role: .cut)
                Band(
                    "as-drawn", x: [range.lowerBound, end], lower: [0.9, 0.9], upper: [1.1, 1.1], role: .signal)
                Rule("equal", y: 1, role: .reference)
                for (index, (dump, (_, points))) in dumps.enumerated() {
                    Points(
                        dump.name, x: points.map { $0.mass * 1e3 },
                        y: points.map(\.ratio.value), symbol: symbol(index),
                        size: style.symbolSize * 0.7, role: .reference, ink: dump.computed.look.ink)
                }
            }
            return ChartGrid.withRatio(main, ratio: ratio)
        }

        private func ratioAxis(_ points: [ComparedPoint]) -> Axis {
            let published = 0.7...1.3
            let range = frame(published, showing: points.map(\.ratio.value))
            return range == published
                ? .linear("ratio", range, ticks: [0.8, 1, 1.2])
                : .linear("ratio", max(0, range.lowerBound)...range.upperBound)
        }

        /// On the side of the curve where no published points lie.
        private func label(_ index: Int, _ dump: Dump) -> InlineLabel {
            let sides: [InlineLabel.Placement] = [.above, .below, .below]
            return InlineLabel(dump.computed.facts.experiment, at: 0.52, sides[index % sides.count])
        }

        private func symbol(_ index: Int) -> Points.Symbol { [.circle, .square, .diamond][index % 3] }
    }
}
