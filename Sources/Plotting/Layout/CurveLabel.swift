/// A polyline with its running length.
struct MeasuredCurve: Sendable {
    let points: [PagePoint]
    let lengths: [Double]

    init(_ points: [PagePoint]) {
        self.points = points
        var lengths = [0.0]
        lengths.reserveCapacity(points.count)
        for (a, b) in zip(points, points.dropFirst()) { lengths.append((lengths.last ?? 0) + Clipping.distance(a, b)) }
        self.lengths = lengths
    }

    var total: Double { lengths.last ?? 0 }

    func point(at distance: Double) -> PagePoint {
        let segment = segment(at: distance)
        let length = lengths[segment + 1] - lengths[segment]
        let t = length > 0 ? (min(max(distance, 0), total) - lengths[segment]) / length : 0
        return Clipping.point(points[segment], points[segment + 1], at: t)
    }

    /// The index of the segment that holds a distance, by bisection.
    private func segment(at distance: Double) -> Int {
        var low = 0
        var high = points.count - 2
        while low < high {
            let middle = (low + high + 1) / 2
            if lengths[middle] <= distance { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The part between two distances.
    func part(from start: Double, to end: Double) -> [PagePoint] {
        guard end > start else { return [] }
        var result = [point(at: start)]
        for (index, length) in lengths.enumerated() where length > start && length < end {
            result.append(points[index])
        }
        result.append(point(at: end))
        return result
    }

    /// Distance along the curve of the point nearest to `target`, and how far away that is.
    func nearest(to target: PagePoint) -> (distance: Double, separation: Double) {
        var best = (distance: 0.0, separation: Double.infinity)
        for index in 0..<(points.count - 1) {
            let a = points[index]
            let b = points[index + 1]
            let dx = b.x - a.x
            let dy = b.y - a.y
            let square = dx * dx + dy * dy
            let t = square > 0 ? min(max(((target.x - a.x) * dx + (target.y - a.y) * dy) / square, 0), 1) : 0
            let separation = Clipping.distance(Clipping.point(a, b, at: t), target)
            if separation < best.separation {
                best = (lengths[index] + t * (lengths[index + 1] - lengths[index]), separation)
            }
        }
        return best
    }
}

enum CurveLabel {
    /// Space between a label and the ends of the curve beside it.
    static let padding = 2.0

    struct Placement: Sendable {
        var center: PagePoint
        var rotation: Double
        var piece: Int
        /// What the label cuts from the piece.
        var gap: ClosedRange<Double>
    }

    /// Places to try near an anchor: the nearest point of all pieces long enough, then ever farther along that piece.
    static func candidates(
        _ pieces: [MeasuredCurve], width: Double, height: Double, near anchor: PagePoint
    ) -> [Placement] {
        let needed = width + 2 * padding
        var best: (piece: Int, distance: Double, separation: Double)?
        for (index, piece) in pieces.enumerated() where piece.total >= needed + 4 {
            let (distance, separation) = piece.nearest(to: anchor)
            if separation < best?.separation ?? .infinity { best = (index, distance, separation) }
        }
        guard let best else { return [] }
        let curve = pieces[best.piece]
        return [0.0, 2, -2, 4, -4, 7, -7, 11, -11, 16, -16, 22, -22, 30, -30, 40, -40].map { offset in
            placement(curve, best.piece, at: best.distance + offset, width, height)
        }
    }

    /// Places to try when none is stored: along the longest piece, from its middle outwards.
    static func candidates(_ pieces: [MeasuredCurve], width: Double, height: Double) -> [Placement] {
        let needed = width + 2 * padding
        guard let index = pieces.indices.max(by: { pieces[$0].total < pieces[$1].total }),
            pieces[index].total >= needed + 4
        else { return [] }
        return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map { fraction in
            placement(pieces[index], index, at: fraction * pieces[index].total, width, height)
        }
    }

    private static func placement(
        _ curve: MeasuredCurve, _ index: Int, at distance: Double, _ width: Double, _ height: Double
    ) -> Placement {
        let needed = width + 2 * padding
        // A closed curve's seam and the frame's border stay clear of the label.
        let center = min(max(distance, needed / 2 + 1), curve.total - needed / 2 - 1)
        let start = curve.point(at: center - needed / 2)
        let end = curve.point(at: center + needed / 2)
        var rotation = Trigonometry.atan2(start.y - end.y, end.x - start.x)
        // Read from left to right; a vertical label from bottom to top.
        if rotation > .pi / 2 + 1e-6 { rotation -= .pi }
        if rotation <= -.pi / 2 + 1e-6 { rotation += .pi }
        let chord = PagePoint((start.x + end.x) / 2, (start.y + end.y) / 2)
        let room = TurnedRect(
            center: chord, halfWidth: needed / 2, halfHeight: height / 2 + 1, rotation: rotation)
        return Placement(
            center: chord, rotation: rotation, piece: index, gap: gap(curve, around: center, room, needed))
    }

    /// The part of a curve next to a place on it that runs through the label's room, to the last point inside.
    private static func gap(
        _ curve: MeasuredCurve, around center: Double, _ room: TurnedRect, _ reach: Double
    ) -> ClosedRange<Double> {
        let box = PageRect(
            left: -room.halfWidth, top: -room.halfHeight, right: room.halfWidth, bottom: room.halfHeight)
        var low = center
        var high = center
        for segment in 0..<(curve.points.count - 1) {
            let (start, end) = (curve.lengths[segment], curve.lengths[segment + 1])
            guard end >= center - reach, start <= center + reach,
                let (first, last) = Clipping.interval(
                    room.local(curve.points[segment]), room.local(curve.points[segment + 1]), in: box)
            else { continue }
            low = min(low, max(start + first * (end - start), center - reach))
            high = max(high, min(start + last * (end - start), center + reach))
        }
        return low...high
    }

    /// Moves a label beside its curve: clear of every point of the curve next to it.
    static func besides(
        _ placement: Placement, _ curve: MeasuredCurve, halfHeight: Double, clearance: Double, isAbove: Bool
    ) -> PagePoint {
        let frame = TurnedRect(
            center: placement.center, halfWidth: 0, halfHeight: 0, rotation: placement.rotation)
        let offsets = curve.part(from: placement.gap.lowerBound, to: placement.gap.upperBound).map {
            frame.local($0).y
        }
        let distance =
            isAbove
            ? (offsets.max() ?? 0) + halfHeight + clearance : (offsets.min() ?? 0) - halfHeight - clearance
        return PagePoint(
            placement.center.x - Trigonometry.sin(placement.rotation) * distance,
            placement.center.y - Trigonometry.cos(placement.rotation) * distance)
    }
}
