import NumericalMethods

extension RectilinearGrid {
    /// The grid of every second node along both axes, from the first one; `nil` where fewer than three would be left along
    /// one of them.
    var everySecondNode: RectilinearGrid? {
        let columns = Array(stride(from: 0, to: x.count, by: 2))
        let rows = Array(stride(from: 0, to: y.count, by: 2))
        guard columns.count > 2, rows.count > 2 else { return nil }
        return try? RectilinearGrid(
            x: columns.map { x[$0] }, y: rows.map { y[$0] },
            values: rows.flatMap { row in columns.map { values[row * x.count + $0] } }, xSpacing: xSpacing,
            ySpacing: ySpacing)
    }
}

extension ContourLines {
    /// How far in `y` the points of the contours lie from those of a coarser grid of the same function, at most: an
    /// estimate of the error that the spacing of the nodes causes. Interpolation is of second order, so that contours of
    /// twice the spacing are wrong by four times as much, and the difference is three times the error of a smooth function.
    /// It is stated whole.
    ///
    /// Points within a cell of the coarse grid's border are left out, where one of the contours may end.
    ///
    /// - Returns: `nil` where it cannot be told: without a point inside, or where a point has no coarse contour above or
    ///   below it, as at the ends of closed curves and where curves run up and down.
    func error(comparedWith coarse: RectilinearGrid) -> Double? {
        let (columns, rows) = (coarse.x.count, coarse.y.count)
        let inside = (coarse.x[1]...coarse.x[columns - 2], coarse.y[1]...coarse.y[rows - 2])
        let segments = coarse.contours(at: level).lines.flatMap { line in
            zip(line.x.indices, line.x.indices.dropFirst()).map { a, b in
                ((line.x[a], line.y[a]), (line.x[b], line.y[b]))
            }
        }
        var largest: Double?
        for line in lines {
            for (x, y) in zip(line.x, line.y) where inside.0.contains(x) && inside.1.contains(y) {
                var nearest = Double.infinity
                for (a, b) in segments where min(a.0, b.0) <= x && x <= max(a.0, b.0) {
                    let ends = (min(a.1, b.1), max(a.1, b.1))
                    let crossing =
                        a.0 == b.0 ? min(max(y, ends.0), ends.1) : a.1 + (x - a.0) / (b.0 - a.0) * (b.1 - a.1)
                    nearest = min(nearest, (crossing - y).magnitude)
                }
                guard nearest.isFinite else { return nil }
                largest = max(largest ?? 0, nearest)
            }
        }
        return largest
    }
}
