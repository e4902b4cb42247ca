import Foundation

/// A LaTeX tree as one source: every `\input` in its place, no comments, and each graphic beside it in one folder.
package struct FlattenedSource: Codable, Hashable, Sendable {
    /// A graphic that the source includes.
    package struct Graphic: Codable, Hashable, Sendable {
        /// Its path in the tree.
        package var path: String
        /// Its name beside the flat source.
        package var name: String
    }

    package var text: String
    /// Each once, in the order of their first use.
    package var graphics: [Graphic]
    /// The bibliographies that `\bibliography` names, by their paths in the tree.
    package var bibliographies: [String]

    /// - Parameters:
    ///   - main: the root's path among `sources`; LaTeX runs in its folder.
    ///   - sources: LaTeX sources by their paths in the tree.
    ///   - graphics: the paths of the graphics that there are.
    ///   - bibliographies: the paths of the `.bib` files that there are.
    ///   - overlays: LaTeX to stand in the place of a graphic, by the graphic's path.
    /// - Throws: ``FlatteningError``.
    package init(
        main: String, sources: [String: String], graphics: [String], bibliographies: [String],
        overlays: [String: String] = [:]
    ) throws {
        var flattener = Flattener(
            folder: TreePath.folder(of: main), sources: sources, knownGraphics: graphics,
            knownBibliographies: bibliographies, overlays: overlays)
        guard let root = sources[main] else {
            throw FlatteningError.missingInput(name: main, asker: "the build", known: sources.keys.sorted())
        }
        var text = try flattener.expand(main, root, chain: [main])
        if !overlays.isEmpty { text = Self.withOverlayPackages(text) }
        self.text = text
        self.graphics = flattener.graphics
        self.bibliographies = flattener.bibliographies
    }

    /// Names for graphics in one folder: the file's own, or its whole path where two would be alike. A drawing that
    /// overlays complete is marked as what it is, `reach-art.pdf`.
    static func flatNames(of paths: [String], overlaid: some Collection<String>) -> [String: String] {
        let counts = Dictionary(paths.map { (TreePath.name(of: $0), 1) }, uniquingKeysWith: +)
        return Dictionary(
            paths.map { path in
                let own = TreePath.name(of: path)
                let name = counts[own] == 1 ? own : path.split(separator: "/").joined(separator: "-")
                let isArt = overlaid.contains(path) && name.hasSuffix(".pdf")
                return (path, isArt ? name.dropLast(4) + "-art.pdf" : name)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What the overlays need and the paper may not load yet.
    private static func withOverlayPackages(_ text: String) -> String {
        guard let start = text.range(of: "\\begin{document}") else { return text }
        let packages = """
            \\usepackage{graphicx,amsmath,amssymb}
            \\makeatletter\\@ifpackageloaded{xcolor}{}{\\usepackage{color}}\\makeatother

            """
        return text.replacingCharacters(in: start.lowerBound..<start.lowerBound, with: packages)
    }
}

/// Why a tree cannot be made flat.
package enum FlatteningError: Error, Hashable, CustomStringConvertible {
    case missingInput(name: String, asker: String, known: [String])
    case circular(chain: [String], asker: String)
    case computedName(command: String, argument: String, asker: String)
    case missingGraphic(name: String, asker: String, known: [String])
    case missingBibliography(name: String, asker: String, known: [String])
    case unsupported(command: String, asker: String)
    case unclosed(command: String, asker: String)
    case scaledOverlay(graphic: String, options: String, asker: String)

    package var description: String {
        switch self {
        case .missingInput(let name, let asker, let known):
            "\(asker) asks for the LaTeX source '\(name)', which is not among the paper's files (\(list(known))); "
                + "add the file or remove the command"
        case .circular(let chain, let asker):
            "\(asker) closes a circle of inputs: \(chain.joined(separator: " → ")); remove one of them"
        case .computedName(let command, let argument, let asker):
            "\(asker) calls \\\(command) with '\(argument)', a name that only a run of LaTeX knows; write the file's name"
        case .missingGraphic(let name, let asker, let known):
            "\(asker) includes the graphic '\(name)', which is not among the paper's files (\(list(known))); "
                + "correct the name or the \\graphicspath, or add the figure to the paper"
        case .missingBibliography(let name, let asker, let known):
            "\(asker) asks for the bibliography '\(name)', which is not among the paper's files (\(list(known)))"
        case .unsupported(let command, let asker):
            "\(asker) uses \\\(command), which cannot be made flat; use \\input, \\includegraphics and \\bibliography"
        case .unclosed(let command, let asker):
            "\(asker): the argument of \\\(command) is not closed"
        case .scaledOverlay(let graphic, let options, let asker):
            "\(asker) includes '\(graphic)' with [\(options)], but labels that LaTeX sets keep their size; "
                + "only width=… and scale=… can be followed: remove the rest"
        }
    }

    private func list(_ names: [String]) -> String { names.isEmpty ? "there are none" : names.joined(separator: ", ") }
}

/// Paths in a tree of sources, components separated by slashes.
enum TreePath {
    static func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Without `.` and `..`; nil where it leads out of the tree.
    static func joined(_ folder: String, _ path: String) -> String? {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? "" : folder).split(separator: "/") + path.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
