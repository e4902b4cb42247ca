import BuildGraph
import HadronicPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The two angles of elastic events, with the electron's energy along the curve.
    static func elasticCorrelation(
        _ correlation: Node<ElasticCorrelation.Result>, _ facts: Node<HadronicFacts.Facts>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "elastic-correlation",
            chart: Node(
                "figures/elastic-correlation/chart", from: correlation, facts, parameters: p
            ) { parameters, correlation, facts in
                ElasticCorrelationChart(style: parameters.style(), correlation: correlation, facts: facts).chart
            })
    }
}

private struct ElasticCorrelationChart {
    var style: ChartStyle
    var correlation: ElasticCorrelation.Result
    var facts: HadronicFacts.Facts

    private var accepted: Double { HadronicChoice.acceptedElectronAngle * 1e3 }
    private var largest: Double { facts.maximumMuonAngle.value * 1e3 }

    private static let electronAngles = 0.1...100.0
    private static let muonAngles = 0.05...10.0

    var chart: Chart {
        let marks = correlation.marks
        let marked = visible(marks)
        return Chart(
            "Scattering angles of the muon and of the electron in elastic events",
            x: .log("$\\theta_e$ [mrad]", Self.electronAngles), y: .log("$\\theta_\\mu$ [mrad]", Self.muonAngles),
            legend: .hidden, style: style
        ) {
            ShadedRange("outside", .x, from: accepted, role: .cut)
            Rule(
                "largest-angle", y: largest, role: .reference, dash: .dotted,
                sideLabel: SideLabel(
                    "$\\theta_\\mu^{\\mathrm{max}}=\(decimal((largest * 100).rounded() / 100))$ mrad", .after, at: 0.62)
            )
            equalAngles
            elastic
            Points(
                "energies", x: marked.map { marks.electronAngle[$0] * 1e3 },
                y: marked.map { marks.muonAngle[$0] * 1e3 }, size: style.symbolSize * 4 / 7, role: .signal)
            for index in marked {
                energy(marks, index)
            }
        }
    }

    /// Both ends of the curve, where an angle vanishes, lie beyond the frame.
    private var elastic: Line {
        let curve = correlation.curve
        let kept = curve.electronAngle.indices.filter { curve.electronAngle[$0] > 0 && curve.muonAngle[$0] > 0 }
        let angles = kept.map { curve.muonAngle[$0] * 1e3 }
        return Line(
            "elastic", x: kept.map { curve.electronAngle[$0] * 1e3 }, y: angles,
            yError: angles.map { $0 * 0x1p-47 }, role: .signal)
    }

    /// Up to a little beyond the curve, where labels follow.
    private var equalAngles: Line {
        let curve = correlation.curve
        let crossing = curve.muonAngle.indices.first { curve.electronAngle[$0] < curve.muonAngle[$0] }
        let end = crossing.map { 1.25e3 * curve.muonAngle[$0] } ?? Self.muonAngles.upperBound
        let ends = [Self.electronAngles.lowerBound, max(end, 2 * Self.electronAngles.lowerBound)]
        return Line(
            "equal", x: ends, y: ends, role: .cut, dash: .longDashed,
            inlineLabel: InlineLabel("$\\theta_e=\\theta_\\mu$", at: 0.4, .below))
    }

    private func visible(_ points: ElasticCorrelation.Points) -> [Int] {
        points.electronAngle.indices.filter {
            Self.electronAngles.contains(points.electronAngle[$0] * 1e3)
                && Self.muonAngles.contains(points.muonAngle[$0] * 1e3)
        }
    }

    /// Away from the curve: under its top and right of its rising branch, right of the other, and left at the frame.
    private func energy(_ marks: ElasticCorrelation.Points, _ index: Int) -> Text {
        let energy = marks.electronEnergy[index]
        let (x, y) = (marks.electronAngle[index] * 1e3, marks.muonAngle[index] * 1e3)
        let side: Text.Alignment =
            if y > 0.95 * largest {
                .top
            } else if energy > facts.energyAtMaximumMuonAngle.value {
                .topLeft
            } else if x > 0.4 * Self.electronAngles.upperBound {
                .topRight
            } else {
                .bottomLeft
            }
        return Text("energy-\(index + 1)", "\(decimal(energy)) GeV", at: .beside(x, y), alignment: side)
    }
}
