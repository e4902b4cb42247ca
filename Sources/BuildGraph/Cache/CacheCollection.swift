import ContentHash

/// What to remove from a cache.
package struct CacheLimits: Sendable {
    /// Bytes of records and blobs to keep at most; nil for any number.
    package var bytes: Int?
    /// Nanoseconds since its last use after which a result goes; nil for never.
    package var age: Int64?
    /// Nanoseconds for which nothing is removed after it was written: another process may be about to use it.
    package var grace: Int64 = 3_600_000_000_000

    package init(bytes: Int? = nil, days: Double? = nil) {
        self.bytes = bytes
        // In this order, as `min` of what is not a number is that.
        age = days.map { Int64(max(0, min(1e5, $0)) * Double(DiskStore.day)) }
    }
}

/// What was removed from a cache.
package struct CacheCollection: Codable, Sendable, Hashable {
    package var removedRecords = 0
    package var removedBlobs = 0
    package var removedBytes = 0
    /// Bytes of records and blobs that are left.
    package var keptBytes = 0
    /// The bytes among them that a target needs or that were used just now.
    package var neededBytes = 0
    /// Whether the limits are kept. What is needed stays even above them.
    package var isWithinLimits = true
}

extension BuildEngine {
    /// The keys and contents that a build of these targets would use. Where a node must run, also those of its last
    /// run, which explain why.
    package func needed(nodes: [AnyNode]) throws -> Set<ContentDigest> {
        var needed: Set<ContentDigest> = []
        for entry in try plan(nodes: nodes).nodes {
            needed.formUnion([entry.key, entry.output].compactMap(\.self) + entry.grounds)
            if entry.outlook != .cached, let last = store.lastKey(ofNode: entry.name) { needed.insert(last) }
        }
        return needed
    }
}

extension DiskStore {
    /// Removes results that were not used for long, the least recently used first, with their records.
    ///
    /// Safe while another process builds: what it finds gone it makes again, and what was written within the time of
    /// grace stays. Blobs that no record refers to go always.
    /// - Parameters:
    ///   - needed: keys and contents that stay, see ``BuildEngine/needed(nodes:)``.
    ///   - now: nanoseconds since 1970; the present unless given.
    /// - Throws: ``BuildGraphError/storeNotWritable(path:problem:)``.
    package func collect(
        _ limits: CacheLimits, needed: Set<ContentDigest>, now: Int64? = nil
    ) throws -> CacheCollection {
        try remove(selection(limits, needed: needed, now: now ?? SystemFile.coarseTime()))
    }

    /// Lists what is here and chooses what goes.
    func selection(_ limits: CacheLimits, needed: Set<ContentDigest>, now: Int64) -> CacheSelection {
        var selection = CacheSelection(CacheContents(of: self), limits: limits, needed: needed, now: now)
        selection.select()
        return selection
    }

    /// Removes what was chosen, but for what was used since it was listed.
    func remove(_ selection: CacheSelection) throws -> CacheCollection {
        let (contents, limits) = (selection.contents, selection.limits)
        let time = selection.now - limits.grace
        var result = CacheCollection()
        // Records before blobs: a record without its blob would cost more to find out about than no record.
        for key in selection.records.sorted() where try remove(file("ac", key), before: time) {
            result.removedRecords += 1
            result.removedBytes += contents.records[key]?.bytes ?? 0
        }
        for content in selection.blobs.sorted() where try remove(file("cas", content), before: time) {
            result.removedBlobs += 1
            result.removedBytes += contents.blobs[content]?.bytes ?? 0
        }
        for (name, _) in files(in: "nodes") {
            let file = file("nodes", name)
            if let bytes = try? SystemFile.read(file), let key = Self.key(bytes), selection.records.contains(key) {
                SystemFile.remove(file)
            }
        }
        var index = self.index().map(BuildIndex.init(bytes:)) ?? BuildIndex()
        _ = forget(in: &index)
        result.keptBytes = selection.totalBytes - result.removedBytes
        result.neededBytes = selection.neededBytes
        result.isWithinLimits = limits.bytes.map { result.keptBytes <= $0 } ?? true
        return result
    }

    /// Removes a file unless it was written or noted since the cache was listed.
    private func remove(_ file: String, before time: Int64) throws -> Bool {
        guard let stamp = SystemFile.stamp(file), stamp.modified <= time else { return false }
        try unlink(file)
        return true
    }
}

/// What of a cache is to go.
struct CacheSelection {
    let contents: CacheContents
    let limits: CacheLimits
    let needed: Set<ContentDigest>
    let now: Int64
    let totalBytes: Int
    private(set) var neededBytes = 0
    private(set) var records: Set<ContentDigest> = []
    private(set) var blobs: Set<ContentDigest> = []
    /// How many records that stay refer to each blob.
    private var uses: [ContentDigest: Int] = [:]
    private var references: [ContentDigest: [ContentDigest]] = [:]

    init(_ contents: CacheContents, limits: CacheLimits, needed: Set<ContentDigest>, now: Int64) {
        self.contents = contents
        self.limits = limits
        self.needed = needed
        self.now = now
        totalBytes =
            contents.records.values.reduce(0) { $0 + $1.bytes } + contents.blobs.values.reduce(0) { $0 + $1.bytes }
        let made = contents.made
        for (key, entry) in contents.records {
            let referred = Set(contents.references(of: entry.record, made: made).map(\.content))
            references[key] = Array(referred)
            for content in referred { uses[content, default: 0] += 1 }
        }
    }

    mutating func select() {
        var left = totalBytes
        for content in contents.blobs.keys where uses[content] == nil { left -= release(content) }
        let stays = Set(contents.records.filter { isKept($0.key, lastUse: $0.value.lastUse) }.keys)
        neededBytes = bytes(of: stays)
        let oldestFirst = contents.records.filter { !stays.contains($0.key) }
            .sorted { ($0.value.lastUse, $0.key) < ($1.value.lastUse, $1.key) }
        for (key, entry) in oldestFirst {
            let isOld = limits.age.map { entry.lastUse < now - $0 } ?? false
            let isTooMuch = limits.bytes.map { left > $0 } ?? false
            guard isOld || isTooMuch else { continue }
            records.insert(key)
            left -= entry.bytes
            for content in references[key] ?? [] {
                uses[content, default: 1] -= 1
                if uses[content] == 0 { left -= release(content) }
            }
        }
    }

    private func isKept(_ digest: ContentDigest, lastUse: Int64) -> Bool {
        needed.contains(digest) || lastUse > now - limits.grace
    }

    /// Chooses a blob that nothing refers to any more; gives the bytes that this frees.
    private mutating func release(_ content: ContentDigest) -> Int {
        guard let blob = contents.blobs[content], !isKept(content, lastUse: blob.lastUse) else { return 0 }
        blobs.insert(content)
        return blob.bytes
    }

    private func bytes(of keys: Set<ContentDigest>) -> Int {
        var contents: Set<ContentDigest> = []
        for key in keys { contents.formUnion(references[key] ?? []) }
        return keys.reduce(0) { $0 + (self.contents.records[$1]?.bytes ?? 0) }
            + contents.reduce(0) { $0 + (self.contents.blobs[$1]?.bytes ?? 0) }
    }
}
