import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The numbers of the figure of leakage, over σ_E/E.
struct LeakageCurves: Codable, Sendable {
    /// With perfect angles of the muon.
    var elastic: Curve
    /// With the trackers' angles.
    var smeared: Curve
    /// Radiative events with the photon in the electron's shower.
    var merged: Curve
}

/// The lower end of the figure's ordinate.
private let leastEvents = 1e-3

extension Figure {
    /// Events that the calorimeter's resolution moves into the window.
    static func elasticLeakage(
        _ curves: Node<LeakageCurves>, beyondAngle: Node<Estimate>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "elastic-leakage",
            chart: Node("figures/elastic-leakage/chart", from: curves, beyondAngle, parameters: p) {
                parameters, curves, beyond in
                Chart(
                    "Events that the calorimeter's resolution moves into the window, over the resolution",
                    x: .linear("$\\sigma_E/E$ [%]", from: 2, to: 15),
                    y: .log("events in the window", from: leastEvents, to: 1e10),
                    legend: Legend(.automatic, preferring: .topLeft), style: parameters.style()
                ) {
                    line("elastic", "elastic", curves.elastic, .background)
                    line("elastic-smeared", "elastic, real angles", curves.smeared, .background, dash: .dashed)
                    // In a narrower window the merged showers may stay below the frame at every resolution that is drawn.
                    if curves.merged.y.contains(where: { $0 > leastEvents }) {
                        line("merged", "radiative, one shower", curves.merged, .alternative, dash: .dashDotted)
                    }
                    for (share, exponent) in [(1e-3, -3), (1e-6, -6), (1e-9, -9)] {
                        Rule(
                            "tail\(exponent)", y: beyond.value * share, role: .reference, dash: .dotted,
                            sideLabel: SideLabel("$p=10^{\(exponent)}$"))
                    }
                    Rule(
                        "three", y: RadiativeBackground.fewEvents, role: .cut, dash: .solid,
                        width: parameters.style().lineWidth * 0.4, sideLabel: SideLabel("3 events"))
                }
            })
    }

    private static func line(
        _ id: String, _ label: String, _ curve: Curve, _ role: Role, dash: Dash = .solid
    ) -> Line {
        let curve = curve.positivePart
        return Line(
            id, x: curve.x.map { $0 * 100 }, y: curve.y, yError: curve.error, role: role, dash: dash, label: label)
    }
}
