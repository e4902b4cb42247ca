import BuildGraph
import ContentHash
import Foundation

/// A store in memory on top of another one, which it only reads: what a test builds leaves no trace in a shared cache.
final class LayeredStore: Store {
    private let own = MemoryStore()
    private let base: any Store
    /// Whether the closures' records of the other store are left out, as if none of them had ever run.
    private let hidesClosures: Bool

    init(on base: any Store, hidingClosures hidesClosures: Bool = false) {
        self.base = base
        self.hidesClosures = hidesClosures
    }

    func record(for key: ContentDigest) -> StoreLookup<ActionRecord> {
        if case .found(let record) = own.record(for: key) { return .found(record) }
        let found = base.record(for: key)
        if hidesClosures, case .found(let record) = found, record.parts.type.hasPrefix("closure ") { return .missing }
        return found
    }

    func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> {
        if case .found(let bytes) = own.blob(content) { return .found(bytes) }
        return base.blob(content)
    }

    func mayContain(_ content: ContentDigest) -> Bool { own.mayContain(content) || base.mayContain(content) }

    func insert(_ record: ActionRecord) { own.insert(record) }

    @discardableResult func insert(blob bytes: [UInt8], worth seconds: Double) -> ContentDigest {
        own.insert(blob: bytes, worth: seconds)
    }

    func lastKey(ofNode name: String) -> ContentDigest? { own.lastKey(ofNode: name) }
    func setLastKey(_ key: ContentDigest, ofNode name: String) { own.setLastKey(key, ofNode: name) }
    // Without an index each record is looked up.
    func index() -> [UInt8]? { nil }
    func setIndex(_ bytes: [UInt8]) {}
    var temporaryFolder: String? { nil }
    func flush() {}
    func removeAll() { own.removeAll() }
}
