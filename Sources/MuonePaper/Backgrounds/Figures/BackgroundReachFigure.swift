import BuildGraph
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The expected limit of one scenario over the boson's mass.
struct ScenarioCurve: Codable, Sendable {
    var scenario: ReachScenario
    var curve: Curve
}

extension Figure {
    /// Expected limits with background, scenario by scenario, on the map of the letter.
    static func backgroundReach(
        _ curves: Node<[ScenarioCurve]>, _ band1Sigma: Node<MagneticMomentBand.Band?>,
        _ band2Sigma: Node<MagneticMomentBand.Band?>, _ limits: Node<[DrawnLimit]>, _ supplied: Node<[DrawnLimit]>,
        _ p: PaperParameters
    ) -> Figure {
        Figure(
            "background-reach",
            chart: Node(
                "figures/background-reach/chart", from: curves, band1Sigma, band2Sigma, limits, supplied, parameters: p
            ) { parameters, curves, narrow, wide, limits, supplied in
                let plane = CouplingPlane(
                    parameters: parameters, couplings: decades(1e-5...1e-1, showing: curves.map(\.curve.y)))
                let drawn = curves.filter { !$0.curve.x.isEmpty }
                return Chart(
                    "Expected limits with background, scenario by scenario, against present limits",
                    x: plane.x, y: plane.y, legend: Legend(.automatic, columns: 2, outside: .above),
                    style: parameters.style(.tall)
                ) {
                    plane.favoured(narrow, wide)
                    plane.excluded(limits.filter { $0.facts.role == .limit }, on: .reach)
                    plane.supplied(supplied, on: .reach)
                    if drawn.isEmpty { noSignalText }
                    for curve in drawn {
                        Line(
                            curve.scenario.rawValue, x: curve.curve.x.map { $0 * 1e3 }, y: curve.curve.y,
                            yError: curve.curve.error, role: .projection, ink: curve.scenario.ink,
                            dash: curve.scenario.dash, label: curve.scenario.label)
                    }
                    plane.benchmarks
                }
            })
    }
}
