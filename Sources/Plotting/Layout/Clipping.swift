/// Cuts paths to rectangles before any canvas sees them.
enum Clipping {
    /// The part of a segment inside a rectangle as parameters 0…1 (Liang and Barsky 1984), or `nil`.
    static func interval(_ a: PagePoint, _ b: PagePoint, in rect: PageRect) -> (Double, Double)? {
        var start = 0.0
        var end = 1.0
        let dx = b.x - a.x
        let dy = b.y - a.y
        for (p, q) in [
            (-dx, a.x - rect.left), (dx, rect.right - a.x), (-dy, a.y - rect.top), (dy, rect.bottom - a.y),
        ] {
            if p == 0 {
                if q < 0 { return nil }
            } else {
                let t = q / p
                if p < 0 {
                    if t > end { return nil }
                    start = max(start, t)
                } else {
                    if t < start { return nil }
                    end = min(end, t)
                }
            }
        }
        return (start, end)
    }

    static func point(_ a: PagePoint, _ b: PagePoint, at t: Double) -> PagePoint {
        PagePoint(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
    }

    /// The visible pieces of a polyline, in order.
    static func polyline(_ points: [PagePoint], to rect: PageRect) -> [[PagePoint]] {
        var pieces: [[PagePoint]] = []
        var current: [PagePoint] = []
        func finish(_ current: inout [PagePoint], _ pieces: inout [[PagePoint]]) {
            if current.count > 1 { pieces.append(current) }
            current = []
        }
        for (a, b) in zip(points, points.dropFirst()) {
            guard let (start, end) = interval(a, b, in: rect) else {
                finish(&current, &pieces)
                continue
            }
            if start > 0 { finish(&current, &pieces) }
            if current.isEmpty { current.append(start > 0 ? clamped(point(a, b, at: start), to: rect) : a) }
            if end < 1 {
                current.append(clamped(point(a, b, at: end), to: rect))
                finish(&current, &pieces)
            } else {
                current.append(b)
            }
        }
        finish(&current, &pieces)
        return pieces.filter { length($0) > 0 }
    }

    /// A cut point lies on the border despite rounding, however far outside the segment's end is.
    private static func clamped(_ point: PagePoint, to rect: PageRect) -> PagePoint {
        PagePoint(min(max(point.x, rect.left), rect.right), min(max(point.y, rect.top), rect.bottom))
    }

    /// A polygon cut to a rectangle (Sutherland and Hodgman 1974). A concave polygon may keep edges along the
    /// border, which a fill does not show.
    static func polygon(_ points: [PagePoint], to rect: PageRect) -> [PagePoint] {
        var result = points
        let sides: [(PagePoint) -> Double] = [
            { $0.x - rect.left }, { rect.right - $0.x }, { $0.y - rect.top }, { rect.bottom - $0.y },
        ]
        for side in sides {
            guard var previous = result.last else { return [] }
            var next: [PagePoint] = []
            next.reserveCapacity(result.count + 4)
            var before = side(previous)
            for current in result {
                let now = side(current)
                if (before >= 0) != (now >= 0) {
                    next.append(point(previous, current, at: before / (before - now)))
                }
                if now >= 0 { next.append(current) }
                previous = current
                before = now
            }
            result = next
        }
        guard result.count > 2 else { return [] }
        return result.map { clamped($0, to: rect) }
    }

    /// What remains of a path outside some rectangles, which labels need for themselves. The path itself where it
    /// touches none.
    static func outside(_ holes: [TurnedRect], _ path: DisplayList.Path) -> [DisplayList.Path] {
        let bounds = PageRect(around: path.points)
        let near = holes.filter { bounds.overlaps($0.bounds) }
        guard !near.isEmpty else { return [path] }
        var points = path.points
        if path.isClosed, let first = points.first { points.append(first) }
        var pieces: [[PagePoint]] = []
        var isCut = false
        for (a, b) in zip(points, points.dropFirst()) {
            let parts = Hatching.without(near, a, b)
            isCut = isCut || parts.count != 1 || parts[0] != (a, b)
            for (start, end) in parts {
                if pieces.last?.last == start {
                    pieces[pieces.count - 1].append(end)
                } else {
                    pieces.append([start, end])
                }
            }
        }
        return isCut ? pieces.map { DisplayList.Path($0) } : [path]
    }

    static func length(_ points: [PagePoint]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    }

    static func distance(_ a: PagePoint, _ b: PagePoint) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    /// Leaves out points that lie within `tolerance` of the last one kept; the ends stay.
    static func thinned(_ points: [PagePoint], tolerance: Double = 0.02) -> [PagePoint] {
        guard points.count > 2, let first = points.first, let last = points.last else { return points }
        var kept = [first]
        var reference = first
        for point in points.dropFirst().dropLast() where distance(point, reference) > tolerance {
            kept.append(point)
            reference = point
        }
        kept.append(last)
        return kept
    }

    /// Even-odd test.
    static func contains(_ point: PagePoint, _ polygon: [PagePoint]) -> Bool {
        guard var previous = polygon.last else { return false }
        var isInside = false
        for current in polygon {
            if (current.y > point.y) != (previous.y > point.y) {
                let x = current.x + (point.y - current.y) / (previous.y - current.y) * (previous.x - current.x)
                if point.x < x { isInside.toggle() }
            }
            previous = current
        }
        return isInside
    }
}
