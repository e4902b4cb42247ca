import FoundationEssentials

/// Reads what ``CanonicalEncoder`` writes. Total: any bytes give a value or an error.
///
/// Bytes that mean a value but are not its canonical encoding are refused, so that a value has one encoding.
public struct CanonicalDecoder: Sendable {
    /// A decoder of what ``CanonicalEncoder`` writes.
    public init() {}

    /// - Throws: ``CanonicalDecodingError`` for bytes that are not canonical, `DecodingError` for another type's bytes.
    public func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        try TreeDecoder(value: CanonicalValue(canonical: bytes), codingPath: []).unbox(type)
    }
}

struct TreeDecoder: Decoder {
    let value: CanonicalValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let entries) = value else { throw mismatch([String: CanonicalValue].self) }
        return KeyedDecodingContainer(MapDecoding(entries: entries, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch value {
        case .array(let values): return ArrayDecoding(values: values, codingPath: codingPath)
        case .doubles(let values): return ArrayDecoding(values: values.map { .double($0) }, codingPath: codingPath)
        default: throw mismatch([CanonicalValue].self)
        }
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleDecoding(decoder: self) }

    func mismatch(_ type: any Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "found \(value.kindName)"))
    }

    func unbox<T: Decodable>(_ type: T.Type) throws -> T {
        if type == Double.self, let result = try double() as? T { return result }
        if type == Int.self, let result = try integer(Int.self) as? T { return result }
        if type == String.self, let result = try text() as? T { return result }
        if type == [Double].self, case .doubles(let values) = value, let result = values as? T { return result }
        if type == [UInt8].self, case .bytes(let bytes) = value, let result = bytes as? T { return result }
        if type == Data.self {
            guard case .bytes(let bytes) = value, let result = Data(bytes) as? T else { throw mismatch(type) }
            return result
        }
        return try T(from: self)
    }

    func bool() throws -> Bool {
        guard case .bool(let result) = value else { throw mismatch(Bool.self) }
        return result
    }

    func text() throws -> String {
        guard case .text(let result) = value else { throw mismatch(String.self) }
        return result
    }

    func double() throws -> Double {
        switch value {
        case .double(let result): return result
        case .float(let result): return Double(result)
        default: throw mismatch(Double.self)
        }
    }

    func float() throws -> Float {
        guard case .float(let result) = value else { throw mismatch(Float.self) }
        return result
    }

    func integer<I: FixedWidthInteger>(_ type: I.Type) throws -> I {
        let result: I? =
            switch value {
            case .unsigned(let number): I(exactly: number)
            case .negative(let number): I(exactly: number)
            default: throw mismatch(type)
            }
        guard let result else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "\(value.json()) does not fit \(type)"))
        }
        return result
    }
}
