import Foundation

/// Which files of a paper's folder people write for LaTeX: all of a known kind, in nested folders too, but not what
/// paperbuild or LaTeX puts there.
public enum PaperSources {
    /// What a file is to the paper.
    public enum Kind: Sendable {
        /// LaTeX that is read with `\input`.
        case text
        case bibliography
        case graphic
        /// A class, a package or a style, which LaTeX reads as it is.
        case support
    }

    public static let folder = "paper"
    public static let main = "paper/main.tex"
    public static let pdf = "paper/main.pdf"
    public static let numbers = "paper/generated/numbers.tex"

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = ["tex": .text, "bib": .bibliography]
        for ending in ["pdf", "png", "jpg", "jpeg"] { kinds[ending] = .graphic }
        for ending in ["sty", "cls", "clo", "cfg", "def", "fd", "bst", "ltx", "tikz", "pgf"] {
            kinds[ending] = .support
        }
        return kinds
    }()

    /// The kind of a file by its path from the project; nil for one that is no source.
    public static func kind(of path: String) -> Kind? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, parts[0] == folder, !parts.contains(where: { $0.hasPrefix(".") }),
            // What paperbuild generates.
            parts[1] != "generated", path != pdf,
            // What REVTeX writes beside the root.
            path != "paper/mainNotes.bib",
            let dot = path.lastIndex(of: ".")
        else { return nil }
        return kinds[path[path.index(after: dot)...].lowercased()]
    }

    /// The sources below a project's folder, by their paths from there, sorted.
    ///
    /// - Throws: what the system says of a folder that cannot be listed.
    public static func paths(in project: URL) throws -> [String] {
        var found: [String] = []
        func list(_ folder: String) throws {
            let url = project.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where !name.hasPrefix(".") {
                let path = folder + "/" + name
                var isFolder: ObjCBool = false
                // A link that leads nowhere is listed as well, so that reading it fails by its name.
                let exists = FileManager.default.fileExists(
                    atPath: url.appending(path: name).path, isDirectory: &isFolder)
                if exists, isFolder.boolValue {
                    if path != "paper/generated" { try list(path) }
                } else if kind(of: path) != nil {
                    found.append(path)
                }
            }
        }
        try list(folder)
        return found.sorted()
    }
}
