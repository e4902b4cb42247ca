import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

struct ExplainCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: "Says for each node below a target whether it would run, and why.",
            discussion: """
                Nothing is run or written. For nodes that are up to date the reason of their last run is told. \
                JSON: {"schema": 1, "nodes": [{"name", "outlook", "lastReason", "lastSeconds"}], "files": [{"path", "outlook"}]}.
                """)
    }

    @Argument(help: "A figure, a file, or a node; everything by default.")
    var target: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The output folder of the build in question.", valueName: "folder"))
    var output: String?

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let engine = options.engine(in: workspace)
        let (nodes, outputs) = try selection(paper)
        let folder = output.map { URL(filePath: $0) } ?? workspace.root
        let plan = try engine.plan(nodes: nodes, outputs: outputs, into: folder)
        let report = Explanation(plan, store: engine.store)
        if json { return print(try readableJSON(report), terminator: "") }
        for node in report.nodes {
            let last = node.lastReason.map { " (last run: \($0))" } ?? ""
            print("\(node.name) \(node.outlook)\(last)")
        }
        let sentences = ["written": "would be written", "unknown": "may be written"]
        for file in report.files { print("\(file.path) \(sentences[file.outlook] ?? "is up to date")") }
    }

    private func selection(_ paper: Edition<P>) throws -> (nodes: [AnyNode], outputs: [OutputFile]) {
        guard let target else { return ([], paper.outputs) }
        let graph = try Graph(paper.targets)
        if graph.position(of: target) != nil, !paper.targetNames.contains(target) {
            return ([try graph.node(named: target)], [])
        }
        return ([], try paper.outputs(of: target))
    }
}

/// What `explain --json` prints.
struct Explanation: Encodable {
    struct Node: Encodable {
        var name: String
        var outlook: String
        /// Why the recorded result was computed.
        var lastReason: String?
        var lastSeconds: Double?
    }

    struct File: Encodable {
        var path: String
        var outlook: String
    }

    var schema = 1
    var nodes: [Node]
    var files: [File]

    init(_ plan: BuildPlan, store: any Store) {
        nodes = plan.nodes.map { entry in
            var reason: String?
            if entry.outlook == .cached, let key = entry.key, case .found(let record) = store.record(for: key) {
                reason = record.reason.sentence
            }
            return Node(
                name: entry.name, outlook: entry.sentence, lastReason: reason, lastSeconds: entry.lastSeconds)
        }
        files = plan.files.map { File(path: $0.path, outlook: $0.outlook.rawValue) }
    }
}
