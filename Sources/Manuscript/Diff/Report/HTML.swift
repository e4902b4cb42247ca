import Foundation

/// Text as HTML shows it literally, in an element or in a quoted attribute.
func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// SVG in a page.
enum InlineSVG {
    /// A drawing of the canvas as an element of a page: without the XML head, and with a prefix to each of its ids, as a
    /// page has several drawings whose clip paths and glyphs have the same names.
    static func element(_ svg: [UInt8], prefix: String, label: String) -> String {
        var text = String(decoding: svg, as: UTF8.self)
        if let start = text.range(of: "<svg") { text = String(text[start.lowerBound...]) }
        for opening in [" id=\"", "href=\"#", "url(#"] {
            text = text.replacingOccurrences(of: opening, with: opening + prefix)
        }
        guard let range = text.range(of: "<svg ") else { return "" }
        return text.replacingCharacters(in: range, with: "<svg role=\"img\" aria-label=\"\(escaped(label))\" ")
    }

    /// A drawing of unknown origin: as an image, which runs no script and shares no ids with the page.
    static func image(_ svg: [UInt8], label: String) -> String {
        "<img alt=\"\(escaped(label))\" src=\"data:image/svg+xml;base64,\(Data(svg).base64EncodedString())\">"
    }
}
