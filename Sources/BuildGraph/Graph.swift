/// The nodes that some targets need, in an order in which each follows its inputs.
public struct Graph: Sendable {
    /// In topological order; the order is the same in each process.
    public let nodes: [AnyNode]
    /// The positions of each node's inputs in ``nodes``, in the order of its input tuple.
    public let inputs: [[Int]]
    /// The positions of the nodes that use each node, ascending, each once.
    public let consumers: [[Int]]
    private let positions: [String: Int]

    /// Collects the nodes that the targets need.
    ///
    /// The same node value reached twice is one node, and so are two values of one name that are the same step: the
    /// same computation with the same parameters from the same inputs.
    /// - Throws: ``BuildGraphError/duplicateName(_:first:second:)`` for two different steps of one name.
    public init(_ targets: [AnyNode]) throws {
        var collector = Collector(expecting: targets.count)
        for target in targets { try collector.visit(target.core) }
        nodes = collector.nodes.map(AnyNode.init)
        inputs = collector.inputs
        positions = collector.positions
        var consumers = [[Int]](repeating: [], count: nodes.count)
        for (position, inputs) in collector.inputs.enumerated() {
            for input in inputs where consumers[input].last != position { consumers[input].append(position) }
        }
        self.consumers = consumers
    }

    /// The position of the node with a name.
    public func position(of name: String) -> Int? { positions[name] }

    /// The node with a name.
    ///
    /// - Throws: ``BuildGraphError/unknownNode(_:known:)``, with the nearest name.
    public func node(named name: String) throws -> AnyNode {
        guard let position = positions[name] else {
            throw BuildGraphError.unknownNode(name, known: nodes.map(\.name))
        }
        return nodes[position]
    }

    private struct Collector {
        var nodes: [NodeCore] = []
        var inputs: [[Int]] = []
        var positions: [String: Int] = [:]
        private var visited: [ObjectIdentifier: Int] = [:]

        init(expecting count: Int) {
            nodes.reserveCapacity(count)
            inputs.reserveCapacity(count)
            positions.reserveCapacity(count)
            visited.reserveCapacity(count)
        }

        /// Depth first with a stack of its own, as a graph may be deeper than the thread's stack.
        mutating func visit(_ root: NodeCore) throws {
            if visited[ObjectIdentifier(root)] != nil { return }
            // Mostly all inputs are there already, as a paper's targets are listed from the sources on.
            if root.upstream.allSatisfy({ visited[ObjectIdentifier($0)] != nil }) { return try finish(root) }
            var stack: [(node: NodeCore, next: Int)] = [(root, 0)]
            while let (node, next) = stack.last {
                if next < node.upstream.count {
                    stack[stack.count - 1].next += 1
                    let upstream = node.upstream[next]
                    if visited[ObjectIdentifier(upstream)] == nil { stack.append((upstream, 0)) }
                } else {
                    try finish(node)
                    stack.removeLast()
                }
            }
        }

        private mutating func finish(_ node: NodeCore) throws {
            let inputs = node.upstream.compactMap { visited[ObjectIdentifier($0)] }
            if let known = positions[node.name] {
                let other = nodes[known]
                guard other.action == node.action, other.place == node.place, self.inputs[known] == inputs,
                    try other.parameters.encode() == node.parameters.encode()
                else {
                    throw BuildGraphError.duplicateName(
                        node.name, first: describe(other), second: describe(node))
                }
                visited[ObjectIdentifier(node)] = known
                return
            }
            let position = nodes.count
            nodes.append(node)
            self.inputs.append(inputs)
            positions[node.name] = position
            visited[ObjectIdentifier(node)] = position
        }

        private func describe(_ node: NodeCore) -> String {
            if !node.place.isEmpty { return "the closure at \(node.place)" }
            let parameters = (try? AnyNode(core: node).parameters()?.json()) ?? ""
            return parameters.isEmpty || parameters == "{}" ? node.typeName : "\(node.typeName) \(parameters)"
        }
    }
}
