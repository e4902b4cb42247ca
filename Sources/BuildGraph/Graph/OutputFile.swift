/// A file that the build keeps equal to a node's bytes.
public struct OutputFile: Sendable, Hashable {
    /// Relative to the output folder, components separated by `/`, without `.` or `..`.
    public var path: String
    let source: AnyNode

    /// A file at a path from the output folder. A path that leaves the folder is refused when the build begins.
    public init(_ path: String, from node: Node<Blob>) {
        self.path = path
        source = node.erased
    }

    /// The node that makes the bytes.
    public var node: AnyNode { source }
}
