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
    /// A drawing of the canvas as an element of a page: without the XML head. Its ids are its own.
    /// Nil where it is none.
    static func element(_ svg: [UInt8]) -> String? {
        let text = String(decoding: svg, as: UTF8.self)
        return text.range(of: "<svg ").map { String(text[$0.lowerBound...]) }
    }

    /// A drawing of unknown origin: as an image, which runs no script and shares no ids with the page.
    static func image(_ svg: [UInt8], label: String) -> String {
        "<img alt=\"\(escaped(label))\" src=\"data:image/svg+xml;base64,\(Data(svg).base64EncodedString())\">"
    }
}
