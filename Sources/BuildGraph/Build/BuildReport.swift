import ContentHash

/// What a build did, node by node and file by file.
public struct BuildReport: Codable, Sendable {
    /// What became of one node.
    public struct NodeEntry: Codable, Sendable {
        /// How a node's result came about.
        public enum Outcome: String, Codable, Sendable {
            /// An input file; it has no computation.
            case input
            /// The recorded result was used.
            case cached
            /// The computation ran.
            case ran
            /// The computation threw.
            case failed
            /// Not tried, as something upstream failed or the build stopped.
            case skipped
        }

        /// The node's name.
        public var name: String
        /// How its result came about.
        public var outcome: Outcome
        /// Nil for input files and where an input is unknown.
        public var key: ContentDigest?
        /// The content hash of the result; nil where there is none.
        public var output: ContentDigest?
        /// Bytes of the result.
        public var size: Int?
        /// Why it ran.
        public var reason: Reason?
        /// Seconds of this run; of the recorded run for a cached node.
        public var seconds: Double?
    }

    /// What became of one output file.
    public struct FileEntry: Codable, Sendable {
        /// What the build found and did.
        public enum Outcome: String, Codable, Sendable {
            /// The file has the right content already.
            case unchanged
            /// The file did not exist or its content is new.
            case written
            /// The file had been changed or deleted since the build that wrote this content.
            case restored
            /// Its node has no result.
            case failed
        }

        /// Relative to the output folder.
        public var path: String
        /// The name of the node that makes its bytes.
        public var node: String
        /// What the build found and did.
        public var outcome: Outcome
        /// The hash of the bytes that it holds now; nil where its node has no result.
        public var content: ContentDigest?
    }

    /// In topological order.
    public var nodes: [NodeEntry]
    /// In the order given.
    public var files: [FileEntry]
    /// What was noticed and repaired, one sentence each.
    public var warnings: [String]
    /// Wall-clock time of the build.
    public var seconds: Double

    /// The names of the nodes that ran, in topological order.
    public var ran: [String] { nodes.filter { $0.outcome == .ran }.map(\.name) }
}
