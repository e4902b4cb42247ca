import BuildGraph
import Manuscript

/// A generated text of a document: a caption, a table, a sentence.
public struct Passage: Sendable {
    /// `\result{…}` in the text.
    public let id: ResultID
    /// Where it is declared.
    public let declaration: SourcePlace
    let node: Node<String>

    /// A text that a node gives: TeX.
    public init(_ id: ResultID, _ node: Node<String>, fileID: String = #fileID, line: Int = #line) {
        self.id = id
        self.node = node
        declaration = SourcePlace(fileID: fileID, line: line)
    }

    /// A text that follows from the parameters alone.
    public init(_ id: ResultID, _ text: String, fileID: String = #fileID, line: Int = #line) {
        self.init(id, Node("texts/\(id)", parameters: text) { $0 }, fileID: fileID, line: line)
    }

    /// A text that is made of a result. The closure holds no value of the place where it is written.
    public init<Source: Codable & Sendable>(
        _ id: ResultID, from source: Node<Source>, fileID: String = #fileID, line: Int = #line, column: Int = #column,
        _ text: @escaping @Sendable (Source) throws -> String
    ) {
        let written = WrittenClosure(TextCell(text: text), fileID: fileID, line: line, column: column)
        self.init(
            id, Node("texts/\(id)", from: source, asWritten: written, text), fileID: fileID, line: line)
    }

    /// A text that is made of parameters and a result.
    public init<Parameters: Codable & Sendable, Source: Codable & Sendable>(
        _ id: ResultID, from source: Node<Source>, parameters: Parameters, fileID: String = #fileID, line: Int = #line,
        column: Int = #column, _ text: @escaping @Sendable (Parameters, Source) throws -> String
    ) {
        let written = WrittenClosure(ParameterTextCell(text: text), fileID: fileID, line: line, column: column)
        self.init(
            id, Node("texts/\(id)", from: source, parameters: parameters, asWritten: written, text), fileID: fileID,
            line: line)
    }
}

private struct TextCell<Source> {
    let text: @Sendable (Source) throws -> String
}

private struct ParameterTextCell<Parameters, Source> {
    let text: @Sendable (Parameters, Source) throws -> String
}
