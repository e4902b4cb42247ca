import ArgumentParser
import BuildConsole
import BuildGraph
import CairoCanvas
import Foundation
import Manuscript

struct GraphCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "graph", abstract: "Draws the build graph, or prints it for Graphviz or Mermaid.",
            discussion: """
                dot and mermaid are texts; svg and pdf are drawn here, nodes of one folder in one box unless --all asks for each. \
                It goes to the standard output: paperbuild graph --format svg > graph.svg
                """)
    }

    @Option(name: .shortAndLong, help: "dot, mermaid, svg or pdf.")
    var format = GraphFormat.dot

    @Flag(help: "Draw every node, not groups of them.")
    var all = false

    @Argument(help: "The targets whose graph is wanted; everything by default.")
    var targets: [String] = []

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let nodes = targets.isEmpty ? paper.targets : try targets.flatMap { try paper.outputs(of: $0) }.map(\.node)
        let graph = try Graph(nodes)
        switch format {
        case .dot: print(graph.dot, terminator: "")
        case .mermaid: print(graph.mermaid, terminator: "")
        case .svg, .pdf:
            let canvas = try CairoCanvas(fontPath: workspace.fontPath)
            let outline = GraphOutline(graph, isCollapsed: !all)
            let drawing = outline.displayList(
                title: "build graph of the paper", metrics: try MathFont(path: canvas.fontPath))
            let bytes = format == .svg ? try canvas.svg(drawing) : try canvas.pdf(drawing)
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        }
    }
}

enum GraphFormat: String, ExpressibleByArgument, CaseIterable {
    case dot, mermaid, svg, pdf
}
