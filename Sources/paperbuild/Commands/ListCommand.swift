import ArgumentParser
import BuildGraph
import Foundation
import Limits
import Manuscript
import MuoneComputations
import MuonePaper

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the targets, the nodes, or the parameters.",
        discussion:
            "JSON: {\"schema\": 1, \"targets\": […], \"nodes\": [{\"name\", \"type\", \"inputs\"}], \"parameters\": [{\"name\", \"value\", \"meaning\", \"format\"}], \"limits\": [{\"file\", \"name\", \"label\", \"points\"} or {\"file\", \"error\"}]}; limits are the tables that a reader brings along."
    )

    @Flag(help: "List every node of the graph.")
    var nodes = false

    @Flag(name: .customLong("parameters"), help: "List the parameters that --set changes, with their values.")
    var showsParameters = false

    @Flag(help: "Print all three lists as JSON.")
    var json = false

    @OptionGroup var options: PaperOptions

    func run() throws {
        let parameters = try options.parameters()
        if showsParameters, !json {
            for definition in PaperParameters.definitions {
                print("\(column(definition.name, 26)) \(column(definition.text(parameters), 14)) \(definition.meaning)")
            }
            return
        }
        let paper = try options.paper(in: options.workspace(), tex: TeXInstallation.find())
        let graph = try Graph(paper.targets)
        if json {
            let listing = Listing(
                paper: paper, graph: graph, parameters: parameters,
                limits: Self.limits(of: paper, in: try options.workspace()))
            print(try readableJSON(listing), terminator: "")
        } else if nodes {
            for node in graph.nodes { print("\(column(node.name, 40)) \(node.typeName)") }
        } else {
            for name in paper.targetNames { print(name) }
            let limits = Self.limits(of: paper, in: try options.workspace())
            if !limits.isEmpty { print("\nSupplied limits:") }
            for limit in limits { print("\(column(limit.file, 30)) \(limit.text)") }
            for ignored in paper.suppliedLimits.ignored { note("WARNING: \(ignored)") }
        }
    }

    /// A table that a reader brought along, or what is wrong with it.
    struct SuppliedTable: Encodable {
        var file: String
        var name: String?
        var label: String?
        var points: Int?
        var error: String?

        var text: String {
            error.map { "refused: \($0)" } ?? "\(name ?? ""): \(label ?? ""), \(points ?? 0) points"
        }
    }

    private static func limits(of paper: Paper, in workspace: Workspace) -> [SuppliedTable] {
        paper.suppliedLimits.files.map { file in
            do {
                let url = URL(filePath: file, relativeTo: workspace.root.appending(path: "/"))
                let table = try LimitTable(bytes: RegularFile.bytes(url.path), file: file)
                return SuppliedTable(file: file, name: table.name, label: table.label, points: table.points.count)
            } catch let error as LimitTableError {
                return SuppliedTable(file: file, error: "\(error)")
            } catch let problem as RegularFile.Problem {
                return SuppliedTable(file: file, error: "\(file) cannot be read: \(problem.reason)")
            } catch {
                return SuppliedTable(file: file, error: "\(file) cannot be read: \(error)")
            }
        }
    }

    /// What `list --json` prints.
    struct Listing: Encodable {
        struct Node: Encodable {
            var name: String
            var type: String
            var inputs: [String]
        }

        struct Parameter: Encodable {
            var name: String
            var value: String
            var meaning: String
            var format: String
        }

        var schema = 1
        var targets: [String]
        var nodes: [Node]
        var parameters: [Parameter]
        var limits: [SuppliedTable]

        init(paper: Paper, graph: Graph, parameters: PaperParameters, limits: [SuppliedTable]) {
            self.limits = limits
            targets = paper.targetNames
            nodes = graph.nodes.map { Node(name: $0.name, type: $0.typeName, inputs: $0.upstream.map(\.name)) }
            self.parameters = PaperParameters.definitions.map {
                Parameter(name: $0.name, value: $0.text(parameters), meaning: $0.meaning, format: $0.format)
            }
        }
    }
}

/// `text` filled up with spaces.
func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
