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
    /// The same node value reached twice is one node. Two values of one name are an error also where both are the same
    /// step, as nobody can tell without looking at all of them: declare the node once and use its value.
    /// - Throws: ``BuildGraphError/duplicateName(_:first:second:)`` for two different steps of one name;
    ///   ``BuildGraphError/declaredTwice(_:step:at:)`` for one step that was declared twice;
    ///   ``BuildGraphError/capturedValues(_:)`` where closures hold values that are in no key.
    public init(_ targets: [AnyNode]) throws {
        var order = NodeOrder(expecting: targets.count)
        for target in targets { order.visit(target.core) }
        try self.init(order)
    }

    init(_ order: NodeOrder) throws {
        let capturing = order.nodes.compactMap { node in
            node.written.flatMap { $0.holdsValues ? CapturingNode(name: node.name, place: $0.spot) : nil }
        }
        guard capturing.isEmpty else { throw BuildGraphError.capturedValues(capturing) }
        let count = order.nodes.count
        var nodes: [AnyNode] = []
        var inputs: [[Int]] = []
        var consumers: [[Int]] = []
        var positions: [String: Int] = [:]
        var twice: [(first: NodeCore, second: NodeCore)] = []
        nodes.reserveCapacity(count)
        inputs.reserveCapacity(count)
        consumers.reserveCapacity(count)
        positions.reserveCapacity(count)
        for (position, node) in order.nodes.enumerated() {
            let own = order.inputs(of: position).map { Int($0) }
            if let known = positions.updateValue(position, forKey: node.name) {
                let first = nodes[known].core
                guard Self.isSame(first, node) else {
                    throw BuildGraphError.duplicateName(
                        node.name, first: Self.describe(first), second: Self.describe(node))
                }
                twice.append((first, node))
            }
            for input in own where consumers[input].last != position { consumers[input].append(position) }
            nodes.append(AnyNode(core: node))
            inputs.append(own)
            consumers.append([])
        }
        if let (first, second) = twice.first {
            throw BuildGraphError.declaredTwice(
                twice.map(\.first.name), step: Self.describe(first),
                at: [first, second].compactMap { $0.place?.description })
        }
        self.nodes = nodes
        self.inputs = inputs
        self.consumers = consumers
        self.positions = positions
    }

    /// Whether two nodes of one name are the same step.
    private static func isSame(_ first: NodeCore, _ second: NodeCore) -> Bool {
        first.action == second.action && first.written?.spot == second.written?.spot
            && first.upstream.map(\.name) == second.upstream.map(\.name)
            && (try? first.parameters.encode()) == (try? second.parameters.encode())
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
        if let written = node.written { return "the closure at \(written.spot)" }
        let place = node.place.map { ", declared at \($0)" } ?? ""
        let parameters = (try? AnyNode(core: node).parameters()?.json()) ?? ""
        let shown = parameters.count <= 400 ? parameters : parameters.prefix(400) + "…"
        return parameters.isEmpty || parameters == "{}" ? node.typeName + place : "\(node.typeName) \(shown)\(place)"
    }
}
