import LimitModel
import Plotting

// How figures draw limits: the one look of each, and its label at the place that it states for a map.
extension DrawnLimit {
    /// The id of the mark of a piece.
    package func id(_ part: Int) -> String {
        let name = declaration.markPrefix + name
        let separator = declaration.markPrefix.isEmpty ? "-" : "/"
        return segments.count == 1 ? name : "\(name)\(separator)\(part + 1)"
    }

    /// Its curve; masses in MeV.
    ///
    /// - Parameters:
    ///   - width: of the figure's lines, points.
    ///   - label: along the curve.
    ///   - legend: what names it there.
    package func lines(width: Double, label: InlineLabel? = nil, legend: String? = nil) -> [Mark] {
        segments.enumerated().map { part, segment in
            Line(
                id(part), x: segment.drawnPoints.map { $0.mass * 1e3 }, y: segment.drawnPoints.map(\.coupling),
                role: role,
                ink: look.ink, dash: look.dash, width: width * look.width, label: part == 0 ? legend : nil,
                inlineLabel: part == 0 ? label : nil
            ).mark
        }
    }

    /// The insides of its closed regions, hatched: a line alone does not say which side is excluded.
    package var insides: [Mark] {
        guard facts.role == .limit else { return [] }
        return segments.enumerated().filter(\.element.isOutline).map { index, segment in
            Region(
                "\(id(index))/inside", x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                openTowards: nil, role: .excluded, ink: look.ink, isFilled: false, hatch: look.hatch, showsBoundary: false
            ).mark
        }
    }

    private var role: Role { facts.role == .limit ? .excluded : .comparison }

    /// Its label along the curve on a map; nil where it stands elsewhere, or nowhere.
    package func label(on map: LimitMap) -> InlineLabel? {
        guard case .along(let side, let anchor, let text)? = declaration.maps[map] else { return nil }
        let suffix = facts.kind == .supplied ? " (supplied)" : ""
        return InlineLabel((text ?? facts.label) + suffix, near: anchor, side)
    }

    /// Its label beside the curve on a map, with what points to it, where the plane has room for them.
    package func annotation(on map: LimitMap, in plane: CouplingPlane) -> [Mark] {
        switch declaration.maps[map] {
        case .beside(let alignment, let place, let text)?:
            let label = Text(
                "\(name)-label", text ?? facts.label, at: .data(place.x, place.y), alignment: alignment)
            return plane.shows(label) ? [label.mark] : []
        case .end?:
            guard let end = segments.last(where: { !$0.isOutline })?.points.last else { return [] }
            return [
                Text(
                    "\(name)-label", facts.label, at: .data(end.mass * 1e3 * 1.08, end.coupling), alignment: .left
                ).mark
            ]
        case .pointer(let alignment, let place, let start, let tip)?:
            guard let tip = tip ?? point(at: start.x) else { return [] }
            return plane.pointer(name, facts.label, at: place, alignment: alignment, from: start, to: tip)
        case nil, .unlabelled, .along: return []
        }
    }

    /// The point of the curve at a mass in MeV; nil where it has none.
    private func point(at mass: Double) -> DataPoint? {
        TabulatedBound(pieces: segments).ranges(mass / 1e3).first.map { DataPoint(mass, $0.lower.value) }
    }
}

extension [DrawnLimit] {
    /// Those that stand on a map.
    package func on(_ map: LimitMap) -> [DrawnLimit] { filter { $0.declaration.stands(on: map) } }
}

extension LimitSegment {
    /// With the first point again at the end of an outline.
    package var drawnPoints: [LimitPoint] { isOutline ? points + points.prefix(1) : points }

    /// The area that is excluded: above a curve, or inside an outline. Masses in MeV.
    package func area(
        _ id: String, ink: Ink, isFilled: Bool, showsBoundary: Bool, dash: Dash? = nil, width: Double? = nil,
        inlineLabel: InlineLabel? = nil
    ) -> Region {
        Region(
            id, x: points.map { $0.mass * 1e3 }, y: points.map(\.coupling), openTowards: isOutline ? nil : .top,
            role: .excluded, ink: ink, isFilled: isFilled, hatch: Hatch.none, showsBoundary: showsBoundary, dash: dash,
            width: width, inlineLabel: inlineLabel)
    }
}
