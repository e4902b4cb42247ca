import BuildGraph
import ContentHash

extension Node where Output == Blob {
    /// A file from elsewhere, such as one of a Zenodo or HEPData record, by its digest.
    ///
    /// It is fetched once, when something needs it, compared with the digest and the size, and kept in the cache: from then
    /// on it is there without a network. What differs is never used. A copy in the project's `data/remote/NAME`, or in a
    /// folder of the variable `PAPERBUILD_COPIES`, serves in the place of a download. The key has the digest and the size, so
    /// that a file that moves runs nothing; no failure is kept.
    /// - Parameters:
    ///   - name: unique in the graph; like a path, as copies have it: `hepdata/table1.csv`.
    ///   - addresses: of `https`, `http` or `file`, tried in this order.
    ///   - sha256: 64 hexadecimal digits, as `sha256sum` prints them.
    ///   - bytes: the size of the file; no more is read.
    ///   - license, citation: for people; `list --inputs` shows them.
    ///   - limits: how long is waited, and how often it is tried again.
    public static func remote(
        _ name: String, at addresses: String..., sha256: String, bytes: Int, license: String? = nil,
        citation: String? = nil, limits: DownloadLimits = DownloadLimits(), fileID: String = #fileID, line: Int = #line
    ) -> Node<Blob> {
        let content = RemoteContent(
            content: bytes > 0 ? ContentDigest(hex: sha256) : nil, bytes: bytes, addresses: addresses, license: license,
            citation: citation)
        let fetch = Fetch(name: name, sha256: sha256, content: content, limits: limits)
        return .remote(name, content, place: SourcePlace(fileID: fileID, line: line)) { try fetch.bytes() }
    }
}

/// How long a download may take. Nothing of it is in a key.
public struct DownloadLimits: Sendable {
    /// Until the connection stands.
    public var connect: Duration
    /// Without a byte.
    public var stall: Duration
    /// For one attempt as a whole.
    public var total: Duration
    /// How often one address is tried; again only where that may help, and from where it broke off if the server can.
    public var attempts: Int
    /// Before the second attempt; longer before each further one.
    public var pause: Duration
    /// How often a server may send it elsewhere.
    public var redirects: Int

    public init(
        connect: Duration = .seconds(20), stall: Duration = .seconds(30), total: Duration = .seconds(3600),
        attempts: Int = 3, pause: Duration = .seconds(1), redirects: Int = 10
    ) {
        self.connect = connect
        self.stall = stall
        self.total = total
        self.attempts = attempts
        self.pause = pause
        self.redirects = redirects
    }
}
