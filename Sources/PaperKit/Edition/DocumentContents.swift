import BuildGraph
import Manuscript

/// What the documents of a paper hold, each part once, although a section may stand in several of them.
struct DocumentContents {
    let documents: [Document]
    private(set) var sections: [Section] = []
    private(set) var figures: [Figure] = []
    private(set) var quantities: [Quantity] = []
    private(set) var claims: [Claim] = []
    private(set) var inputs: [Input] = []
    private(set) var passages: [Passage] = []

    /// - Throws: ``PaperError/declaredTwice(kind:name:first:second:)`` for two different parts of one name,
    ///   ``PaperError/noDocument``.
    init(_ documents: [Document]) throws(PaperError) {
        guard !documents.isEmpty else { throw .noDocument }
        self.documents = documents
        var names = DeclaredNames()
        for document in documents {
            try names.note("document", document.name, at: document.declaration)
            try names.note("document", document.main, at: document.declaration)
        }
        // One value that several documents share is one section.
        var known: Set<ObjectIdentifier> = []
        for section in documents.flatMap(\.sections) where known.insert(section.identity).inserted {
            sections.append(section)
        }
        for section in sections {
            try names.note("section", section.name, at: section.declaration)
            for figure in section.figures { try names.note("figure", figure.name, at: figure.declaration) }
            for quantity in section.quantities { try names.note("number", quantity.id, at: quantity.declaration) }
            for input in section.inputs { try names.note("number", input.id.text, at: input.declaration) }
            for claim in section.claims { try names.note("claim", claim.id, at: claim.declaration) }
            figures += section.figures
            quantities += section.quantities
            claims += section.claims
            inputs += section.inputs
            for passage in section.passages {
                try names.note("number", passage.id.text, at: passage.declaration)
            }
            passages += section.passages
        }
    }
}

/// Names with where they were declared, each once.
private struct DeclaredNames {
    private var places: [String: SourcePlace?] = [:]

    mutating func note(_ kind: String, _ name: String, at place: SourcePlace?) throws(PaperError) {
        if let first = places.updateValue(place, forKey: kind + " " + name) {
            throw .declaredTwice(kind: kind, name: name, first: first, second: place)
        }
    }
}
