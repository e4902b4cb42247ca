import BuildGraph
import LimitModel
import Limits
import Manuscript
import MixingPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// BABAR's limit with and without the decays to neutrinos, over the shares of the decays.
    static func babarFourMuon(
        _ published: Node<DrawnLimit>, allMuons: Node<[LimitSegment]>,
        branchings: Node<ZPrimeBranchings.Curves>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "babar-four-muon",
            chart: Node(
                "figures/babar-four-muon/chart", from: published, allMuons, branchings, parameters: p
            ) { parameters, published, allMuons, shares in
                let style = parameters.style()
                let x = Axis.log("$m_{Z'}$ [GeV]", 0.15...10)
                let limits = Chart(
                    "BABAR's limit with the decays of the model and with muons alone", x: x,
                    y: .log("$g_{Z'}$", 2e-4...0.3), legend: .hidden, style: style
                ) {
                    curve("published", published.segments, .signal, "BABAR $4\\mu$", 0.59, .above)
                    curve(
                        "all-muons", allMuons, .alternative, "$\\mathrm{BR}(\\mu\\mu)=1$", 0.59,
                        .below)
                }
                let branchings = Chart(
                    "Branching ratios of the boson", x: x, y: .linear("BR", 0...1.1, ticks: [0, 0.5, 1]),
                    legend: .hidden, style: style
                ) {
                    share("neutrinos", shares.neutrinos, .signal, "$\\nu\\bar\\nu$", 0.17)
                    share("muons", shares.muons, .alternative, "$\\mu^+\\mu^-$", 0.13)
                    share("taus", shares.taus, .background, "$\\tau^+\\tau^-$", 0.54)
                }
                return ChartGrid.withRatio(limits, ratio: branchings, share: 0.55)
            })
    }

    private static func curve(
        _ id: String, _ segments: [LimitSegment], _ role: Role, _ text: String, _ place: Double,
        _ side: InlineLabel.Placement
    ) -> [Line] {
        segments.enumerated().map { index, segment in
            Line(
                index == 0 ? id : "\(id)-\(index + 1)", x: segment.drawnPoints.map(\.mass),
                y: segment.drawnPoints.map(\.coupling), role: role,
                inlineLabel: index == 0 ? InlineLabel(text, at: place, side) : nil)
        }
    }

    private static func share(_ id: String, _ curve: Curve, _ role: Role, _ text: String, _ place: Double) -> Line {
        // A share that is closed has no line.
        let first = max(0, (curve.y.firstIndex { $0 > 0 } ?? 0) - 1)
        return Line(
            id, x: Array(curve.x[first...]), y: Array(curve.y[first...]), yError: Array(curve.error[first...]),
            role: role, inlineLabel: InlineLabel(text, at: place, .gap))
    }
}
