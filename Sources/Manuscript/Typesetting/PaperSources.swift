import BuildGraph
import Foundation

/// Which files of a paper's folder people write for LaTeX: all of a known kind, in nested folders too, but not what
/// paperbuild or LaTeX puts there.
package enum PaperSources {
    /// What a file is to the paper.
    package enum Kind: Sendable {
        /// LaTeX that is read with `\input`.
        case text
        case bibliography
        case graphic
        /// A class, a package or a style, which LaTeX reads as it is.
        case support
    }

    /// A file by its path from the project, with its node.
    package typealias File = (path: String, node: Node<Blob>)

    package static let folder = "paper"
    /// The root of a paper that does not say which it is.
    package static let main = "paper/main.tex"
    package static let numbers = "paper/generated/numbers.tex"

    /// The PDF of a root, beside it.
    package static func pdf(of main: String) -> String {
        main.hasSuffix(".tex") ? main.dropLast(4) + ".pdf" : main + ".pdf"
    }

    /// The folder of a root.
    package static func folder(of main: String) -> String { TreePath.folder(of: main) }

    /// Whether a source may be read by a document: it is no other document's root, and lies in no folder of another
    /// document that this one is not in too.
    package static func belongs(_ path: String, to main: String, among roots: [String]) -> Bool {
        roots.allSatisfy { root in
            if root == main { return true }
            let folder = folder(of: root) + "/"
            return path != root && (main.hasPrefix(folder) || !path.hasPrefix(folder))
        }
    }

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = ["tex": .text, "bib": .bibliography]
        for ending in ["pdf", "png", "jpg", "jpeg"] { kinds[ending] = .graphic }
        for ending in ["sty", "cls", "clo", "cfg", "def", "fd", "bst", "ltx", "tikz", "pgf"] {
            kinds[ending] = .support
        }
        return kinds
    }()

    /// The kind of a file by its path from the project; nil for one that is no source.
    package static func kind(of path: String) -> Kind? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, parts[0] == folder, !parts.contains(where: { $0.hasPrefix(".") }),
            // What paperbuild generates.
            parts[1] != "generated", let dot = path.lastIndex(of: ".")
        else { return nil }
        return kinds[path[path.index(after: dot)...].lowercased()]
    }

    /// The sources among files: without what LaTeX makes beside a source, its PDF and REVTeX's notes.
    package static func sources(among paths: [String]) -> [String] {
        let all = Set(paths)
        return paths.filter { path in
            guard kind(of: path) != nil else { return false }
            if path.hasSuffix(".pdf") { return !all.contains(path.dropLast(4) + ".tex") }
            return !(path.hasSuffix("Notes.bib") && all.contains(path.dropLast(9) + ".tex"))
        }
    }

    /// The sources below a project's folder, by their paths from there, sorted.
    ///
    /// - Throws: what the system says of a folder that cannot be listed.
    package static func paths(in project: URL) throws -> [String] { sources(among: try files(in: project)) }

    /// Folders that have the name of a source. LaTeX reads none of them, nor a file that is missing in their place.
    package static func foldersNamedAsSources(in project: URL) throws -> [String] {
        try listing(of: project).folders.filter { kind(of: $0) != nil }.sorted()
    }

    /// All files that might be sources, and what LaTeX made of them.
    static func files(in project: URL) throws -> [String] {
        try listing(of: project).files.filter { kind(of: $0) != nil }.sorted()
    }

    private static func listing(of project: URL) throws -> (files: [String], folders: [String]) {
        var files: [String] = []
        var folders: [String] = []
        /// - Parameter above: the folders that this one is in, with links resolved: a link to one of them has no end.
        func list(_ folder: String, _ above: Set<String>) throws {
            let url = project.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where !name.hasPrefix(".") {
                let path = folder + "/" + name
                var isFolder: ObjCBool = false
                // A link that leads nowhere is listed as well, so that reading it fails by its name.
                let exists = FileManager.default.fileExists(
                    atPath: url.appending(path: name).path, isDirectory: &isFolder)
                guard exists, isFolder.boolValue else {
                    files.append(path)
                    continue
                }
                folders.append(path)
                let place = url.appending(path: name).resolvingSymlinksInPath().path
                if path != "paper/generated", !above.contains(place) { try list(path, above.union([place])) }
            }
        }
        try list(folder, [project.appending(path: folder).resolvingSymlinksInPath().path])
        return (files, folders)
    }
}
