import BuildGraph
import Manuscript
import MuoneComputations
import Phenomenology
import Plotting

extension Figure {
    /// K → μνZ′ over the mass: all decays, those behind NA62's cut, and how the boson decays.
    static func kaonBranching(_ nodes: ProjectionsNodes) -> Figure {
        Figure(
            "kaon-branching",
            chart: Node("figures/kaon-branching/chart", from: nodes.kaonBranching, parameters: nodes.parameters) {
                parameters, curves in
                let cut = KaonProjection.na62.missingMassSquaredMinimum
                func line(
                    _ id: String, _ curve: Curve, _ role: Role, ink: Ink? = nil, dash: Dash? = nil, _ label: String
                ) -> [Mark] {
                    let curve = curve.positivePart
                    guard !curve.x.isEmpty else { return [] }
                    return [
                        Line(
                            id, x: curve.x.map { $0 * 1e3 }, y: curve.y, yError: curve.error, role: role, ink: ink,
                            dash: dash, label: label
                        ).mark
                    ]
                }
                return Chart(
                    "Branching ratio of the decay of a charged kaon to a muon, a neutrino and the boson",
                    x: .log("$m_{Z'}$ [MeV]", 1...1e3),
                    y: .log("BR$(K\\to\\mu\\nu Z')/g_{Z'}^2$", 1e-7...10),
                    legend: Legend(.automatic, preferring: .bottomLeft), style: parameters.style()
                ) {
                    Rule(
                        "muon-threshold", x: curves.muonThreshold * 1e3, role: .reference, dash: .dotted,
                        sideLabel: SideLabel("$2m_\\mu$", .before, at: 0.9))
                    Rule(
                        "closing", x: curves.closing * 1e3, role: .reference, dash: .dotted,
                        sideLabel: SideLabel("$m_K-m_\\mu$", .after, at: 0.85))
                    line("all", curves.all, .signal, "all decays")
                    line(
                        "selected", curves.selected, .alternative,
                        "$m^2_{\\mathrm{miss}} > \(label(cut))$ GeV$^2$")
                    line(
                        "invisible", curves.invisible, .comparison, ink: .black, dash: .dashDotDotted,
                        "the same, $Z'\\to\\nu\\bar\\nu$")
                    line(
                        "muons", curves.muons, .background, "all decays, $Z'\\to\\mu^+\\mu^-$")
                }
            })
    }
}
