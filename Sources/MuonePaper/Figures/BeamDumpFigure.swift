import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology
import Plotting

extension Figure {
    /// Muon beam dumps: the Weizsäcker–Williams calculation and the published points, with their ratio beneath.
    static func beamDumps(_ nodes: ProjectionsNodes) -> Figure {
        Figure(
            "beam-dumps",
            chart: Node(
                "figures/beam-dumps/chart",
                from: Node("figures/beam-dumps/curves", collecting: nodes.beamDumps.map(\.curve)),
                Node("figures/beam-dumps/comparisons", collecting: nodes.beamDumps.map(\.comparison)),
                parameters: Setup(paper: nodes.parameters, published: nodes.beamDumps.map(\.published))
            ) { setup, curves, comparisons in setup.grid(curves, comparisons) })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var published: [Constraint]

        func grid(_ curves: [[LimitSegment]], _ comparisons: [[PublishedComparison.Point]]) -> ChartGrid {
            let range = 1.0...1e3
            let style = paper.style()
            let end = MuonBeamDump.largestTrustedMass * 1e3
            let main = Chart(
                "Projected reach of muon beam dumps: computed and published",
                x: .log("$m_{Z'}$ [MeV]", range), y: .log("$g_{Z'}$", 1e-6...0.1),
                legend: Legend(.automatic, columns: 2, preferring: .topLeft), style: style
            ) {
                ShadedRange("untrusted", .x, from: end, role: .cut)
                Text("untrusted-label", "not trusted", at: .data(end * 1.8, 2.2e-6))
                for (index, (constraint, segments)) in zip(published, curves).enumerated() {
                    for (part, segment) in segments.enumerated() {
                        Line(
                            part == 0 ? constraint.name : "\(constraint.name)-\(part + 1)",
                            x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                            role: .comparison, ink: ink(index), dash: dash(index),
                            label: part == 0 ? "\(constraint.label), computed" : nil)
                    }
                    Points(
                        "\(constraint.name)-published", x: comparisons[index].map { $0.mass * 1e3 },
                        y: comparisons[index].map(\.coupling), symbol: symbol(index), size: style.symbolSize * 0.7,
                        role: .reference, ink: ink(index), label: "published")
                }
            }
            let ratio = Chart(
                "Computed over published coupling", x: .log("$m_{Z'}$ [MeV]", range),
                y: .linear("computed/publ.", 0.7...1.3, ticks: [0.8, 1, 1.2]), legend: .hidden, style: style
            ) {
                ShadedRange("untrusted", .x, from: end, role: .cut)
                ShadedRange("as-drawn", .y, from: 0.9, to: 1.1, role: .favouredWide)
                Rule("equal", y: 1, role: .reference)
                for (index, constraint) in published.enumerated() {
                    Points(
                        constraint.name, x: comparisons[index].map { $0.mass * 1e3 },
                        y: comparisons[index].map(\.ratio.value), symbol: symbol(index),
                        size: style.symbolSize * 0.7, role: .reference, ink: ink(index))
                }
            }
            return ChartGrid.withRatio(main, ratio: ratio)
        }

        private func ink(_ index: Int) -> Ink { [.deepBlue, .red, .purple][index % 3] }
        private func dash(_ index: Int) -> Dash { [.solid, .dashed, .dashDotted][index % 3] }
        private func symbol(_ index: Int) -> Points.Symbol { [.circle, .square, .diamond][index % 3] }
    }
}
