import Foundation

/// Reads LaTeX sources once, from the root downwards, and writes what a flat source has.
struct Flattener {
    /// The root's folder, in which LaTeX runs.
    var folder: String
    var sources: [String: String]
    var knownGraphics: [String]
    var knownBibliographies: [String]
    var overlays: [String: String]

    private(set) var graphics: [FlattenedSource.Graphic] = []
    private(set) var bibliographies: [String] = []
    private var graphicFolders: [String] = []
    private let flatNames: [String: String]

    init(
        folder: String, sources: [String: String], knownGraphics: [String], knownBibliographies: [String],
        overlays: [String: String]
    ) {
        self.folder = folder
        self.sources = sources
        self.knownGraphics = knownGraphics
        self.knownBibliographies = knownBibliographies
        self.overlays = overlays
        flatNames = FlattenedSource.flatNames(of: knownGraphics, overlaid: overlays.keys)
    }

    private static let verbatim: Set<String> = ["verbatim", "verbatim*", "lstlisting", "Verbatim"]
    private static let unsupported: Set<String> = [
        "includeonly", "import", "subimport", "subfile", "lstinputlisting", "verbatiminput", "includepdf",
    ]

    /// One file with all that it asks for.
    ///
    /// - Parameter chain: the files that lead here, this one included.
    mutating func expand(_ path: String, _ text: String, chain: [String]) throws -> String {
        var reader = TeXReader(text, path: path)
        var output = ""
        while let character = reader.take() {
            switch character {
            case "%": Self.comment(&reader, &output)
            case "\\":
                guard try command(&reader, &output, chain: chain) else { return output }
            default: output.append(character)
            }
        }
        return output
    }

