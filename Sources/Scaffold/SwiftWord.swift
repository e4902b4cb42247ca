/// A name that people give, as Swift and as files know it.
package struct SwiftWord: Sendable, Equatable {
    /// As it was given: `large-swing`.
    package let text: String

    /// Words of letters and digits with a hyphen between two.
    ///
    /// - Throws: ``ScaffoldError/noName(_:suggestion:)``, ``ScaffoldError/taken(_:by:)``.
    package init(_ text: String) throws(ScaffoldError) {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        let isWhole = words.allSatisfy { !$0.isEmpty && $0.allSatisfy(Self.isPart) }
        guard isWhole, text.first?.isLetter == true, text.utf8.count <= 60 else {
            throw .noName(text, suggestion: Self.suggestion(text))
        }
        self.text = text
        for word in [lowerCamel, upperCamel] {
            if Self.keywords.contains(word) { throw .taken(text, by: "Swift") }
            if Self.kitTypes.contains(word) { throw .taken(text, by: "a type of paperbuild") }
        }
    }

    /// `largeSwing`.
    package var lowerCamel: String { camel { $0.prefix(1).lowercased() + $0.dropFirst() } }
    /// `LargeSwing`.
    package var upperCamel: String { camel { $0.prefix(1).uppercased() + $0.dropFirst() } }
    /// `large swing`.
    package var spoken: String { text.replacing("-", with: " ") }

    private func camel(_ first: (Substring) -> String) -> String {
        let words = text.split(separator: "-")
        return (words.first.map(first) ?? "")
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// What of a text can be a name.
    private static func suggestion(_ text: String) -> String? {
        let words = text.split { !isPart($0) }.drop { $0.first?.isNumber == true }
        return words.isEmpty ? nil : String(words.joined(separator: "-").prefix(60))
    }

    static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else",
        "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
        "init",
        "inout", "internal", "is", "let", "main", "nil", "open", "operator", "private", "precedencegroup", "protocol",
        "public", "repeat", "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super", "switch",
        "throw", "throws", "true", "try", "Type", "typealias", "var", "where", "while",
    ]

    /// A declaration of one of these names would hide what every paper is written with.
    static let kitTypes: Set<String> = [
        "Any", "Array", "Axis", "Band", "Blob", "Bool", "Chart", "ChartGrid", "Claim", "Computation", "Curve",
        "Document",
        "Double", "Estimate", "Figure", "Float", "Foundation", "Graph", "Input", "Int", "Legend", "Line", "Mark",
        "Node",
        "Observable", "Paper", "Parameter", "ParameterSet", "Passage", "Points", "Quadrature", "Quantity", "Region",
        "Renderer", "ResultID", "Role", "Rule", "Section", "Set", "Statement", "String", "Swift", "Testing", "Text",
        "Variant", "Void",
    ]
}
