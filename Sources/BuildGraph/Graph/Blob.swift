import ContentHash

/// Raw bytes as a result: a rendered figure, a generated text, an input file.
///
/// A node whose output is a blob is stored as these bytes and nothing else, so the content hash of the result is the
/// SHA-256 of the file that the bytes make. Inside another value a blob encodes as one byte string.
public struct Blob: Hashable, Sendable {
    /// The content, byte for byte as it is stored.
    public var bytes: [UInt8]

    /// A result of these bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The UTF-8 bytes of a text.
    public init(utf8 text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes as text; invalid UTF-8 is replaced by U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// SHA-256 of the bytes.
    public var digest: ContentDigest { ContentDigest(of: bytes) }
}

extension Blob: Codable {
    public init(from decoder: any Decoder) throws {
        bytes = try decoder.singleValueContainer().decode([UInt8].self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}
