import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

struct WhereCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "where",
            abstract: "Says in which line of the sources something is declared, and what it is computed by.",
            discussion: """
                An id is that of a number, a claim, a figure, a parameter, an observable, a section, a document, a node, or what else the paper names, such as a limit. Below \
                the line of the declaration stand the nodes down to the computations, each with its own line. JSON: {"schema": \
                1, "id", "found": [[{"kind", "name", "pattern", "declaration", "type", "code"}]]}.
                """)
    }

    @Argument(help: "Such as the id of a \\result{…}.")
    var id: String

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        let edition = try options.edition(in: workspace, tex: TeXInstallation.find())
        let answer = try SourceIndex(edition, in: workspace.package).answer(for: id)
        if json { return print(try readableJSON(WhereAnswer(id: id, found: answer)), terminator: "") }
        for lines in answer {
            for (index, line) in lines.enumerated() { print(Self.text(line, isFirst: index == 0)) }
        }
    }

    private static func text(_ line: SourceIndex.Line, isFirst: Bool) -> String {
        let place = line.declaration ?? ""
        guard !isFirst else {
            let pattern = line.pattern.map { ", written '\($0)'" } ?? ""
            return "\(line.kind) \(line.name)\(pattern): \(place)"
        }
        guard let type = line.type else { return "  \(column(line.name, 46)) \(place)" }
        return "  \(column(line.name, 46)) \(place)\n    computed by \(type)" + (line.code.map { ": \($0)" } ?? "")
    }
}

/// What `where --json` prints.
private struct WhereAnswer: Encodable {
    var schema = 1
    var id: String
    /// One list for each thing of that name: its declaration, then the nodes that it is computed by.
    var found: [[SourceIndex.Line]]
}
