import ArgumentParser
import BuildGraph
import Foundation
import Manuscript
import MuonePaper

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Brings figures, numbers and the PDF up to date (the default command).",
        discussion: """
            Only what changed is computed; each run has a reason, which 'paperbuild explain' shows. Without LaTeX the figures \
            and numbers are made, and the PDF is left out. JSON: {"schema": 1, "nodes": [{"name", "outcome", "key", \
            "output", "size", "reason", "seconds"}], "files": [{"path", "node", "outcome", "content"}], "warnings", "seconds"}.
            """)

    @Argument(help: "Figures, files, or 'figures', 'numbers', 'paper'; everything by default.")
    var targets: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder that figures/ and paper/ are written to; the project by default.", valueName: "folder"))
    var output: String?

    @Flag(help: "Go on with what does not depend on a failed node.")
    var keepGoing = false

    @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
    var quiet = false

    @Flag(help: "Print the report of the build as JSON.")
    var json = false

    @OptionGroup var options: PaperOptions

    func run() async throws {
        let workspace = try options.workspace()
        let parameters = try options.parameters()
        if !options.assignments.isEmpty, output == nil { throw WorkspaceError.variantNeedsOutput }
        for warning in try parameters.warnings() { note("WARNING: \(warning)") }
        let tex = TeXInstallation.find()
        let paper = try options.paper(in: workspace, tex: tex)
        let outputs = targets.isEmpty ? paper.outputs : try targets.flatMap { try paper.outputs(of: $0) }.uniqued()
        let folder = output.map { URL(filePath: $0) } ?? workspace.root
        let verbose = !quiet && !json
        let engine = options.engine(in: workspace, keepGoing: keepGoing) { event in
            switch event {
            case .nodeStarted(let name, let reason) where verbose: print("run   \(name): \(reason.sentence)")
            case .fileWritten(let path, let outcome) where verbose && outcome != .unchanged:
                print("\(outcome == .restored ? "mend " : "write") \(path)")
            case .nodeWaiting(let name) where verbose: print("wait  \(name): another build computes it")
            case .warning(let text): note("warning: \(text)")
            default: break
            }
        }
        let report = try await stoppable { try await engine.build(outputs: outputs, into: folder) }
        if json {
            print(try readableJSON(VersionedReport(report: report)), terminator: "")
        } else if !quiet {
            print(summary(report))
        }
        if tex == nil, targets.isEmpty, !quiet { note("paper/main.pdf is left out: \(TeXInstallation.remedy)") }
    }

    /// What `build --json` prints: the report's members beside the schema's number.
    struct VersionedReport: Encodable {
        var report: BuildReport

        enum CodingKeys: String, CodingKey { case schema }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(1, forKey: .schema)
            try report.encode(to: encoder)
        }
    }

    private func summary(_ report: BuildReport) -> String {
        let ran = report.ran.count
        let cached = report.nodes.count { $0.outcome == .cached }
        let written = report.files.count { $0.outcome != .unchanged }
        return "\(ran) computed, \(cached) from the cache; \(written) of \(report.files.count) files written; "
            + duration(report.seconds)
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first appearance.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
