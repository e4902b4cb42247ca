/// Whether a curve has a direction at a place, or only a trend: data that scatter from bin to bin do, and a label along the
/// line between two of them would stand upright across the rest.
enum Scatter: Sendable {
    /// The curve is smooth there.
    case none
    /// The straight line that fits the curve best over the length of a label, and that part of the curve.
    case trend(center: PagePoint, rotation: Double, part: ClosedRange<Double>)
    /// It scatters, and is no longer than a label.
    case tooShort

    /// A curve with fewer turns is smooth, also where it oscillates.
    private static let fewestTurns = 5
    /// A curve that travels this many times its height up and down scatters.
    private static let mostTravel = 2.5

    init(_ curve: MeasuredCurve, at distance: Double, width: Double) {
        guard let axis = curve.runs, curve.turns >= Self.fewestTurns else {
            self = .none
            return
        }
        func along(_ point: PagePoint) -> Double { axis == .x ? point.x : point.y }
        func across(_ point: PagePoint) -> Double { axis == .x ? point.y : point.x }
        let ends = [along(curve.points[0]), along(curve.points[curve.points.count - 1])]
        let (first, last) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
        let middle = along(curve.point(at: distance))
        let center = min(max(middle, first + width / 2), max(last - width / 2, first + width / 2))
        let inside = curve.points.indices.filter { (along(curve.points[$0]) - center).magnitude <= width / 2 }
        guard let low = inside.first, let high = inside.last, high - low >= 3 else {
            self = .none
            return
        }
        let part = curve.points[low...high]
        var travelled = 0.0
        for (a, b) in zip(part, part.dropFirst()) { travelled += (across(b) - across(a)).magnitude }
        let values = part.map(across)
        let spread = (values.max() ?? 0) - (values.min() ?? 0)
        guard travelled > Self.mostTravel * spread, travelled > width / 4 else {
            self = .none
            return
        }
        guard last - first >= width else {
            self = .tooShort
            return
        }
        // Least squares over the length along the axis, each stretch by the integral over it.
        var (length, mean, moment) = (0.0, 0.0, 0.0)
        for (a, b) in zip(part, part.dropFirst()) {
            let (x, y) = (along(a) - center, across(a))
            let (dx, dy) = (along(b) - along(a), across(b) - across(a))
            let weight = dx.magnitude
            length += weight
            mean += weight * (y + dy / 2)
            moment += weight * (x * y + (x * dy + y * dx) / 2 + dx * dy / 3)
        }
        guard length > 0 else {
            self = .none
            return
        }
        mean /= length
        let offset = (along(part[low]) + along(part[high])) / 2 - center
        let slope = (moment - offset * length * mean) / (length * length * length / 12)
        let height = mean - slope * offset
        let range = curve.lengths[low]...curve.lengths[high]
        if axis == .x {
            self = .trend(
                center: PagePoint(center, height), rotation: Trigonometry.atan2(-slope, 1), part: range)
        } else {
            self = .trend(
                center: PagePoint(height, center), rotation: Trigonometry.atan2(-1, slope), part: range)
        }
    }
}
