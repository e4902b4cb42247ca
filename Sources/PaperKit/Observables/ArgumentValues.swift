/// The arguments of one question, checked and in internal units.
public struct ArgumentValues: Sendable {
    /// A number, or a name.
    public enum Value: Codable, Sendable, Hashable {
        /// In the internal unit of its dimension.
        case number(Double)
        /// A name or a choice.
        case text(String)

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }

    /// All arguments by name, with what stands in for those that were left out.
    public internal(set) var values: [String: Value] = [:]

    /// All that are numbers.
    public var numbers: [String: Double] {
        values.compactMapValues { if case .number(let number) = $0 { number } else { nil } }
    }

    /// A number in its internal unit; nil where it was left out, or is a text.
    public func number(_ name: String) -> Double? {
        if case .number(let value)? = values[name] { value } else { nil }
    }

    /// A whole number that parsing has made sure of.
    public func count(_ name: String) -> Int? { number(name).flatMap(Int.init(exactly:)) }

    /// A name; nil where it was left out, or is a number.
    public func text(_ name: String) -> String? {
        if case .text(let value)? = values[name] { value } else { nil }
    }

    /// The value of an enumeration by its name, which parsing has made sure of.
    public func choice<Choice: RawRepresentable<String>>(
        _ name: String, as type: Choice.Type = Choice.self
    ) throws -> Choice {
        guard let choice = text(name).flatMap(Choice.init(rawValue:)) else {
            throw EvaluationError.missing(argument: name, of: "this quantity")
        }
        return choice
    }

    /// An argument that the observable requires, which parsing has made sure of.
    public func required(_ name: String) throws -> Double {
        guard let value = number(name) else { throw EvaluationError.missing(argument: name, of: "this quantity") }
        return value
    }
}
