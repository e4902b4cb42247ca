import BuildGraph
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import SearchPhysics

extension Figure {
    /// How many of the separated photons a veto may miss.
    ///
    /// - Parameters:
    ///   - equal: ε at which background and signal are as many, over the mass, at the coupling of the heavy benchmark.
    ///   - favoured: the same at both ends of the favoured couplings; empty where none is favoured.
    ///   - three: ε for three events.
    static func vetoInefficiency(
        _ equal: Node<Curve>, favoured: Node<FavouredInefficiency?>, three: Node<Estimate>,
        limits: Node<VetoLimits.Result>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "veto-inefficiency",
            chart: Node(
                "figures/veto-inefficiency/chart", from: equal, favoured, three, limits, parameters: p
            ) { parameters, equal, favoured, three, limits in
                let shown = equal.positivePart
                let range = decades(1e-9...1e-4, showing: [shown.y])
                return Chart(
                    "Share of the separated photons that a veto may miss, over the boson's mass",
                    x: .log(
                        "$m_{Z'}$ [MeV]", (parameters.massGrid.lower * 1e3)...(parameters.massGrid.upper * 1e3)),
                    y: .log("missed share $\\varepsilon$ of the photons", range),
                    legend: Legend(.automatic, preferring: .topLeft), style: parameters.style()
                ) {
                    if let favoured {
                        Band(
                            "favoured", x: favoured.masses.map { $0 * 1e3 }, lower: favoured.lower,
                            upper: favoured.upper, edgeError: favoured.error, role: .favouredWide,
                            label: "$B=S$, $(g-2)_\\mu$, 2$\\sigma$")
                    }
                    if shown.x.isEmpty {
                        noSignalText
                    } else {
                        Line(
                            "equal", x: shown.x.map { $0 * 1e3 }, y: shown.y, yError: shown.error, role: .signal,
                            label: "$B=S$, $g_{Z'}=\(TeX.number(parameters.heavy.coupling, powersFrom: 100))$")
                    }
                    Rule("three", y: three.value, role: .cut, dash: .dashed, sideLabel: SideLabel("3 events"))
                    Rule(
                        "unconverted", y: limits.unconverted.value, role: .reference, dash: .dotted,
                        sideLabel: SideLabel("unconverted"))
                    Rule(
                        "photonuclear", y: limits.unconverted.value + limits.photonuclear.value, role: .reference,
                        dash: .dashDotted, sideLabel: SideLabel("photonuclear (estimate)"))
                }
            })
    }
}

/// The shares at which background and signal are as many, where the magnetic moment favours a coupling.
struct FavouredInefficiency: Codable, Sendable {
    /// GeV.
    var masses: [Double]
    var lower: [Double]
    var upper: [Double]
    var error: [Double]
}
