import CCrypto

/// SHA-256 over a stream of bytes and of length-prefixed fields.
///
/// Fields carry their length, so that no two different sequences of fields give the same stream
/// (`"ab", "c"` and `"a", "bc"` differ).
public struct ContentHasher: ~Copyable {
    private let context: OpaquePointer?

    /// A hasher that has seen nothing.
    public init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, Algorithm.sha256, nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Appends raw bytes, with no length.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        EVP_DigestUpdate(context, start, bytes.count)
    }

    /// Appends raw bytes, with no length.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Appends the number of bytes (eight bytes, little-endian) and the bytes.
    public mutating func field(_ bytes: [UInt8]) {
        length(bytes.count)
        update(bytes)
    }

    /// Appends the text's UTF-8 bytes as a field.
    public mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            length(bytes.count)
            update(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Appends a digest as a field.
    public mutating func field(_ digest: ContentDigest) {
        field(digest.bytes)
    }

    private mutating func length(_ count: Int) {
        withUnsafeBytes(of: UInt64(count).littleEndian) { update($0) }
    }

    /// The digest of all that was appended; ends the stream.
    public consuming func finalize() -> ContentDigest {
        withUnsafeTemporaryAllocation(byteCount: ContentDigest.byteCount, alignment: 8) { output in
            EVP_DigestFinal_ex(context, output.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
            return ContentDigest(raw: UnsafeRawBufferPointer(output))
        }
    }
}

/// The algorithm, fetched once: a fetch for each digest costs more than a small digest does.
enum Algorithm {
    nonisolated(unsafe) static let sha256: OpaquePointer? = EVP_MD_fetch(nil, "SHA256", nil)
}

extension ContentDigest {
    /// A digest from exactly 32 bytes.
    public init(raw: UnsafeRawBufferPointer) {
        precondition(raw.count == Self.byteCount)
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    /// The digest of raw bytes, as `sha256sum` prints it.
    public init(ofBytes bytes: UnsafeRawBufferPointer) {
        self = withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { output in
            // libcrypto takes a null pointer for no bytes.
            EVP_Digest(
                bytes.baseAddress, bytes.count, output.baseAddress?.assumingMemoryBound(to: UInt8.self), nil,
                Algorithm.sha256, nil)
            return ContentDigest(raw: UnsafeRawBufferPointer(output))
        }
    }

    /// The digest of raw bytes, as `sha256sum` prints it.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { ContentDigest(ofBytes: $0) }
    }

    /// The digest of the text's UTF-8 bytes.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { ContentDigest(ofBytes: UnsafeRawBufferPointer($0)) }
    }
}
