import BuildGraph
import Manuscript
import MixingPhysics
import MuoneCommon
import MuoneParameters
import Plotting

extension Figure {
    /// The loops' kinetic mixing over spacelike and timelike momentum transfers.
    static func kineticMixing(_ loop: Node<LoopMixingCurve.Curves>, _ p: PaperParameters) -> Figure {
        Figure(
            "kinetic-mixing",
            chart: Node("figures/kinetic-mixing/chart", from: loop, parameters: p) {
                parameters, loop in
                let style = parameters.style()
                let scale = 1e2
                let imaginary = loop.imaginary
                let timelike = imaginary.x.indices.filter { imaginary.x[$0] >= loop.muonThreshold }
                let values = (loop.real.y + imaginary.y).map { $0 * scale }
                let floor = min(0, values.min() ?? 0) * 1.25
                return Chart(
                    "Loop-induced kinetic mixing over the coupling against the squared momentum transfer",
                    x: .symlog(
                        "$q^2$ [GeV$^2$]", from: loop.real.x.first ?? -1, to: loop.real.x.last ?? 1, linearWithin: 0.01),
                    y: .linear("$\\Pi(q^2)/g_{Z'}$ [$10^{-2}$]", from: floor, to: (values.max() ?? 1) * 1.2),
                    legend: .hidden,
                    style: style
                ) {
                    Rule("zero", y: 0, role: .reference, dash: .solid, width: style.lineWidth * 0.4)
                    Rule(
                        "muon-threshold", x: loop.muonThreshold, role: .cut,
                        sideLabel: SideLabel("$4m_\\mu^2$", .before, at: 0.13))
                    Rule(
                        "tau-threshold", x: loop.tauThreshold, role: .cut,
                        sideLabel: SideLabel("$4m_\\tau^2$", .after, at: 0.87))
                    Line(
                        "real", x: loop.real.x, y: loop.real.scaledY(by: scale).y,
                        yError: loop.real.scaledY(by: scale).error, role: .signal,
                        inlineLabel: InlineLabel("$\\mathrm{Re}\\,\\Pi$", at: 0.24, .above))
                    Line(
                        "imaginary", x: timelike.map { imaginary.x[$0] }, y: timelike.map { imaginary.y[$0] * scale },
                        yError: timelike.map { imaginary.error[$0] * scale }, role: .alternative,
                        inlineLabel: InlineLabel("$\\mathrm{Im}\\,\\Pi$", at: 0.33, .below))
                }
            })
    }
}
