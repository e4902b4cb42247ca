import ContentHash

/// A node without its type: what lists, graphs and builds are made of.
///
/// Two are equal when they are the same node value.
public struct AnyNode: Sendable, Hashable {
    let core: NodeCore

    /// What kind of step a node is.
    public enum Kind: String, Codable, Sendable {
        /// A `Computation` with its type and its parameters, a closure with its file, or an input file.
        case computation, closure, file
        /// A file from elsewhere, known by its digest.
        case remote
    }

    /// Unique in the graph.
    public var name: String { core.name }

    /// What kind of step it is.
    public var kind: Kind {
        switch core.action {
        case .computation: .computation
        case .closure: .closure
        case .file: .file
        case .remote: .remote
        }
    }

    /// Of a file from elsewhere: what it is, and where.
    public var remote: RemoteContent? {
        if case .remote(let content) = core.action { content } else { nil }
    }

    /// The computation's type, `closure NAME in MODULE`, `file` or `remote file`.
    public var typeName: String { core.typeName }

    /// Where the node was declared; nil for an input file.
    public var place: SourcePlace? { core.place }

    /// The nodes whose results are the input, in order.
    public var upstream: [AnyNode] { core.upstream.map(AnyNode.init) }

    /// The part of the name before its last slash; empty when there is none.
    public var group: String {
        guard let slash = name.lastIndex(of: "/") else { return "" }
        return String(name[..<slash])
    }

    /// The parameters as a tree of plain values, nil where there are none.
    public func parameters() throws -> CanonicalValue? {
        let bytes = try core.parameters.encode()
        return bytes.isEmpty ? nil : try CanonicalValue(canonical: bytes)
    }

    public static func == (left: AnyNode, right: AnyNode) -> Bool { left.core === right.core }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(core)) }
}
