import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

struct FlattenCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "flatten",
            abstract: "Writes the paper as one folder for arXiv: a source, its .bbl and its figures.",
            discussion: """
                main.tex has every \\input in its place, the generated numbers among them, and no comments; main.bbl is what \
                BibTeX made; the figures lie beside them. The folder is compiled with pdflatex alone before it counts as made: \
                it needs nothing else. Same paper, same bytes.

                DIR may not hold other files. --archive adds DIR.tar.gz, with fixed names, dates and owners. Exits with 1 when \
                there is no LaTeX, when an input is missing or asks for itself, or when the folder does not compile.
                """)
    }

    @Argument(help: ArgumentHelp("The folder to write; arxiv/ in the project by default.", valueName: "dir"))
    var folder: String?

    @Option(help: ArgumentHelp("Which document, where there are several.", valueName: "name"))
    var document: String?

    @Flag(help: "Let LaTeX set the labels of the figures, in the paper's own font.")
    var cameraReady = false

    @Flag(help: "Also write the folder as DIR.tar.gz.")
    var archive = false

    @OptionGroup var console: ConsoleOptions

    @OptionGroup var options: PaperArguments<P>

    func run() async throws {
        guard let tex = TeXInstallation.find() else { throw PaperError.noTeX }
        let workspace = try options.workspace()
        try options.requireFolder(folder)
        let chosen = try options.edition(in: workspace, tex: tex).document(named: document)
        let target = (folder.map { URL(filePath: $0) } ?? workspace.root.appending(path: chosen.flatFolder))
            .standardizedFileURL
        let flat = chosen.flattened(cameraReady: cameraReady, compiler: tex, workshop: workspace.workshop)
        var run = try BuildRun<P>(options, targets: ["numbers"], output: target.path, keepGoing: false)
        run.outputs = flat.outputs(of: try await source(of: flat, by: run))
        run.checks = [flat.pdf.erased]
        let names = run.outputs.map(\.path)
        try refuseOthers(than: names, in: target)
        _ = try await run.build(showing: console)
        guard archive else { return }
        let file = target.deletingLastPathComponent().appending(path: target.lastPathComponent + ".tar.gz")
        if try PaperArchive.write(names, in: target, to: file), !console.quiet { print("write \(file.path)") }
    }

    private func source(of flat: FlattenedPaper, by run: BuildRun<P>) async throws -> FlattenedSource {
        do {
            return try await run.engine().value(of: flat.source)
        } catch BuildGraphError.buildFailed(let failure) {
            throw LoggedFailure(failure, logs: run.workspace.logs)
        }
    }

    /// What is not of this paper would go to arXiv with it.
    private func refuseOthers(than names: [String], in folder: URL) throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let own = Set(names.compactMap { $0.split(separator: "/").first.map(String.init) })
        if let other = found.sorted().first(where: { !own.contains($0) && !EditorFile.isOne($0) }) {
            throw WorkspaceError.folderInUse(folder: folder.path, file: other)
        }
    }
}
