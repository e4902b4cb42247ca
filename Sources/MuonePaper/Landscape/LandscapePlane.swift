import CosmologyPhysics
import LimitModel
import Limits
import MomentPhysics
import MuoneCommon
import NumericalMethods
import Plotting

/// What the map of all constraints and its enlargement have in common.
struct LandscapePlane: Sendable {
    var plane: CouplingPlane
    var style: ChartStyle
    /// Whether the legend names what is shaded; the caption does otherwise.
    var namesAreas: Bool

    /// Everything above a limit is shaded, all limits alike, so that the shade is their union; each keeps its curve.
    func excluded(_ limit: DrawnLimit, _ label: InlineLabel?) -> [Mark] {
        let labelled = limit.labelledPiece(in: plane) ?? 0
        return limit.segments.enumerated().map { part, segment in
            segment.area(
                limit.id(part), ink: limit.look.ink, isFilled: false, showsBoundary: true, dash: limit.look.dash,
                width: style.lineWidth * 0.8 * limit.look.width, inlineLabel: part == labelled ? label : nil
            ).mark
        }
    }

    /// What limits exclude: areas of one colour that overlap, so that no seam shows between them.
    func shade(_ limits: [DrawnLimit]) -> [Mark] {
        limits.flatMap(\.segments).enumerated().map { index, segment in
            segment.area(
                "excluded-area-\(index + 1)", ink: .excludedShade, isFilled: true, showsBoundary: false
            ).mark
        }
    }

    /// Darker than the band of two standard deviations, also in greyscale.

    /// The bands of the magnetic moment. One standard deviation is drawn by its edges: in greyscale its colour would be
    /// that of the shade.
    func favoured(_ narrow: MagneticMomentBand.Band?, _ wide: MagneticMomentBand.Band?) -> [Mark] {
        plane.favoured(narrow, wide).flatMap { mark -> [Mark] in
            guard case .band(let band) = mark, band.role == .favoured else { return [mark] }
            return [(band.lower, "-1"), (band.upper, "-2")].map { edge, suffix in
                Line(
                    band.id + suffix, x: band.x, y: edge, yError: band.edgeError, role: .favoured, ink: .slate,
                    dash: .dotted, width: style.lineWidth * 0.8, label: suffix == "-1" ? band.label : nil
                ).mark
            }
        }
    }

    /// What could be excluded: a curve in colour, without a shade.
    func projected(_ limit: DrawnLimit, _ label: InlineLabel?) -> [Mark] {
        limit.lines(width: style.lineWidth, label: label, in: plane)
    }

    private func named(_ text: String) -> String? { namesAreas ? text : nil }

    /// Masses that light elements exclude, and those that ease the tension in the Hubble constant.
    func cosmology(_ hubble: MassBand, label position: Double) -> [Mark] {
        let bound = EffectiveNeutrinos.publishedMassBound * 1e3
        return [
            ShadedRange(
                "hubble", .x, from: hubble.lower.value * 1e3, to: hubble.upper.value * 1e3, role: .comparison,
                ink: .deepBlue, hatch: .vertical,
                label: named(
                    "$\\Delta N_{\\mathrm{eff}}=\(decimal(EffectiveNeutrinos.hubbleExcess.lowerBound))$ to "
                        + "$\(decimal(EffectiveNeutrinos.hubbleExcess.upperBound))$")
            ).mark,
            ShadedRange(
                "excluded-area", .x, to: bound, role: .excluded, ink: .excludedShade, isFilled: true,
                hatch: Hatch.none, label: named("excluded")
            ).mark,
            Rule(
                "light-elements", x: bound, ink: .black, dash: .solid, width: style.lineWidth * 1.7,
                sideLabel: SideLabel("BBN", .before, at: position)
            ).mark,
        ]
    }

    /// CCFR between the neutrino energy that meets the published curve and the mean of its beam.
    func calibration(_ drawn: [LimitSegment], _ mean: [LimitSegment], label: String) throws -> [Mark] {
        try paired(drawn, mean).enumerated().map { part, segments in
            let pairs = try paired(segments.0.points, segments.1.points)
            return Band(
                "ccfr-calibration-\(part + 1)", x: segments.0.points.map { $0.mass * 1e3 },
                lower: pairs.map { min($0.coupling, $1.coupling) }, upper: pairs.map { max($0.coupling, $1.coupling) },
                role: .excluded, hatch: .denseForward, label: part == 0 ? named(label) : nil
            ).mark
        }
    }

