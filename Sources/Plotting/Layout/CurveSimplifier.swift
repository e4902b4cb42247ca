/// Takes the points of a curve one by one and keeps what a page can show: however many points come, those kept stay few.
///
/// - A point within ``tolerance`` of the last one kept is left out.
/// - Of points on the same side outside of the window only the first and the last of a row are kept: nothing between them can
///   be seen.
/// - Once there are many, points that follow each other within a strip as thin as the tolerance are reduced to the first, the last
///   and the extremes along the strip. A curve that oscillates faster than the page resolves keeps its envelope so.
///
/// What is drawn stays within the tolerance of the curve, and the curve within that of what is drawn.
struct CurveSimplifier: Sendable {
    /// In points.
    static let tolerance = 0.02
    /// Strips are looked for whenever as many points are kept.
    static let many = 32768

    private let window: PageRect
    private var kept: [PagePoint] = []
    private var last: PagePoint?
    /// Where the next search for strips is due.
    private var limit = CurveSimplifier.many

    /// - Parameter window: the rectangle to which the curve will be clipped.
    init(window: PageRect) { self.window = window }

    var isEmpty: Bool { kept.isEmpty }

    mutating func append(_ point: PagePoint) {
        last = point
        if let reference = kept.last, Clipping.distance(point, reference) <= Self.tolerance { return }
        keep(point)
        guard kept.count > limit else { return }
        kept = Self.withoutStrips(kept)
        // What cannot be reduced is left alone until it has doubled.
        limit = max(Self.many, 2 * kept.count)
    }

    private mutating func keep(_ point: PagePoint) {
        let count = kept.count
        if count > 1 {
            let common = sides(kept[count - 2]) & sides(kept[count - 1]) & sides(point)
            if common != 0 {
                kept[count - 1] = point
                return
            }
        }
        kept.append(point)
    }

    /// On which sides of the window a point lies outside it.
    private func sides(_ point: PagePoint) -> UInt8 {
        (point.x < window.left - 1 ? 1 : 0) | (point.x > window.right + 1 ? 2 : 0)
            | (point.y < window.top - 1 ? 4 : 0) | (point.y > window.bottom + 1 ? 8 : 0)
    }

    /// The points kept, with the curve's own end; this starts anew.
    mutating func finish() -> [PagePoint] {
        var result = kept
        if let last, result.last != last {
            // As the ends matter most, the last point replaces a neighbour rather than being left out.
            result.append(last)
        }
        self = CurveSimplifier(window: window)
        return result
    }

    static func withoutStrips(_ points: [PagePoint]) -> [PagePoint] {
        var result: [PagePoint] = []
        var start = 0
        while start < points.count {
            var end = start + 1
            var bounds = PageRect(around: [points[start]])
            while end < points.count {
                let next = points[end]
                let wider = PageRect(
                    left: min(bounds.left, next.x), top: min(bounds.top, next.y), right: max(bounds.right, next.x),
                    bottom: max(bounds.bottom, next.y))
                guard wider.width <= tolerance || wider.height <= tolerance else { break }
                bounds = wider
                end += 1
            }
            if end - start <= 4 {
                result += points[start..<end]
            } else {
                let along: (PagePoint) -> Double = bounds.width <= tolerance ? { $0.y } : { $0.x }
                var low = start
                var high = start
                for index in start..<end {
                    if along(points[index]) < along(points[low]) { low = index }
                    if along(points[index]) > along(points[high]) { high = index }
                }
                var previous = -1
                for index in [start, min(low, high), max(low, high), end - 1] where index != previous {
                    result.append(points[index])
                    previous = index
                }
            }
            start = end
        }
        return result
    }
}
