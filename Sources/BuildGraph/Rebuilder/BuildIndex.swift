import ContentHash

/// What saves looking at each record and file: the results of keys, and the stamps of files whose content is known.
///
/// Never needed for correctness: a missing or damaged index is as good as an empty one. One flat file that ends with
/// its own digest, so that reading ten thousand entries takes a few milliseconds.
struct BuildIndex: Sendable {
    /// The result of a key, as its record says.
    struct Result: Sendable, Hashable {
        var output: ContentDigest
        var size: Int
        var seconds: Double
    }

    /// A file whose content was known when it had this stamp.
    struct File: Sendable, Hashable {
        var content: ContentDigest
        var stamp: SystemFile.Stamp
        /// Whether a later write must change the stamp. A file that changed in the clock's current tick may change
        /// again without showing it.
        var isSettled: Bool
    }

    private(set) var results: [ContentDigest: Result] = [:]
    private(set) var files: [String: File] = [:]
    /// What each node name stood for last.
    private(set) var lastKeys: [String: ContentDigest] = [:]
    private(set) var isModified = false
    /// The digest that the bytes ended with from which this was made; nil where there were none.
    private(set) var seal: ContentDigest?

    subscript(key: ContentDigest) -> Result? {
        get { results[key] }
        set {
            guard results[key] != newValue else { return }
            results[key] = newValue
            isModified = true
        }
    }

    mutating func setLastKey(_ key: ContentDigest, of name: String) {
        lastKeys[name] = key
        isModified = true
    }

    subscript(path: String) -> File? {
        get { files[path] }
        set {
            guard files[path] != newValue else { return }
            files[path] = newValue
            isModified = true
        }
    }
}

extension BuildIndex {
    private static let magic: [UInt8] = Array("paperbuild index 1\n".utf8)

    /// The index of a store; empty where it has none.
    init(of store: any Store) {
        self = store.index().map(BuildIndex.init(bytes:)) ?? BuildIndex()
    }

    /// Whether bytes are those of an index, unchanged.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        let body = bytes.count - ContentDigest.byteCount
        guard body >= magic.count, bytes.starts(with: magic) else { return false }
        return bytes.withUnsafeBytes { raw in
            ContentDigest(ofBytes: UnsafeRawBufferPointer(rebasing: raw[..<body])).bytes.elementsEqual(raw[body...])
        }
    }

    /// The index that bytes mean; empty for damaged ones.
    init(bytes: [UInt8]) {
        guard Self.isWhole(bytes) else { return }
        let body = bytes.count - ContentDigest.byteCount
        bytes.withUnsafeBytes { raw in
            var reader = Reader(raw: raw, position: Self.magic.count, end: body)
            if read(&reader) {
                seal = ContentDigest(raw: UnsafeRawBufferPointer(rebasing: raw[body...]))
            } else {
                results = [:]
                files = [:]
                lastKeys = [:]
            }
        }
    }

    private mutating func read(_ reader: inout Reader) -> Bool {
        guard let resultCount = reader.word(), resultCount <= reader.left / 56 else { return false }
        results.reserveCapacity(Int(resultCount))
        for _ in 0..<resultCount {
            guard let key = reader.digest(), let output = reader.digest(), let size = reader.word(),
                let seconds = reader.word()
            else { return false }
            results[key] = Result(
                output: output, size: Int(truncatingIfNeeded: size), seconds: Double(bitPattern: seconds))
        }
        guard let fileCount = reader.word(), fileCount <= reader.left / 48 else { return false }
        files.reserveCapacity(Int(fileCount))
        for _ in 0..<fileCount {
            guard let path = reader.text(), let content = reader.digest(), let size = reader.word(),
                let modified = reader.word(), let changed = reader.word(), let inode = reader.word(),
                let settled = reader.word()
            else { return false }
            files[path] = File(
                content: content,
                stamp: SystemFile.Stamp(
                    size: Int64(bitPattern: size), modified: Int64(bitPattern: modified),
                    changed: Int64(bitPattern: changed), inode: inode),
                isSettled: settled == 1)
        }
        guard let nameCount = reader.word(), nameCount <= reader.left / 40 else { return false }
        lastKeys.reserveCapacity(Int(nameCount))
        for _ in 0..<nameCount {
            guard let name = reader.text(), let key = reader.digest() else { return false }
            lastKeys[name] = key
        }
        return reader.left == 0
    }

    /// The file's bytes, the same for equal indices.
    var bytes: [UInt8] {
        var bytes = Self.magic
        func word(_ value: UInt64) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        word(UInt64(results.count))
        for (key, result) in results.sorted(by: { $0.key < $1.key }) {
            key.appendBytes(to: &bytes)
            result.output.appendBytes(to: &bytes)
            word(UInt64(bitPattern: Int64(result.size)))
            word(result.seconds.bitPattern)
        }
        word(UInt64(files.count))
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            word(UInt64(path.utf8.count))
            bytes.append(contentsOf: path.utf8)
            file.content.appendBytes(to: &bytes)
            word(UInt64(bitPattern: file.stamp.size))
            word(UInt64(bitPattern: file.stamp.modified))
            word(UInt64(bitPattern: file.stamp.changed))
            word(file.stamp.inode)
            word(file.isSettled ? 1 : 0)
        }
        word(UInt64(lastKeys.count))
        for (name, key) in lastKeys.sorted(by: { $0.key < $1.key }) {
            word(UInt64(name.utf8.count))
            bytes.append(contentsOf: name.utf8)
            key.appendBytes(to: &bytes)
        }
        return bytes + ContentDigest(of: bytes).bytes
    }

    /// Reads within bounds.
    private struct Reader {
        let raw: UnsafeRawBufferPointer
        var position: Int
        let end: Int

        var left: Int { end - position }

        mutating func word() -> UInt64? {
            guard left >= 8 else { return nil }
            defer { position += 8 }
            return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }

        mutating func digest() -> ContentDigest? {
            guard left >= ContentDigest.byteCount else { return nil }
            defer { position += ContentDigest.byteCount }
            return ContentDigest(
                raw: UnsafeRawBufferPointer(rebasing: raw[position..<position + ContentDigest.byteCount]))
        }

        mutating func text() -> String? {
            guard let count = word(), count <= left else { return nil }
            defer { position += Int(count) }
            return String(decoding: raw[position..<position + Int(count)], as: UTF8.self)
        }
    }
}
