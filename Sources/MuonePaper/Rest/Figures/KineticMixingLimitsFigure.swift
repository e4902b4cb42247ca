import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneCommon
import MuoneComputations
import MuoneParameters
import Plotting

extension Figure {
    /// The limits that kinetic mixing brings, Borexino's published line and recast told apart.
    static func kineticMixingLimits(_ nodes: MixingNodes) -> Figure {
        Figure(
            "kinetic-mixing-limits",
            chart: Node(
                "figures/kinetic-mixing-limits/chart",
                from: Node("figures/kinetic-mixing-limits/curves", collecting: nodes.limits.map(\.curve)),
                nodes.borexinoWithFlux,
                parameters: Setup(paper: nodes.parameters, constraints: nodes.limits.map(\.constraint))
            ) { setup, curves, withFlux in
                try setup.chart(
                    paired(setup.constraints, curves).map { DrawnLimit(constraint: $0, segments: $1) },
                    withFlux: withFlux)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var constraints: [Constraint]

        func chart(_ curves: [DrawnLimit], withFlux: [LimitSegment]) -> Chart {
            let masses = paper.landscape.masses
            let style = paper.style(.tall)
            // No curve goes beyond 1 GeV.
            let upper = masses.lower < 0.5 ? min(masses.upper, 1) : masses.upper
            return Chart(
                "Limits on the coupling through kinetic mixing against the mass of the boson",
                x: .log("$m_{Z'}$ [MeV]", from: masses.lower * 1e3, to: upper * 1e3),
                y: .log("$g_{Z'}$", 5e-5...1), legend: .hidden, style: style
            ) {
                band(curves, withFlux)
                endLabel(curves)
                for curve in curves {
                    let constraint = curve.constraint
                    for (index, segment) in curve.segments.enumerated() {
                        Line(
                            index == 0 ? constraint.name : "\(constraint.name)-\(index + 1)",
                            x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                            role: .excluded, ink: Self.inks[constraint.name] ?? .black,
                            dash: Self.dashes[constraint.name], width: style.lineWidth,
                            inlineLabel: index == 0 ? label(constraint) : nil)
                    }
                }
            }
        }

        /// From the rate's uncertainty alone to that with the flux's.
        private func band(_ curves: [DrawnLimit], _ withFlux: [LimitSegment]) -> [Band] {
            let recast = curves.first { $0.constraint.name == Constraint.borexinoRecast.name }?.segments
            guard let recast, recast.count == 1, withFlux.count == 1 else { return [] }
            let (lower, upper) = (recast[0].points, withFlux[0].points)
            guard lower.map(\.mass) == upper.map(\.mass) else { return [] }
            return [
                Band(
                    "borexino-recast-band", x: lower.map { $0.mass * 1e3 }, lower: lower.map(\.coupling),
                    upper: upper.map(\.coupling), role: .signal)
            ]
        }

        /// Right of the white dwarfs' line, which runs too close to the others for a label on it.
        private func endLabel(_ curves: [DrawnLimit]) -> [Text] {
            curves.compactMap { curve in
                guard curve.constraint.name == Constraint.whiteDwarfs.name, let end = curve.segments.last?.points.last
                else { return nil }
                return Text(
                    "white-dwarfs-label", curve.constraint.label, at: .data(end.mass * 1e3 * 1.08, end.coupling),
                    alignment: .left)
            }
        }

        private func label(_ constraint: Constraint) -> InlineLabel? {
            switch constraint.name {
            case Constraint.borexino.name: InlineLabel("Borexino, published", near: DataPoint(6, 4e-4), .above)
            case Constraint.borexinoRecast.name: InlineLabel("recast", near: DataPoint(8, 3.3e-4), .below)
            case Constraint.electronMagneticMoment.name:
                InlineLabel(constraint.label, near: DataPoint(15, 7e-2), .above)
            case Constraint.na64Electron.name: InlineLabel(constraint.label, near: DataPoint(100, 2.4e-2), .above)
            default: nil
            }
        }

        private static let dashes: [String: Dash] = [
            Constraint.borexino.name: .longDashed, Constraint.borexinoRecast.name: .solid,
            Constraint.whiteDwarfs.name: .dashDotDotted, Constraint.electronMagneticMoment.name: .dashed,
            Constraint.na64Electron.name: .dashDotted,
        ]

        private static let inks: [String: Ink] = [Constraint.borexinoRecast.name: .deepBlue]
    }
}
