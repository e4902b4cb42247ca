import ContentHash
import Synchronization

/// A store that lives as long as the process: for tests, and for a build that should leave nothing behind.
public final class MemoryStore: Store {
    private struct State {
        var records: [ContentDigest: ActionRecord] = [:]
        var blobs: [ContentDigest: [UInt8]] = [:]
        var last: [String: ContentDigest] = [:]
        var index: [UInt8]?
        var snapshot: [UInt8]?
    }

    private let state = Mutex(State())

    /// An empty store.
    public init() {}

    public func record(for key: ContentDigest) -> StoreLookup<ActionRecord> {
        state.withLock { $0.records[key] }.map { .found($0) } ?? .missing
    }

    public func insert(_ record: ActionRecord) {
        state.withLock { $0.records[record.key] = record }
    }

    public func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> {
        guard let bytes = state.withLock({ $0.blobs[content] }) else { return .missing }
        guard ContentDigest(of: bytes) == content else {
            return .damaged("blob \(content.shortHex) has another content")
        }
        return .found(bytes)
    }

    public func mayContain(_ content: ContentDigest) -> Bool {
        state.withLock { $0.blobs[content] != nil }
    }

    @discardableResult public func insert(blob bytes: [UInt8], worth seconds: Double = 0) -> ContentDigest {
        let content = ContentDigest(of: bytes)
        state.withLock { $0.blobs[content] = bytes }
        return content
    }

    public func lastKey(ofNode name: String) -> ContentDigest? {
        state.withLock { $0.last[name] }
    }

    public func setLastKey(_ key: ContentDigest, ofNode name: String) {
        state.withLock { $0.last[name] = key }
    }

    public func index() -> [UInt8]? { state.withLock { $0.index } }

    public func setIndex(_ bytes: [UInt8]) { state.withLock { $0.index = bytes } }

    public func snapshot() -> [UInt8]? {
        state.withLock { state in
            guard let snapshot = state.snapshot, let index = state.index,
                BuildSnapshot.belongs(
                    snapshot.prefix(BuildSnapshot.prefixCount),
                    toIndexEndingWith: index.suffix(ContentDigest.byteCount))
            else { return nil }
            return snapshot
        }
    }

    public var hasSnapshot: Bool { state.withLock { $0.snapshot != nil } }

    public func setSnapshot(_ bytes: [UInt8]) { state.withLock { $0.snapshot = bytes } }

    public var temporaryFolder: String? { nil }

    public func flush() {}

    public func removeAll() {
        state.withLock { $0 = State() }
    }

    // For tests of what happens when the store loses or garbles something.

    /// Forgets a blob.
    package func remove(blob content: ContentDigest) { state.withLock { $0.blobs[content] = nil } }

    /// Replaces the bytes that stand under a content hash.
    package func corrupt(blob content: ContentDigest, with bytes: [UInt8]) {
        state.withLock { $0.blobs[content] = bytes }
    }

    /// Forgets a record.
    package func remove(record key: ContentDigest) { state.withLock { $0.records[key] = nil } }

    /// Everything recorded, by key.
    package var records: [ContentDigest: ActionRecord] { state.withLock { $0.records } }
}
