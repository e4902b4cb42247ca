/// The SHA-256 digest of a sequence of bytes: 32 bytes that stand for the content.
///
/// Ordered as its hexadecimal text is. Encodes as that text (64 lower-case digits).
public struct ContentDigest: Hashable, Comparable, Sendable {
    // Four big-endian words, so that comparison and hashing need no array.
    @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)

    /// The number of bytes of a digest.
    public static let byteCount = 32

    /// A digest from its 32 bytes; nil for any other number of them.
    public init?<Bytes: Collection>(bytes: Bytes) where Bytes.Element == UInt8 {
        guard bytes.count == Self.byteCount else { return nil }
        var iterator = bytes.makeIterator()
        func word() -> UInt64 {
            var word: UInt64 = 0
            for _ in 0..<8 { word = word << 8 | UInt64(iterator.next() ?? 0) }
            return word
        }
        words = (word(), word(), word(), word())
    }

    /// A digest from 64 hexadecimal digits of either case; nil for any other text.
    public init?(hex: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var high: UInt8?
        for character in hex.utf8 {
            guard let digit = Self.nibble(character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else { return nil }
        self.init(bytes: bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.byteCount)
        appendBytes(to: &result)
        return result
    }

    /// Appends the 32 bytes.
    @inlinable public func appendBytes(to bytes: inout [UInt8]) {
        let raw = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
        withUnsafeBytes(of: raw) { bytes.append(contentsOf: $0) }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hex: String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            var position = 0
            func write(_ word: UInt64) {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let nibble = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
                    buffer[position] = nibble < 10 ? 48 + nibble : 87 + nibble
                    position += 1
                }
            }
            write(words.0)
            write(words.1)
            write(words.2)
            write(words.3)
            return position
        }
    }

    /// The first twelve digits of ``hex``: enough for a person to tell two digests apart.
    public var shortHex: String { String(hex.prefix(12)) }

    private static func nibble(_ character: UInt8) -> UInt8? {
        switch character {
        case 48...57: character - 48
        case 65...70: character - 55
        case 97...102: character - 87
        default: nil
        }
    }

    @inlinable public static func == (left: ContentDigest, right: ContentDigest) -> Bool {
        left.words == right.words
    }

    @inlinable public static func < (left: ContentDigest, right: ContentDigest) -> Bool {
        left.words < right.words
    }

    @inlinable public func hash(into hasher: inout Hasher) {
        // The bytes are already well mixed.
        hasher.combine(words.0)
        hasher.combine(words.1)
    }
}

extension ContentDigest: CustomStringConvertible {
    public var description: String { hex }
}

extension ContentDigest: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let digest = ContentDigest(hex: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not the hexadecimal text of a SHA-256 digest")
        }
        self = digest
    }
}
