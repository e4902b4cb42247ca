/// A value of the canonical encoding as a tree: to look at bytes whose type is not at hand.
public enum CanonicalValue: Sendable, Equatable {
    /// What a missing optional value is encoded as.
    case null
    /// True or false.
    case bool(Bool)
    /// A non-negative integer.
    case unsigned(UInt64)
    /// A negative integer.
    case negative(Int64)
    /// A single-precision number.
    case float(Float)
    /// A double-precision number.
    case double(Double)
    /// A string in UTF-8.
    case text(String)
    /// Raw bytes, as of a ``ContentDigest``.
    case bytes([UInt8])
    /// Values in their order.
    case array([CanonicalValue])
    /// A typed array of binary64 (RFC 8746).
    case doubles([Double])
    /// Sorted as the encoding sorts: shorter keys first, then bytewise. No key occurs twice.
    case map([Entry])

    /// A key of a map with its value.
    public struct Entry: Sendable, Equatable {
        /// The name of a property, or a key of a dictionary as text.
        public var key: String
        /// What stands under it.
        public var value: CanonicalValue

        /// One entry of a map.
        public init(key: String, value: CanonicalValue) {
            self.key = key
            self.value = value
        }

        /// Finds a key in entries that are sorted as the encoding sorts them.
        static func value(of key: String, in entries: [Entry]) -> CanonicalValue? {
            if entries.count <= 8 { return entries.first { $0.key == key }?.value }
            var low = 0
            var high = entries.count
            while low < high {
                let middle = low + (high - low) / 2
                if entries[middle].key.canonicallyPrecedes(key) { low = middle + 1 } else { high = middle }
            }
            return low < entries.count && entries[low].key == key ? entries[low].value : nil
        }
    }

    /// The tree of the one value that the bytes encode.
    ///
    /// - Throws: ``CanonicalDecodingError`` for bytes that are not the canonical encoding of one value.
    public init(canonical bytes: [UInt8]) throws {
        var parser = CanonicalParser(bytes)
        self = try parser.parse()
    }

    /// The value of a map's key; nil for an absent key and for what is not a map.
    public subscript(key: String) -> CanonicalValue? {
        guard case .map(let entries) = self else { return nil }
        return Entry.value(of: key, in: entries)
    }

    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .unsigned, .negative: "an integer"
        case .float, .double: "a floating-point number"
        case .text: "a text"
        case .bytes: "a byte string"
        case .array, .doubles: "an array"
        case .map: "a map"
        }
    }
}

extension CanonicalValue {
    /// The value as JSON text with sorted keys: for people and for `--json`, never for hashing.
    ///
    /// Numbers that JSON lacks become the texts `"nan"`, `"inf"` and `"-inf"`; byte strings become hexadecimal text.
    public func json(indented: Bool = false) -> String {
        var text = ""
        writeJSON(to: &text, indent: indented ? 0 : nil)
        return text
    }

    private func writeJSON(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .unsigned(let value): text += String(value)
        case .negative(let value): text += String(value)
        case .float(let value): text += value.isFinite ? "\(value)" : "\"\(value)\""
        case .double(let value): text += value.isFinite ? "\(value)" : "\"\(value)\""
        case .text(let value): Self.writeJSON(string: value, to: &text)
        case .bytes(let bytes):
            text += "\""
            for byte in bytes { text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            text += "\""
        case .array(let values):
            Self.writeList(values, "[", "]", to: &text, indent: indent) { $1.writeJSON(to: &$0, indent: $2) }
        case .doubles(let values):
            Self.writeList(values, "[", "]", to: &text, indent: nil) { text, value, _ in
                text += value.isFinite ? "\(value)" : "\"\(value)\""
            }
        case .map(let entries):
            let sorted = entries.sorted { $0.key < $1.key }
            Self.writeList(sorted, "{", "}", to: &text, indent: indent) { text, entry, indent in
                Self.writeJSON(string: entry.key, to: &text)
                text += indent == nil ? ":" : ": "
                entry.value.writeJSON(to: &text, indent: indent)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: String, _ close: String, to text: inout String, indent: Int?,
        _ write: (inout String, Element, Int?) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 1 }
        for (position, element) in elements.enumerated() {
            if position > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: "  ", count: inner) }
            write(&text, element, inner)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    /// Appends a JSON string literal.
    static func writeJSON(string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case _ where scalar.value < 32:
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension String {
    /// The order of two map keys in the encoding: by length, then bytewise.
    func canonicallyPrecedes(_ other: String) -> Bool {
        utf8.count == other.utf8.count ? utf8.lexicographicallyPrecedes(other.utf8) : utf8.count < other.utf8.count
    }
}
