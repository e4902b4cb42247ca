import BeamPhysics
import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// K → μνZ′ over the mass: all decays, those behind NA62's cut, and how the boson decays; beneath, the shares.
    static func kaonBranching(_ branching: Node<KaonBranching.Curves>, _ p: PaperParameters) -> Figure {
        Figure(
            "kaon-branching",
            chart: Node("figures/kaon-branching/chart", from: branching, parameters: p) {
                parameters, curves in KaonBranchingPanels(curves: curves, style: parameters.style()).grid
            })
    }
}

private struct KaonBranchingPanels {
    var curves: KaonBranching.Curves
    var style: ChartStyle

    var grid: ChartGrid {
        let cut = decimal(KaonProjection.na62.missingMassSquaredMinimum)
        let x = Axis.log("$m_{Z'}$ [MeV]", 1...500)
        let main = Chart(
            "Branching ratio of the decay of a charged kaon to a muon, a neutrino and the boson", x: x,
            y: .log("BR$(K\\to\\mu\\nu Z')/g_{Z'}^2$", 1e-6...2),
            legend: Legend(.automatic, preferring: .bottomLeft), style: style
        ) {
            rules(labelled: true)
            line("all", curves.all, .signal, label: "all decays")
            line("selected", curves.selected, .alternative, label: "$m^2_{\\mathrm{miss}} > \(cut)$ GeV$^2$")
            line(
                "invisible", curves.invisible, .comparison, ink: .black, dash: .dotted,
                label: "the same, $Z'\\to\\nu\\bar\\nu$")
            line("muons", curves.muons, .background, label: "all decays, $Z'\\to\\mu^+\\mu^-$")
        }
        let shares = Chart(
            "Shares of the decays", x: x, y: .linear("share", 0...1.25, ticks: [0, 0.5, 1]), legend: .hidden,
            style: style
        ) {
            rules(labelled: false)
            line("kept", curves.kept, .alternative, inline: InlineLabel("cut", at: 0.51, .above))
            line(
                "invisible-share", curves.invisibleShare, .comparison, ink: .black, dash: .dotted,
                inline: InlineLabel("$\\nu\\bar\\nu$", at: 0.17, .below))
            line(
                "muon-share", curves.muonShare, .background,
                inline: InlineLabel("$\\mu\\mu$", at: 0.76, .below))
        }
        return ChartGrid.withRatio(main, ratio: shares)
    }

    private func rules(labelled: Bool) -> [Mark] {
        [
            Rule(
                "muon-threshold", x: curves.muonThreshold * 1e3, role: .cut,
                sideLabel: labelled ? SideLabel("$2m_\\mu$", .before, at: 0.9) : nil
            ).mark,
            Rule(
                "closing", x: curves.closing * 1e3, role: .cut,
                sideLabel: labelled ? SideLabel("$m_K-m_\\mu$", .before, at: 0.85) : nil
            ).mark,
        ]
    }

    /// Nothing where no decay is left.
    private func line(
        _ id: String, _ curve: Curve, _ role: Role, ink: Ink? = nil, dash: Dash? = nil, label: String? = nil,
        inline: InlineLabel? = nil
    ) -> [Mark] {
        // A share may be zero; on a logarithmic axis such points are left out.
        let curve = label == nil ? curve : curve.positivePart
        guard !curve.x.isEmpty else { return [] }
        return [
            Line(
                id, x: curve.x.map { $0 * 1e3 }, y: curve.y, yError: curve.error, role: role, ink: ink, dash: dash,
                label: label, inlineLabel: inline
            ).mark
        ]
    }
}
