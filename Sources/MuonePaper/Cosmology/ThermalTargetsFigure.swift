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
            let segments = limits.flatMap(\.segments)
            let heaviest = 10 / ratio * 1e3
            let masses = decades(
                min(1, heaviest / 10)...heaviest, showing: segments.map { $0.points.map { $0.mass * 1e3 / ratio } })
            let invariants = decades(
                1e-16...1e-4,
                showing: targets.map { $0.map(\.y.value) }
                    + CosmologyInputs.darkCouplings.flatMap { dark in
                        segments.map { $0.points.map { y(of: $0, dark) } }
                    })
            return try Chart(
                "The thermal targets in terms of y", x: .log("$m_\\chi$ [MeV]", masses),
                y: .log("$y=g_\\chi^2g_{Z'}^2(m_\\chi/m_{Z'})^4$", invariants),
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
                    curves(kind, targets, "", x: { $0.mass * 1e3 }, y: { $0.y })
                }
            }
        }

        /// (m_Z′, g′) for g_χ = g′ and g_χ = 1.
        private func coupling(_ targets: [[ThermalTarget]], _ limits: [DrawnLimit]) throws -> Chart {
            let couplings = decades(
                1e-7...1,
                showing: [nil, 1].flatMap { dark in targets.map { $0.map { $0.coupling(darkCoupling: dark).value } } })
            return try Chart(
                "The thermal targets in terms of the boson's coupling", x: .log("$m_{Z'}$ [MeV]", 1...1e4),
                y: .log("$g_{Z'}$", couplings), legend: .hidden, style: paper.style()
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
                        group: "$g_\\chi=g_{Z'}$")
                    curves(
                        kind, targets, "unit-", x: { $0.mediatorMass * 1e3 }, y: { $0.coupling(darkCoupling: 1) },
                        group: "$g_\\chi=1$")
                }
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
                    inlineLabel: part > 0
                        ? nil : isLimit ? InlineLabel(text, at: 0.13, side) : InlineLabel(text, at: 1, .beside)
                ).mark
            ]
        }

        /// A target, and apart from it what the microwave background excludes of it.
        ///
        /// - Parameter group: what the targets are drawn for, named along the highest; nil names each in the legend.
        private func curves(
            _ kind: DarkMatterKind, _ targets: [ThermalTarget], _ prefix: String, x: (ThermalTarget) -> Double,
            y: (ThermalTarget) -> Estimate, group: String? = nil
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
                    label: group != nil || suffix == "-beyond"
                        ? nil : isAllowed ? look(kind).name : "Dirac, excluded by the CMB",
                    // The highest of the group, which the microwave background leaves whole.
                    inlineLabel: kind == .complexScalar && suffix.isEmpty
                        ? group.map { InlineLabel($0, at: 0.25, .above) } : nil
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
