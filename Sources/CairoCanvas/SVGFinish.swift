import Plotting

/// Completes cairo's SVG: a title and a description with all labels for screen readers and search, and no trace of
/// what the process drew before.
enum SVGFinish {
    static func finished(_ bytes: [UInt8], list: DisplayList) -> [UInt8] {
        let named = withoutSurfaceNumber(bytes)
        guard let start = ByteSearch.firstIndex(of: Array("<svg ".utf8), in: named),
            let end = named[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return named }
        let labels = list.items.compactMap { item -> String? in
            if case .glyphs(let run) = item { return run.text }
            return nil
        }
        let text =
            "\n<title>\(escaped(list.title))</title>\n<desc>\(escaped(labels.joined(separator: "; ")))</desc>"
        return named[...end] + Array(text.utf8) + named[(end + 1)...]
    }

    /// Cairo 1.16 numbers its surfaces through the life of the process and writes that number as the drawing's id.
    private static func withoutSurfaceNumber(_ bytes: [UInt8]) -> [UInt8] {
        let opening = Array("<g id=\"surface".utf8)
        guard let start = ByteSearch.firstIndex(of: opening, in: bytes) else { return bytes }
        let digits = bytes[(start + opening.count)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Array(bytes[..<digits.startIndex]) + bytes[digits.endIndex...]
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }
}
