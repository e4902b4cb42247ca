import Foundation

/// A document that another version of TeX set: a line of its own, and no change of the paper.
package struct TypesettingChange: Codable, Hashable, Sendable {
    /// The PDF.
    package var document: String
    package var old: String
    package var new: String

    var description: String { "\(document) was set by \(new), before by \(old)" }

    /// What the program that made a PDF writes of itself into it; nil where it wrote nothing, or is not known.
    package static func program(of pdf: [UInt8]) -> String? {
        let mark = Array("/PTEX.Fullbanner (".utf8)
        guard let place = ByteSearch.lastIndex(of: mark, in: pdf) else { return nil }
        // The text has brackets of its own, each opened one closed; a backslash stands before others.
        var depth = 1
        var text: [UInt8] = []
        var isEscaped = false
        for byte in pdf[(place + mark.count)...].prefix(400) {
            if !isEscaped {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 {
                    let words = String(decoding: text, as: UTF8.self)
                    return words.hasPrefix("This is ") ? String(words.dropFirst("This is ".count)) : words
                }
            }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            if !isEscaped { text.append(byte) }
        }
        return nil
    }

    /// The documents that both papers have and other programs set.
    static func between(_ old: PaperSnapshot, _ new: PaperSnapshot, of documents: [ResultsLock.Document])
        -> [TypesettingChange]
    {
        Set(documents.map { PaperSources.pdf(of: $0.main) }).sorted().compactMap { path in
            guard let before = old.texts?[path].flatMap(program), let after = new.texts?[path].flatMap(program),
                before != after
            else { return nil }
            return TypesettingChange(document: path, old: before, new: after)
        }
    }
}
