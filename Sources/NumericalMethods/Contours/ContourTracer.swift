/// Follows the contours of a grid from cell to cell.
///
/// Nodes are numbered row by row, a cell as the node at its lower left. One flag a node says whether it is above the level;
/// all edges that a contour crosses, the starts of the open lines, and whether a line is yet to be followed come from these flags 64
/// nodes at a time.
struct ContourTracer {
    let grid: RectilinearGrid
    let columns: Int
    let rows: Int
    /// The nodes in the coordinates in which the function is linear.
    let u: [Double]
    let v: [Double]
    /// Whether all corners of a cell are defined.
    let cells: BitField

    init(_ grid: RectilinearGrid) {
        self.grid = grid
        columns = grid.x.count
        rows = grid.y.count
        u = RectilinearGrid.coordinates(grid.x, grid.xSpacing)
        v = RectilinearGrid.coordinates(grid.y, grid.ySpacing)
        cells = Self.cells(grid.values, columns: columns, rows: rows)
    }

    private static func cells(_ values: [Double], columns: Int, rows: Int) -> BitField {
        var cells = BitField(count: columns * rows, margin: columns)
        cells.withMutableWords { words in
            let filled = columns * (rows - 1)
            for word in 0..<(filled / 64) { words[word] = ~0 }
            if filled % 64 > 0 { words[filled / 64] = (1 << UInt64(filled % 64)) - 1 }
        }
        for row in 1..<rows { cells[row * columns - 1] = false }
        for node in values.indices where values[node].isNaN {
            for corner in [node, node - 1, node - columns, node - columns - 1] where corner >= 0 {
                cells[corner] = false
            }
        }
        return cells
    }

    /// - Returns: no lines for an infinite level or one that is not a number.
    func trace(_ level: Double) -> ContourTraces {
        var traces = ContourTraces()
        guard level.isFinite else { return traces }
        let count = columns * rows
        var above = BitField(count: count, margin: columns)
        var pending = BitField(count: count, margin: columns)
        let words = above.wordCount
        grid.values.withUnsafeBufferPointer { values in
            above.withMutableWords { Self.compare(values, level, $0) }
            let starts = cells.withWords { cells in
                above.withWords { (above: UnsafePointer<UInt64>) in
                    pending.withMutableWords { self.classify(words, cells, above, $0) }
                }
            }
            u.withUnsafeBufferPointer { u in
                v.withUnsafeBufferPointer { v in
                    cells.withWords { cells in
                        pending.withMutableWords { pending in
                            let walk = ContourWalk(
                                level: level, columns: columns, values: values, u: u, v: v, cells: cells,
                                pending: pending,
                                xNodes: grid.xSpacing == .logarithmic ? grid.x : nil,
                                yNodes: grid.ySpacing == .logarithmic ? grid.y : nil)
                            for start in starts { walk.follow(from: start, isClosed: false, into: &traces) }
                            for word in 0..<words {
                                while pending[word] != 0 {
                                    let node = word * 64 + pending[word].trailingZeroBitCount
                                    let start = EdgeCrossing(left: node, forwardX: 0, forwardY: 1)
                                    walk.follow(from: start, isClosed: true, into: &traces)
                                }
                            }
                        }
                    }
                }
            }
        }
        return traces
    }

    private static func compare(
        _ values: UnsafeBufferPointer<Double>, _ level: Double, _ words: UnsafeMutablePointer<UInt64>
    ) {
        var node = 0
        while node < values.count {
            var word: UInt64 = 0
            let end = min(64, values.count - node)
            for bit in 0..<end { word |= (values[node + bit] >= level ? 1 : 0) << UInt64(bit) }
            words[node >> 6] = word
            node += 64
        }
    }

    /// Flags the edges to the right of a node that are crossed upwards (every closed line has such an edge), and collects the
    /// crossings at which open lines enter the grid, in the order of the nodes.
    private func classify(
        _ words: Int, _ cells: UnsafePointer<UInt64>, _ above: UnsafePointer<UInt64>,
        _ pending: UnsafeMutablePointer<UInt64>
    ) -> [EdgeCrossing] {
        var starts: [EdgeCrossing] = []
        for word in 0..<words {
            let node = word * 64
            let here = above[word]
            let right = above.bits(from: node + 1)
            let top = above.bits(from: node + columns)
            let cell = cells[word]
            let below = cells.bits(from: node - columns)
            let before = cells.bits(from: node - 1)
            let upwards = here & ~right & (cell | below)
            pending[word] = upwards
            let entersUp = upwards & cell & ~below
            let entersDown = ~here & right & below & ~cell
            let entersRight = ~here & top & cell & ~before
            let entersLeft = here & ~top & before & ~cell
            var any = entersUp | entersDown | entersRight | entersLeft
            while any != 0 {
                let bit = UInt64(any.trailingZeroBitCount)
                any &= any - 1
                let node = node + Int(bit)
                func has(_ flags: UInt64) -> Bool { flags >> bit & 1 != 0 }
                if has(entersUp) { starts.append(EdgeCrossing(left: node, forwardX: 0, forwardY: 1)) }
                if has(entersDown) { starts.append(EdgeCrossing(left: node + 1, forwardX: 0, forwardY: -1)) }
                if has(entersRight) { starts.append(EdgeCrossing(left: node + columns, forwardX: 1, forwardY: 0)) }
                if has(entersLeft) { starts.append(EdgeCrossing(left: node, forwardX: -1, forwardY: 0)) }
            }
        }
        return starts
    }
}

/// A contour crossing an edge: the node on its left, which is the higher one, and the direction in which it goes.
struct EdgeCrossing {
    var left: Int
    var forwardX: Int
    var forwardY: Int
}
