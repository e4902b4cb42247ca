import ContentHash

/// Bytes that lie elsewhere and are known by their digest: where to ask for them is no part of what they are.
public struct RemoteContent: Codable, Hashable, Sendable {
    /// The SHA-256 of the bytes; nil where what was written as one is none, so that nothing is used.
    public var content: ContentDigest?
    /// The number of bytes.
    public var bytes: Int
    /// Where they may be had, in the order in which it is tried.
    public var addresses: [String]
    /// Under which they may be used, for people.
    public var license: String?
    /// What to cite for them, for people.
    public var citation: String?

    /// Where copies lie in a project, each under its node's name.
    package static let copyFolder = "data/remote"

    package init(
        content: ContentDigest?, bytes: Int, addresses: [String], license: String? = nil, citation: String? = nil
    ) {
        self.content = content
        self.bytes = bytes
        self.addresses = addresses
        self.license = license
        self.citation = citation
    }

    /// What a key has of it: content and size alone.
    struct Identity: Codable, Sendable {
        var content: ContentDigest?
        var bytes: Int
    }

    var identity: Identity { Identity(content: content, bytes: bytes) }
}

extension Node where Output == Blob {
    /// A node whose bytes are known by their digest before they are here.
    ///
    /// It runs only where neither the store nor a folder of copies has them. What it brings is compared with the digest
    /// and the size before it is stored, so that what `fetch` holds need not be in the key.
    package static func remote(
        _ name: String, _ content: RemoteContent, place: SourcePlace, fetch: @escaping @Sendable () throws -> [UInt8]
    ) -> Node<Blob> {
        Node(
            core: NodeCore(
                name: name, action: .remote(content), upstream: [], parameters: ParameterSource(content.identity),
                place: place
            ) { _ in try fetch() })
    }
}
