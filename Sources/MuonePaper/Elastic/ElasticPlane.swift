import ElasticPhysics
import Foundation
import Limits
import MomentPhysics
import MuoneCommon
import MuoneParameters
import Plotting
import Reference

/// What the figures of the elastic channel in the plane of mass and coupling have in common. Masses in MeV on the page.
struct ElasticPlane: Codable, Sendable {
    var paper: PaperParameters
    var symbol: String
    var couplings: ClosedRange<Double>
    var xLabel = "$m_{Z'}$ [MeV]"

    /// The curves of one panel.
    struct Content: Sendable {
        var title: String
        var reach: ElasticReachCurve.Result
        /// Of a boson that decays to electrons: shaded.
        var limits: [DrawnLimit]
        /// Those that a boson which decays invisibly would meet instead.
        var invisible: [DrawnLimit] = []
        var band: MagneticMomentBand.Band?
        var edge: MagneticMomentBand.Band?
        /// GeV.
        var smallestMass: Double?
        var benchmarks: [ElasticBenchmark] = []
        /// Whether the bands are of |Δa_μ|, the loop having the other sign.
        var isMagnitude = false
        /// What the muon does below the mass of the muon less the electron's.
        var decays: String?

        func label(_ sigmas: Int) -> String {
            isMagnitude ? "$|\\Delta a_\\mu|$, $\(sigmas)\\sigma$" : "$(g-2)_\\mu$, $\(sigmas)\\sigma$"
        }
    }

    var x: Axis {
        .log(xLabel, (ElasticChannel.masses.lower * 1e3)...(ElasticChannel.masses.upper * 1e3))
    }

    func chart(_ content: Content, style: ChartStyle) -> Chart {
        Chart(
            content.title, x: x, y: .log("$\(symbol)$", couplings),
            legend: Legend(.automatic, columns: 4), style: style
        ) {
            shade(content)
            band(content)
            edge(content, style)
            for limit in content.invisible + content.limits {
                limit.lines(width: style.lineWidth * 0.9, legend: limit.facts.label)
            }
            if let decays = content.decays { decay(decays) }
            reach(content.reach)
            stars(content.benchmarks)
        }
    }

    /// The favoured couplings, or where a vanishing one is among them the largest allowed.
    private func band(_ content: Content) -> [Mark] {
        guard let band = content.band, band.masses.count > 1 else { return [] }
        let masses = band.masses.map { $0 * 1e3 }
        guard !band.isUpperLimit else {
            return [
                Line(
                    "gminus2", x: masses, y: band.upper, yError: band.error, role: .favoured, ink: .slate,
                    dash: .dashDotDotted, label: content.label(2) + " upper limit"
                ).mark
            ]
        }
        return [
            Band(
                "gminus2", x: masses, lower: band.lower, upper: band.upper, edgeError: band.error, role: .favouredWide,
                label: content.label(2)
            ).mark
        ]
    }

    private func edge(_ content: Content, _ style: ChartStyle) -> [Mark] {
        guard let edge = content.edge, edge.masses.count > 1 else { return [] }
        return [
            Line(
                "gminus2-edge", x: edge.masses.map { $0 * 1e3 }, y: edge.upper, yError: edge.error, role: .favoured,
                ink: .slate, dash: .dotted, width: style.lineWidth, label: content.label(5)
            ).mark
        ]
    }

    /// All that limits exclude, alike, so that no seam shows.
    private func shade(_ content: Content) -> [Mark] {
        var marks = content.limits.flatMap(\.segments).enumerated().map { index, segment in
            segment.area(
                "excluded-area-\(index + 1)", ink: .excludedShade, isFilled: true, showsBoundary: false
            ).mark
        }
        if let mass = content.smallestMass {
            marks += [
                ShadedRange(
                    "excluded-area", .x, to: mass * 1e3, role: .excluded, ink: .excludedShade, isFilled: true,
                    hatch: Hatch.none
                ).mark,
                Rule("light-elements", x: mass * 1e3, ink: .black, dash: .dashDotDotted, label: "BBN").mark,
            ]
        }
        return marks
    }

    /// Where the muon decays to the boson, and its lifetime says more than any curve.
    private func decay(_ text: String) -> [Mark] {
        let mass = MuoniumConversion.smallestMass(inputs: paper.particles) * 1e3
        return [
            ShadedRange("muon-decay", .x, to: mass, role: .excluded, isFilled: false, hatch: .forward).mark,
            Text("muon-decay-label", text, at: .frame(0.25, 0.2), alignment: .center).mark,
        ]
    }

    private func reach(_ reach: ElasticReachCurve.Result) -> [Mark] {
        reach.segments.enumerated().map { index, curve in
            Line(
                index == 0 ? "reach" : "reach-\(index + 1)", x: curve.x.map { $0 * 1e3 }, y: curve.y,
                yError: curve.error, role: .projection, label: index == 0 ? "MUonE" : nil
            ).mark
        }
    }

    private func stars(_ benchmarks: [ElasticBenchmark]) -> [Mark] {
        // The panels of a slide have no room beside the stars.
        let isSlide = paper.figureStyle == .slides
        return benchmarks.flatMap { benchmark -> [Mark] in
            let (mass, coupling) = (benchmark.point.mass * 1e3, benchmark.point.coupling)
            return [
                Points(benchmark.name, x: [mass], y: [coupling], symbol: .star, role: .reference).mark,
                Text(
                    "\(benchmark.name)-label", benchmark.text, at: .beside(mass, coupling),
                    alignment: isSlide ? .top : .topLeft
                ).mark,
            ]
        }
    }
}
