import ContentHash

/// What a check of every file of a cache found.
package struct CacheVerification: Codable, Sendable {
    /// A file that is not what was written, and was removed.
    package struct Damage: Codable, Sendable, Hashable {
        /// Relative to the cache.
        package var file: String
        /// The nodes whose results it held; empty where that is not known.
        package var nodes: [String]
        package var problem: String
    }

    package var records = 0
    package var blobs = 0
    /// Bytes that were hashed.
    package var bytes = 0
    package var damaged: [Damage] = []
    /// Nodes with a record whose result is not there: made again when something needs it.
    package var withoutResult: [String] = []
    /// Results that the index knew and whose record is not there: the index has forgotten them.
    package var forgotten = 0
    /// Files that no build wrote; they are left alone.
    package var foreign: [String] = []

    package var isWhole: Bool { damaged.isEmpty }
}

extension DiskStore {
    /// Reads and hashes every record and blob, and removes what is damaged, so that the next build makes it again.
    ///
    /// Safe while another process builds. The record of a damaged result goes with it.
    /// - Throws: ``BuildGraphError/storeNotWritable(path:problem:)`` where something damaged cannot be removed.
    package func verify() throws -> CacheVerification {
        var result = CacheVerification()
        var index = self.index().map(BuildIndex.init(bytes:)) ?? BuildIndex()
        try verifyIndex(&result)
        try verifySnapshot(&result)
        result.forgotten = forget(in: &index)
        let contents = CacheContents(of: self)
        var makers: [ContentDigest: [ContentDigest]] = [:]
        for key in contents.sortedKeys {
            guard let entry = contents.records[key] else { continue }
            result.records += 1
            result.bytes += entry.bytes
            makers[entry.record.output, default: []].append(key)
        }
        for key in contents.damagedRecords.sorted() {
            result.records += 1
            try discard(part: "ac", key, nodes: [], "it is not what was written", &result)
        }
        for content in contents.blobs.keys.sorted() {
            result.blobs += 1
            result.bytes += contents.blobs[content]?.bytes ?? 0
            guard case .damaged = blob(content) else { continue }
            let keys = makers[content] ?? []
            let nodes = Set(keys.compactMap { contents.records[$0]?.record.node }).sorted()
            // The record first: without it the result is made again, whoever needs it.
            for key in keys { try unlink(file("ac", key)) }
            makers[content] = nil
            try discard(part: "cas", content, nodes: nodes, "its bytes have another hash", &result)
        }
        for (content, keys) in makers where contents.blobs[content] == nil {
            result.withoutResult += keys.compactMap { contents.records[$0]?.record.node }
        }
        result.withoutResult = Set(result.withoutResult).sorted()
        try verifyNames(&result)
        try verifyKinds(&result)
        result.foreign = foreignFiles()
        _ = forget(in: &index)
        return result
    }

    /// Removes from the index what has no record any more; gives how many results that were.
    func forget(in index: inout BuildIndex) -> Int {
        let lost = index.results.keys.filter { SystemFile.stamp(file("ac", $0)) == nil }
        for key in lost { index[key] = nil }
        if !lost.isEmpty { try? setIndex(index.bytes) }
        return lost.count
    }

    private func verifyIndex(_ result: inout CacheVerification) throws {
        guard let bytes = index() else { return }
        result.bytes += bytes.count
        guard !BuildIndex.isWhole(bytes) else { return }
        try unlink(path + "/index")
        result.damaged.append(.init(file: "index", nodes: [], problem: "the index is not what was written"))
    }

    private func verifySnapshot(_ result: inout CacheVerification) throws {
        let file = path + "/snapshot"
        guard let bytes = try? SystemFile.read(file) else { return }
        result.bytes += bytes.count
        guard BuildSnapshot(bytes: bytes) == nil else { return }
        try unlink(file)
        result.damaged.append(.init(file: "snapshot", nodes: [], problem: "the snapshot is not what was written"))
    }

    private func verifyNames(_ result: inout CacheVerification) throws {
        for (name, stamp) in files(in: "nodes") {
            result.bytes += Int(stamp.size)
            let file = file("nodes", name)
            guard let bytes = try? SystemFile.read(file), Self.key(bytes) == nil else { continue }
            try discard(part: "nodes", name, nodes: [], "it does not hold a key", &result)
        }
    }

    /// What has the name of a file of a build and is none: a folder, a pipe.
    private func verifyKinds(_ result: inout CacheVerification) throws {
        for part in ["ac", "cas", "nodes"] {
            for (digest, stamp) in entries(in: part) where !stamp.isRegular {
                try discard(part: part, digest, nodes: [], "it is not a file", &result)
            }
        }
    }

    private func discard(
        part: String, _ digest: ContentDigest, nodes: [String], _ problem: String,
        _ result: inout CacheVerification
    ) throws {
        let file = file(part, digest)
        try unlink(file)
        result.damaged.append(.init(file: String(file.dropFirst(path.count + 1)), nodes: nodes, problem: problem))
    }

    func unlink(_ file: String) throws {
        do { try SystemFile.removeTree(file) } catch {
            throw BuildGraphError.storeNotWritable(path: error.path, problem: error.reason)
        }
    }

    private func foreignFiles() -> [String] {
        var foreign: [String] = []
        for part in ["ac", "cas", "nodes"] {
            let known = Set(files(in: part).map { file(part, $0.0) })
            for folder in SystemFile.names(in: path + "/" + part) {
                let names = SystemFile.names(in: "\(path)/\(part)/\(folder)").map { "\(path)/\(part)/\(folder)/\($0)" }
                let isFile = SystemFile.stamp("\(path)/\(part)/\(folder)")?.isRegular == true
                foreign += isFile ? ["\(path)/\(part)/\(folder)"] : names.filter { !known.contains($0) }
            }
        }
        return foreign.map { String($0.dropFirst(path.count + 1)) }
    }
}
