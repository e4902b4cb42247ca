import BuildGraph
import HadronicPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The integrand of a_μ^HLO: what MUonE measures of it, and what has to be extrapolated.
    static func hadronicIntegrand(
        _ integrand: Node<HadronicIntegrand.Result>, _ facts: Node<HadronicFacts.Facts>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "hadronic-integrand",
            chart: Node(
                "figures/hadronic-integrand/chart", from: integrand, facts, parameters: p
            ) { parameters, integrand, facts in
                try HadronicIntegrandChart(
                    style: parameters.style(), integrand: integrand, facts: facts
                ).chart(markedMomenta: HadronicChoice.markedMomenta)
            })
    }
}

private struct HadronicIntegrandChart {
    var style: ChartStyle
    var integrand: HadronicIntegrand.Result
    var facts: HadronicFacts.Facts

    private static let scale = 1e5

    func chart(markedMomenta: [Double]) throws -> Chart {
        let measured = integrand.measured.scaledY(by: Self.scale)
        let extrapolated = integrand.extrapolated.scaledY(by: Self.scale)
        let marks = integrand.marks.scaledY(by: Self.scale)
        let named = try paired(markedMomenta, Array(marks.x.indices))
        let top = max(1, (1.2 * ((measured.y + extrapolated.y).max() ?? 1)).rounded(.up))
        let share = (facts.measuredShare.value * 100).rounded()
        return Chart(
            "Integrand of the hadronic contribution to the muon's magnetic moment, measured and extrapolated",
            x: .linear("$x$", 0...1.2, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
            y: .linear("$10^5\\,(1-x)\\,\\Delta\\alpha_{\\mathrm{had}}[t(x)]$", from: 0, to: top),
            legend: Legend(.automatic, preferring: .topLeft),
            style: style
        ) {
            band("measured", measured, .favouredWide, "measured, \(decimal(share))%")
            band("extrapolated", extrapolated, .excluded, "extrapolated, \(decimal(100 - share))%")
            edge(measured, extrapolated)
            Rule(
                "end", x: facts.largestFraction.value, from: 0, to: measured.y.last ?? top, role: .reference,
                dash: .solid)
            Points(
                "momenta", x: marks.x, y: marks.y, size: style.symbolSize * 4 / 7, isFilled: true, role: .signal,
                ink: .black)
            for (momentum, index) in named {
                // Right of the peak the curve falls steeply, and the room is on its right.
                let isFalling = marks.x[index] > facts.peakFraction.value
                Text(
                    "momentum-\(index + 1)", momentumText(momentum, isNamed: index == 1),
                    at: .beside(marks.x[index], marks.y[index]),
                    alignment: isFalling ? .left : .bottomRight)
            }
        }
    }

    private func momentumText(_ momentum: Double, isNamed: Bool) -> String {
        let value = momentum < 1 ? TeX.number(momentum, powersFrom: 100) : decimal(momentum)
        return "$\(isNamed ? "-t=" : "")\(value)$ GeV$^2$"
    }

    private func band(_ id: String, _ curve: Curve, _ role: Role, _ text: String) -> Band {
        Band(
            id, x: curve.x, lower: curve.y.map { _ in 0 }, upper: curve.y, edgeError: curve.error, role: role,
            label: text)
    }

    /// The integrand as one curve: the two parts meet in a point that both have.
    private func edge(_ measured: Curve, _ extrapolated: Curve) -> Line {
        Line(
            "integrand", x: measured.x + extrapolated.x.dropFirst(), y: measured.y + extrapolated.y.dropFirst(),
            yError: measured.error + extrapolated.error.dropFirst(), role: .signal)
    }
}
