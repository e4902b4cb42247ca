import BuildGraph
import Manuscript

/// One text of a paper with a PDF of its own, over results, numbers and a bibliography that all documents share.
public struct Document: Sendable {
    /// For commands: `letter`.
    public let name: String
    /// LaTeX's root, from the project's folder: `paper/letter/main.tex`.
    public let main: String
    /// In the order of the text.
    public let sections: [Section]
    /// Where it is declared.
    public let declaration: SourcePlace

    /// A document of sections, in the order of the text. A section may stand in several documents.
    public init(
        _ name: String, main: String, fileID: String = #fileID, line: Int = #line,
        @ListBuilder<Section> sections: () throws -> [Section]
    ) rethrows {
        self.name = name
        self.main = main
        self.sections = try sections()
        declaration = SourcePlace(fileID: fileID, line: line)
    }

    /// Beside its root.
    public var pdf: String { PaperSources.pdf(of: main) }

    /// The ids of its computed numbers, and of its claims.
    var numbers: [String] { sections.flatMap(\.quantities).map(\.id) }
    var claims: [String] { sections.flatMap(\.claims).map(\.id) }

    /// As `results.lock` lists it.
    var record: ResultsLock.Document {
        ResultsLock.Document(
            name: name, main: main, figures: sections.flatMap(\.figures).map(\.name), numbers: numbers, claims: claims)
    }
}
