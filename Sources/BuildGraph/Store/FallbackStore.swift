import ContentHash
import Synchronization

/// A store whose writes go to memory from the first one on that the store below refuses: where that is read-only or
/// full, what is asked for is computed and only not kept.
package final class FallbackStore: Store {
    private let base: any Store
    private let memory = MemoryStore()
    private let isRefused = Mutex(false)
    private let onRefusal: @Sendable (BuildGraphError) -> Void

    /// - Parameter onRefusal: called once, with the error of the first write that is refused.
    package init(_ base: any Store, onRefusal: @escaping @Sendable (BuildGraphError) -> Void) {
        self.base = base
        self.onRefusal = onRefusal
    }

    /// Writes below, or in memory.
    private func insert<Result>(_ below: () throws -> Result, _ inMemory: () -> Result) throws -> Result {
        guard !isRefused.withLock(\.self) else { return inMemory() }
        do {
            return try below()
        } catch let error as BuildGraphError {
            guard case .storeNotWritable = error else { throw error }
            let isFirst = isRefused.withLock { isRefused in
                defer { isRefused = true }
                return !isRefused
            }
            if isFirst { onRefusal(error) }
            return inMemory()
        }
    }

    package func insert(_ record: ActionRecord) throws {
        try insert({ try base.insert(record) }, { memory.insert(record) })
    }

    @discardableResult package func insert(blob bytes: [UInt8], worth seconds: Double) throws -> ContentDigest {
        try insert({ try base.insert(blob: bytes, worth: seconds) }, { memory.insert(blob: bytes) })
    }

    package func record(for key: ContentDigest) -> StoreLookup<ActionRecord> {
        if case .found(let record) = memory.record(for: key) { .found(record) } else { base.record(for: key) }
    }

    package func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> {
        if case .found(let bytes) = memory.blob(content) { .found(bytes) } else { base.blob(content) }
    }

    package func mayContain(_ content: ContentDigest) -> Bool {
        memory.mayContain(content) || base.mayContain(content)
    }

    // What only explains or saves time.

    package func lastKey(ofNode name: String) -> ContentDigest? { base.lastKey(ofNode: name) }
    package func setLastKey(_ key: ContentDigest, ofNode name: String) throws {
        if !isRefused.withLock(\.self) { try base.setLastKey(key, ofNode: name) }
    }
    package func noteUse(of keys: [ContentDigest], afterRunning: Bool) {
        base.noteUse(of: keys, afterRunning: afterRunning)
    }
    package func index() -> [UInt8]? { base.index() }
    /// Not of results that are nowhere after this process.
    package func setIndex(_ bytes: [UInt8]) throws {
        if !isRefused.withLock(\.self) { try base.setIndex(bytes) }
    }
    package func snapshot() -> [UInt8]? { base.snapshot() }
    package var hasSnapshot: Bool { base.hasSnapshot }
    package func setSnapshot(_ bytes: [UInt8]) throws {
        if !isRefused.withLock(\.self) { try base.setSnapshot(bytes) }
    }
    package var temporaryFolder: String? { base.temporaryFolder }
    package func flush() { base.flush() }
    package func lock() -> StoreLock? { base.lock() }
    package func removeAll() throws { try base.removeAll() }
}
