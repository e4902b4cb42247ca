import BosonPhysics
import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The couplings that leave the observed dark matter: as y against its mass, and as g′ against the boson's.
    static func thermalTargets(
        _ targets: [(kind: DarkMatterKind, curve: Node<[ThermalTarget]>)], _ limits: Node<[DrawnLimit]>,
        _ p: PaperParameters
    ) -> Figure {
        Figure(
            "thermal-targets",
            chart: Node(
                "figures/thermal-targets/chart",
                from: Node("figures/thermal-targets/targets", collecting: targets.map(\.curve)),
                limits, parameters: Setup(paper: p, kinds: targets.map(\.kind))
            ) { setup, targets, limits in try setup.grid(targets, limits) })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var kinds: [DarkMatterKind]

        func grid(_ targets: [[ThermalTarget]], _ limits: [DrawnLimit]) throws -> ChartGrid {
            let title = "Couplings that leave the observed dark matter, and the limits on them"
            var style = paper.style()
            let panels = try [invariant(targets, limits), coupling(targets, limits)]
            let stacked = paper.figureStyle == .column
            if stacked { style.height *= 1.8 }
            return ChartGrid(
                title, rows: stacked ? 2 : 1, columns: stacked ? 1 : 2, panels: panels,
                tags: ChartGrid.letters(2), tagCorner: .topLeft, legend: .above, style: style)
        }

        private var ratio: Double { paper.landscape.darkMatterRatio }

        /// (m_χ, y). Limits on g′ become limits on y by g_χ.
        private func invariant(_ targets: [[ThermalTarget]], _ limits: [DrawnLimit]) throws -> Chart {
            try Chart(
                "The thermal targets in terms of y", x: .log("$m_\\chi$ [MeV]", from: 1, to: 10 / ratio * 1e3),
                y: .log("$y=g_\\chi^2g_{Z'}^2(m_\\chi/m_{Z'})^4$", 1e-16...1e-4),
                legend: Legend(.automatic, columns: 2), style: paper.style()
            ) {
                for dark in CosmologyInputs.darkCouplings {
                    for limit in limits {
                        for (part, segment) in limit.segments.enumerated() {
                            bound(
                                limit, part, "\(limit.name)-g\(decimal(dark))",
                                x: segment.drawnPoints.map { $0.mass * 1e3 / ratio },
                                y: segment.drawnPoints.map { y(of: $0, dark) },
                                labelled: "\(limit.facts.label), $g_\\chi=\(decimal(dark))$")
                        }
                    }
                }
                for (kind, targets) in try paired(kinds, targets) {
                    curves(kind, targets, "", x: { $0.mass * 1e3 }, y: { $0.y }, named: true)
                }
            }
        }

        /// (m_Z′, g′) for g_χ = g′ and g_χ = 1.
        private func coupling(_ targets: [[ThermalTarget]], _ limits: [DrawnLimit]) throws -> Chart {
            try Chart(
                "The thermal targets in terms of the boson's coupling", x: .log("$m_{Z'}$ [MeV]", 1...1e4),
                y: .log("$g_{Z'}$", 1e-7...1), legend: .hidden, style: paper.style()
            ) {
                for limit in limits {
                    for (part, segment) in limit.segments.enumerated() {
                        bound(
                            limit, part, limit.name, x: segment.drawnPoints.map { $0.mass * 1e3 },
                            y: segment.drawnPoints.map(\.coupling), labelled: limit.facts.label, .below)
                    }
                }
                for (kind, targets) in try paired(kinds, targets) {
                    curves(
                        kind, targets, "equal-", x: { $0.mediatorMass * 1e3 }, y: { $0.coupling(darkCoupling: nil) },
                        named: false)
                    curves(
                        kind, targets, "unit-", x: { $0.mediatorMass * 1e3 }, y: { $0.coupling(darkCoupling: 1) },
                        named: false)
                }
                Text("equal-label", "$g_\\chi=g_{Z'}$", at: .data(8, 1.3e-2), alignment: .center)
                Text("unit-label", "$g_\\chi=1$", at: .data(1.5e3, 5e-5), alignment: .center)
            }
        }

        private func y(of point: LimitPoint, _ dark: Double) -> Double {
            let root = dark * point.coupling / (ratio * ratio)
            return root * root
        }

        private func bound(
            _ limit: DrawnLimit, _ part: Int, _ id: String, x: [Double], y: [Double], labelled text: String,
            _ side: InlineLabel.Placement = .above
        ) -> [Mark] {
            let isLimit = limit.facts.role == .limit
            return [
                Line(
                    part == 0 ? id : "\(id)-\(part + 1)", x: x, y: y, role: isLimit ? .excluded : .comparison,
                    ink: limit.look.ink, dash: limit.look.dash,
                    width: paper.style().lineWidth * (isLimit ? 0.8 : 1) * limit.look.width,
                    inlineLabel: part == 0 && isLimit ? InlineLabel(text, near: first(x, y), side) : nil
                ).mark
            ] + (part == 0 && !isLimit ? ended(id, text, x, y) : [])
        }

        /// Near the left end.
        private func first(_ x: [Double], _ y: [Double]) -> DataPoint? {
            x.firstIndex { $0 >= 2.8 }.map { DataPoint(x[$0], y[$0]) }
        }

        /// A label under the right end of a short curve.
        private func ended(_ id: String, _ text: String, _ x: [Double], _ y: [Double]) -> [Mark] {
            guard let x = x.last, let y = y.last else { return [] }
            return [Text("\(id)-label", text, at: .data(x * 1.1, y * 0.7), alignment: .topLeft).mark]
        }

        /// A target, and apart from it what the microwave background excludes of it.
        private func curves(
            _ kind: DarkMatterKind, _ targets: [ThermalTarget], _ prefix: String, x: (ThermalTarget) -> Double,
            y: (ThermalTarget) -> Estimate, named: Bool
        ) -> [Mark] {
            let firstExcluded = targets.firstIndex { $0.microwaveBackgroundRatio > 1 } ?? targets.count
            let lastExcluded = targets.lastIndex { $0.microwaveBackgroundRatio > 1 } ?? targets.count
            let pieces: [(String, ArraySlice<ThermalTarget>, Bool)] = [
                ("", targets[..<firstExcluded], true),
                ("-cmb", targets[max(0, firstExcluded - 1)..<min(targets.count, lastExcluded + 1)], false),
                ("-beyond", targets[min(targets.count, lastExcluded)...], true),
            ]
            return pieces.filter { $0.1.count > 1 && ($0.2 || firstExcluded < targets.count) }.map {
                suffix, part, isAllowed in
                let estimates = part.map(y)
                return Line(
                    "\(prefix)\(kind.rawValue)\(suffix)", x: part.map(x), y: estimates.map(\.value),
                    yError: estimates.map(\.error), role: .signal, ink: isAllowed ? look(kind).ink : .slate,
                    dash: isAllowed ? look(kind).dash : .dotted,
                    label: !named || suffix == "-beyond"
                        ? nil : isAllowed ? look(kind).name : "Dirac, excluded by the CMB"
                ).mark
            }
        }

        private func look(_ kind: DarkMatterKind) -> (name: String, ink: Ink, dash: Dash) {
            switch kind {
            case .dirac: ("Dirac", .deepBlue, .solid)
            case .complexScalar: ("complex scalar", .red, .dashed)
            case .majorana: ("Majorana", .violet, .dashDotted)
            }
        }
    }
}
