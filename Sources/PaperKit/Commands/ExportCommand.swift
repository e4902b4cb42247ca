import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation

struct ExportCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: "Writes results as a folder of files for other programs.",
            discussion: """
                'export --list' names what this paper exports. The folder is written beside its place and renamed, so that it \
                is never half there; same paper, same bytes. A folder that is not an earlier export is refused, also one with \
                a file that the export did not write; files that are no longer exported go.
                \(P.help.exports.map { "\n" + $0 }.joined())
                EXAMPLE
                  \(P.help.name) export NAME /tmp/exported
                """)
    }

    @Argument(help: ArgumentHelp("What to export.", valueName: "name"))
    var name: String?

    @Argument(help: ArgumentHelp("The folder to write.", valueName: "dir"))
    var folder: String?

    @Flag(help: "List what can be exported.")
    var list = false

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    @OptionGroup var options: PaperArguments<P>

    func run() async throws {
        let workspace = try options.workspace()
        let variant = try options.variant(in: workspace)
        try variant.parameters.check()
        let paper = try P(variant)
        let exports = paper.exports
        if list {
            for export in exports { print("\(column(export.name, 12)) \(export.meaning)") }
            return
        }
        guard let name else { throw ValidationError("what is to be exported? 'export --list' shows all") }
        guard let export = exports.first(where: { $0.name == name }) else {
            throw ExportError.unknown(name: name, known: exports.map(\.name))
        }
        guard let folder else { throw ValidationError("where to? Name a folder: export \(name) DIR") }
        let target = ExportTarget(URL(filePath: folder), export: name)
        // Before anything is computed.
        try target.check()
        for warning in try variant.parameters.warnings() + paper.warnings { note("WARNING: \(warning)") }
        let (contents, warnings) = try await contents(of: export, beside: paper.inputWarnings, in: workspace)
        for warning in warnings { note("WARNING: \(warning)") }
        let outcome = try target.replace(with: contents)
        for remark in contents.remarks where !quiet { note(displayable(remark)) }
        if !quiet {
            print(
                displayable(
                    outcome == .unchanged
                        ? "\(target.folder.path) is up to date: \(contents.files.count) files"
                        : "\(outcome.rawValue) \(target.folder.path): \(contents.files.count) files"))
        }
    }

    /// The files, and what to say of the inputs that they are made from.
    private func contents(
        of export: Export, beside warnings: Node<[String]>?, in workspace: Workspace
    ) async throws -> (ExportedFolder, warnings: [String]) {
        let engine = options.engine(in: workspace, needsCache: false) { event in
            if case .warning(let text) = event { note("warning: \(text)") }
        }
        do {
            return try await stoppable {
                let contents = try await engine.value(of: export.contents)
                guard let warnings else { return (contents, []) }
                return (contents, try await engine.value(of: warnings))
            }
        } catch BuildGraphError.buildFailed(let failure) {
            throw LoggedFailure(failure, logs: workspace.logs)
        }
    }
}