    /// The part of the favoured band that limits have taken, hatched; none where the band is an upper limit.
    func lost(_ band: MagneticMomentBand.Band?, to limits: [DrawnLimit]) -> [Mark] {
        guard let band, band.lower.allSatisfy({ $0 > 0 }) else { return [] }
        let segments = limits.flatMap(\.segments)
        let paths = segments.filter { !$0.isOutline }.map(LogarithmicPath.init)
        let edges = [band.lower, band.upper].map { edge in
            LogarithmicPath(LimitSegment(points: zip(band.masses, edge).map { LimitPoint(mass: $0, coupling: $1) }))
        }
        // Points at both sides of where a curve begins or ends, and where light elements stop to exclude.
        let steps = paths.flatMap { [$0.masses.first, $0.masses.last].compactMap(\.self) }
        let bound = EffectiveNeutrinos.publishedMassBound
        let masses = Set(
            band.masses + (steps + [bound]).flatMap { [$0 * (1 - 1e-9), $0, $0 * (1 + 1e-9)] }
        ).sorted().filter(edges[0].covers)
        var kept = BandInRegion()
        var bottom: [Double] = []
        for mass in masses {
            guard let low = edges[0].coupling(at: mass), let high = edges[1].coupling(at: mass) else { continue }
            let limit = mass <= bound ? 0 : paths.compactMap { $0.coupling(at: mass) }.min() ?? .infinity
            kept.x.append(mass * 1e3)
            bottom.append(low)
            kept.lower.append(min(max(low, limit), high))
            kept.upper.append(high)
        }
        let inside = segments.filter(\.isOutline).enumerated().flatMap { index, outline in
            BandInRegion.parts(masses: kept.x, from: bottom, to: kept.lower, in: outline).enumerated().map {
                part, band in
                Band(
                    "gminus2-excluded/\(index + 1)/\(part + 1)", x: band.x, lower: band.lower, upper: band.upper,
                    role: .excluded, ink: .slate, hatch: .backward
                ).mark
            }
        }
        return [
            Band(
                "gminus2-excluded", x: kept.x, lower: kept.lower, upper: kept.upper, role: .excluded,
                ink: .slate, hatch: .backward, label: named("excluded part of the band")
            ).mark
        ] + inside
    }

    /// Where dark matter freezes out with the observed abundance and the microwave background allows it.
    func target(_ darkMatter: [ThermalTarget], _ label: InlineLabel) -> [Mark] {
        darkMatter.allowed.segments(darkCoupling: nil).map { segment in
            Line(
                "thermal-target", x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                role: .reference, ink: .deepBlue, dash: .solid, width: style.lineWidth * 0.7, inlineLabel: label
            ).mark
        }
    }

    /// MUonE's own reach with its two beams; without signal there is nothing to draw.
    func reaches(_ first: Curve, _ second: (curve: Curve, name: String), _ label: InlineLabel) -> [Mark] {
        [(first, "reach"), (second.curve, "reach-second-beam")].compactMap { curve, id in
            guard !curve.x.isEmpty else { return nil }
            let isFirst = id == "reach"
            return Line(
                id, x: curve.x.map { $0 * 1e3 }, y: curve.y, yError: curve.error, role: .projection,
                dash: isFirst ? nil : .dashed, width: isFirst ? nil : style.lineWidth * 0.8,
                label: isFirst ? nil : named(second.name),
                inlineLabel: isFirst ? label : nil
            ).mark
        }
    }

    /// Marks the right-hand ends of curves, where their formula or their table ends.
    func ends(_ curves: [DrawnLimit]) -> [Mark] {
        let points = curves.compactMap { $0.segments.last { !$0.isOutline }?.points.last }
            .map { DataPoint($0.mass * 1e3, $0.coupling) }.filter { plane.shows($0) && $0.x < plane.x.upper }
        guard !points.isEmpty else { return [] }
        return [
            Points(
                "ends", x: points.map(\.x), y: points.map(\.y), symbol: .circle, size: style.symbolSize * 0.4,
                role: .reference, label: named("end of validity")
            ).mark
        ]
    }
}
