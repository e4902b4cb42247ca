import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Glibc
import Manuscript

struct WatchCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "watch", abstract: "Builds, then builds again whenever an input is saved, until Ctrl-C.",
            discussion: """
                Inputs are the TeX sources, the bibliography and the tables that the paper reads, new ones too. Parameters and figures are Swift: \
                when Swift sources are saved, this says that the program must be built anew. A failed build is told, and the \
                next save starts another one.
                """)
    }

    @Argument(help: "Figures, files, or 'figures', 'numbers', 'paper'; everything by default.")
    var targets: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder that figures/ and paper/ are written to; the project by default.", valueName: "folder"))
    var output: String?

    @Flag(help: "Go on with what does not depend on a failed node.")
    var keepGoing = false

    @OptionGroup var console: ConsoleOptions

    @OptionGroup var options: PaperArguments<P>

    /// Ctrl-C ends it at any time, also where the shell that started it has signals ignored.
    func run() async throws {
        do {
            try await StopSignals.cancelling { try await watch() }
        } catch let stopped as StopSignals.Stopped {
            throw ExitCode(stopped.exitStatus)
        }
    }

    private func watch() async throws {
        let workspace = try options.workspace()
        let (root, package) = (workspace.root.path, workspace.package.path)
        let clock = ContinuousClock()
        let start = clock.now
        // Before the first build, so that nothing saved during it is missed.
        var inputs = SourceWatch(FileStamp.of(Self.inputs(try inputFiles(), root)))
        var sources = SourceWatch(FileStamp.of(Self.sources(package)))
        try await build()
        if !console.quiet { put("watching \(root); Ctrl-C ends it") }
        var known = try inputFiles()
        while true {
            try await Task.sleep(for: .milliseconds(150))
            let elapsed = start.duration(to: clock.now).components
            let time = Double(elapsed.seconds) + 1e-18 * Double(elapsed.attoseconds)
            let stale = sources.observe(FileStamp.of(Self.sources(package)), at: time)
            if !stale.isEmpty {
                note(
                    "\(Self.names(stale, package)) changed: the program must be built anew; press Ctrl-C and run "
                        + "'swift run \(P.help.name) watch'")
            }
            let saved = inputs.observe(FileStamp.of(Self.inputs(known, root)), at: time)
            guard !saved.isEmpty else { continue }
            if !console.quiet { put("\(Self.names(saved, root)) changed") }
            try await build()
            // A paper that cannot be read now is told by the build; what it read before is watched on.
            known = (try? inputFiles()) ?? known
        }
    }

    /// One build; its failure is told and ends nothing, Ctrl-C ends the watch.
    private func build() async throws {
        do {
            let run = try BuildRun<P>(options, targets: targets, output: output, keepGoing: keepGoing)
            _ = try await run.build(showing: console)
        } catch let stop as CancellationError {
            throw stop
        } catch {
            note("Error: \(error)")
        }
    }

    /// Flushed, as a watcher's output may go to a program that waits for it.
    private func put(_ text: String) {
        print(text)
        fflush(nil)
    }

    /// What a build reads.
    private struct Inputs {
        /// As the nodes name them.
        var files: [String]
        /// Folders in which a new file counts.
        var folders: [InputFolder]
    }

    private func inputFiles() throws -> Inputs {
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let nodes = targets.isEmpty ? paper.targets : try targets.flatMap { try paper.outputs(of: $0) }.map(\.node)
        let graph = try Graph(nodes)
        return Inputs(
            files: graph.nodes.filter { $0.kind == .file }.map(\.name),
            folders: paper.paper.inputFolders.filter { graph.position(of: $0.reader) != nil })
    }

    /// Those files, and new sections and tables beside them.
    private static func inputs(_ inputs: Inputs, _ root: String) -> [String] {
        func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(root)/\(path)" }
        let readsSources = inputs.files.contains { PaperSources.kind(of: $0) != nil }
        // A folder that cannot be listed is told by the build.
        let sources = readsSources ? (try? PaperSources.paths(in: URL(filePath: root))) ?? [] : []
        return (inputs.files + sources).map(absolute)
            + inputs.folders.flatMap { FileStamp.files(below: absolute($0.path), endingIn: $0.endings) }
    }

    /// The Swift files of the program's modules that lie in its package.
    private static func sources(_ package: String) -> [String] {
        Set(P.sourceFolders.values).sorted().flatMap {
            FileStamp.files(below: "\(package)/\($0)", endingIn: [".swift"])
        } + [package + "/Package.swift"]
    }

    private static func names(_ paths: [String], _ root: String) -> String {
        let names = paths.prefix(3).map { $0.hasPrefix(root + "/") ? String($0.dropFirst(root.count + 1)) : $0 }
        return names.joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more files" : "")
    }
}
