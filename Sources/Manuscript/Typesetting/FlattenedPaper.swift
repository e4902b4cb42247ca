import BuildGraph
import Foundation

/// A paper as one folder that LaTeX compiles by itself: a source, its bibliography as BibTeX left it, and the graphics.
package struct FlattenedPaper: Sendable {
    package let source: Node<FlattenedSource>
    package let tex: Node<Blob>
    /// Nil for a paper without bibliographies.
    package let bbl: Node<Blob>?
    /// What the folder compiles to with nothing else: the proof that it is complete.
    package let pdf: Node<Blob>

    private let graphics: [(path: String, node: Node<Blob>)]
    private let support: [(path: String, node: Node<Blob>)]

    /// - Parameters:
    ///   - name: what the nodes' names begin with.
    ///   - main: the root among `sources`, such as `paper/main.tex`.
    ///   - sources: LaTeX sources by their paths in the tree.
    ///   - bibliographies: `.bib` files by their paths in the tree.
    ///   - graphics: every graphic that the sources may include, by its path in the tree.
    ///   - support: what LaTeX reads as it is: classes, packages, styles. They keep their places below the root's folder.
    ///   - overlays: the LaTeX that stands in the place of a graphic, by the graphic's path; where there is one,
    ///     `graphics` has the drawing without labels.
    package init(
        _ name: String, main: String, sources: [(path: String, node: Node<Blob>)],
        bibliographies: [(path: String, node: Node<Blob>)], graphics: [(path: String, node: Node<Blob>)],
        support: [(path: String, node: Node<Blob>)] = [], overlays: [(path: String, node: Node<Blob>)] = [],
        compiler: TeXInstallation, workshop: TypesetPaper.Workshop, seal: Node<Blob>? = nil
    ) {
        let tree = Tree(
            main: main, sources: sources.map(\.path), overlays: overlays.map(\.path), graphics: graphics.map(\.path),
            bibliographies: bibliographies.map(\.path))
        source = Node("\(name)/source", fromEach: (sources + overlays).map(\.node), parameters: tree) { tree, texts in
            try tree.flattened(texts.map(\.text))
        }
        tex = Node("\(name)/main.tex", from: source) { Blob(utf8: $0.text) }
        self.graphics = graphics
        let folder = TreePath.folder(of: main)
        let support = support.map { file in
            (path: folder.isEmpty ? file.path : String(file.path.dropFirst(folder.count + 1)), node: file.node)
        }
        self.support = support
        let names = FlattenedSource.flatNames(of: graphics.map(\.path), overlaid: overlays.map(\.path))
        var files = [(path: "main.tex", node: tex)]
        files += graphics.map { (names[$0.path] ?? $0.path, $0.node) } + support
        if bibliographies.isEmpty {
            bbl = nil
        } else {
            let bbl = TypesetPaper.node(
                "\(name)/main.bbl", main: "main.tex",
                files: files + bibliographies.map { (TreePath.name(of: $0.path), $0.node) }, tex: compiler,
                workshop: workshop, log: "\(name)/main.bbl", product: "bbl")
            self.bbl = bbl
            files.append(("main.bbl", bbl))
        }
        pdf = TypesetPaper.node(
            "\(name)/main.pdf", main: "main.tex", files: files, tex: compiler, workshop: workshop,
            log: "\(name)/main.pdf", isPlain: true, seal: seal)
    }

    /// The folder's files: the graphics are those that the source includes.
    package func outputs(of source: FlattenedSource) -> [OutputFile] {
        let included = source.graphics.compactMap { graphic in
            graphics.first { $0.path == graphic.path }.map { OutputFile(graphic.name, from: $0.node) }
        }
        return [OutputFile("main.tex", from: tex)] + (bbl.map { [OutputFile("main.bbl", from: $0)] } ?? [])
            + support.map { OutputFile($0.path, from: $0.node) } + included.sorted { $0.path < $1.path }
    }

    /// What the sources' texts are, in the order of the node's inputs.
    private struct Tree: Codable, Sendable {
        var main: String
        var sources: [String]
        var overlays: [String]
        var graphics: [String]
        var bibliographies: [String]

        func flattened(_ texts: [String]) throws -> FlattenedSource {
            let texts = Array(zip(sources + overlays, texts))
            return try FlattenedSource(
                main: main, sources: Dictionary(texts.prefix(sources.count), uniquingKeysWith: { $1 }),
                graphics: graphics, bibliographies: bibliographies,
                overlays: Dictionary(texts.dropFirst(sources.count), uniquingKeysWith: { $1 }))
        }
    }
}
