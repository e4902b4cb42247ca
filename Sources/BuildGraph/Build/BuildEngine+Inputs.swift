extension BuildEngine {
    /// The bytes of a node's inputs, which are built for that.
    package func inputs(of node: AnyNode) async throws -> [[UInt8]] {
        let names = node.upstream.map(\.name)
        guard !names.isEmpty else { return [] }
        let session = try await BuildRequest(self, nodes: node.upstream).session(reading: Set(names))
        return try names.map { name in
            guard let position = session.graph.position(of: name), let bytes = session.values[position] else {
                throw BuildGraphError.internalInconsistency("node \(name) was built but has no result")
            }
            return bytes
        }
    }
}
