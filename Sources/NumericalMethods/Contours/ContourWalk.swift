/// One level of a grid, and the steps along its contours.
///
/// The pointers belong to the caller and are valid for the walk's life.
struct ContourWalk {
    let level: Double
    let columns: Int
    let values: UnsafeBufferPointer<Double>
    let u: UnsafeBufferPointer<Double>
    let v: UnsafeBufferPointer<Double>
    let cells: UnsafePointer<UInt64>
    /// Edges to the right of a node that are crossed upwards by a line not followed yet.
    let pending: UnsafeMutablePointer<UInt64>
    /// The nodes where `u` or `v` is their logarithm.
    let xNodes: [Double]?
    let yNodes: [Double]?

    /// Appends the line that crosses an edge there, up to where it leaves the grid's cells or returns.
    func follow(from start: EdgeCrossing, isClosed: Bool, into traces: inout ContourTraces) {
        var left = start.left
        var column = left % columns
        var row = left / columns
        var fx = start.forwardX
        var fy = start.forwardY
        let first = edge(left, fx, fy)
        while true {
            let right = left + fy - fx * columns
            if fy == 1 {
                let bit: UInt64 = 1 << UInt64(left & 63)
                if isClosed, left == start.left, pending[left >> 6] & bit == 0 { break }
                pending[left >> 6] &= ~bit
            }
            append(left, right, column, row, fx, fy, &traces)
            // The cell ahead, by its lower left node.
            let cell = left - (fx - fy + 1) / 2 * columns - (1 - fx - fy) / 2
            if !cells.bit(cell) { break }
            let step = fx + fy * columns
            let isLeftHigh = values[left + step] >= level
            let isRightHigh = values[right + step] >= level
            let turnsRight: Bool
            if isLeftHigh != isRightHigh {
                if isLeftHigh {
                    left += step
                    column += fx
                    row += fy
                    continue
                }
                turnsRight = joinsHighs(values[left], values[right + step], values[right], values[left + step])
            } else {
                turnsRight = isLeftHigh
            }
            if turnsRight {
                left = right + step
                column += fx + fy
                row += fy - fx
                (fx, fy) = (fy, -fx)
            } else {
                (fx, fy) = (-fy, fx)
            }
        }
        if isClosed {
            traces.finish(first: -1, last: -1)
        } else {
            traces.finish(first: first, last: edge(left, fx, fy))
        }
    }

    @inline(__always)
    private func edge(_ left: Int, _ fx: Int, _ fy: Int) -> Int {
        let right = left + fy - fx * columns
        return ContourTraces.edge(min(left, right), isVertical: fx != 0)
    }

    /// The crossing, computed from the lower to the higher node, so that a mirrored grid gives the mirrored point.
    @inline(__always)
    private func append(
        _ left: Int, _ right: Int, _ column: Int, _ row: Int, _ fx: Int, _ fy: Int, _ traces: inout ContourTraces
    ) {
        let share = share(values[right], values[left])
        if fy != 0 {
            let y = yNodes.map { $0[row] } ?? v[row]
            traces.append(place(share, column + fy, column, u, xNodes), y)
        } else {
            let x = xNodes.map { $0[column] } ?? u[column]
            traces.append(x, place(share, row - fx, row, v, yNodes))
        }
    }

    /// How far from the lower to the higher value the level lies: in (0, 1].
    @inline(__always)
    private func share(_ low: Double, _ high: Double) -> Double {
        let share = (level - low) / (high - low)
        if share > 0, share <= 1 { return share }
        // Infinite values, or a difference beyond the largest number.
        if low.isInfinite { return high.isInfinite ? 0.5 : 1 }
        if high.isInfinite { return 0 }
        return min(max((level / 2 - low / 2) / (high / 2 - low / 2), 0), 1)
    }

    @inline(__always)
    private func place(
        _ share: Double, _ low: Int, _ high: Int, _ u: UnsafeBufferPointer<Double>, _ nodes: [Double]?
    ) -> Double {
        if share == 1 { return nodes.map { $0[high] } ?? u[high] }
        if share == 0 { return nodes.map { $0[low] } ?? u[low] }
        let place = u[low] + share * (u[high] - u[low])
        guard let nodes else { return min(max(place, min(u[low], u[high])), max(u[low], u[high])) }
        return min(max(RectilinearGrid.exponential(place), nodes[min(low, high)]), nodes[max(low, high)])
    }

    /// Whether the bilinear function at its saddle point is above the level, so that the two high corners are joined and the
    /// low ones apart: (a c - b d) / (a + c - b - d) ≥ 0 for values relative to the level, whose denominator is positive.
    private func joinsHighs(_ high: Double, _ otherHigh: Double, _ low: Double, _ otherLow: Double) -> Bool {
        let highs = (high - level) * (otherHigh - level)
        let lows = (level - low) * (level - otherLow)
        if highs > 1e-290, lows > 1e-290, highs.isFinite, lows.isFinite { return highs >= lows }
        // Products out of range: the same with the largest factor scaled to one.
        let factors = [high / 2 - level / 2, otherHigh / 2 - level / 2, level / 2 - low / 2, level / 2 - otherLow / 2]
        let largest = factors.max() ?? 0
        guard largest.isFinite, largest > 0 else { return !(lows > highs) }
        return (factors[0] / largest) * (factors[1] / largest) >= (factors[2] / largest) * (factors[3] / largest)
    }
}
