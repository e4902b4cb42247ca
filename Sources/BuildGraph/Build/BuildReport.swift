import ContentHash

/// What a build did, node by node and file by file.
public struct BuildReport: Codable, Sendable {
    /// What became of one node.
    public struct NodeEntry: Codable, Sendable {
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

        public var name: String
        public var outcome: Outcome
        /// Nil for input files and where an input is unknown.
        public var key: ContentDigest?
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

        public var path: String
        public var node: String
        public var outcome: Outcome
        public var content: ContentDigest?
    }

    /// In topological order.
    public var nodes: [NodeEntry]
    /// In the order given.
    public var files: [FileEntry]
    /// What was noticed and repaired, one sentence each.
    public var warnings: [String]
    public var seconds: Double

    /// The names of the nodes that ran, in topological order.
    public var ran: [String] { nodes.filter { $0.outcome == .ran }.map(\.name) }
}
