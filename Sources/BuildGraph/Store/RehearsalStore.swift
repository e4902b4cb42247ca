import ContentHash
import Synchronization

/// A store that is only looked at: what is written to it goes nowhere, but counts as being there.
final class RehearsalStore: Store {
    private struct Written {
        var records: [ContentDigest: ActionRecord] = [:]
        var blobs: Set<ContentDigest> = []
    }

    private let base: any Store
    private let written = Mutex(Written())

    init(_ base: any Store) { self.base = base }

    func record(for key: ContentDigest) -> StoreLookup<ActionRecord> {
        written.withLock { $0.records[key] }.map { .found($0) } ?? base.record(for: key)
    }

    /// A run would insert this record and the bytes of its result.
    func insert(_ record: ActionRecord) {
        written.withLock { written in
            written.records[record.key] = record
            written.blobs.insert(record.output)
        }
    }

    /// Bytes that a run would write are not known: nobody asks for more than whether they are there.
    func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> {
        isWritten(content) ? .found([]) : base.blob(content)
    }

    func mayContain(_ content: ContentDigest) -> Bool { isWritten(content) || base.mayContain(content) }

    func insert(blob bytes: [UInt8], worth seconds: Double) -> ContentDigest {
        let content = ContentDigest(of: bytes)
        written.withLock { _ = $0.blobs.insert(content) }
        return content
    }

    private func isWritten(_ content: ContentDigest) -> Bool { written.withLock { $0.blobs.contains(content) } }

    func lastKey(ofNode name: String) -> ContentDigest? { base.lastKey(ofNode: name) }
    func setLastKey(_ key: ContentDigest, ofNode name: String) {}
    func index() -> [UInt8]? { base.index() }
    func setIndex(_ bytes: [UInt8]) {}
    var temporaryFolder: String? { nil }
    func flush() {}
    func removeAll() {}
}
