/// What a legend should not cover.
struct Obstacles: Sendable {
    private struct Curve {
        var points: [PagePoint]
        var bounds: PageRect
    }

    private struct Area {
        var polygons: [(points: [PagePoint], bounds: PageRect)]
        var isHatched: Bool
    }

    private var curves: [Curve] = []
    private var solids: [PageRect] = []
    private var areas: [Area] = []

    init(_ sketches: [Sketch]) {
        for sketch in sketches {
            for path in (sketch.lines + sketch.outlines).flatMap(\.paths) {
                let points = path.isClosed ? path.points + path.points.prefix(1) : path.points
                curves.append(Curve(points: points, bounds: PageRect(around: points)))
            }
            solids += sketch.labels.map(\.bounds.bounds)
            solids += sketch.shapes.flatMap { $0.paths.map { PageRect(around: $0.points) } }
            let hatched = sketch.hatches.map { (polygons: $0.polygons, isHatched: true) }
            let filled = sketch.areas.map { (polygons: $0.polygons, isHatched: false) }
            areas += (hatched + filled).map { area in
                Area(
                    polygons: area.polygons.map { (points: $0, bounds: PageRect(around: $0)) },
                    isHatched: area.isHatched)
            }
        }
    }

    /// How much a legend hides: lines, texts and symbols under its rows weigh most; a plain area hardly counts unless
    /// its border runs through. Stops counting beyond `limit`.
    func cost(_ rect: PageRect, rows: [PageRect], limit: Double) -> Double {
        let box = rect.inset(by: -4)
        let boxes = rows.map { $0.inset(by: -3.5) }
        var cost = 0.0
        for solid in solids where solid.overlaps(box) {
            for row in boxes { cost += 20 * solid.intersection(row).areaIfValid }
        }
        for curve in curves where curve.bounds.overlaps(box) {
            for (a, b) in zip(curve.points, curve.points.dropFirst())
            where Clipping.interval(a, b, in: box) != nil {
                for row in boxes {
                    guard let (start, end) = Clipping.interval(a, b, in: row) else { continue }
                    cost += 20 * (end - start) * Clipping.distance(a, b)
                }
            }
            if cost > limit { return cost }
        }
        for area in areas {
            let share = covered(box, area)
            cost += (area.isHatched ? 0.6 * share : 0.05 * share + share * (1 - share)) * box.area
            if cost > limit { return cost }
        }
        return cost
    }

    /// The share of a rectangle inside an area, on a fixed lattice of points.
    private func covered(_ box: PageRect, _ area: Area) -> Double {
        let near = area.polygons.filter { $0.bounds.intersection(box).areaIfValid > 0 }
        guard !near.isEmpty else { return 0 }
        var hits = 0
        for row in 0..<6 {
            for column in 0..<6 {
                let point = PagePoint(
                    box.left + (Double(column) + 0.5) / 6 * box.width, box.top + (Double(row) + 0.5) / 6 * box.height)
                if near.contains(where: { Clipping.contains(point, $0.points) }) { hits += 1 }
            }
        }
        return Double(hits) / 36
    }
}
