import Plotting

/// Adds a title and a description with all labels to cairo's SVG, for screen readers and search.
enum SVGDescription {
    static func inserted(into bytes: [UInt8], list: DisplayList) -> [UInt8] {
        let opening = Array("<svg ".utf8)
        guard let start = firstRange(of: opening, in: bytes),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return bytes }
        let labels = list.items.compactMap { item -> String? in
            if case .glyphs(let run) = item { return run.text }
            return nil
        }
        var text = "\n<title>\(escaped(list.title))</title>\n"
        text += "<desc>\(escaped(labels.joined(separator: "; ")))</desc>"
        return bytes[...end] + Array(text.utf8) + bytes[(end + 1)...]
    }

    private static func firstRange(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (0...(bytes.count - pattern.count)).first { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
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
