import ContentHash
import FoundationEssentials
import Glibc
import Synchronization

/// A store in a folder, in the layout of the Bazel disk cache:
///
/// - `ac/<aa>/<key>`: action records, readable JSON that carries its own digest;
/// - `cas/<aa>/<content>`: blobs, named by the SHA-256 of their bytes;
/// - `nodes/<aa>/<digest of a node's name>`: the key that a name stood for last, only to explain;
/// - `index`: a summary that saves looking records up; it may be deleted at any time;
/// - `snapshot`: what the last build with nothing to do found, see `BuildSnapshot`; it may be deleted at any time;
/// - `uses/`: marks of the sets of results that were used within a day, so that the times of records tell their use;
/// - `tmp/`: files that are being written;
/// - `lock`: its bytes are locked while a build runs nodes, see ``StoreLock``.
///
/// Each file is written under a temporary name and renamed, and synced when it is worth it, so that processes may share a store and be killed
/// at any point. Nothing depends on what a loss of power keeps: what is lost is missing or fails verification, and is
/// computed again. Opening a store writes nothing.
public final class DiskStore: Store {
    /// The folder.
    public let path: String
    /// How much work a loss of power may lose.
    public let durability: Durability
    private let touchedFolders = Mutex<Set<String>>([])

    /// What is synced to the medium.
    public enum Durability: Sendable {
        /// Nothing is synced: the system writes when it likes, usually within seconds.
        case none
        /// Results that take longer to make than to sync are synced before they get their names.
        case worthwhile
        /// Each file is synced, and at the end of each build the folders; this may cost milliseconds a node.
        case everything

        /// Seconds from which on a result is worth the sync, which takes about a millisecond.
        static let worthwhileSeconds = 0.02

        func syncs(worth seconds: Double) -> Bool {
            switch self {
            case .none: false
            case .worthwhile: seconds >= Self.worthwhileSeconds
            case .everything: true
            }
        }
    }

    /// A store in a folder, which is made when something is first written.
    public init(_ folder: URL, durability: Durability = .worthwhile) {
        self.durability = durability
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
        try write(encode(record), to: file("ac", record.key), synced: durability.syncs(worth: record.seconds))
    }

    public func lastKey(ofNode name: String) -> ContentDigest? {
        (try? SystemFile.read(file("nodes", ContentDigest(of: name)))).flatMap(Self.key)
    }

    /// The key that a file of `nodes/` holds; nil for a damaged one.
    static func key(_ bytes: [UInt8]) -> ContentDigest? {
        bytes.last == 10 ? ContentDigest(hex: String(decoding: bytes.dropLast(), as: UTF8.self)) : nil
    }

    public func setLastKey(_ key: ContentDigest, ofNode name: String) throws {
        try write(
            Array((key.hex + "\n").utf8), to: file("nodes", ContentDigest(of: name)), synced: false, replacing: true)
    }

    /// The file's form: the record with the digest of its canonical encoding.
    private struct SealedRecord: Decodable {
        var digest: ContentDigest
        var record: ActionRecord
    }

