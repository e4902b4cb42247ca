/// Finds the place inside a frame where a legend hides least.
///
/// Candidates are the corners and the middles of the sides, a coarse grid, and, where none of these is free of data and
/// areas, a fine grid. Costs
/// are rounded, and equal costs go to the earlier candidate: small changes of the data rarely move a legend, and never one
/// that has a preferred place (``Legend/preferred``).
struct LegendPlacement: Sendable {
    /// How much a legend would hide; less of the first, then of the second, is better.
    struct Cost: Hashable, Comparable, Sendable {
        /// Lines, texts and symbols, in units of half a letter's height. Zero only if nothing at all is hidden.
        var data: Int
        /// Hatched areas, borders of areas and areas, in twentieths of the legend.
        var areas: Int

        static func < (a: Cost, b: Cost) -> Bool { (a.data, a.areas) < (b.data, b.areas) }
    }

    let obstacles: Obstacles
    /// Where legends may stand.
    let room: PageRect
    let width: Double
    let height: Double
    /// What the rows cover, with the legend's top left corner at (0, 0).
    let rows: [PageRect]
    let style: ChartStyle

    /// Distance that a new place keeps from data, and the one that a preferred place keeps, times the style's scale.
    static let clearance = 3.5
    static let keptClearance = 1.0

    static let named: [Legend.Placement] = [
        .topRight, .topLeft, .bottomRight, .bottomLeft, .right, .left, .top, .bottom,
    ]

    /// The rectangle of a named place; `nil` for an automatic or hidden legend.
    func rect(_ placement: Legend.Placement) -> PageRect? {
        switch placement {
        case .topLeft: rect(0, 0)
        case .top: rect(0.5, 0)
        case .topRight: rect(1, 0)
        case .left: rect(0, 0.5)
        case .right: rect(1, 0.5)
        case .bottomLeft: rect(0, 1)
        case .bottom: rect(0.5, 1)
        case .bottomRight: rect(1, 1)
        case .automatic, .hidden: nil
        }
    }

    /// A place by its fractions of the free room.
    private func rect(_ fx: Double, _ fy: Double) -> PageRect {
        let left = room.left + fx * (room.width - width)
        let top = room.top + fy * (room.height - height)
        return PageRect(left: left, top: top, right: left + width, bottom: top + height)
    }

    var coarseCandidates: [PageRect] { Self.named.compactMap { rect($0) } + grid(columns: 12, rows: 20) }

    var fineCandidates: [PageRect] {
        let step = 2 * style.scale
        func count(_ length: Double) -> Int { min(max(Int(saturating: length / step), 1), 200) }
        return grid(columns: count(room.width - width), rows: count(room.height - height))
    }

    /// The nearer to an edge, the earlier.
    private func grid(columns: Int, rows: Int) -> [PageRect] {
        let places = (0...rows).flatMap { row in
            (0...columns).map { column in (Double(column) / Double(columns), Double(row) / Double(rows)) }
        }
        func depth(_ place: (Double, Double)) -> Double {
            min(place.0, 1 - place.0) * (room.width - width) + min(place.1, 1 - place.1) * (room.height - height)
        }
        let order = places.indices.sorted { (depth(places[$0]), $0) < (depth(places[$1]), $1) }
        return order.map { rect(places[$0].0, places[$0].1) }
    }

    /// What is hidden at a place, in points of line.
    func hidden(_ rect: PageRect, clearance: Double) -> Double {
        rows.reduce(0) { sum, row in
            sum + obstacles.hidden(row.moved(rect.left, rect.top).inset(by: -clearance * style.scale))
        }
    }

    func cost(_ rect: PageRect) -> Cost {
        let hidden = hidden(rect, clearance: Self.clearance)
        let shares = obstacles.shares(rect.inset(by: -4 * style.scale))
        let areas = 0.6 * shares.hatched + 0.05 * shares.shaded + shares.shaded * (1 - shares.shaded)
        return Cost(
            data: Int(saturating: (hidden / (style.legendSize / 2)).rounded(.up)),
            areas: Int(saturating: (areas * 20).rounded()))
    }

    /// The best place, and what it hides.
    func best(preferring preferred: Legend.Placement?) -> (rect: PageRect, cost: Cost) {
        let kept = preferred.flatMap { rect($0) }
        if let kept, hidden(kept, clearance: Self.keptClearance) == 0 {
            var cost = cost(kept)
            cost.data = 0
            return (kept, cost)
        }
        var best = first(coarseCandidates)
        if best.cost > Cost(data: 0, areas: 0) {
            let fine = first(fineCandidates)
            if fine.cost < best.cost { best = fine }
        }
        if let kept, best.cost.data > 0 {
            let cost = cost(kept)
            if Double(cost.data) <= 1.25 * Double(best.cost.data) { return (kept, cost) }
        }
        return best
    }

    /// The first of the candidates with the least cost.
    private func first(_ candidates: [PageRect]) -> (rect: PageRect, cost: Cost) {
        var best = (rect: rect(1, 0), cost: Cost(data: .max, areas: .max))
        for candidate in candidates {
            let cost = cost(candidate)
            if cost < best.cost { best = (candidate, cost) }
            if cost == Cost(data: 0, areas: 0) { break }
        }
        return best
    }
}

extension PageRect {
    func moved(_ x: Double, _ y: Double) -> PageRect {
        PageRect(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
    }
}
