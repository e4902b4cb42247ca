/// Parallel lines inside polygons, as line segments: every canvas draws them alike.
enum Hatching {
    /// The hatch width of a journal's column, points.
    static let usualWidth = 0.35

    /// Directions (counterclockwise from the page's right, radians) of a hatch's families of lines, and their distances
    /// for lines of the usual width.
    static func families(_ hatch: Hatch) -> [(angle: Double, spacing: Double)] {
        switch hatch {
        case .none: []
        case .forward: [(.pi / 4, 4.4)]
        case .backward: [(-.pi / 4, 4.4)]
        case .horizontal: [(0, 4)]
        case .vertical: [(.pi / 2, 4)]
        case .cross: [(.pi / 4, 5.2), (-.pi / 4, 5.2)]
        case .denseForward: [(.pi / 4, 2.6)]
        case .denseBackward: [(-.pi / 4, 2.6)]
        }
    }

    /// - Parameters:
    ///   - polygons: filled together by the even-odd rule.
    ///   - width: of the lines; their distances are in proportion.
    ///   - holes: places kept free, such as labels.
    static func segments(
        _ hatch: Hatch, in polygons: [[PagePoint]], width: Double = usualWidth, holes: [TurnedRect]
    ) -> [DisplayList.Path] {
        var paths: [DisplayList.Path] = []
        for family in families(hatch) {
            let spacing = family.spacing * (width / usualWidth)
            let cosine = Trigonometry.cos(family.angle)
            let sine = Trigonometry.sin(family.angle)
            // Along the lines, and across them.
            let turned = polygons.map { $0.map { PagePoint($0.x * cosine - $0.y * sine, $0.x * sine + $0.y * cosine) } }
            let across = turned.joined().map(\.y)
            guard let low = across.min(), let high = across.max() else { continue }
            // Lines lie at fixed places of the page, so that they do not move with the data.
            let first = Int(saturating: (low / spacing).rounded(.down))
            let last = Int(saturating: (high / spacing).rounded(.up))
            guard first <= last else { continue }
            for index in first...last {
                let level = (Double(index) + 0.37) * spacing
                for (start, end) in crossings(turned, level) {
                    let a = PagePoint(start * cosine + level * sine, -start * sine + level * cosine)
                    let b = PagePoint(end * cosine + level * sine, -end * sine + level * cosine)
                    paths += without(holes, a, b).map { DisplayList.Path([$0.0, $0.1]) }
                }
            }
        }
        return paths
    }

    private static func crossings(_ polygons: [[PagePoint]], _ level: Double) -> [(Double, Double)] {
        var places: [Double] = []
        for polygon in polygons {
            guard var previous = polygon.last else { continue }
            for current in polygon {
                if (current.y > level) != (previous.y > level) {
                    places.append(
                        current.x + (level - current.y) / (previous.y - current.y) * (previous.x - current.x))
                }
                previous = current
            }
        }
        places.sort()
        return stride(from: 0, to: places.count - 1, by: 2).map { (places[$0], places[$0 + 1]) }
    }

    /// What remains of a segment outside the holes.
    static func without(_ holes: [TurnedRect], _ a: PagePoint, _ b: PagePoint) -> [(PagePoint, PagePoint)] {
        var intervals = [(0.0, 1.0)]
        for hole in holes {
            let box = PageRect(
                left: -hole.halfWidth, top: -hole.halfHeight, right: hole.halfWidth, bottom: hole.halfHeight)
            guard let (start, end) = Clipping.interval(hole.local(a), hole.local(b), in: box), end > start else {
                continue
            }
            intervals = intervals.flatMap { interval in
                [(interval.0, min(interval.1, start)), (max(interval.0, end), interval.1)].filter { $0.1 > $0.0 }
            }
        }
        let length = Clipping.distance(a, b)
        guard intervals.count != 1 || intervals[0] != (0, 1) else { return [(a, b)] }
        return
            intervals
            .filter { ($0.1 - $0.0) * length > 0.4 }
            .map { (Clipping.point(a, b, at: $0.0), Clipping.point(a, b, at: $0.1)) }
    }
}
