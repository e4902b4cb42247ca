/// The id of a number, a claim or a text of the paper, written as a pattern that can be found in the sources:
/// `ResultID("thermal/{kind}/target", kind)`.
///
/// A pattern whose braces are not each filled by one value that is not empty keeps a brace in its text, so that it stays
/// a value; what prints such an id throws `ResultIDError`.
public struct ResultID: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it stands in the sources.
    public let pattern: String
    /// With its braces filled: `\result{…}` in the text.
    public let text: String

    /// - Parameters:
    ///   - pattern: a literal, with a name in braces for each part that is not always the same.
    ///   - values: what fills the braces, in their order.
    public init(_ pattern: StaticString, _ values: String...) {
        self.pattern = "\(pattern)"
        text = Self.filled(self.pattern, values)
    }

    public init(stringLiteral text: StaticString) { self.init(text) }

    public var description: String { text }

    private static func filled(_ pattern: String, _ values: [String]) -> String {
        var text = ""
        var rest = pattern[...]
        var left = values[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            // A brace without a value stays, and is refused.
            let value = left.popFirst() ?? ""
            text += value.isEmpty ? String(rest[open...close]) : value
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return left.isEmpty ? text : text + left.map { "{no brace for '\($0)'}" }.joined()
    }

    /// - Throws: where a brace is left in an id.
    static func check(_ text: String) throws(ResultIDError) {
        guard !text.isEmpty, !text.contains(where: { $0 == "{" || $0 == "}" }) else { throw ResultIDError(id: text) }
    }
}

/// An id with a brace that no value fills, or with a value for which it has no brace.
package struct ResultIDError: Error, Equatable, CustomStringConvertible {
    package var id: String

    package var description: String {
        id.isEmpty
            ? "a number, claim or text of the paper has an empty id; give it one"
            : """
            the id '\(id)' is not complete
              give the pattern one value for each of its braces, none of them empty: ResultID("a/{b}", value)
            """
    }
}
