import Plotting

/// Completes cairo's SVG: a title and a description for screen readers, the labels as text that can be searched and
/// copied, and no trace of what the process drew before.
enum SVGFinish {
    static func finished(_ bytes: [UInt8], list: DisplayList) -> [UInt8] {
        let named = withoutSurfaceNumber(bytes)
        guard let start = ByteSearch.firstIndex(of: Array("<svg ".utf8), in: named),
            let end = named[start...].firstIndex(of: UInt8(ascii: ">")),
            let close = ByteSearch.lastIndex(of: Array("</svg>".utf8), in: named), close > end
        else { return named }
        let id = identifier(list.title)
        let description = list.labels.map(\.text).joined(separator: "; ")
        let attributes = " role=\"img\" xml:lang=\"en\" aria-labelledby=\"\(id)-title \(id)-labels\""
        let head = """
            >
            <title id="\(id)-title">\(escaped(list.title))</title>
            <desc id="\(id)-labels">\(escaped(description))</desc>
            """
        return named[..<end] + Array((attributes + head).utf8) + named[(end + 1)..<close]
            + Array(textLayer(list).utf8) + named[close...]
    }

    /// The glyphs are outlines, so that every viewer shows the same. Over them lies each label as text that is not
    /// painted, but found, selected and copied.
    private static func textLayer(_ list: DisplayList) -> String {
        let lines = list.labels.filter { !$0.text.isEmpty }.map { run -> String in
            let (x, y) = (number(run.origin.x), number(run.origin.y))
            let size = run.setting?.size ?? run.glyphs.map(\.size).max() ?? 10
            var attributes = "x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(size))\""
            if let setting = run.setting, setting.width > 0 {
                attributes += " textLength=\"\(number(setting.width))\" lengthAdjust=\"spacingAndGlyphs\""
            }
            let degrees = number(-run.rotation * 180 / .pi)
            if degrees != "0" { attributes += " transform=\"rotate(\(degrees) \(x) \(y))\"" }
            return "<text \(attributes)>\(escaped(run.text))</text>\n"
        }
        guard !lines.isEmpty else { return "" }
        return "<g fill=\"none\" stroke=\"none\" font-family=\"serif\" pointer-events=\"all\">\n\(lines.joined())</g>\n"
    }

    /// Distinct on a page with several figures, and the same on each run.
    private static func identifier(_ title: String) -> String {
        let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "figure" : "figure-" + words.joined(separator: "-")
    }

    /// Hundredths, no exponent, no locale.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
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
