import BuildGraph
import Foundation
import Manuscript

/// A paper as it is built: every figure, number, claim and file, for one set of parameters.
package struct Edition<P: Paper>: Sendable {
    package let variant: Variant<P.Parameters>
    package let paper: P
    package let documents: [BuiltDocument]
    /// Of all documents, each once.
    package let figures: [RenderedFigure]
    package let quantities: [Quantity]
    package let claimList: [Claim]
    package let inputs: [Input]
    package let passages: [Passage]
    /// The review table.
    package let reviewTable: Node<[QuantityResult]>
    package let claims: Node<[ClaimResult]>
    /// `paper/generated/numbers.tex`.
    package let numbers: Node<Blob>
    /// `figures/results.lock`.
    package let lock: Node<Blob>

    /// - Parameters:
    ///   - renderer: what draws.
    ///   - tex: what typesets; nil leaves the PDFs out.
    ///   - workshop: where LaTeX runs.
    package init(
        _ variant: Variant<P.Parameters>, renderer: Renderer, tex: TeXInstallation?, workshop: TypesetPaper.Workshop
    ) throws {
        try variant.parameters.check()
        self.variant = variant
        paper = try P(variant)
        let contents = try DocumentContents(try paper.documents)
        let figures = contents.figures.map { $0.rendered(by: renderer) }
        self.figures = figures
        quantities = contents.quantities
        inputs = contents.inputs
        passages = contents.passages
        reviewTable = .reviewTable("review-table", of: quantities)
        let others = OtherInputs(parameters: variant.parameters)
        let checked = try others.applied(to: contents.claims) { single in
            try DocumentContents(P(variant.with(single)).documents).claims
        }
        claimList = checked
        let claims = Node("claims", collecting: checked.map(\.node))
        self.claims = claims
        let ownInputs = try P.Parameters.all.filter { $0.role != .drawing }.map {
            NumbersFile.Passage(id: $0.id, tex: try $0.tex(variant.parameters))
        }
        let numbers = NumbersFile.node(
            PaperSources.numbers, inputs: ownInputs + (try contents.inputs.map { try $0.passage() }),
            quantities: reviewTable,
            passages: ClaimPassages.node(
                contents.sections, claims: claims,
                beside: contents.passages + [.variantNotice(others.inputs, changes: paper.variantChanges)]))
        self.numbers = numbers
        lock = ResultsLock.node(
            "figures/results.lock", quantities: reviewTable, claims: claims, figures: figures,
            documents: contents.documents.map(\.record))
        let sources = try Self.sources(in: variant.project, of: contents.documents)
        documents = contents.documents.map { document in
            BuiltDocument(
                document, among: contents.documents, sources: sources, numbers: numbers, figures: figures, tex: tex,
                workshop: workshop)
        }
    }

    private static func sources(in project: URL, of documents: [Document]) throws(PaperError) -> [PaperSources.File] {
        let paths: [String]
        do {
            paths = try PaperSources.paths(in: project)
        } catch {
            throw .noSources(folder: project.path)
        }
        // Also a root that is not there, so that the build says so.
        let missing = documents.map(\.main).filter { !paths.contains($0) }
        return (missing + paths).map { (path: $0, node: Node<Blob>.file($0)) }
    }

    /// The document of a name; the only one for nil.
    ///
    /// - Throws: ``PaperError``, also where there are several and none is named.
    package func document(named name: String?) throws(PaperError) -> BuiltDocument {
        if let name {
            guard let document = documents.first(where: { $0.document.name == name }) else {
                throw .unknownDocument(name: name, known: documents.map(\.document.name))
            }
            return document
        }
        guard let document = documents.first, documents.count == 1 else {
            throw .whichDocument(known: documents.map(\.document.name))
        }
        return document
    }

    /// Every file that the paper's build writes.
    package var outputs: [OutputFile] {
        figures.flatMap(\.outputs) + sharedOutputs + documents.flatMap(\.outputs)
    }

    /// The numbers.
    private var sharedOutputs: [OutputFile] { [numbers, lock].map { OutputFile($0.name, from: $0) } }

    /// What a whole build asks for.
    package var targets: [AnyNode] { outputs.map(\.node) }

    /// The files of a target: a figure or a document by its name, a single file by its path, `figures`, `numbers`, or
    /// `paper` for all PDFs.
    ///
    /// - Throws: ``PaperError/unknownTarget(name:known:)``.
    package func outputs(of target: String) throws(PaperError) -> [OutputFile] {
        if let figure = figures.first(where: { $0.name == target }) { return figure.outputs }
        if target == "figures" { return figures.flatMap(\.outputs) }
        if target == "numbers" { return sharedOutputs }
        if target == "paper" {
            var files: [OutputFile] = []
            for document in documents { files += try document.pdfOutputs() }
            return files
        }
        for document in documents where target == document.document.pdf { return try document.pdfOutputs() }
        if let document = documents.first(where: { $0.document.name == target }) {
            return document.figures.flatMap(\.outputs) + sharedOutputs + document.outputs
        }
        let matches = outputs.filter { $0.path == target }
        guard !matches.isEmpty else { throw .unknownTarget(name: target, known: targetNames) }
        return matches
    }

    /// The names that a build can be asked for.
    package var targetNames: [String] {
        let names = documents.map(\.document.name).filter { $0 != "paper" }
        return ["figures", "numbers", "paper"] + names + figures.map(\.name) + outputs.map(\.path)
    }
}
