/// Any JSON document, for comparing files whose types may have changed between two versions.
public enum JSONValue: Codable, Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number; integers too.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in their order.
    case array([JSONValue])
    /// Members by their names.
    case object([String: JSONValue])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Numbers first, as there are by far most of them, and a failed attempt is slow.
        if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if container.decodeNil() {
            self = .null
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The numbers of an array that holds nothing else.
    var numbers: [Double]? {
        guard case .array(let elements) = self, !elements.isEmpty else { return nil }
        var numbers: [Double] = []
        for element in elements {
            guard case .number(let number) = element else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// The numbers of an array, of which some may be undefined: `"nan"`, `"inf"` and `"-inf"` in a chart's JSON.
    var column: [Double]? {
        guard case .array(let elements) = self else { return nil }
        var numbers: [Double] = []
        numbers.reserveCapacity(elements.count)
        for element in elements {
            switch element {
            case .number(let number): numbers.append(number)
            case .string("nan"): numbers.append(.nan)
            case .string("inf"): numbers.append(.infinity)
            case .string("-inf"): numbers.append(-.infinity)
            default: return nil
            }
        }
        return numbers
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    subscript(_ member: String) -> JSONValue? {
        if case .object(let members) = self { members[member] } else { nil }
    }

    /// The text of a leaf as a reader would write it.
    var leafText: String {
        switch self {
        case .null: "nothing"
        case .bool(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "'\(value)'"
        case .array(let value): "\(value.count) elements"
        case .object(let value): "\(value.count) members"
        }
    }
}
