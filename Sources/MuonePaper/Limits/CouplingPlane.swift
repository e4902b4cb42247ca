import Foundation
import LimitModel
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// What the figures in the plane of mass and coupling have in common. Masses in MeV on the page.
package struct CouplingPlane: Sendable {
    package var parameters: PaperParameters
    package var couplings: ClosedRange<Double>
    /// GeV; nil shows those of the letter.
    package var masses: ClosedRange<Double>?

    package init(parameters: PaperParameters, couplings: ClosedRange<Double>, masses: ClosedRange<Double>? = nil) {
        self.parameters = parameters
        self.couplings = couplings
        self.masses = masses
    }

    package var x: Axis {
        let shown = masses ?? parameters.massGrid.lower...parameters.massGrid.upper
        return .log("$m_{Z'}$ [MeV]", (shown.lowerBound * 1e3)...(shown.upperBound * 1e3))
    }

    package var y: Axis { .log("$g_{Z'}$", couplings) }

    /// What the magnetic moment says: the bands that it favours, the wide one beneath.
    ///
    /// A band that contains the Standard Model favours nothing and is an upper limit instead: a line, hatched on the side
    /// that it disfavours. Where both are, only the wide one is drawn.
    package func favoured(_ narrow: MagneticMomentBand.Band?, _ wide: MagneticMomentBand.Band?) -> [Mark] {
        var marks: [Mark] = []
        if let wide {
            marks +=
                wide.isUpperLimit
                ? upperLimit(wide, sigmas: "2") : [band(wide, .favouredWide, sigmas: "2")]
        }
        if let narrow, !narrow.isUpperLimit { marks.append(band(narrow, .favoured, sigmas: "1")) }
        return marks
    }

    /// A legend for the figures of this plane: the name of a limit is broken in half of a column, which pays only where
    /// there are more than three entries.
    package func legend(
        _ narrow: MagneticMomentBand.Band?, _ wide: MagneticMomentBand.Band?, entriesBeside others: Int
    ) -> Legend {
        let hasBand = narrow.map { !$0.isUpperLimit } ?? false
        let isNarrow = wide?.isUpperLimit == true && (hasBand ? 2 : 1) + others <= 3
        return Legend(.automatic, columns: isNarrow ? 1 : 2, preferring: .bottomRight)
    }

    private func band(_ band: MagneticMomentBand.Band, _ role: Role, sigmas: String) -> Mark {
        Band(
            "gminus2-\(sigmas)sigma", x: band.masses.map { $0 * 1e3 }, lower: band.lower, upper: band.upper,
            edgeError: band.error, role: role, label: "$(g-2)_\\mu$, $\(sigmas)\\sigma$"
        ).mark
    }

    /// The hatched strip is on the disfavoured side only, and narrow, so that the hatches of experiments stay legible.
    private func upperLimit(_ limit: MagneticMomentBand.Band, sigmas: String) -> [Mark] {
        let masses = limit.masses.map { $0 * 1e3 }
        let height = pow(couplings.upperBound / couplings.lowerBound, 0.03)
        return [
            Region(
                "gminus2-\(sigmas)sigma-disfavoured", x: masses + masses.reversed(),
                y: limit.upper + limit.upper.reversed().map { $0 * height }, openTowards: nil, role: .favoured,
                ink: .black, isFilled: false, hatch: .vertical, showsBoundary: false
            ).mark,
            Line(
                "gminus2-\(sigmas)sigma", x: masses, y: limit.upper, yError: limit.error, role: .favoured,
                ink: .black, width: parameters.style().lineWidth * 1.7,
                label: "$(g-2)_\\mu$, $\(sigmas)\\sigma$ upper limit"
            ).mark,
        ]
    }

    /// The limits: everything above a curve is excluded. Each experiment has a look of its own, the hatch where none before
    /// it in the list excludes already, so that hatches do not pile up.
    package func excluded(_ limits: [DrawnLimit], on map: LimitMap) -> [Mark] {
        var earlier: [LimitSegment] = []
        return limits.flatMap { limit -> [Mark] in
            defer { earlier += limit.segments.filter { !$0.isOutline } }
            let areas = limit.segments.enumerated().flatMap { index, segment -> [Mark] in
                guard !segment.isOutline else {
                    return [
                        Region(
                            "\(limit.id(index))-area", x: segment.points.map { $0.mass * 1e3 },
                            y: segment.points.map(\.coupling), openTowards: nil, hatch: limit.look.hatch,
                            showsBoundary: false
                        ).mark
                    ]
                }
                return ExcludedArea.areas(above: segment, below: earlier, top: couplings.upperBound * 2).enumerated()
                    .map {
                        part, area in
                        Region(
                            "\(limit.id(index))-area-\(part + 1)", x: area.masses.map { $0 * 1e3 }, y: area.couplings,
                            openTowards: nil, hatch: limit.look.hatch, showsBoundary: false
                        ).mark
                    }
            }
            return areas + limit.lines(width: lineWidth * 0.8, label: limit.label(on: map), in: self)
        }
    }

    private var lineWidth: Double { parameters.style().lineWidth }

    /// The curves that say what other experiments could reach.
    package func projected(_ limits: [DrawnLimit], on map: LimitMap) -> [Mark] {
        limits.flatMap { $0.lines(width: lineWidth, label: $0.label(on: map), in: self) }
    }

    /// The limits that a reader brought along, with the word on each curve.
    package func supplied(_ limits: [DrawnLimit], on map: LimitMap) -> [Mark] {
        limits.flatMap { limit in
            let width = lineWidth * (limit.facts.role == .limit ? 0.8 : 1)
            return limit.insides + limit.lines(width: width, label: limit.label(on: map), in: self)
        }
    }

    package var benchmarks: Points {
        Points(
            "benchmarks", x: [parameters.light.mass, parameters.heavy.mass].map { $0 * 1e3 },
            y: [parameters.light.coupling, parameters.heavy.coupling], symbol: .star, role: .reference,
            label: "benchmarks")
    }

    /// Whether a point is in the frame; a variant may show fewer masses.
    package func shows(_ point: DataPoint) -> Bool {
        (x.lower...x.upper).contains(point.x) && (y.lower...y.upper).contains(point.y)
    }
}

