/// A polyline with its running length.
struct MeasuredCurve: Sendable {
    let points: [PagePoint]
    let lengths: [Double]
    /// The axis along which it never turns back, if there is one.
    let runs: AxisName?
    /// How often it turns up and down beside that axis.
    let turns: Int

    init(_ points: [PagePoint]) {
        self.points = points
        func ascends(_ coordinate: (PagePoint) -> Double) -> Bool {
            let pairs = zip(points, points.dropFirst())
            return pairs.allSatisfy { coordinate($0) <= coordinate($1) }
                || pairs.allSatisfy { coordinate($0) >= coordinate($1) }
        }
        let runs: AxisName? = ascends(\.x) ? .x : ascends(\.y) ? .y : nil
        self.runs = runs
        var turns = 0
        if let runs {
            var previous = 0.0
            for (a, b) in zip(points, points.dropFirst()) {
                let step = runs == .x ? b.y - a.y : b.x - a.x
                if step * previous < 0 { turns += 1 }
                if step != 0 { previous = step }
            }
        }
        self.turns = turns
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

    /// What a label cuts from a piece of a curve.
    typealias Gap = (piece: Int, range: ClosedRange<Double>)

    struct Placement: Sendable {
        var center: PagePoint
        var rotation: Double
        var piece: Int
        /// What the label cuts from the piece.
        var gap: ClosedRange<Double>
        /// Whether the curve runs up and down under the label, which then stands beside it.
        var isScattered = false
    }

    /// A place to try, and how far it is from the one that was asked for.
    struct Candidate: Sendable {
        var placement: Placement
        var distance: Double
    }

    /// Places to try, the one that was asked for first, then along all pieces that are long enough.
    static func candidates(
        _ pieces: [MeasuredCurve], width: Double, height: Double, _ hint: PendingLabel.Hint
    ) -> [Candidate] {
        let needed = width + 2 * padding
        let long = pieces.indices.filter { pieces[$0].total >= needed + 4 }
        guard let wanted = wanted(pieces, hint, among: long) else { return [] }
        func clamped(_ distance: Double, _ piece: Int) -> Double {
            // A closed curve's seam and the frame's border stay clear of the label.
            min(max(distance, needed / 2 + 1), pieces[piece].total - needed / 2 - 1)
        }
        let start = clamped(wanted.distance, wanted.piece)
        let place = pieces[wanted.piece].point(at: start)
        var result: [Candidate] = []
        func add(_ distance: Double, _ piece: Int) {
            guard let placement = placement(pieces[piece], piece, at: distance, width, height) else { return }
            let away = Clipping.distance(pieces[piece].point(at: distance), place)
            result.append(Candidate(placement: placement, distance: away + (piece == wanted.piece ? 0 : 10)))
        }
        add(start, wanted.piece)
        for piece in long {
            let curve = pieces[piece]
            let (low, high) = (needed / 2 + 1, curve.total - needed / 2 - 1)
            let step = max(3, (high - low) / mostPlaces)
            // Counted from the place that was asked for, so that all move with it.
            let origin = piece == wanted.piece ? start : (low + high) / 2
            if piece != wanted.piece { add(origin, piece) }
            for sign in [1.0, -1] {
                var distance = origin + sign * step
                while distance >= low, distance <= high {
                    add(distance, piece)
                    distance += sign * step
                }
            }
        }
        return result
    }

    private static let mostPlaces = 80.0

    /// The piece and the distance along it that a hint means.
    static func wanted(
        _ pieces: [MeasuredCurve], _ hint: PendingLabel.Hint, among long: [Int]
    ) -> (piece: Int, distance: Double)? {
        switch hint {
        case .near(let anchor):
            var best: (piece: Int, distance: Double, separation: Double)?
            for index in long {
                let (distance, separation) = pieces[index].nearest(to: anchor)
                if separation < best?.separation ?? .infinity { best = (index, distance, separation) }
            }
            return best.map { ($0.piece, $0.distance) }
        case .share(let share):
            // In the piece that holds the share, or the next that is long enough.
            var rest = min(max(share, 0), 1) * pieces.reduce(0) { $0 + $1.total }
            var last: Int?
            for index in pieces.indices {
                let isLong = long.contains(index)
                if isLong { last = index }
                if rest <= pieces[index].total, isLong { return (index, max(rest, 0)) }
                rest -= pieces[index].total
            }
            return last.map { ($0, pieces[$0].total) }
        case .anywhere:
            let longest = long.max { (pieces[$0].total, $1) < (pieces[$1].total, $0) }
            return longest.map { ($0, pieces[$0].total / 2) }
        }
    }

    /// `nil` where a curve with scatter has no trend as long as the label.
    private static func placement(
        _ curve: MeasuredCurve, _ index: Int, at distance: Double, _ width: Double, _ height: Double
    ) -> Placement? {
        let needed = width + 2 * padding
        switch Scatter(curve, at: distance, width: needed) {
        case .tooShort: return nil
        case .trend(let center, let rotation, let part):
            return Placement(
                center: center, rotation: readable(rotation), piece: index, gap: part, isScattered: true)
        case .none: break
        }
        let start = curve.point(at: distance - needed / 2)
        let end = curve.point(at: distance + needed / 2)
        let rotation = readable(Trigonometry.atan2(start.y - end.y, end.x - start.x))
        let chord = PagePoint((start.x + end.x) / 2, (start.y + end.y) / 2)
        let room = TurnedRect(
            center: chord, halfWidth: needed / 2, halfHeight: height / 2 + 1, rotation: rotation)
        return Placement(
            center: chord, rotation: rotation, piece: index, gap: gap(curve, around: distance, room, needed))
    }

    /// Read from left to right; a vertical label from bottom to top.
    private static func readable(_ angle: Double) -> Double {
        var rotation = angle
        if rotation > .pi / 2 + 1e-6 { rotation -= .pi }
        if rotation <= -.pi / 2 + 1e-6 { rotation += .pi }
        return rotation
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

    /// What is left to draw of a curve.
    static func cut(_ pieces: [MeasuredCurve], _ gaps: [Gap]) -> [DisplayList.Path] {
        pieces.enumerated().flatMap { index, piece -> [DisplayList.Path] in
            let own = gaps.filter { $0.piece == index }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
            guard !own.isEmpty else { return [path(piece.points)] }
            var paths: [DisplayList.Path] = []
            var start = 0.0
            for gap in own {
                paths.append(DisplayList.Path(piece.part(from: start, to: gap.lowerBound)))
                start = max(start, gap.upperBound)
            }
            paths.append(DisplayList.Path(piece.part(from: start, to: piece.total)))
            return paths.filter { $0.points.count > 1 }
        }
    }

    /// Closed when its ends meet, so that the joint is round and dashes run through.
    static func path(_ points: [PagePoint]) -> DisplayList.Path {
        if points.count > 3, let first = points.first, points.last == first {
            return DisplayList.Path(Array(points.dropLast()), isClosed: true)
        }
        return DisplayList.Path(points)
    }
}
