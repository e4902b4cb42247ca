import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Manuscript

/// `build --lint`: every node of the targets runs in a process of its own, from an empty cache, with its files traced.
struct LintRun<P: Paper> {
    let options: PaperArguments<P>
    let tex: TeXInstallation?
    let workspace: Workspace
    /// The documents' PDFs.
    let documents: [String]

    func run(outputs: [OutputFile]) async throws -> LintReport {
        let cache = FileManager.default.temporaryDirectory.appending(path: "paperbuild-lint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: cache) }
        var engine = options.engine(in: workspace, keepGoing: true)
        let program = try Self.program()
        let arguments =
            [program, "run-node", "--project", workspace.root.path, "--cache", cache.path]
            + (workspace.fontPath.map { ["--font", $0] } ?? []) + options.assignments.flatMap { ["--set", $0] }
            + options.own.arguments
        let executor = ProcessExecutor(
            jobs: engine.jobs, rules: try rules(program: program, cache: cache), sourceFolder: workspace.root
        ) { folder in arguments + [folder] }
        let known = engine.store
        engine.store = DiskStore(cache, durability: .none)
        engine.executor = executor
        // What its digest tells needs no second download.
        for node in try Graph(outputs.map(\.node)).nodes {
            guard let content = node.remote?.content, case .found(let bytes) = known.blob(content) else { continue }
            try engine.store.insert(blob: bytes, worth: 0)
        }
        let report = try await engine.build(nodes: outputs.map(\.node))
        let differing = report.nodes.filter { node in
            guard let key = node.key, case .found(let record) = known.record(for: key) else { return false }
            return record.output != node.output
        }
        return LintReport(
            checked: report.ran.count, undeclared: executor.undeclared, differing: differing.map(\.name),
            seconds: report.seconds)
    }

    /// Drawings may read the font, whose content is in their keys, and typesetting may read LaTeX: it notes each file that
    /// it opens there.
    private func rules(program: String, cache: URL) throws -> FileAccessRules {
        let font = try Renderer(fontPath: workspace.fontPath).fontPath
        var declared: [(prefix: String, paths: [String])] = [("figures/", [font])]
        if let tex {
            let programs = [tex.pdflatex, tex.bibtex, tex.kpsewhich].compactMap(\.self)
            let folders = programs.map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path }
            declared += documents.map { ($0, Self.texFolders + programs + folders) }
        }
        return FileAccessRules([program, cache.path], ofNodes: declared)
    }

    /// Where Debian and TeX Live keep LaTeX, and the shell that it makes fonts with.
    private static var texFolders: [String] {
        [
            "/usr/bin", "/bin", "/usr/share/texlive", "/usr/share/texmf", "/usr/share/texmf-dist",
            "/usr/local/share/texmf",
            "/usr/local/texlive", "/etc/texmf", "/var/lib/texmf", "/usr/share/fonts",
        ]
    }

    private static func program() throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }

    static func text(_ report: LintReport) -> String {
        let findings =
            report.undeclared.map { "error: \($0)" }
            + report.differing.map {
                "error: node \($0) gives other bytes in a process of its own than those in the cache\n"
                    + "  remove what is not an input: clocks, random seeds, unordered collections, undeclared files"
            }
        let verdict =
            report.isClean ? "no undeclared file" : "\(findings.count) \(findings.count == 1 ? "problem" : "problems")"
        let summary = "\(report.checked) nodes ran, each in a process of its own: \(verdict); "
        return (findings + [summary + duration(report.seconds)]).joined(separator: "\n")
    }
}

/// What the check found.
struct LintReport: Encodable {
    var checked: Int
    var undeclared: [UndeclaredAccess]
    /// Nodes whose bytes are others than those in the project's cache.
    var differing: [String]
    var seconds: Double

    var isClean: Bool { undeclared.isEmpty && differing.isEmpty }
}

/// What `build --lint` starts for each node; not for people.
struct RunNodeCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run-node", abstract: "Runs the one node that 'build --lint' asks for in a folder.",
            shouldDisplay: false)
    }

    @Argument var folder: String

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        try options.engine(in: workspace).runRequestedNode(in: folder, targets: paper.targets)
    }
}
