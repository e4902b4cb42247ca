/// Why bytes are not a canonical encoding, or not one of the wanted type.
public struct CanonicalDecodingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The byte at which reading failed.
    public var offset: Int
    /// What was found there.
    public var problem: String

    public var description: String { "byte \(offset): \(problem)" }
}

/// Reads the canonical encoding and nothing else; no input makes it trap or allocate more than the input warrants.
struct CanonicalParser {
    /// Deeper nesting is refused, on writing too, so that no input can exhaust the stack.
    static let maximumDepth = 256
    static let nan: UInt64 = 0x7ff8_0000_0000_0000
    static let floatNaN: UInt32 = 0x7fc0_0000

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func parse() throws -> CanonicalValue {
        let value = try item(depth: 0)
        guard position == bytes.count else { throw error("\(bytes.count - position) bytes follow the value") }
        return value
    }

    private func error(_ problem: String) -> CanonicalDecodingError {
        CanonicalDecodingError(offset: position, problem: problem)
    }

    private mutating func item(depth: Int) throws -> CanonicalValue {
        guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth) levels") }
        guard position < bytes.count else { throw error("the bytes end where a value should start") }
        let initial = bytes[position]
        switch initial >> 5 {
        case 0: return .unsigned(try argument())
        case 1:
            let magnitude = try argument()
            guard let signed = Int64(exactly: magnitude) else { throw error("an integer below the 64-bit range") }
            return .negative(-1 - signed)
        case 2: return .bytes(Array(bytes[try stringRange()]))
        case 3: return .text(try text())
        case 4: return .array(try array(depth: depth))
        case 5: return .map(try map(depth: depth))
        case 6: return .doubles(try doubles())
        default: return try simple(initial)
        }
    }

    /// The argument of the item's head, which must be in its shortest form.
    private mutating func argument() throws -> UInt64 {
        let short = bytes[position] & 31
        if short < 24 {
            position += 1
            return UInt64(short)
        }
        guard short <= 27 else { throw error("an indefinite or reserved length") }
        let count = 1 << Int(short - 24)
        let value = try fixed(count)
        let smallest: UInt64 = short == 24 ? 24 : 1 << UInt64(4 * count)
        guard value >= smallest else { throw error("an integer that is not in its shortest form") }
        return value
    }

    /// A big-endian integer of so many bytes after the head.
    private mutating func fixed(_ count: Int) throws -> UInt64 {
        guard bytes.count - position > count else { throw error("the bytes end within a number") }
        var value: UInt64 = 0
        for offset in 1...count { value = value << 8 | UInt64(bytes[position + offset]) }
        position += 1 + count
        return value
    }

    private mutating func stringRange() throws -> Range<Int> {
        let length = try argument()
        guard length <= UInt64(bytes.count - position) else {
            throw error("a string of \(length) bytes where \(bytes.count - position) are left")
        }
        let range = position..<position + Int(length)
        position = range.upperBound
        return range
    }

    private mutating func text() throws -> String {
        let range = try stringRange()
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw error("a text that is not UTF-8")
        }
        return text
    }

    private mutating func array(depth: Int) throws -> [CanonicalValue] {
        let count = try argument()
        guard count <= UInt64(bytes.count - position) else { throw error("an array of \(count) elements, cut off") }
        var values: [CanonicalValue] = []
        values.reserveCapacity(min(Int(count), 4096))
        for _ in 0..<count { values.append(try item(depth: depth + 1)) }
        return values
    }

    private mutating func map(depth: Int) throws -> [CanonicalValue.Entry] {
        let count = try argument()
        guard count <= UInt64(bytes.count - position) / 2 else { throw error("a map of \(count) entries, cut off") }
        var entries: [CanonicalValue.Entry] = []
        entries.reserveCapacity(min(Int(count), 1024))
        var previous: Range<Int>?
        for _ in 0..<count {
            guard position < bytes.count, bytes[position] >> 5 == 3 else {
                throw error("a map's key that is not a text")
            }
            let start = position
            let key = try text()
            let range = start..<position
            if let previous, !bytes[previous].lexicographicallyPrecedes(bytes[range]) {
                throw error("map keys that are out of order or repeated: \"\(key)\"")
            }
            previous = range
            entries.append(CanonicalValue.Entry(key: key, value: try item(depth: depth + 1)))
        }
        return entries
    }

    /// A typed array of little-endian binary64: tag 86 on a byte string.
    private mutating func doubles() throws -> [Double] {
        guard try argument() == CanonicalWriter.doubleArrayTag else { throw error("an unknown tag") }
        guard position < bytes.count, bytes[position] >> 5 == 2 else { throw error("a typed array without its bytes") }
        let range = try stringRange()
        guard range.count.isMultiple(of: 8) else { throw error("an array of doubles of \(range.count) bytes") }
        let source = bytes
        let values = [Double](unsafeUninitializedCapacity: range.count / 8) { buffer, count in
            count = range.count / 8
            source.withUnsafeBytes { raw in
                for index in 0..<count {
                    let bits = raw.loadUnaligned(fromByteOffset: range.lowerBound + 8 * index, as: UInt64.self)
                    buffer[index] = Double(bitPattern: UInt64(littleEndian: bits))
                }
            }
        }
        guard values.allSatisfy({ !$0.isNaN || $0.bitPattern == Self.nan }) else { throw error("a NaN with a payload") }
        return values
    }

    private mutating func simple(_ initial: UInt8) throws -> CanonicalValue {
        switch initial {
        case 0xf4, 0xf5:
            position += 1
            return .bool(initial == 0xf5)
        case 0xf6:
            position += 1
            return .null
        case 0xfa:
            let value = Float(bitPattern: UInt32(truncatingIfNeeded: try fixed(4)))
            guard !value.isNaN || value.bitPattern == Self.floatNaN else { throw error("a NaN with a payload") }
            return .float(value)
        case 0xfb:
            let value = Double(bitPattern: try fixed(8))
            guard !value.isNaN || value.bitPattern == Self.nan else { throw error("a NaN with a payload") }
            return .double(value)
        default: throw error("a byte that starts no value: \(initial)")
        }
    }
}
