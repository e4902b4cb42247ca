import BuildGraph

/// What is drawn of a graph: its nodes, or groups of them, and what uses what.
public struct GraphOutline: Sendable {
    /// A node, or a group of nodes.
    public struct Vertex: Sendable, Hashable {
        public var label: String
        /// Nil for a group.
        public var kind: AnyNode.Kind?
        public var members: Int
    }

    public private(set) var vertices: [Vertex] = []
    /// Pairs of a vertex and one that uses it, sorted, each once; there are no cycles.
    public private(set) var edges: [Edge] = []

    public struct Edge: Sendable, Hashable, Comparable {
        public var from: Int
        public var to: Int

        public static func < (left: Edge, right: Edge) -> Bool { (left.from, left.to) < (right.from, right.to) }
    }

    /// - Parameter isCollapsed: groups instead of nodes. A group is what the first two components of the names' folders
    ///   agree in; one of fewer than three nodes is part of the folder above. A group that would be both above and
    ///   below another one is drawn in several parts.
    public init(_ graph: Graph, isCollapsed: Bool) {
        let keys = isCollapsed ? Self.collapsed(graph) : graph.nodes.map(\.name)
        var numbers: [String: Int] = [:]
        var vertexOfNode: [Int] = []
        for (position, key) in keys.enumerated() {
            let node = graph.nodes[position]
            if let number = numbers[key] {
                vertices[number].members += 1
                vertices[number].kind = nil
            } else {
                numbers[key] = vertices.count
                vertices.append(Vertex(label: node.name, kind: node.kind, members: 1))
            }
            vertexOfNode.append(numbers[key] ?? 0)
        }
        for (key, number) in numbers where vertices[number].members > 1 {
            let name = key.split(separator: "\n").first.map(String.init) ?? key
            vertices[number].label = "\(name)/ (\(vertices[number].members))"
        }
        let pairs = graph.edges.map { Edge(from: vertexOfNode[$0.from], to: vertexOfNode[$0.to]) }
        edges = Set(pairs.filter { $0.from != $0.to }).sorted()
    }

    /// The group of each node.
    private static func collapsed(_ graph: Graph) -> [String] {
        let folders = graph.nodes.map { $0.group.split(separator: "/").prefix(2).joined(separator: "/") }
        let sizes = Dictionary(folders.map { ($0, 1) }, uniquingKeysWith: +)
        let keys = graph.nodes.indices.map { position in
            let folder = folders[position]
            guard !folder.isEmpty else { return graph.nodes[position].name }
            guard sizes[folder] ?? 0 < 3, let slash = folder.firstIndex(of: "/") else { return folder }
            return String(folder[..<slash])
        }
        return withoutCycles(keys, graph)
    }

    /// The same keys, where those that lie between each other are divided by their nodes' distance from the inputs.
    private static func withoutCycles(_ keys: [String], _ graph: Graph) -> [String] {
        var depths = [Int](repeating: 0, count: keys.count)
        for position in keys.indices {
            depths[position] = (graph.inputs[position].map { depths[$0] }.max() ?? -1) + 1
        }
        let pairs = Set(graph.edges.map { [keys[$0.from], keys[$0.to]] }.filter { $0[0] != $0[1] })
        let tangled = between(Set(keys), pairs)
        return keys.indices.map { tangled.contains(keys[$0]) ? "\(keys[$0])\n\(depths[$0])" : keys[$0] }
    }

    /// What is left when all that nothing left is before, or behind, is taken away again and again.
    private static func between(_ all: Set<String>, _ pairs: Set<[String]>) -> Set<String> {
        var left = all
        while true {
            let inner = pairs.filter { left.contains($0[0]) && left.contains($0[1]) }
            let kept = Set(inner.map { $0[1] }).intersection(inner.map { $0[0] })
            if kept == left { return left }
            left = kept
        }
    }
}
