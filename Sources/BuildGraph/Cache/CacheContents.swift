import ContentHash

/// What is in a store's folder at one moment: the ground of its statistics and of what may be removed.
///
/// Another process may add, replace or remove files at any time; each is listed as it was met.
struct CacheContents {
    /// A record that is whole, with its file.
    struct Record {
        var record: ActionRecord
        var bytes: Int
        /// Nanoseconds since 1970 of the last use: the file's time of modification, see ``DiskStore/noteUse(of:)``.
        var lastUse: Int64
    }

    struct BlobFile {
        var bytes: Int
        var lastUse: Int64
    }

    var records: [ContentDigest: Record] = [:]
    var blobs: [ContentDigest: BlobFile] = [:]
    /// Keys of records that are there but damaged.
    var damagedRecords: Set<ContentDigest> = []

    init(of store: DiskStore) {
        for (key, stamp) in store.files(in: "ac") {
            switch store.record(for: key) {
            case .found(let record):
                records[key] = Record(record: record, bytes: Int(stamp.size), lastUse: stamp.modified)
            case .damaged: damagedRecords.insert(key)
            case .missing: break
            }
        }
        for (content, stamp) in store.files(in: "cas") {
            blobs[content] = BlobFile(bytes: Int(stamp.size), lastUse: stamp.modified)
        }
    }

    var sortedKeys: [ContentDigest] { records.keys.sorted() }

    /// What a blob is to the records.
    enum Role {
        /// The result of a node.
        case result(node: String)
        /// An input that no record makes: the content of a file.
        case inputFile
        /// The digests of the modules that a record was made by.
        case code
    }

    /// The blobs that a record refers to. An input that another record makes is that record's.
    func references(of record: ActionRecord, made: Set<ContentDigest>) -> [(content: ContentDigest, role: Role)] {
        [(record.output, .result(node: record.node))]
            + record.parts.inputs.map(\.content).filter { !made.contains($0) }.map { ($0, .inputFile) }
            + record.parts.code.values.sorted().map { ($0, .code) }
    }

    /// The contents that some record makes.
    var made: Set<ContentDigest> { Set(records.values.map(\.record.output)) }
}

extension DiskStore {
    /// The files of one part that are named by a digest and lie in its folder, with their stamps, sorted.
    func files(in part: String) -> [(ContentDigest, SystemFile.Stamp)] { entries(in: part).filter(\.1.isRegular) }

    /// The same with what is no file.
    func entries(in part: String) -> [(ContentDigest, SystemFile.Stamp)] {
        var found: [(ContentDigest, SystemFile.Stamp)] = []
        for folder in SystemFile.names(in: path + "/" + part) {
            for name in SystemFile.names(in: "\(path)/\(part)/\(folder)") {
                guard let digest = ContentDigest(hex: name), digest.hex == name, name.hasPrefix(folder),
                    let stamp = SystemFile.stamp("\(path)/\(part)/\(folder)/\(name)")
                else { continue }
                found.append((digest, stamp))
            }
        }
        return found
    }
}
