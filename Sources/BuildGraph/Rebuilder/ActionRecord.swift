import ContentHash

/// What the store remembers of one run: `ac/<aa>/<key>`, readable JSON.
public struct ActionRecord: Codable, Sendable, Hashable {
    /// An input of the run.
    public struct Input: Codable, Sendable, Hashable {
        /// The upstream node's name when it ran.
        public var name: String
        /// The content hash of its result.
        public var content: ContentDigest
    }

    /// The key's parts, so that a reason can say which of them changed.
    public struct KeyParts: Codable, Sendable, Hashable {
        /// The computation's type, or the closure's node and module.
        public var type: String
        /// The digest of the canonical parameters.
        public var parameterDigest: ContentDigest
        /// The parameters for people, a dotted path to a JSON text each; long values are abridged.
        public var parameters: [String: String]
        /// The transitive code digest of each module that the type names.
        public var code: [String: ContentDigest]
        /// The machine's part of the key.
        public var platform: Platform
        /// In the order in which the node takes them.
        public var inputs: [Input]
        /// Files that the run found out it needs, by their paths; nil for a node that declares all.
        public var discovered: [Input]?
    }

    /// The format of the record and of the key.
    public static let schema = "paperbuild/1"

    /// The format that it was written in.
    public var schema: String = ActionRecord.schema
    /// The key that the result is found by.
    public var key: ContentDigest
    /// The name of the node that ran; it is not part of the key.
    public var node: String
    /// What the key is the hash of.
    public var parts: KeyParts
    /// Why it ran.
    public var reason: Reason
    /// The content hash of the result.
    public var output: ContentDigest
    /// Bytes of the result.
    public var size: Int
    /// Wall-clock seconds of the run, with reading the inputs and writing the result.
    public var seconds: Double
}
