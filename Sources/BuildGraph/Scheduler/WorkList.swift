/// Nodes to look up, first in first out.
struct WorkList {
    private var positions: [Int] = []
    private var head = 0

    var isEmpty: Bool { head == positions.count }

    /// All that wait, in order.
    var waiting: ArraySlice<Int> { positions[head...] }

    mutating func append(_ position: Int) { positions.append(position) }

    mutating func next() -> Int? {
        guard head < positions.count else {
            positions.removeAll(keepingCapacity: true)
            head = 0
            return nil
        }
        defer { head += 1 }
        return positions[head]
    }
}
