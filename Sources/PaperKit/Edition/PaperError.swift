import BuildGraph
import Manuscript

/// Why a paper cannot be built as asked.
package enum PaperError: Error, Equatable, CustomStringConvertible {
    case unknownTarget(name: String, known: [String])
    case unknownDocument(name: String, known: [String])
    case whichDocument(known: [String])
    case noDocument
    case declaredTwice(kind: String, name: String, first: SourcePlace?, second: SourcePlace?)
    case noTeX
    case noSources(folder: String)

    package var description: String {
        switch self {
        case .unknownTarget(let name, let known):
            "unknown target '\(name)'" + Self.nearest(name, known) + " ('list' shows all)"
        case .unknownDocument(let name, let known):
            "there is no document '\(name)'" + Self.nearest(name, known) + "; there is " + known.joined(separator: ", ")
        case .whichDocument(let known):
            "there are several documents; name one with --document: " + known.joined(separator: ", ")
        case .noDocument:
            "the paper declares no document; give it one: Document(\"letter\", main: \"paper/main.tex\") { … }"
        case .declaredTwice(let kind, let name, let first, let second):
            "there are two declarations of the \(kind) '\(name)'"
                + ([first, second].compactMap(\.self).map { "\n  at \($0)" }).joined()
                + "\n  rename one, or use one value in both places"
        case .noTeX: "there is no LaTeX on this machine; \(TeXInstallation.remedy)"
        case .noSources(let folder):
            "\(folder) is not the project's folder: there is no folder 'paper' in it that can be read; run it there or name it with --project"
        }
    }

    private static func nearest(_ name: String, _ known: [String]) -> String {
        nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }
}
