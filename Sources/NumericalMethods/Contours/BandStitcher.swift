/// Joins the contours of two levels, and the border of the grid's cells between them, to the rings around a band.
///
/// A ring has the band on its left. It follows contours of the lower level as they run, those of the upper one backwards, and
/// the border of the cells counterclockwise; from the end of an open line along the border up to the next line.
struct BandStitcher {
    private let tracer: ContourTracer
    private let lower: Double
    private let upper: Double
    /// Edges of the border that have been walked along inside the band.
    private var walked: Set<Int> = []

    init(_ tracer: ContourTracer, lower: Double, upper: Double) {
        self.tracer = tracer
        self.lower = lower
        self.upper = upper
    }

    /// A step along the border, cells on its left: from a node to the next one.
    private struct BorderStep {
        var from: Int
        var dx: Int
        var dy: Int
    }

    mutating func rings(_ low: ContourTraces, _ high: ContourTraces) -> [Polyline] {
        var rings: [Polyline] = []
        // By the edges at which a ring enters them.
        var lowByEdge: [Int: Int] = [:]
        var highByEdge: [Int: Int] = [:]
        for line in 0..<low.count where !low.isClosed(line) { lowByEdge[low.ends[line].first] = line }
        for line in 0..<high.count where !high.isClosed(line) { highByEdge[high.ends[line].last] = line }
        var isLowUsed = [Bool](repeating: false, count: low.count)
        var isHighUsed = [Bool](repeating: false, count: high.count)

        func ring(low firstLow: Int?, high firstHigh: Int?) {
            var path = PathBuilder(capacity: 64)
            var nextLow = firstLow
            var nextHigh = firstHigh
            while true {
                let edge: Int
                if let line = nextLow, !isLowUsed[line] {
                    isLowUsed[line] = true
                    for index in low.range(line) { path.append(low.x[index], low.y[index]) }
                    edge = low.ends[line].last
                } else if let line = nextHigh, !isHighUsed[line] {
                    isHighUsed[line] = true
                    for index in high.range(line).reversed() { path.append(high.x[index], high.y[index]) }
                    edge = high.ends[line].first
                } else {
                    break
                }
                guard edge >= 0 else { break }
                let end = walk(from: edge, &path)
                nextLow = end.isLower ? lowByEdge[end.edge] : nil
                nextHigh = end.isLower ? nil : highByEdge[end.edge]
            }
            if let ring = path.polyline(isClosed: true) { rings.append(ring) }
        }
        for line in 0..<low.count where !isLowUsed[line] { ring(low: line, high: nil) }
        for line in 0..<high.count where !isHighUsed[line] { ring(low: nil, high: line) }
        addWholeBorders(&rings)
        return rings
    }

    private func isInside(_ node: Int) -> Bool {
        let value = tracer.grid.values[node]
        return value >= lower && (value < upper || upper == .infinity)
    }

    /// Walks along the border from a crossing of it to the next one, through nodes inside the band.
    ///
    /// - Returns: the edge of that crossing, and which level's line starts there.
    private mutating func walk(from edge: Int, _ path: inout PathBuilder) -> (edge: Int, isLower: Bool) {
        var step = step(along: edge)
        while true {
            let target = target(of: step)
            guard isInside(target) else {
                return (self.edge(of: step), tracer.grid.values[target] < lower)
            }
            let next = turned(step, at: target)
            // Straight sides need no points between.
            if next.dx != step.dx || next.dy != step.dy { append(target, &path) }
            step = next
            if isInside(self.target(of: step)) { walked.insert(self.edge(of: step)) }
        }
    }

    /// Borders that lie inside the band throughout.
    private mutating func addWholeBorders(_ rings: inout [Polyline]) {
        for edge in borderEdges {
            let first = step(along: edge)
            guard isInside(first.from), isInside(target(of: first)), !walked.contains(edge) else { continue }
            var path = PathBuilder(capacity: 8)
            var step = first
            repeat {
                walked.insert(self.edge(of: step))
                let next = turned(step, at: target(of: step))
                if next.dx != step.dx || next.dy != step.dy { append(next.from, &path) }
                step = next
            } while self.edge(of: step) != edge
            if let ring = path.polyline(isClosed: true) { rings.append(ring) }
        }
    }

    /// Edges with a cell on one side only, in the order of the nodes.
    private var borderEdges: [Int] {
        var edges: [Int] = []
        tracer.cells.withWords { cells in
            for word in 0..<tracer.cells.wordCount {
                let horizontal = cells[word] ^ cells.bits(from: word * 64 - tracer.columns)
                let vertical = cells[word] ^ cells.bits(from: word * 64 - 1)
                var any = horizontal | vertical
                while any != 0 {
                    let bit = any.trailingZeroBitCount
                    any &= any - 1
                    for (flags, isVertical) in [(horizontal, false), (vertical, true)]
                    where flags >> UInt64(bit) & 1 != 0 {
                        edges.append(ContourTraces.edge(word * 64 + bit, isVertical: isVertical))
                    }
                }
            }
        }
        return edges
    }

    private func target(of step: BorderStep) -> Int { step.from + step.dx + step.dy * tracer.columns }

    private func append(_ node: Int, _ path: inout PathBuilder) {
        path.append(tracer.grid.x[node % tracer.columns], tracer.grid.y[node / tracer.columns])
    }

    /// The direction of the border on an edge: to the right below a cell, upwards to the right of one, and so on.
    private func step(along edge: Int) -> BorderStep {
        let node = edge / 2
        if edge % 2 == 0 {
            return tracer.cells[node]
                ? BorderStep(from: node, dx: 1, dy: 0) : BorderStep(from: node + 1, dx: -1, dy: 0)
        }
        return tracer.cells[node]
            ? BorderStep(from: node + tracer.columns, dx: 0, dy: -1) : BorderStep(from: node, dx: 0, dy: 1)
    }

    private func edge(of step: BorderStep) -> Int {
        ContourTraces.edge(min(step.from, target(of: step)), isVertical: step.dy != 0)
    }

    /// The border's next step: around the same cell if it can, else straight on, else around the next cell to the right.
    private func turned(_ step: BorderStep, at node: Int) -> BorderStep {
        let (dx, dy) = (step.dx, step.dy)
        func cell(_ sideX: Int, _ sideY: Int) -> Bool {
            // The cell of the quadrant in direction (sideX, sideY) from the node.
            tracer.cells[node - (sideX < 0 ? 1 : 0) - (sideY < 0 ? tracer.columns : 0)]
        }
        let left = cell(dx - dy, dy + dx)
        let right = cell(dx + dy, dy - dx)
        if !left { return BorderStep(from: node, dx: -dy, dy: dx) }
        if !right { return BorderStep(from: node, dx: dx, dy: dy) }
        return BorderStep(from: node, dx: dy, dy: -dx)
    }
}
