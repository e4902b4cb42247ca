import BuildGraph
import Manuscript

/// A document with the nodes that make it.
package struct BuiltDocument: Sendable {
    package let document: Document
    /// Those of its sections.
    package let figures: [RenderedFigure]
    /// Nil without LaTeX.
    package let pdf: Node<Blob>?
    /// What the PDF carries: digests of the sources and of the results that it is made of. Needs no LaTeX.
    package let seal: Node<Blob>
    private let numbers: Node<Blob>
    /// The files that people write for LaTeX, by their paths.
    private let sources: [PaperSources.File]
    /// Whether it is the paper's only one.
    private let isAlone: Bool

    init(
        _ document: Document, among all: [Document], sources: [PaperSources.File], numbers: Node<Blob>,
        figures: [RenderedFigure], tex: TeXInstallation?, workshop: TypesetPaper.Workshop
    ) {
        self.document = document
        self.numbers = numbers
        isAlone = all.count == 1
        let own = Set(document.sections.flatMap(\.figures).map(\.name))
        let drawn = figures.filter { own.contains($0.name) }
        self.figures = drawn
        let read = sources.filter { PaperSources.belongs($0.path, to: document.main, among: all.map(\.main)) }
        self.sources = read
        let results = [(path: numbers.name, node: numbers)] + drawn.map { (path: $0.pdf.name, node: $0.pdf) }
        let seal = Seal.node("\(document.pdf)/seal", sources: read, results: results)
        self.seal = seal
        pdf = tex.map { tex in
            TypesetPaper.node(
                document.pdf, main: document.main, files: read + results, tex: tex, workshop: workshop,
                log: document.pdf, seal: seal)
        }
    }

    /// The PDF, where there is LaTeX.
    package var outputs: [OutputFile] { pdf.map { [OutputFile($0.name, from: $0)] } ?? [] }

    /// The PDF, which was asked for.
    func pdfOutputs() throws(PaperError) -> [OutputFile] {
        guard pdf != nil else { throw .noTeX }
        return outputs
    }

    /// The folder that `flatten` makes in the project unless it is told another one.
    var flatFolder: String { isAlone ? "arxiv" : "arxiv/\(document.name)" }

    private func flatName(cameraReady: Bool) -> String {
        let name = cameraReady ? "camera-ready" : "flat"
        return isAlone ? name : "\(name)/\(document.name)"
    }

    /// The whole document with figures whose labels LaTeX sets.
    var cameraReadyPDF: String { flatName(cameraReady: true) + "/main.pdf" }

    /// The document as one folder.
    ///
    /// - Parameter cameraReady: whether LaTeX sets the figures' labels.
    package func flattened(
        cameraReady: Bool, compiler: TeXInstallation, workshop: TypesetPaper.Workshop
    ) -> FlattenedPaper {
        func sources(_ kind: PaperSources.Kind) -> [PaperSources.File] {
            self.sources.filter { PaperSources.kind(of: $0.path) == kind }
        }
        return FlattenedPaper(
            flatName(cameraReady: cameraReady), main: document.main,
            sources: sources(.text) + [(numbers.name, numbers)], bibliographies: sources(.bibliography),
            graphics: figures.map { figure in
                cameraReady ? (figure.pdf.name, figure.art) : (figure.pdf.name, figure.pdf)
            } + sources(.graphic), support: sources(.support),
            overlays: cameraReady ? figures.map { (path: $0.pdf.name, node: $0.overlay) } : [], compiler: compiler,
            workshop: workshop, seal: cameraReady ? seal : nil)
    }
}