/// A polygon in the plane of mass (GeV) and coupling.
package struct ExcludedArea: Equatable, Sendable {
    package var masses: [Double]
    package var couplings: [Double]

    /// The parts above one limit and below all others, up to `top`.
    package static func areas(above limit: LimitSegment, below others: [LimitSegment], top: Double) -> [ExcludedArea] {
        let curve = LogarithmicPath(limit)
        let ceilings = others.map(LogarithmicPath.init)
        // The corners of all curves, with points between them where two may cross.
        let corners = Set((ceilings + [curve]).flatMap(\.masses)).filter(curve.covers).sorted()
        let masses =
            zip(corners, corners.dropFirst()).flatMap { low, high in
                (0..<8).map { low * pow(high / low, Double($0) / 8) }
            } + corners.suffix(1)
        var areas: [ExcludedArea] = []
        var run: [(mass: Double, floor: Double, ceiling: Double)] = []
        func close() {
            defer { run = [] }
            guard run.count > 1 else { return }
            areas.append(
                ExcludedArea(
                    masses: run.map(\.mass) + run.reversed().map(\.mass),
                    couplings: run.map(\.floor) + run.reversed().map(\.ceiling)))
        }
        for mass in masses {
            guard let floor = curve.coupling(at: mass) else { continue }
            let ceiling = ceilings.compactMap { $0.coupling(at: mass) }.reduce(top, min)
            if floor < ceiling { run.append((mass, floor, ceiling)) } else { close() }
        }
        close()
        return areas
    }
}

/// A curve that is straight in the logarithms of mass and coupling between its points.
package struct LogarithmicPath: Sendable {
    package var masses: [Double]
    package var couplings: [Double]

    package init(_ segment: LimitSegment) {
        masses = segment.points.map(\.mass)
        couplings = segment.points.map(\.coupling)
    }

    package func covers(_ mass: Double) -> Bool {
        guard let first = masses.first, let last = masses.last else { return false }
        return first <= mass && mass <= last
    }

    /// Nil where the curve has no points.
    package func coupling(at mass: Double) -> Double? {
        guard covers(mass) else { return nil }
        let upper = masses.ascendingIndex(below: { $0 < mass })
        guard upper > 0, masses[upper] > mass else { return couplings[upper] }
        return LogarithmicLine.value(
            at: mass, from: (masses[upper - 1], couplings[upper - 1]), to: (masses[upper], couplings[upper]))
    }
}
