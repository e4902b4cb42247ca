import ContentHash

/// Where results are kept between builds.
///
/// Results are found by key, and bytes by their content hash. A store never gives wrong bytes: each blob is verified
/// when it is read.
public protocol Store: Sendable {
    /// What is recorded for a key.
    func record(for key: ContentDigest) -> StoreLookup<ActionRecord>
    /// Records a run, in place of what is recorded for its key.
    func insert(_ record: ActionRecord) throws

    /// The verified bytes with a content hash.
    func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]>
    /// Whether a blob seems to be there, without reading it.
    func mayContain(_ content: ContentDigest) -> Bool
    /// - Parameter seconds: what it would cost to make the bytes again.
    @discardableResult func insert(blob bytes: [UInt8], worth seconds: Double) throws -> ContentDigest

    /// The key that a node name stood for last: only to explain why a node runs.
    func lastKey(ofNode name: String) -> ContentDigest?
    /// Remembers the key that a node name stands for now.
    func setLastKey(_ key: ContentDigest, ofNode name: String) throws

    /// A build used the results of these keys. Only to know what was not used for long, so it may be imprecise.
    /// - Parameter afterRunning: whether the build made some of them.
    func noteUse(of keys: [ContentDigest], afterRunning: Bool)

    /// A summary of the store that only saves time; nil where there is none.
    func index() -> [UInt8]?
    /// Replaces the summary.
    func setIndex(_ bytes: [UInt8]) throws

    /// A snapshot of a build that left nothing to do, which only saves time; nil where there is none that belongs to
    /// the index as it is now.
    func snapshot() -> [UInt8]?
    /// Whether ``snapshot()`` is worth asking for.
    var hasSnapshot: Bool { get }
    /// Replaces the snapshot; it belongs to the index as it is now.
    func setSnapshot(_ bytes: [UInt8]) throws

    /// A folder for files that are being written, to be renamed to where they belong; nil where there is none.
    var temporaryFolder: String? { get }

    /// Makes what was inserted survive a loss of power.
    func flush()

    /// What keeps other builds through the same store from running a node that this build runs; nil where there is
    /// nothing. A new one for each build.
    func lock() -> StoreLock?

    /// Removes everything.
    func removeAll() throws
}

extension Store {
    /// None: for stores that only one build uses at a time.
    public func lock() -> StoreLock? { nil }
    public func noteUse(of keys: [ContentDigest], afterRunning: Bool) {}
    // None: for stores that are not worth it.
    public func snapshot() -> [UInt8]? { nil }
    public var hasSnapshot: Bool { false }
    public func setSnapshot(_ bytes: [UInt8]) throws {}

    /// The record of what a node name stood for last; nil when that is not known.
    public func lastRecord(ofNode name: String) -> ActionRecord? {
        guard let key = lastKey(ofNode: name), case .found(let record) = record(for: key) else { return nil }
        return record
    }
}

/// The answer of a store.
public enum StoreLookup<Value: Sendable>: Sendable {
    /// It is there and whole.
    case found(Value)
    /// Nothing is there.
    case missing
    /// Something is there that is not what was written; one sentence says what.
    case damaged(String)
}
