import CairoCanvas
import ContentHash

/// What a made file says of its origin, in a line of its own that no reader shows: digests of what it was made from, and
/// of its own other bytes.
///
/// It tells a drawing that belongs to its data from one that does not on any machine: bytes of drawings depend on
/// libraries, so that comparing them with drawings made anew would not. It is no signature.
package struct Seal: Hashable, Sendable {
    /// SHA-256 as hexadecimal digits, by what it is of.
    package var origins: [String: String]

    package init(_ origins: [String: String]) { self.origins = origins }

    package enum Format: String, Sendable, CaseIterable {
        case pdf, svg, png, tex
    }

    /// The seal that ``text`` writes.
    ///
    /// - Throws: ``SealError/unreadable``.
    package init(text: String) throws {
        origins = [:]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "=").map(String.init)
            guard parts.count == 2, ContentDigest(hex: parts[1]) != nil,
                origins.updateValue(parts[1], forKey: parts[0]) == nil
            else { throw SealError.unreadable }
        }
    }

    /// The origins, as a line.
    package var text: String { origins.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ") }

    private static let mark = "paperbuild seal: "
    private static let own = "file"

    /// A file with this seal in it.
    ///
    /// - Throws: ``SealError/noPlace(_:)`` for bytes that are not of the format.
    package func sealing(_ bytes: [UInt8], as format: Format) throws -> [UInt8] {
        let place = try Self.place(in: bytes, format)
        let line = Self.mark + text + " \(Self.own)=\(ContentDigest(of: bytes).hex)"
        return bytes[..<place] + Self.wrapped(line, format) + bytes[place...]
    }

    /// A seal that was found in a file.
    package struct Found: Hashable, Sendable {
        package var seal: Seal
        /// Whether the file's other bytes are those that were sealed.
        package var isWhole: Bool
    }

    /// The seal in a file; nil where there is none, or what is there cannot be read.
    package static func find(in bytes: [UInt8], _ format: Format) -> Found? {
        guard let start = ByteSearch.lastIndex(of: Array(mark.utf8), in: bytes) else { return nil }
        let line = String(decoding: bytes[start...].prefix { $0 >= 0x20 && $0 < 0x7f }, as: UTF8.self)
        guard let end = line.range(of: " \(own)=") else { return nil }
        let file = String(line[end.upperBound...].prefix(2 * ContentDigest.byteCount))
        guard let seal = try? Seal(text: String(line[..<end.lowerBound].dropFirst(mark.count))) else { return nil }
        let wrapped = Seal.wrapped(mark + seal.text + " \(own)=" + file, format)
        guard let place = ByteSearch.lastIndex(of: wrapped, in: bytes) else { return nil }
        let others = Array(bytes[..<place] + bytes[(place + wrapped.count)...])
        let isWhole = ContentDigest(of: others).hex == file && (try? Self.place(in: others, format)) == place
        return Found(seal: seal, isWhole: isWhole)
    }

    /// Where a line can stand that no reader heeds and no offset in the file crosses.
    private static func place(in bytes: [UInt8], _ format: Format) throws -> Int {
        let place: Int? =
            switch format {
            // After all objects; offsets count from the start.
            case .pdf: ByteSearch.lastIndex(of: Array("startxref\n".utf8), in: bytes)
            case .svg: ByteSearch.lastIndex(of: Array("</svg>".utf8), in: bytes)
            // Before the last chunk: its length of 0, its name, its checksum.
            case .png: bytes.count > 12 && bytes.suffix(8).prefix(4).elementsEqual("IEND".utf8) ? bytes.count - 12 : nil
            case .tex: bytes.count
            }
        guard let place else { throw SealError.noPlace(format.rawValue) }
        return place
    }

    private static func wrapped(_ line: String, _ format: Format) -> [UInt8] {
        switch format {
        case .pdf, .tex: Array("% \(line)\n".utf8)
        case .svg: Array("<!-- \(line) -->\n".utf8)
        case .png: PNGChunk.text(keyword: "Source", line)
        }
    }
}

/// Why a file has no seal.
package enum SealError: Error, Hashable, CustomStringConvertible {
    case unreadable
    case noPlace(String)

    package var description: String {
        switch self {
        case .unreadable: "the digests of a file's origins cannot be read"
        case .noPlace(let format): "what was to be sealed is no \(format) file"
        }
    }
}

enum ByteSearch {
    static func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var start = bytes.count - pattern.count
            while start >= 0 {
                if bytes[start] == first, bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
                start -= 1
            }
            return nil
        }
    }
}
