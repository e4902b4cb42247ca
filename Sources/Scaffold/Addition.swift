/// Something new in a paper: files, and lines in those that are there.
package struct Addition: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case figure, number, computation, limit, claim, section
    }

    package var kind: Kind
    /// What is declared; no source of the section may declare it yet.
    package var id: String
    /// Files that must not be there yet.
    package var files: [SourceFile] = []
    package var insertions: [Insertion] = []
    /// What to do next.
    package var next: String

    /// Lines above a mark, indented as it is.
    package struct Insertion: Sendable, Equatable {
        package var target: Target
        package var text: String

        package init(_ target: Target, _ text: String) {
            self.target = target
            self.text = text
        }
    }

    /// Where lines go.
    package enum Target: Sendable, Equatable {
        /// The parts of a section.
        case parts
        /// The text of a section.
        case text
        /// The sections of a document.
        case sections
        /// The sections in the document's text.
        case inputs
        /// The imports of the file with the section's parts.
        case imports

        /// The line above which they go.
        var mark: String? {
            switch self {
            case .parts: "// paperbuild new: parts of this section above this line"
            case .text: "% paperbuild new: text of this section above this line"
            case .sections: "// paperbuild new: sections above this line"
            case .inputs: "% paperbuild new: sections above this line"
            case .imports: nil
            }
        }
    }
}
