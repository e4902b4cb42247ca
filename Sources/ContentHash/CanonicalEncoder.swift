import FoundationEssentials

/// Encodes a value as bytes that are the same in each process and on each machine: deterministic CBOR (RFC 8949,
/// section 4.2.1), read back by ``CanonicalDecoder``.
///
/// - Map keys are texts, sorted bytewise by their encoding. Integers take their shortest form. A `Double` always takes
///   eight bytes and a `Float` four; there is one NaN; the sign of zero is kept.
/// - `[Double]` is one typed array (RFC 8746, tag 86), `[UInt8]` and Foundation's `Data` are one byte string.
/// - `Set`s and dictionaries whose keys are not texts, which Codable writes in an order that changes from process to
///   process, are written sorted by their encoded elements. A type that writes its `Set` by itself, element by
///   element, must sort it.
/// - Texts are compared as bytes: two texts that Unicode calls equal may differ here.
public struct CanonicalEncoder: Sendable {
    /// An encoder without options: equal values give equal bytes.
    public init() {}

    /// - Throws: what the value's `encode(to:)` throws; `EncodingError.invalidValue` for nesting deeper than 256.
    public func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
        let slot = Slot()
        try slot.encode(value, path: [], depth: 0)
        var writer = CanonicalWriter()
        slot.write(to: &writer)
        return writer.bytes
    }
}

/// The place of one value: containers fill it while their owners encode, in any order.
final class Slot {
    enum Content {
        case unset
        case encoded([UInt8])
        case array([Slot])
        case map([(key: String, slot: Slot)])
    }

    var content = Content.unset

    func write(to writer: inout CanonicalWriter) {
        switch content {
        case .unset: writer.head(5, 0)  // a type without properties asks for no container
        case .encoded(let bytes): writer.bytes.append(contentsOf: bytes)
        case .array(let slots):
            writer.head(4, UInt64(slots.count))
            for slot in slots { slot.write(to: &writer) }
        case .map(let entries):
            let sorted = entries.enumerated().sorted {
                // A key written twice keeps its last value, as in Foundation's encoders.
                if $0.element.key.canonicallyPrecedes($1.element.key) { return true }
                return !$1.element.key.canonicallyPrecedes($0.element.key) && $0.offset > $1.offset
            }
            var unique: [(key: String, slot: Slot)] = []
            unique.reserveCapacity(sorted.count)
            for (_, entry) in sorted {
                if let last = unique.last, last.key.utf8.elementsEqual(entry.key.utf8) { continue }
                unique.append(entry)
            }
            writer.head(5, UInt64(unique.count))
            for (key, slot) in unique {
                writer.text(key)
                slot.write(to: &writer)
            }
        }
    }

    func set(_ write: (inout CanonicalWriter) -> Void) {
        var writer = CanonicalWriter()
        write(&writer)
        content = .encoded(writer.bytes)
    }

    func encode<T: Encodable>(_ value: T, path: [any CodingKey], depth: Int) throws {
        // Exact types, as a cast would also accept what Codable writes otherwise.
        if T.self == Double.self, let number = value as? Double { return set { $0.double(number) } }
        if T.self == [Double].self, let numbers = value as? [Double] { return set { $0.doubles(numbers) } }
        if T.self == [UInt8].self, let bytes = value as? [UInt8] { return set { $0.byteString(bytes) } }
        if T.self == Data.self, let data = value as? Data { return set { $0.byteString(data) } }
        if T.self == String.self, let text = value as? String { return set { $0.text(text) } }
        if T.self == Int.self, let number = value as? Int { return set { $0.integer(number) } }
        guard depth < CanonicalParser.maximumDepth else {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: path, debugDescription: "nested deeper than \(CanonicalParser.maximumDepth) levels"))
        }
        if let unordered = value as? any UnorderedEncodable, let elements = try unordered.sortedElements() {
            return set { writer in
                writer.head(4, UInt64(elements.count))
                for bytes in elements { writer.bytes.append(contentsOf: bytes) }
            }
        }
        try value.encode(to: SlotEncoder(slot: self, codingPath: path, depth: depth))
    }
}

/// A collection that Codable writes in no particular order.
private protocol UnorderedEncodable {
    /// The encoded elements in a defined order; nil where the ordinary encoding has one.
    func sortedElements() throws -> [[UInt8]]?
}

extension Set: UnorderedEncodable where Element: Encodable {
    func sortedElements() throws -> [[UInt8]]? {
        try map { try CanonicalEncoder().encode($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

extension Dictionary: UnorderedEncodable where Key: Encodable, Value: Encodable {
    func sortedElements() throws -> [[UInt8]]? {
        // These are written as maps, whose keys are sorted anyway.
        if Key.self == String.self || Key.self == Int.self || Key.self is any CodingKeyRepresentable.Type { return nil }
        let encoder = CanonicalEncoder()
        return try map { (try encoder.encode($0.key), try encoder.encode($0.value)) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
            .flatMap { [$0.0, $0.1] }
    }
}
