import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The shares of a square calorimeter, over its side in metres; means over the stations.
struct CalorimeterShares: Codable, Sendable {
    /// Of the photons of radiative events.
    var photon: Curve
    /// Of the signal's electrons, with the boson's mass (GeV).
    var electrons: [Electrons]

    struct Electrons: Codable, Sendable {
        var mass: Double
        var curve: Curve
    }
}

extension Figure {
    /// The angle between electron and photon, and what a calorimeter of some size sees.
    static func radiativeAngle(
        _ angles: Node<BinnedEvents>, _ shares: Node<CalorimeterShares>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "radiative-angle",
            chart: Node("figures/radiative-angle/chart", from: angles, shares, parameters: p) {
                parameters, angles, shares in
                ChartGrid.stacked(
                    "Radiative events: angle between electron and photon, and the calorimeter's coverage",
                    [try anglePanel(angles, parameters), try sharePanel(shares, parameters)],
                    style: parameters.figureStyle,
                    parameters.style())
            })
    }

    private static func anglePanel(_ angles: BinnedEvents, _ parameters: PaperParameters) throws -> Chart {
        let edges = angles.edges.map { $0 * 1e3 }
        let range = try angles.range(in: "radiative-angle")
        return Chart(
            "Radiative events in the window, over the angle between electron and photon",
            x: .log("angle between $e$ and $\\gamma$ [mrad]", from: range.lowerBound * 1e3, to: range.upperBound * 1e3),
            y: .log("events in a bin", decades(1e4...1e9, showing: [angles.events.map(\.value)])),
            legend: .hidden, style: parameters.style()
        ) {
            ShadedRange("merged", .x, to: parameters.detector.separation * 1e3)
            Text(
                "merged-label", "one shower",
                at: .within(.init(xTo: parameters.detector.separation * 1e3, at: 0.5, 0.92)))
            Text(
                "separated-label", "two showers",
                at: .within(.init(xFrom: parameters.detector.separation * 1e3, at: 0.4, 0.92)))
            Steps(
                "events", edges: edges, values: angles.events.map(\.value), valueError: angles.events.map(\.error),
                role: .background, dash: .solid)
        }
    }

    private static func sharePanel(_ shares: CalorimeterShares, _ parameters: PaperParameters) throws -> Chart {
        let sides = shares.photon.x
        guard let smallest = sides.first, let largest = sides.last, smallest < largest else {
            throw EmptyFigure("radiative-angle")
        }
        return Chart(
            "Share of photons and of the signal's electrons on the calorimeter, over its side",
            x: .log("side of the calorimeter [m]", from: smallest, to: largest),
            y: .linear("share on the calorimeter", from: 0, to: 1.05),
            legend: Legend(.automatic, preferring: .bottomRight), style: parameters.style()
        ) {
            Line(
                "photon", x: sides, y: shares.photon.y, yError: shares.photon.error, role: .background, ink: .black,
                dash: .dashDotted,
                label: "photon")
            for (index, electrons) in shares.electrons.enumerated() {
                Line(
                    "electron-\(decimal(electrons.mass * 1e3))", x: electrons.curve.x, y: electrons.curve.y,
                    yError: electrons.curve.error, role: .signal,
                    dash: [Dash.solid, .dashed, .dotted][index % 3],
                    label: "$e$ of signal, \(decimal(electrons.mass * 1e3)) MeV")
            }
            Rule(
                "planned", x: parameters.detector.calorimeterSide, role: .cut, dash: .solid,
                width: parameters.style().lineWidth * 0.4, sideLabel: SideLabel("planned", .before, at: 0.3))
            Rule(
                "test-run", x: parameters.detector.smallCalorimeterSide, role: .cut, dash: .solid,
                width: parameters.style().lineWidth * 0.4, sideLabel: SideLabel("test run", .before, at: 0.9))
        }
    }
}
