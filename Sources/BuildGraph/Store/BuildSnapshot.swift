import ContentHash

/// A build that left nothing to do, so that the next one is known to have nothing to do either: the digest of what was
/// asked for, the results, the stamps of all input and output files, and those of discovered inputs with their paths.
///
/// Only a shortcut, and only good together with the index that it was made from: it carries that index's digest. One
/// flat file that ends with its own digest; read in place.
struct BuildSnapshot: Sendable {
    /// The result of a node.
    struct Result {
        /// Nil for an input file.
        var key: ContentDigest?
        var output: ContentDigest
        var size: Int
        var seconds: Double
    }

    private static let magic: [UInt8] = Array("paperbuild snapshot 2\n".utf8)
    static let headEnd = magic.count + 2 * ContentDigest.byteCount + 32
    static let resultSize = 2 * ContentDigest.byteCount + 16
    private static let stampSize = 32
    /// The first bytes, which tell what index the snapshot belongs to.
    static let prefixCount = magic.count + ContentDigest.byteCount

    let bytes: [UInt8]
    let nodes: Int
    let inputs: Int
    let outputs: Int
    private let discoveredStart: Int

    /// The snapshot that bytes mean; nil for damaged ones.
    init?(bytes: [UInt8]) {
        let body = bytes.count - ContentDigest.byteCount
        guard body >= Self.headEnd, bytes.starts(with: Self.magic),
            bytes.withUnsafeBytes({ raw in
                ContentDigest(ofBytes: UnsafeRawBufferPointer(rebasing: raw[..<body])).bytes.elementsEqual(raw[body...])
            })
        else { return nil }
        self.bytes = bytes
        let counts = (0..<4).map { Self.word(bytes, Self.headEnd - 32 + 8 * $0) }
        guard counts.allSatisfy({ $0 <= bytes.count }) else { return nil }
        (nodes, inputs, outputs) = (Int(counts[0]), Int(counts[1]), Int(counts[2]))
        discoveredStart = Self.headEnd + nodes * Self.resultSize + (inputs + outputs) * Self.stampSize
        guard body == discoveredStart + Int(counts[3]) else { return nil }
    }

    /// Whether a snapshot with these first bytes belongs to an index with these last bytes.
    static func belongs(_ prefix: some Collection<UInt8>, toIndexEndingWith seal: some Collection<UInt8>) -> Bool {
        prefix.count == prefixCount && seal.count == ContentDigest.byteCount && prefix.starts(with: magic)
            && prefix.dropFirst(magic.count).elementsEqual(seal)
    }

    /// What the build was asked for.
    var structure: ContentDigest { digest(Self.prefixCount) }

    func result(_ position: Int, isInput: Bool) -> Result {
        let start = Self.headEnd + position * Self.resultSize
        return Result(
            key: isInput ? nil : digest(start), output: digest(start + 32),
            size: Int(truncatingIfNeeded: Self.word(bytes, start + 64)),
            seconds: Double(bitPattern: Self.word(bytes, start + 72)))
    }

    /// Whether an input file, by its number among the input files, has the stamp that it had.
    func hasInput(_ number: Int, _ stamp: SystemFile.Stamp?) -> Bool { isStamp(number, stamp) }

    /// Whether an output file has the stamp that it had.
    func hasOutput(_ number: Int, _ stamp: SystemFile.Stamp?) -> Bool { isStamp(inputs + number, stamp) }

    /// Whether each discovered path has the stamp that it had, or is still not there.
    func hasDiscoveredInputs() -> Bool {
        var place = discoveredStart
        let end = bytes.count - ContentDigest.byteCount
        while place < end {
            let (count, isThere) = (Int(Self.word(bytes, place)), Self.word(bytes, place + 8) == 1)
            let start = place + 16 + Self.stampSize
            guard count > 0, count <= end - start else { return false }
            // The path ends with a zero.
            let stamp = bytes.withUnsafeBytes { raw in
                raw[start..<start + count].withMemoryRebound(to: CChar.self) { text in
                    text.baseAddress.flatMap { SystemFile.stamp($0, followingLinks: true) }
                }
            }
            guard stamp.map({ isThere && isStamp(at: place + 16, $0) }) ?? !isThere else { return false }
            place = start + count
        }
        return true
    }

    private func isStamp(_ number: Int, _ stamp: SystemFile.Stamp?) -> Bool {
        guard let stamp, stamp.isRegular else { return false }
        return isStamp(at: Self.headEnd + nodes * Self.resultSize + number * Self.stampSize, stamp)
    }

    private func isStamp(at start: Int, _ stamp: SystemFile.Stamp) -> Bool {
        Self.word(bytes, start) == UInt64(bitPattern: stamp.size)
            && Self.word(bytes, start + 8) == UInt64(bitPattern: stamp.modified)
            && Self.word(bytes, start + 16) == UInt64(bitPattern: stamp.changed)
            && Self.word(bytes, start + 24) == stamp.inode
    }

    private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }

    private func digest(_ start: Int) -> ContentDigest {
        bytes.withUnsafeBytes { ContentDigest(raw: UnsafeRawBufferPointer(rebasing: $0[start..<start + 32])) }
    }
}

extension BuildSnapshot {
    /// The bytes of a snapshot.
    ///
    /// - Parameters:
    ///   - seal: the digest that the index ends with.
    ///   - discovered: paths with their stamps, nil where there is nothing.
    static func bytes(
        structure: ContentDigest, seal: ContentDigest, results: [Result], inputs: [SystemFile.Stamp],
        outputs: [SystemFile.Stamp], discovered: [(path: String, stamp: SystemFile.Stamp?)] = []
    ) -> [UInt8] {
        var bytes = magic
        bytes.reserveCapacity(headEnd + results.count * resultSize + (inputs.count + outputs.count) * stampSize + 32)
        func word(_ value: UInt64) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        seal.appendBytes(to: &bytes)
        structure.appendBytes(to: &bytes)
        word(UInt64(results.count))
        word(UInt64(inputs.count))
        word(UInt64(outputs.count))
        word(UInt64(discovered.reduce(0) { $0 + 16 + stampSize + $1.path.utf8.count + 1 }))
        for result in results {
            // Any digest will do for an input file.
            (result.key ?? result.output).appendBytes(to: &bytes)
            result.output.appendBytes(to: &bytes)
            word(UInt64(bitPattern: Int64(result.size)))
            word(result.seconds.bitPattern)
        }
        func append(_ stamp: SystemFile.Stamp?) {
            word(UInt64(bitPattern: stamp?.size ?? 0))
            word(UInt64(bitPattern: stamp?.modified ?? 0))
            word(UInt64(bitPattern: stamp?.changed ?? 0))
            word(stamp?.inode ?? 0)
        }
        for stamp in inputs + outputs { append(stamp) }
        for (path, stamp) in discovered {
            word(UInt64(path.utf8.count + 1))
            word(stamp == nil ? 0 : 1)
            append(stamp)
            bytes += Array(path.utf8) + [0]
        }
        return bytes + ContentDigest(of: bytes).bytes
    }
}
