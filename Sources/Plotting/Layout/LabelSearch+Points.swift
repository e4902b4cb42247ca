// Labels of points and of areas, and arrows.
extension LabelSearch {
    /// Beside a point, or farther away with an arrow.
    func point(_ point: PagePoint, _ alignment: Text.Alignment, _ box: MathLabelBox, _ mark: Int) -> Found? {
        let anchors = [(point: point, distance: 0.0)]
        let found = beside(anchors, alignment, box, mark)
        if let found, found.covered <= 0.3 * box.width { return found }
        // Rather over a curve, which the label interrupts, than in a legend.
        return pointer(anchors, box, mark) ?? found.flatMap { $0.covered <= 1.5 * box.width ? $0 : nil }
    }

    /// The nearest place beside one of the points that covers little.
    ///
    /// - Parameter alignment: the side that is preferred; `nil` takes any.
    func beside(
        _ anchors: [(point: PagePoint, distance: Double)], _ alignment: Text.Alignment?, _ box: MathLabelBox,
        _ mark: Int
    ) -> Found? {
        var found: [Found] = []
        let gap = (alignment == nil ? 2.5 : 1.5) * style.scale + style.symbolSize / 2
        let wanted = alignment.map(Self.direction)
        for anchor in anchors {
            for (x, y) in Self.directions {
                let diagonal = x != 0 && y != 0
                // At a corner the symbol leaves room.
                let reach = diagonal ? gap * 0.6 : gap
                let center = PagePoint(
                    anchor.point.x + x * (box.width / 2 + reach),
                    anchor.point.y - y * ((box.height + box.depth) / 2 + reach))
                let bounds = bounds(box, at: center)
                guard isFree(bounds, in: room) else { continue }
                let covered = crowd.covered(bounds.grown(by: 1.5), mark: mark)
                let turned = wanted.map { 4 * (($0.0 - x).magnitude + ($0.1 - y).magnitude) } ?? (diagonal ? 4 : 0)
                let all = covered.others + covered.own
                found.append(
                    Found(center: center, cost: 0.3 * anchor.distance + turned + Self.weight * 2 * all, covered: all))
            }
        }
        return Self.best(found)
    }

    /// The eight sides of a point, y up.
    private static let directions: [(Double, Double)] = [
        (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1),
    ]

    /// The side of its point on which a text of an alignment stands.
    private static func direction(_ alignment: Text.Alignment) -> (Double, Double) {
        switch alignment {
        case .topLeft: (1, -1)
        case .top: (0, -1)
        case .topRight: (-1, -1)
        case .left: (1, 0)
        case .center, .bottom: (0, 1)
        case .right: (-1, 0)
        case .bottomLeft: (1, 1)
        case .bottomRight: (-1, 1)
        }
    }

    /// Away from the points, where nothing is covered, with a straight arrow that crosses little.
    func pointer(_ anchors: [(point: PagePoint, distance: Double)], _ box: MathLabelBox, _ mark: Int) -> Found? {
        var best: Found?
        let (halfWidth, halfHeight) = (box.width / 2, (box.height + box.depth) / 2)
        for anchor in anchors {
            for length in [12.0, 18, 26, 36, 50, 70, 90].map({ $0 * style.scale }) {
                for turn in 0..<16 {
                    let angle = Double(turn) * .pi / 8
                    let (x, y) = (Trigonometry.cos(angle), Trigonometry.sin(angle))
                    // From the label's border, with a little air, to the point.
                    let reach = min(
                        x == 0 ? .infinity : (halfWidth + 1.5) / x.magnitude,
                        y == 0 ? .infinity : (halfHeight + 1.5) / y.magnitude)
                    let start = PagePoint(anchor.point.x + x * length, anchor.point.y - y * length)
                    let center = PagePoint(start.x + x * reach, start.y - y * reach)
                    let cost = 0.6 * length + 0.3 * anchor.distance
                    let bounds = bounds(box, at: center)
                    guard isFree(bounds, in: room) else { continue }
                    let covered = crowd.covered(bounds.grown(by: 1), mark: mark)
                    guard covered.own + covered.others <= 1, cost < (best?.cost ?? .infinity) else { continue }
                    let strip = Self.strip(start, anchor.point, halfWidth: 0.6)
                    guard !taken.contains(where: { $0.overlaps(strip) }) else { continue }
                    let crossed = crowd.covered(strip, mark: mark)
                    let found = Found(
                        center: center,
                        cost: cost + shade(bounds) + 3 * (crossed.others + max(0, crossed.own - 2)),
                        leader: (from: start, to: anchor.point))
                    if found.cost < (best?.cost ?? .infinity) { best = found }
                }
            }
        }
        return best
    }

    // MARK: Areas

    /// Inside an area, near a point of it; upright text where it is too narrow for a level one, and an arrow where it is too
    /// small for both.
    func area(_ area: PageRect, _ wanted: PagePoint, _ box: MathLabelBox, _ mark: Int) -> Found? {
        let rect = area.intersection(frame)
        guard rect.width > 0, rect.height > 0 else { return nil }
        let margin = 1.5 * style.scale
        let places = 16
        for rotation in [0, Double.pi / 2] {
            let extent = bounds(box, at: PagePoint(0, 0), rotation: rotation).bounds
            let inner = PageRect(
                left: rect.left + extent.width / 2 + margin, top: rect.top + extent.height / 2 + margin,
                right: rect.right - extent.width / 2 - margin, bottom: rect.bottom - extent.height / 2 - margin)
            guard inner.width >= 0, inner.height >= 0 else { continue }
            let grid = (0...places).flatMap { row in
                (0...places).map { column in
                    PagePoint(
                        inner.left + Double(column) / Double(places) * inner.width,
                        inner.top + Double(row) / Double(places) * inner.height)
                }
            }
            let found = ([Clipping.clamped(wanted, to: inner)] + grid).compactMap { center -> Found? in
                let bounds = bounds(box, at: center, rotation: rotation)
                guard isFree(bounds, in: room) else { return nil }
                let covered = crowd.covered(bounds.grown(by: 1), mark: mark)
                return Found(
                    center: center, rotation: rotation,
                    cost: 0.3 * Clipping.distance(center, wanted) + Self.weight * 2 * (covered.others + covered.own),
                    covered: covered.others + covered.own)
            }
            if let best = Self.best(found), best.covered <= 0.3 * box.width { return best }
        }
        let point = Clipping.clamped(wanted, to: rect)
        return pointer([(point, 0)], box, mark)
    }
}
