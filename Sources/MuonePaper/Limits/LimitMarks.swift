import LimitModel
import Plotting

// How figures draw limits: the one look of each, and its label as it states for a map.
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
    ///   - plane: which shows it; its label is along the piece of which most is seen.
    ///   - legend: what names it there.
    package func lines(
        width: Double, label: InlineLabel? = nil, in plane: CouplingPlane? = nil, legend: String? = nil
    ) -> [Mark] {
        let labelled = plane.flatMap { labelledPiece(in: $0) } ?? 0
        return segments.enumerated().map { part, segment in
            Line(
                id(part), x: segment.drawnPoints.map { $0.mass * 1e3 }, y: segment.drawnPoints.map(\.coupling),
                role: role,
                ink: look.ink, dash: look.dash, width: width * look.width, label: part == 0 ? legend : nil,
                inlineLabel: part == labelled ? label : nil
            ).mark
        }
    }

    /// The piece of which a plane shows the longest range of masses; nil where it shows none.
    package func labelledPiece(in plane: CouplingPlane) -> Int? {
        let ranges = segments.map { segment -> Double in
            let shown = segment.points.filter { plane.shows(DataPoint($0.mass * 1e3, $0.coupling)) }.map(\.mass)
            guard let least = shown.min(), let most = shown.max() else { return -1 }
            return most / least
        }
        guard let best = ranges.max(), best > 0 else { return nil }
        return ranges.firstIndex(of: best)
    }

    /// The insides of its closed regions, hatched: a line alone does not say which side is excluded.
    package var insides: [Mark] {
        guard facts.role == .limit else { return [] }
        return segments.enumerated().filter(\.element.isOutline).map { index, segment in
            Region(
                "\(id(index))/inside", x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling),
                openTowards: nil, role: .excluded, ink: look.ink, isFilled: false, hatch: look.hatch,
                showsBoundary: false
            ).mark
        }
    }

    private var role: Role { facts.role == .limit ? .excluded : .comparison }

    /// Its label on a map; nil where it has none there.
    package func label(on map: LimitMap) -> InlineLabel? {
        guard case .along(let side, let share, let text)? = declaration.maps[map] else { return nil }
        let name = (text ?? facts.label) + (facts.kind == .supplied ? " (supplied)" : "")
        return share.map { InlineLabel(name, at: $0, side) } ?? InlineLabel(name, side)
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
