/// The nodes that targets need, each once and after its inputs: a graph before anyone has looked at names.
///
/// Flat, as it is made in every build: the inputs of all nodes are one array.
struct NodeOrder: Sendable {
    private(set) var nodes: [NodeCore] = []
    /// Positions of inputs, node by node.
    private var inputs: [Int32] = []
    /// Where each node's inputs begin in ``inputs``, and the end.
    private var starts: [Int32] = [0]
    private var positions: SerialTable

    init(expecting count: Int) {
        nodes.reserveCapacity(count)
        inputs.reserveCapacity(2 * count)
        starts.reserveCapacity(count + 1)
        positions = SerialTable(expecting: count)
    }

    /// The positions of a node's inputs, in the order of its input tuple.
    func inputs(of position: Int) -> ArraySlice<Int32> { inputs[Int(starts[position])..<Int(starts[position + 1])] }

    /// The position of a node that was visited.
    func position(of node: NodeCore) -> Int32? { positions[node.serial] }

    /// Adds a node and what it needs. Depth first with a stack of its own, as a graph may be deeper than the thread's.
    mutating func visit(_ root: NodeCore) {
        // Mostly all inputs are there already, as a paper's targets are listed from the sources on.
        if positions[root.serial] != nil || add(root) { return }
        var stack: [(node: NodeCore, next: Int)] = [(root, 0)]
        while let (node, next) = stack.last {
            if next < node.upstream.count {
                stack[stack.count - 1].next += 1
                let upstream = node.upstream[next]
                if positions[upstream.serial] == nil { stack.append((upstream, 0)) }
            } else {
                _ = add(node)
                stack.removeLast()
            }
        }
    }

    /// Adds a node, unless an input is not there yet.
    private mutating func add(_ node: NodeCore) -> Bool {
        let start = inputs.count
        for upstream in node.upstream {
            guard let input = positions[upstream.serial] else {
                inputs.removeSubrange(start...)
                return false
            }
            inputs.append(input)
        }
        positions.insert(Int32(nodes.count), for: node.serial)
        nodes.append(node)
        starts.append(Int32(inputs.count))
        return true
    }
}

/// Positions by nodes' serial numbers: a table in which nodes that were made one after another lie side by side, so
/// that the number is hash enough.
private struct SerialTable: Sendable {
    private var serials: [Int]
    private var positions: [Int32]
    private var count = 0
    private var mask: Int { serials.count - 1 }

    init(expecting count: Int) {
        var capacity = 16
        while capacity < 2 * count { capacity *= 2 }
        // Serial numbers start from one.
        serials = Array(repeating: 0, count: capacity)
        positions = Array(repeating: 0, count: capacity)
    }

    subscript(serial: Int) -> Int32? {
        let slot = slot(of: serial)
        return serials[slot] == serial ? positions[slot] : nil
    }

    /// Adds a number that is not there.
    mutating func insert(_ position: Int32, for serial: Int) {
        if 2 * (count + 1) > serials.count { grow() }
        let slot = slot(of: serial)
        serials[slot] = serial
        positions[slot] = position
        count += 1
    }

    /// The slot that a number has, or would get.
    private func slot(of serial: Int) -> Int {
        var slot = serial & mask
        while serials[slot] != 0, serials[slot] != serial { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (serials, positions)
        serials = Array(repeating: 0, count: 2 * old.0.count)
        positions = Array(repeating: 0, count: 2 * old.0.count)
        count = 0
        for (serial, position) in zip(old.0, old.1) where serial != 0 { insert(position, for: serial) }
    }
}