    private func encode(_ record: ActionRecord) throws -> [UInt8] {
        let canonical = try CanonicalEncoder().encode(record)
        let entries = [
            CanonicalValue.Entry(key: "digest", value: .text(ContentDigest(of: canonical).hex)),
            CanonicalValue.Entry(key: "record", value: try CanonicalValue(canonical: canonical)),
        ]
        return Array((CanonicalValue.map(entries).json(indented: true) + "\n").utf8)
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

    @discardableResult public func insert(blob bytes: [UInt8], worth seconds: Double) throws -> ContentDigest {
        let content = ContentDigest(of: bytes)
        // An existing file is replaced unless it is whole: this may be the repair of a damaged one.
        if case .found = blob(content) {
            // It is in use again: what removes old blobs must see that.
            SystemFile.touch(file("cas", content))
            return content
        }
        try write(bytes, to: file("cas", content), synced: durability.syncs(worth: seconds))
        return content
    }

    // MARK: The index

    public func index() -> [UInt8]? { try? SystemFile.read(path + "/index") }

    public func setIndex(_ bytes: [UInt8]) throws {
        try write(bytes, to: path + "/index", synced: false, replacing: true)
    }

    public func snapshot() -> [UInt8]? { hasSnapshot ? try? SystemFile.read(path + "/snapshot") : nil }

    /// By the ends of two files, as this is asked in each build.
    public var hasSnapshot: Bool {
        guard let head = SystemFile.read(path + "/snapshot", first: BuildSnapshot.prefixCount),
            let seal = SystemFile.read(path + "/index", last: ContentDigest.byteCount)
        else { return false }
        return BuildSnapshot.belongs(head, toIndexEndingWith: seal)
    }

    public func setSnapshot(_ bytes: [UInt8]) throws {
        try write(bytes, to: path + "/snapshot", synced: false, replacing: true)
    }

    // MARK: The folder

    public var temporaryFolder: String? { path + "/tmp" }

    /// Makes the folder when needed, and removes what killed builds left in `tmp/`: files and folders.
    ///
    /// While other builds go on only what is more than an hour old is removed. A file that is removed too
    /// early is written again by its owner.
    public func lock() -> StoreLock? {
        try? SystemFile.makeFolder(path)
        guard let lock = StoreLock(path: path + "/lock") else { return nil }
        let oldest = SystemFile.coarseTime() - 3_600_000_000_000
        let isAlone = lock.isAlone()
        for name in SystemFile.names(in: path + "/tmp") {
            let file = path + "/tmp/" + name
            guard let stamp = SystemFile.stamp(file), isAlone || stamp.modified < oldest else { continue }
            // A folder is that of a step which had one for itself.
            try? SystemFile.removeTree(file)
        }
        lock.announce()
        return lock
    }

    /// Syncs folders, if wanted.
    public func flush() {
        let folders = touchedFolders.withLock { touched in
            defer { touched = [] }
            return touched.sorted()
        }
        for folder in folders { SystemFile.syncFolder(folder) }
    }

    public func removeAll() throws {
        do {
            // First what speaks of the rest.
            for part in ["snapshot", "index", "ac", "nodes", "cas", "uses", "tmp", "lock"] {
                try SystemFile.removeTree(path + "/" + part)
            }
        } catch {
            throw notWritable(error)
        }
    }

    func file(_ part: String, _ digest: ContentDigest) -> String {
        let hex = digest.hex
        return "\(path)/\(part)/\(hex.prefix(2))/\(hex)"
    }

    /// - Parameter replacing: whether there may be such a file already.
    func write(_ bytes: [UInt8], to file: String, synced: Bool, replacing: Bool = false) throws {
        let folder = SystemFile.parent(of: file)
        var attempt = 0
        while let error = failureOfWriting(bytes, to: file, in: folder, synced: synced, replacing: replacing) {
            attempt += 1
            // Another process may be cleaning the cache; otherwise the first attempt tells.
            guard attempt < 3, clearWay(to: file) || error.isMissing else { throw notWritable(error) }
        }
        if synced, durability == .everything { touchedFolders.withLock { _ = $0.insert(folder) } }
    }

    /// Removes what stands in the way of a record or a blob and that no build makes: a folder in its place, or a file in
    /// that of its folder. Tells whether there was such a thing. Nothing else: a mistyped cache folder may hold anything.
    private func clearWay(to file: String) -> Bool {
        let folder = SystemFile.parent(of: file)
        guard ["ac", "cas", "nodes"].contains(where: { SystemFile.parent(of: folder) == "\(path)/\($0)" }) else {
            return false
        }
        if SystemFile.isFolder(file) { return (try? SystemFile.removeTree(file)) != nil }
        guard SystemFile.stamp(folder)?.isRegular == true else { return false }
        SystemFile.remove(folder)
        return true
    }

    private func failureOfWriting(
        _ bytes: [UInt8], to file: String, in folder: String, synced: Bool, replacing: Bool
    ) -> SystemError? {
        let temporary = temporaryName()
        do {
            try makingFolder(path + "/tmp") { () throws(SystemError) in
                try SystemFile.create(
                    temporary, bytes, synced: synced, replacing: replacing && SystemFile.stamp(file) != nil)
            }
            try makingFolder(folder) { () throws(SystemError) in try SystemFile.rename(temporary, file) }
            return nil
        } catch {
            SystemFile.remove(temporary)
            return error
        }
    }

    /// Makes a folder only when it turns out to be missing; again if another process, cleaning, removes it again.
    private func makingFolder(_ folder: String, _ body: () throws(SystemError) -> Void) throws(SystemError) {
        var attempt = 0
        while true {
            do {
                return try body()
            } catch {
                attempt += 1
                guard error.isMissing, attempt < 2 else { throw error }
            }
            try SystemFile.makeFolder(folder)
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
