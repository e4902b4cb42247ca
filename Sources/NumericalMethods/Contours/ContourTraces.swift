/// The contours of one level as they cross the grid's edges: one point for each edge, coinciding ones included.
struct ContourTraces {
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    /// Where each line starts in the columns; one more at the end.
    private(set) var offsets: [Int] = [0]
    /// The edges at which open lines start and end; both are -1 for a closed line, whose first point is not repeated.
    private(set) var ends: [(first: Int, last: Int)] = []

    var count: Int { ends.count }

    /// The number of an edge: of the one that leaves a node to the right, or upwards.
    @inline(__always)
    static func edge(_ node: Int, isVertical: Bool) -> Int { 2 * node + (isVertical ? 1 : 0) }

    mutating func append(_ px: Double, _ py: Double) {
        x.append(px)
        y.append(py)
    }

    mutating func finish(first: Int, last: Int) {
        offsets.append(x.count)
        ends.append((first, last))
    }

    func range(_ line: Int) -> Range<Int> { offsets[line]..<offsets[line + 1] }

    func isClosed(_ line: Int) -> Bool { ends[line].first < 0 }

    var lines: [Polyline] {
        (0..<count).compactMap { line in
            var path = PathBuilder(capacity: range(line).count + 1)
            for index in range(line) { path.append(x[index], y[index]) }
            return path.polyline(isClosed: isClosed(line))
        }
    }
}

/// Collects a path and drops what has no length or area: repeated points, and ways out and back upon themselves.
struct PathBuilder {
    private var x: [Double] = []
    private var y: [Double] = []

    init(capacity: Int) {
        x.reserveCapacity(capacity)
        y.reserveCapacity(capacity)
    }

    @inline(__always)
    mutating func append(_ px: Double, _ py: Double) {
        let count = x.count
        if count > 0, x[count - 1] == px, y[count - 1] == py { return }
        if count > 1, x[count - 2] == px, y[count - 2] == py {
            x.removeLast()
            y.removeLast()
            return
        }
        x.append(px)
        y.append(py)
    }

    /// `nil` where nothing is left of it.
    func polyline(isClosed: Bool) -> Polyline? {
        guard isClosed else { return x.count > 1 ? Polyline(x: x, y: y, isClosed: false) : nil }
        // Around the seam as everywhere else.
        var start = 0
        var end = x.count
        func equal(_ a: Int, _ b: Int) -> Bool { x[a] == x[b] && y[a] == y[b] }
        while end - start > 1 {
            if equal(start, end - 1) || (end - start > 2 && equal(start, end - 2)) {
                end -= 1
            } else if end - start > 2, equal(start + 1, end - 1) {
                start += 1
            } else {
                break
            }
        }
        guard end - start > 2 else { return nil }
        var px = Array(x[start..<end])
        var py = Array(y[start..<end])
        px.append(px[0])
        py.append(py[0])
        return Polyline(x: px, y: py, isClosed: true)
    }
}