    /// A comment alone on its line goes with the line; another leaves its sign, which joins the lines for TeX.
    private static func comment(_ reader: inout TeXReader, _ output: inout String) {
        reader.skipLine()
        let line = output.suffix(while: { $0 != "\n" })
        if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
            output.removeLast(line.count)
        } else {
            output += "%\n"
        }
    }

    /// - Returns: false where the file ends here.
    private mutating func command(
        _ reader: inout TeXReader, _ output: inout String, chain: [String]
    ) throws -> Bool {
        let asker = reader.place
        let name = reader.takeName()
        switch name {
        case "endinput": return false
        case "verb":
            let star = reader.takeIf("*") ? "*" : ""
            guard let mark = reader.take(), let content = reader.take(through: String(mark)) else {
                throw FlatteningError.unclosed(command: name, asker: asker)
            }
            output += "\\verb\(star)\(mark)\(content)"
        case "begin":
            output += "\\begin"
            guard let environment = reader.peekGroup(), Self.verbatim.contains(environment) else { break }
            guard let content = reader.take(through: "\\end{\(environment)}") else {
                throw FlatteningError.unclosed(command: "begin{\(environment)}", asker: asker)
            }
            output += content
        case "input", "include":
            guard let argument = reader.takeGroup() ?? (name == "input" ? reader.takeWord() : nil) else {
                // The name of a macro's own making, such as \let\old\input.
                output += "\\" + name
                break
            }
            try include(argument, &reader, &output, asker: asker, chain: chain, isPage: name == "include")
        case "graphicspath":
            guard let argument = reader.takeGroup() else {
                throw FlatteningError.unclosed(command: name, asker: asker)
            }
            graphicFolders = argument.split(whereSeparator: { "{}".contains($0) }).map(String.init)
            // Nothing is left of the line.
            if output.isEmpty || output.hasSuffix("\n"), reader.next == "\n" { _ = reader.take() }
        case "includegraphics":
            let star = reader.takeIf("*") ? "*" : ""
            let options = try reader.takeOptions(of: name)
            guard let argument = reader.takeGroup() else {
                throw FlatteningError.unclosed(command: name, asker: asker)
            }
            output += try graphic(argument, star: star, options: options, asker: asker)
        case "bibliography":
            guard let argument = reader.takeGroup() else {
                throw FlatteningError.unclosed(command: name, asker: asker)
            }
            output += try bibliography(argument, asker: asker)
        case _ where Self.unsupported.contains(name): throw FlatteningError.unsupported(command: name, asker: asker)
        default: output += "\\" + name
        }
        return true
    }

    private mutating func include(
        _ argument: String, _ reader: inout TeXReader, _ output: inout String, asker: String, chain: [String],
        isPage: Bool
    ) throws {
        let command = isPage ? "include" : "input"
        guard !argument.contains(where: { "\\#".contains($0) }) else {
            throw FlatteningError.computedName(command: command, argument: argument, asker: asker)
        }
        let candidates = [argument + ".tex", argument].compactMap { TreePath.joined(folder, $0) }
        guard let path = candidates.first(where: { sources[$0] != nil }), let text = sources[path] else {
            throw FlatteningError.missingInput(name: argument, asker: asker, known: sources.keys.sorted())
        }
        guard !chain.contains(path) else { throw FlatteningError.circular(chain: chain + [path], asker: asker) }
        var content = try expand(path, text, chain: chain + [path])
        // The end of the file's last line ends that of the command, too: two ends would make a paragraph.
        if reader.restOfLineIsEmpty {
            if content.hasSuffix("\n") { content.removeLast() }
        } else if !content.isEmpty, !content.hasSuffix("\n") {
            content += "\n"
        }
        output += isPage ? "\\clearpage\n\(content)\n\\clearpage" : content
        // An emptied line would make a paragraph as well.
        if content.isEmpty, !isPage, output.isEmpty || output.hasSuffix("\n"), reader.next == "\n" { _ = reader.take() }
    }

    private mutating func graphic(_ name: String, star: String, options: String?, asker: String) throws -> String {
        // Within a macro of the paper's own the name is known only later.
        guard !name.contains(where: { "\\#".contains($0) }) else {
            throw FlatteningError.computedName(command: "includegraphics", argument: name, asker: asker)
        }
        let folders = [folder] + graphicFolders.compactMap { TreePath.joined(folder, $0) }
        let candidates = folders.flatMap { folder in
            ["", ".pdf", ".png", ".jpg", ".jpeg"].compactMap { TreePath.joined(folder, name + $0) }
        }
        guard let path = candidates.first(where: knownGraphics.contains), let flat = flatNames[path] else {
            throw FlatteningError.missingGraphic(name: name, asker: asker, known: knownGraphics)
        }
        if !graphics.contains(where: { $0.path == path }) { graphics.append(.init(path: path, name: flat)) }
        if let overlay = overlays[path] { return try scaled(overlay, name: name, options: options, asker: asker) }
        let stem = flat.hasSuffix(".pdf") ? String(flat.dropLast(4)) : flat
        return "\\includegraphics\(star)\(options.map { "[\($0)]" } ?? ""){\(stem)}"
    }

    private func scaled(_ overlay: String, name: String, options: String?, asker: String) throws -> String {
        // Its own end of line would be a space beside the figure.
        let picture = overlay.hasSuffix("\n") ? String(overlay.dropLast()) : overlay
        let lines = picture.split(separator: "\n").filter { !$0.hasPrefix("%") }.joined(separator: "\n")
        let option = (options ?? "").filter { !$0.isWhitespace }
        if option.isEmpty { return lines }
        if let value = option.value(of: "width") { return "\\resizebox{\(value)}{!}{\(lines)}" }
        if let value = option.value(of: "scale") { return "\\scalebox{\(value)}{\(lines)}" }
        throw FlatteningError.scaledOverlay(graphic: name, options: options ?? "", asker: asker)
    }

    private mutating func bibliography(_ argument: String, asker: String) throws -> String {
        let names = try argument.split(separator: ",").map { part -> String in
            let name = part.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let path = TreePath.joined(folder, name + (name.hasSuffix(".bib") ? "" : ".bib")),
                knownBibliographies.contains(path)
            else { throw FlatteningError.missingBibliography(name: name, asker: asker, known: knownBibliographies) }
            if !bibliographies.contains(path) { bibliographies.append(path) }
            return String(TreePath.name(of: path).dropLast(4))
        }
        return "\\bibliography{\(names.joined(separator: ","))}"
    }
}

extension String {
    /// The value of an option that stands alone: `width=3cm`.
    fileprivate func value(of key: String) -> String? {
        guard hasPrefix(key + "="), !contains(",") else { return nil }
        return String(dropFirst(key.count + 1))
    }

    fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
