/// A file that the build keeps equal to a node's bytes.
public struct OutputFile: Sendable, Hashable {
    /// Relative to the output folder, components separated by `/`, without `.` or `..`.
    public var path: String
    let source: AnyNode

    public init(_ path: String, from node: Node<Blob>) {
        self.path = path
        source = node.erased
    }

    /// The node that makes the bytes.
    public var node: AnyNode { source }
}
