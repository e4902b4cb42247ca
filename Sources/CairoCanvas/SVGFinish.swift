import Plotting

/// Completes cairo's SVG: a title and a description for screen readers, the labels as text that can be searched and
/// copied, ids that no other drawing has, and no trace of what the process drew before.
enum SVGFinish {
    static func finished(_ bytes: [UInt8], list: DisplayList) -> [UInt8] {
        let description = list.labels.map(\.text).joined(separator: "; ")
        let layer = textLayer(list)
        let drawn = withoutSurfaceNumber(bytes)
        let prefix = identifier(drawn + Array("\(list.title)\n\(description)\n\(layer)".utf8))
        let named = withPrefix(Array(prefix.utf8), drawn)
        guard let start = ByteSearch.firstIndex(of: Array("<svg ".utf8), in: named),
            let end = named[start...].firstIndex(of: UInt8(ascii: ">")),
            let close = ByteSearch.lastIndex(of: Array("</svg>".utf8), in: named), close > end
        else { return named }
        let attributes = " role=\"img\" xml:lang=\"en\" aria-labelledby=\"\(prefix)title \(prefix)labels\""
        let head = """
            >
            <title id="\(prefix)title">\(escaped(list.title))</title>
            <desc id="\(prefix)labels">\(escaped(description))</desc>
            """
        return named[..<end] + Array((attributes + head).utf8) + named[(end + 1)..<close]
            + Array(layer.utf8) + named[close...]
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

    /// What begins the ids of a drawing: a hash of all that is in it (FNV-1a), so that two drawings can stand in one page
    /// and each is the same on each run.
    private static func identifier(_ content: [UInt8]) -> String {
        let hash = content.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash >> 24, radix: 16)
        return "f" + String(repeating: "0", count: 10 - digits.count) + digits + "-"
    }

    /// Cairo gives the glyphs, clip paths and groups of every drawing the same ids.
    private static func withPrefix(_ prefix: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        let openings = [" id=\"", "href=\"#", "url(#"].map { Array($0.utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            result.append(byte)
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") else { continue }
            if openings.contains(where: { result.suffix($0.count).elementsEqual($0) }) { result += prefix }
        }
        return result
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
