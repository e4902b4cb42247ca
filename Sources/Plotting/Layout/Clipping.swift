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

    /// The part of a segment inside a rectangle, cut side by side and each cut measured from the end that stays, which
    /// is exact on the border however far away the other end is (Cohen and Sutherland).
    static func segment(_ a: PagePoint, _ b: PagePoint, to rect: PageRect) -> (PagePoint, PagePoint)? {
        var start = a
        var end = b
        func cut(_ outside: Double, _ inside: Double, _ border: Double, _ other: Double, _ kept: Double) -> Double {
            kept + (other - kept) * ((border - inside) / (outside - inside))
        }
        for (border, sign) in [(rect.left, 1.0), (rect.right, -1.0)] {
            let first = sign * (start.x - border)
            let second = sign * (end.x - border)
            if first < 0, second < 0 { return nil }
            if first < 0 { start = PagePoint(border, cut(start.x, end.x, border, start.y, end.y)) }
            if second < 0 { end = PagePoint(border, cut(end.x, start.x, border, end.y, start.y)) }
        }
        for (border, sign) in [(rect.top, 1.0), (rect.bottom, -1.0)] {
            let first = sign * (start.y - border)
            let second = sign * (end.y - border)
            if first < 0, second < 0 { return nil }
            if first < 0 { start = PagePoint(cut(start.y, end.y, border, start.x, end.x), border) }
            if second < 0 { end = PagePoint(cut(end.y, start.y, border, end.x, start.x), border) }
        }
        return (clamped(start, to: rect), clamped(end, to: rect))
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
            guard let (start, end) = segment(a, b, to: rect) else {
                finish(&current, &pieces)
                continue
            }
            if start != a { finish(&current, &pieces) }
            if current.isEmpty { current.append(start) }
            current.append(end)
            if end != b { finish(&current, &pieces) }
        }
        finish(&current, &pieces)
        pieces = pieces.filter { length($0) > 0 }
        // A closed curve that is cut elsewhere is whole where it was closed.
        if pieces.count > 1, let seam = points.first, points.last == seam, pieces[0].first == seam,
            pieces[pieces.count - 1].last == seam
        {
            pieces[0] = pieces.removeLast() + pieces[0].dropFirst()
        }
        return pieces
    }

    /// Mends the rounding of a cut point along the border.
    static func clamped(_ point: PagePoint, to rect: PageRect) -> PagePoint {
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
                // From the end that stays, as in `segment`.
                if before >= 0, now < 0 {
                    next.append(point(previous, current, at: before / (before - now)))
                } else if before < 0, now >= 0 {
                    next.append(point(current, previous, at: now / (now - before)))
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

    /// Whether borders wind around a point, as a canvas fills them: rings that run the other way are holes.
    static func contains(_ point: PagePoint, _ rings: [[PagePoint]]) -> Bool {
        var winding = 0
        for ring in rings {
            guard var previous = ring.last else { continue }
            for current in ring {
                if (current.y > point.y) != (previous.y > point.y) {
                    let x = current.x + (point.y - current.y) / (previous.y - current.y) * (previous.x - current.x)
                    if point.x < x { winding += current.y > previous.y ? 1 : -1 }
                }
                previous = current
            }
        }
        return winding != 0
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
