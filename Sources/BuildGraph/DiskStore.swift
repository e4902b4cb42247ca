import ContentHash
import FoundationEssentials
import Glibc
import Synchronization

/// A store in a folder, in the layout of the Bazel disk cache:
///
/// - `ac/<aa>/<key>`: action records, readable JSON that carries its own digest;
/// - `cas/<aa>/<content>`: blobs, named by the SHA-256 of their bytes;
/// - `nodes/<aa>/<digest of a node's name>`: the last record of a name, only to explain;
/// - `index`: a summary that makes a build with nothing to do fast; it may be deleted at any time;
/// - `tmp/`: files that are being written.
///
/// Each file is written under a temporary name, synced and renamed, so that processes may share a store and be killed
/// at any point. Names of files become durable when ``flush()`` syncs the folders; until then a loss of power may lose
/// results, which are then missing or fail verification and are computed again. Opening a store writes nothing.
public final class DiskStore: Store {
    /// The folder.
    public let path: String
    private let touchedFolders = Mutex<Set<String>>([])

    public init(_ folder: URL) {
        path = folder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
    }

    // MARK: Records

    public func record(for key: ContentDigest) -> StoreLookup<ActionRecord> {
        switch readRecord(file("ac", key)) {
        case .found(let record) where record.key != key: .damaged("record \(key.shortHex) is that of another key")
        case let result: result
        }
    }

    public func insert(_ record: ActionRecord) throws {
        try write(encode(record), to: file("ac", record.key), synced: true)
    }

    public func lastRecord(ofNode name: String) -> ActionRecord? {
        if case .found(let record) = readRecord(file("nodes", ContentDigest(of: name))) { record } else { nil }
    }

    public func setLastRecord(_ record: ActionRecord, ofNode name: String) throws {
        try write(encode(record), to: file("nodes", ContentDigest(of: name)), synced: false)
    }

    /// The file's form: the record with the digest of its canonical encoding.
    private struct SealedRecord: Codable {
        var digest: ContentDigest
        var record: ActionRecord
    }

    private func encode(_ record: ActionRecord) throws -> [UInt8] {
        let encoder = CanonicalEncoder()
        let sealed = SealedRecord(digest: ContentDigest(of: try encoder.encode(record)), record: record)
        let text = try CanonicalValue(canonical: encoder.encode(sealed)).json(indented: true)
        return Array((text + "\n").utf8)
    }

    private func readRecord(_ file: String) -> StoreLookup<ActionRecord> {
        let bytes: [UInt8]
        do { bytes = try SystemFile.read(file) } catch {
            return error.isMissing ? .missing : .damaged("cannot read \(error)")
        }
        guard let sealed = try? JSONDecoder().decode(SealedRecord.self, from: Data(bytes)),
            sealed.record.schema == ActionRecord.schema,
            let canonical = try? CanonicalEncoder().encode(sealed.record),
            ContentDigest(of: canonical) == sealed.digest
        else { return .damaged("record \(file) is not what was written") }
        return .found(sealed.record)
    }

    // MARK: Blobs

    public func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> {
        let bytes: [UInt8]
        do { bytes = try SystemFile.read(file("cas", content)) } catch {
            return error.isMissing ? .missing : .damaged("cannot read \(error)")
        }
        guard ContentDigest(of: bytes) == content else {
            return .damaged("blob \(file("cas", content)) is not what was written")
        }
        return .found(bytes)
    }

    public func mayContain(_ content: ContentDigest) -> Bool {
        SystemFile.stamp(file("cas", content))?.isRegular ?? false
    }

    @discardableResult public func insert(blob bytes: [UInt8]) throws -> ContentDigest {
        let content = ContentDigest(of: bytes)
        // An existing file is replaced unless it is whole: this may be the repair of a damaged one.
        if case .found = blob(content) { return content }
        try write(bytes, to: file("cas", content), synced: true)
        return content
    }

    // MARK: The index

    public func index() -> [UInt8]? { try? SystemFile.read(path + "/index") }

    public func setIndex(_ bytes: [UInt8]) throws { try write(bytes, to: path + "/index", synced: false) }

    // MARK: The folder

    public func flush() {
        let folders = touchedFolders.withLock { touched in
            defer { touched = [] }
            return touched.sorted()
        }
        for folder in folders { SystemFile.syncFolder(folder) }
    }

    public func removeAll() throws {
        do {
            // The index first: it speaks of the rest.
            for part in ["index", "ac", "nodes", "cas", "tmp"] { try SystemFile.removeTree(path + "/" + part) }
        } catch {
            throw notWritable(error)
        }
    }

    func file(_ part: String, _ digest: ContentDigest) -> String {
        let hex = digest.hex
        return "\(path)/\(part)/\(hex.prefix(2))/\(hex)"
    }

    private func write(_ bytes: [UInt8], to file: String, synced: Bool) throws {
        let folder = SystemFile.parent(of: file)
        var attempt = 0
        while let error = failureOfWriting(bytes, to: file, synced: synced) {
            attempt += 1
            // A folder is made when it is needed; it may vanish again when another process cleans the cache.
            guard error.isMissing, attempt < 4 else { throw notWritable(error) }
            do {
                try SystemFile.makeFolder(path + "/tmp")
                try SystemFile.makeFolder(folder)
            } catch {
                throw notWritable(error)
            }
        }
        if synced { touchedFolders.withLock { _ = $0.insert(folder) } }
    }

    private func failureOfWriting(_ bytes: [UInt8], to file: String, synced: Bool) -> SystemError? {
        do {
            let temporary = temporaryName()
            try SystemFile.create(temporary, bytes, synced: synced)
            try SystemFile.rename(temporary, file)
            return nil
        } catch {
            return error
        }
    }

    private func notWritable(_ error: SystemError) -> BuildGraphError {
        .storeNotWritable(path: error.path, problem: error.reason)
    }

    /// A name that no other process or thread uses: also not after a restart that gives the process number again.
    private func temporaryName() -> String {
        let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        return "\(path)/tmp/\(Self.processName)-\(number)"
    }

    // Shared by all stores of the process, two of which may have one folder.
    private static let counter = Atomic<UInt64>(0)
    private static let processName = "\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
}

extension String {
    var withoutTrailingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
