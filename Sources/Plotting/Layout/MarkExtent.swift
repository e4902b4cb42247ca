/// Where the parts of a mark are on the page, as points close enough together to measure distances.
struct MarkExtent: Sendable {
    private var places: [Look.Form: [PagePoint]] = [:]

    /// Spacing of the points.
    static let spacing = 1.0

    init(_ sketch: Sketch) {
        places[.line] = (sketch.lines + sketch.outlines).flatMap(\.paths).flatMap { Self.samples($0) }
        places[.symbol] = sketch.shapes.flatMap(\.paths).flatMap { Self.samples($0) }
        places[.area] = (sketch.areas.map(\.polygons) + sketch.hatches.map(\.polygons)).flatMap { polygons in
            polygons.flatMap { Self.samples(.init($0, isClosed: true)) } + Self.interior(polygons)
        }
    }

    func places(_ form: Look.Form) -> [PagePoint] { places[form] ?? [] }

    /// Whether parts of a form come within a distance of the other mark's.
    func isNear(_ other: MarkExtent, _ form: Look.Form, within distance: Double) -> Bool {
        let mine = places(form)
        let others = other.places(form)
        guard !mine.isEmpty, !others.isEmpty else { return false }
        func cell(_ point: PagePoint) -> Cell {
            Cell(
                x: Int(saturating: (point.x / distance).rounded(.down)),
                y: Int(saturating: (point.y / distance).rounded(.down)))
        }
        let cells = Dictionary(grouping: others, by: cell)
        return mine.contains { point in
            let home = cell(point)
            return (-1...1).contains { dy in
                (-1...1).contains { dx in
                    (cells[Cell(x: home.x + dx, y: home.y + dy)] ?? []).contains {
                        Clipping.distance($0, point) <= distance
                    }
                }
            }
        }
    }

    private struct Cell: Hashable {
        var x: Int
        var y: Int
    }

    /// Points along a path.
    static func samples(_ path: DisplayList.Path) -> [PagePoint] {
        let points = path.isClosed ? path.points + path.points.prefix(1) : path.points
        return zip(points, points.dropFirst()).flatMap { a, b in
            let count = max(1, Int(saturating: (Clipping.distance(a, b) / spacing).rounded(.up)))
            return (0...count).map { Clipping.point(a, b, at: Double($0) / Double(count)) }
        }
    }

    /// Points of a lattice inside polygons (even-odd).
    static func interior(_ polygons: [[PagePoint]], spacing: Double = 3) -> [PagePoint] {
        let bounds = PageRect(around: polygons.flatMap { $0 })
        guard bounds.width > 0, bounds.height > 0 else { return [] }
        var points: [PagePoint] = []
        for y in stride(from: bounds.top + spacing / 2, to: bounds.bottom, by: spacing) {
            for x in stride(from: bounds.left + spacing / 2, to: bounds.right, by: spacing) {
                let point = PagePoint(x, y)
                if polygons.count(where: { Clipping.contains(point, $0) }) % 2 == 1 { points.append(point) }
            }
        }
        return points
    }
}
