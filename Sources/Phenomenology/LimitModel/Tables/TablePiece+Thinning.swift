#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension [TablePiece] {
    /// A curve on a page needs far fewer points than a table may have.
    package static let mostPoints = 20_000

    private var pointCount: Int { reduce(0) { $0 + $1.segment.points.count } }

    /// The same pieces with at most ``mostPoints`` points where that can be: straight lines between those that are left pass
    /// each of the others within `error`, relative to its coupling. In linear time.
    package func thinned() -> (pieces: [TablePiece], error: Double) {
        guard pointCount > Self.mostPoints else { return (self, 0) }
        var error = 1e-6
        var pieces = map { $0.thinned(within: error) }
        while pieces.pointCount > Self.mostPoints, error < 0.01 {
            error *= 4
            // From all points: errors must not add up.
            pieces = map { $0.thinned(within: error) }
        }
        return (pieces, error)
    }
}

extension TablePiece {
    /// Goes on from a kept point as long as one straight line in the logarithms passes all points since within the error.
    func thinned(within error: Double) -> TablePiece {
        let points = segment.points
        guard points.count > 2 else { return self }
        let tolerance = log1p(error)
        var kept = [0]
        var (x0, y0) = (log(points[0].mass), log(points[0].coupling))
        var (low, high) = (-Double.infinity, Double.infinity)
        var direction = 0.0
        for index in 1..<points.count {
            let (x, y) = (log(points[index].mass), log(points[index].coupling))
            let run = x - x0
            let slope = (y - y0) / run
            let isStep = points[index].mass == points[index - 1].mass
            if isStep || run * direction < 0 || !(low...Swift.max(low, high)).contains(slope) && kept.last != index - 1
            {
                // The line to the point before was good for all between.
                if kept.last != index - 1 { kept.append(index - 1) }
                if isStep { kept.append(index) }
                let anchor = points[isStep ? index : index - 1]
                (x0, y0) = (log(anchor.mass), log(anchor.coupling))
                (low, high, direction) = (-.infinity, .infinity, 0)
                if isStep { continue }
            }
            let width = x - x0
            guard width != 0 else { continue }
            direction = width
            let (a, b) = ((y - tolerance - y0) / width, (y + tolerance - y0) / width)
            low = Swift.max(low, Swift.min(a, b))
            high = Swift.min(high, Swift.max(a, b))
        }
        if kept.last != points.count - 1 { kept.append(points.count - 1) }
        return TablePiece(
            LimitSegment(points: kept.map { points[$0] }, isOutline: segment.isOutline), lines: kept.map { lines[$0] })
    }
}
