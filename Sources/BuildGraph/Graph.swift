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
    /// - Throws: ``BuildGraphError/duplicateName(_:first:second:)`` for two different steps of one name;
    ///   ``BuildGraphError/capturedValues(_:)`` where closures hold values that are in no key.
    public init(_ targets: [AnyNode]) throws {
        var order = NodeOrder(expecting: targets.count)
        for target in targets { order.visit(target.core) }
        try self.init(order)
    }

    /// Makes one node of those that are the same step under one name.
    init(_ order: NodeOrder) throws {
        let capturing = order.nodes.filter(\.holdsValues)
        guard capturing.isEmpty else {
            throw BuildGraphError.capturedValues(capturing.map { CapturingNode(name: $0.name, place: $0.place) })
        }
        let count = order.nodes.count
        var nodes: [AnyNode] = []
        var inputs: [[Int]] = []
        var consumers: [[Int]] = []
        var positions: [String: Int] = [:]
        nodes.reserveCapacity(count)
        inputs.reserveCapacity(count)
        consumers.reserveCapacity(count)
        positions.reserveCapacity(count)
        // Where a node of the order went; the same place as long as no name came twice.
        var moved: [Int]? = nil
        for (number, node) in order.nodes.enumerated() {
            let own = order.inputs(of: number).map { moved?[Int($0)] ?? Int($0) }
            let position = nodes.count
            let known = positions.updateValue(position, forKey: node.name)
            if let known {
                positions[node.name] = known
                let other = nodes[known].core
                guard other.action == node.action, other.place == node.place, inputs[known] == own,
                    try other.parameters.encode() == node.parameters.encode()
                else {
                    throw BuildGraphError.duplicateName(
                        node.name, first: Self.describe(other), second: Self.describe(node))
                }
                if moved == nil { moved = Array(0..<number) }
            }
            moved?.append(known ?? position)
            if known != nil { continue }
            for input in own where consumers[input].last != position { consumers[input].append(position) }
            nodes.append(AnyNode(core: node))
            inputs.append(own)
            consumers.append([])
        }
        self.nodes = nodes
        self.inputs = inputs
        self.consumers = consumers
        self.positions = positions
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

    private static func describe(_ node: NodeCore) -> String {
        if !node.place.isEmpty { return "the closure at \(node.place)" }
        let parameters = (try? AnyNode(core: node).parameters()?.json()) ?? ""
        return parameters.isEmpty || parameters == "{}" ? node.typeName : "\(node.typeName) \(parameters)"
    }
}
