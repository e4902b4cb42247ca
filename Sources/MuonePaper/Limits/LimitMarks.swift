import Plotting

// How figures draw limits: the one look of each, and its label as it states for a map.
extension DrawnLimit {
    /// The id of the mark of a piece.
    package func id(_ part: Int) -> String { segments.count == 1 ? name : "\(name)-\(part + 1)" }

    /// Its curve; masses in MeV.
    ///
    /// - Parameters:
    ///   - width: of the figure's lines, points.
    ///   - label: along the curve.
    ///   - legend: what names it there.
    package func lines(width: Double, label: InlineLabel? = nil, legend: String? = nil) -> [Mark] {
        segments.enumerated().map { part, segment in
            Line(
                id(part), x: segment.points.map { $0.mass * 1e3 }, y: segment.points.map(\.coupling), role: role,
                ink: look.ink, dash: look.dash, width: width * look.width, label: part == 0 ? legend : nil,
                inlineLabel: part == 0 ? label : nil
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
