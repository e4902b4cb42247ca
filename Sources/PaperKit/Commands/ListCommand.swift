import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

struct ListCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "Lists the targets, the nodes, the inputs, or the parameters.",
            discussion: """
                JSON: {"schema": 1, "targets": […], "documents": [{"name", "main", "sections": […]}], "nodes": [{"name", \
                "type", "inputs", "remote"}], "parameters": [{"name", "value", "meaning", "format"}]\(P.help.lists.map { ", " + $0 }.joined())}.
                """)
    }

    @Flag(help: "List every node of the graph.")
    var nodes = false

    @Flag(help: "List every file that is read, and those from elsewhere with address and SHA-256.")
    var inputs = false

    @Flag(name: .customLong("parameters"), help: "List the parameters that --set changes, with their values.")
    var showsParameters = false

    @Flag(help: "Print all lists as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        if showsParameters, !json {
            let parameters = try options.parameters()
            for parameter in P.Parameters.all {
                print("\(column(parameter.name, 26)) \(column(parameter.text(parameters), 14)) \(parameter.meaning)")
            }
            return
        }
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let graph = try Graph(paper.targets)
        let inventories = paper.paper.inventories(in: workspace.root)
        if json {
            print(try readableJSON(Self.listing(paper, graph, inventories)), terminator: "")
        } else if inputs {
            for node in graph.nodes where node.kind == .file { print(node.name) }
            for node in graph.nodes {
                guard let remote = node.remote else { continue }
                print(
                    ([node.name] + remote.lines.map { "  \(column($0.title, 11)) \($0.text)" }).joined(separator: "\n"))
            }
        } else if nodes {
            for node in graph.nodes { print("\(column(node.name, 40)) \(node.typeName)") }
        } else {
            for name in paper.targetNames { print(name) }
            for inventory in inventories where !inventory.items.isEmpty {
                print("\n\(inventory.title):")
                for item in inventory.items { print("\(column(item.file, 30)) \(item.text)") }
            }
            for warning in paper.paper.warnings { note("WARNING: \(warning)") }
        }
    }

    /// What `list --json` prints.
    private static func listing(_ paper: Edition<P>, _ graph: Graph, _ inventories: [Inventory]) -> JSONValue {
        func texts(_ list: [String]) -> JSONValue { .array(list.map(JSONValue.string)) }
        var members: [String: JSONValue] = [
            "schema": .number(1), "targets": texts(paper.targetNames),
            "documents": .array(
                paper.documents.map { built in
                    .object([
                        "name": .string(built.document.name), "main": .string(built.document.main),
                        "sections": texts(built.document.sections.map(\.name)),
                    ])
                }),
            "nodes": .array(
                graph.nodes.map { node in
                    var members: [String: JSONValue] = [
                        "name": .string(node.name), "type": .string(node.typeName),
                        "inputs": texts(node.upstream.map(\.name)),
                    ]
                    members["remote"] = node.remote.map { remote in
                        .object([
                            "addresses": texts(remote.addresses), "sha256": .string(remote.content?.hex ?? ""),
                            "bytes": .number(Double(remote.bytes)),
                        ])
                    }
                    return .object(members)
                }),
            "parameters": .array(
                P.Parameters.all.map { parameter in
                    .object([
                        "name": .string(parameter.name), "value": .string(parameter.text(paper.variant.parameters)),
                        "meaning": .string(parameter.meaning), "format": .string(parameter.format),
                    ])
                }),
        ]
        for inventory in inventories {
            members[inventory.key] = .array(
                inventory.items.map { .object($0.members.merging(["file": .string($0.file)]) { $1 }) })
        }
        return .object(members)
    }
}

extension RemoteContent {
    /// What it is, for people.
    var lines: [(title: String, text: String)] {
        addresses.map { ("address", $0) } + [("file", "\(bytes) bytes, SHA-256 \(content?.hex ?? "none")")]
            + [license.map { ("license", $0) }, citation.map { ("citation", $0) }].compactMap(\.self)
    }
}

/// `text` filled up with spaces.
func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
