import ArgumentParser
import BuildGraph
import Foundation
import Manuscript
import Scaffold

extension Addition.Kind: ExpressibleByArgument {}

struct NewCommand<P: Paper>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: "Adds a complete example of a figure, number, computation, limit, claim or section.",
            discussion: """
                It compiles, is built, and stands in the text; edit it into your own. Files are written beside those of the \
                section; lines go above the marks 'paperbuild new: …' in the sources, and where a mark is missing they are \
                printed with the place that they belong to. NAME is made of words of letters and digits with hyphens between \
                them, such as large-swing. All of it is written, or nothing.
                """)
    }

    @Argument(
        help: ArgumentHelp("figure, number, computation, limit, claim or section.", valueName: "kind"))
    var kind: Addition.Kind

    @Argument(help: ArgumentHelp("Such as large-swing.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The section that it goes into, where there are several.", valueName: "name"))
    var section: String?

    @Option(
        help: ArgumentHelp("The module that a computation goes into, where there are several.", valueName: "name"))
    var module: String?

    @OptionGroup var options: PaperArguments<P>

    func run() throws {
        let workspace = try options.workspace()
        let word = try SwiftWord(name)
        try refuseSecond(word, in: try options.edition(in: workspace))
        let type = String(reflecting: P.self)
        let site = try AdditionSite(
            project: workspace.root, folders: P.sourceFolders, paper: String(type.prefix { $0 != "." }),
            section: section, module: module,
            parameters: String(describing: P.Parameters.self), program: P.help.name, for: kind)
        let addition = Addition(kind, word, at: site)
        let outcome = try addition.write(at: site)
        for path in outcome.written { print("wrote    \(path)") }
        for place in outcome.edited { print("edited   \(place)") }
        for rest in outcome.byHand { print("by hand  add to \(rest.place):\n\(rest.text)") }
        print("next     \(addition.next)")
    }

    /// An id is declared once; the paper itself knows which there are.
    private func refuseSecond(_ word: SwiftWord, in edition: Edition<P>) throws {
        let sources = SourceFiles(package: edition.variant.project, folders: P.sourceFolders)
        let known: [(kind: String, id: String, place: SourcePlace?)] =
            switch kind {
            case .figure, .limit: edition.figures.map { ("figure", $0.name, $0.chart.place) }
            case .number, .computation: edition.quantities.map { ("number", $0.id, $0.declaration) }
            case .claim: edition.claimList.map { ("claim", $0.id, $0.declaration) }
            case .section:
                edition.documents.flatMap(\.document.sections).map { ("section", $0.name, $0.declaration) }
            }
        if let other = known.first(where: { $0.id == word.text }) {
            throw ScaffoldError.idExists(kind: other.kind, id: other.id, place: other.place.map(sources.text))
        }
    }
}
