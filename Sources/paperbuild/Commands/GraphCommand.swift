import ArgumentParser
import BuildGraph
import Manuscript
import MuonePaper

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Prints the build graph for Graphviz or Mermaid.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case dot, mermaid
    }

    @Option(name: .shortAndLong, help: "dot or mermaid.")
    var format = Format.dot

    @Argument(help: "The targets whose graph is wanted; everything by default.")
    var targets: [String] = []

    @OptionGroup var options: PaperOptions

    func run() throws {
        let paper = try options.paper(in: options.workspace(), tex: TeXInstallation.find())
        let nodes = targets.isEmpty ? paper.targets : try targets.flatMap { try paper.outputs(of: $0) }.map(\.node)
        let graph = try Graph(nodes)
        print(format == .dot ? graph.dot : graph.mermaid, terminator: "")
    }
}
