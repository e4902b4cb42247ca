import BuildGraph
import CosmologyPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The neutrino species that the boson feigns, against its mass.
    static func effectiveNeutrinos(_ excess: Node<Curve>, hotter: Node<Curve>, _ p: PaperParameters) -> Figure {
        Figure(
            "effective-neutrinos",
            chart: Node(
                "figures/effective-neutrinos/chart", from: excess, hotter, parameters: p
            ) { parameters, excess, hotter in
                let style = parameters.style()
                let line = EffectiveNeutrinos.publishedMassBound * 1e3
                let hubble = EffectiveNeutrinos.hubbleExcess
                let shown = 1.0...40.0
                func temperature(_ value: Double) -> String { "$T=\(decimal(value * 1e3))$ MeV" }
                return Chart(
                    "Neutrino species feigned by the boson against its mass, for two temperatures of decoupling",
                    x: .log("$m_{Z'}$ [MeV]", shown), y: .linear("$\\Delta N_{\\mathrm{eff}}$", 0...2.5),
                    legend: Legend(.automatic, heading: "neutrinos decouple at", preferring: .topRight), style: style
                ) {
                    ShadedRange(
                        "hubble", .y, from: hubble.lowerBound, to: hubble.upperBound, role: .favouredWide)
                    ShadedRange(
                        "light-elements", .x, from: shown.lowerBound, to: line, role: .excluded)
                    Rule(
                        "published", x: line, role: .excluded, ink: .black, dash: .solid,
                        sideLabel: SideLabel("excluded", .after, at: 0.83))
                    Line(
                        "excess", x: excess.x.map { $0 * 1e3 }, y: excess.y, yError: excess.error, role: .signal,
                        label: temperature(parameters.landscape.decouplingTemperature))
                    Line(
                        "excess-hotter", x: hotter.x.map { $0 * 1e3 }, y: hotter.y, yError: hotter.error,
                        role: .alternative,
                        label: temperature(EffectiveNeutrinos.hotterTemperature))
                    Text(
                        "hubble-label", "Hubble tension",
                        at: .within(.init(yFrom: hubble.lowerBound, yTo: hubble.upperBound, at: 0.98)))
                }
            })
    }
}
