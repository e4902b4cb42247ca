import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import Plotting

extension Figure {
    /// The limits that kinetic mixing brings, Borexino's published line and recast told apart.
    static func kineticMixingLimits(
        _ limits: Node<[DrawnLimit]>, borexinoWithFlux: Node<DrawnLimit>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "kinetic-mixing-limits",
            chart: Node(
                "figures/kinetic-mixing-limits/chart", from: limits, borexinoWithFlux, parameters: Setup(paper: p)
            ) { setup, limits, withFlux in setup.chart(limits, withFlux: withFlux) })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters

        func chart(_ limits: [DrawnLimit], withFlux: DrawnLimit) -> Chart {
            let masses = paper.landscape.masses
            let style = paper.style(.tall)
            // No curve goes beyond 1 GeV.
            let upper = masses.lower < 0.5 ? min(masses.upper, 1) : masses.upper
            let couplings = decades(
                5e-5...1, showing: limits.map { $0.segments.flatMap { $0.points.map(\.coupling) } })
            return Chart(
                "Limits on the coupling through kinetic mixing against the mass of the boson",
                x: .log("$m_{Z'}$ [MeV]", from: masses.lower * 1e3, to: upper * 1e3),
                y: .log("$g_{Z'}$", couplings), legend: .hidden, style: style
            ) {
                band(limits, withFlux)
                limits.flatMap { $0.lines(width: style.lineWidth, label: $0.label(on: .kineticMixing)) }
            }
        }

        /// From the rate's uncertainty alone to that with the flux's, over the masses that pieces of both have.
        private func band(_ limits: [DrawnLimit], _ withFlux: DrawnLimit) -> [Band] {
            let recast = limits.filter { $0.name == withFlux.name }.flatMap(\.segments)
            let pairs = recast.flatMap { lower in withFlux.segments.map { (lower, $0) } }
            let bands = pairs.compactMap { lower, upper -> ([LimitPoint], [LimitPoint])? in
                let (first, second) = (Set(lower.points.map(\.mass)), Set(upper.points.map(\.mass)))
                let low = lower.points.filter { second.contains($0.mass) }
                let high = upper.points.filter { first.contains($0.mass) }
                return low.count > 1 && low.map(\.mass) == high.map(\.mass) ? (low, high) : nil
            }
            return bands.enumerated().map { index, band in
                Band(
                    index == 0 ? "borexino-recast-band" : "borexino-recast-band-\(index + 1)",
                    x: band.0.map { $0.mass * 1e3 }, lower: band.0.map(\.coupling), upper: band.1.map(\.coupling),
                    role: .signal)
            }
        }
    }
}
