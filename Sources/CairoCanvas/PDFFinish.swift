import Plotting

/// Completes cairo's PDF.
///
/// Cairo writes a structure tree with the drawing as its one figure, but has no way to say what the figure shows. Objects
/// are completed in place and the table of their offsets with them; a cairo that writes a PDF in another way keeps it.
enum PDFFinish {
    /// The elements of the structure tree that the whole drawing is, outermost first.
    static let tags = ["Document", "Figure"]

    static func finished(_ bytes: [UInt8], list: DisplayList) -> [UInt8] {
        let page = "0 0 \(number(list.width)) \(number(list.height))"
        return inserting(
            [
                (
                    "<< /Type /StructElem\n   /S /Figure\n",
                    "   /Alt \(text(list.alternativeText))\n   /A << /O /Layout /BBox [ \(page) ] >>\n"
                ),
                (
                    "<< /Type /Catalog\n",
                    "   /Lang (en)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                ),
            ], into: withoutPageGroup(bytes))
    }

    /// Cairo declares every page a transparency group. These drawings have no transparency, and two pages with groups
    /// included into one page make pdfTeX warn: so the declaration is overwritten with spaces, which leaves every
    /// offset in the file as it is.
    private static func withoutPageGroup(_ bytes: [UInt8]) -> [UInt8] {
        let group = Array(
            """
               /Group <<
                  /Type /Group
                  /S /Transparency
                  /I true
                  /CS /DeviceRGB
               >>

            """.utf8)
        guard let start = ByteSearch.firstIndex(of: group, in: bytes) else { return bytes }
        var result = bytes
        for index in start..<(start + group.count - 1) { result[index] = UInt8(ascii: " ") }
        return result
    }

    /// Adds each text after the first place of its mark, and moves the offsets of what lies behind.
    private static func inserting(_ additions: [(mark: String, text: String)], into bytes: [UInt8]) -> [UInt8] {
        guard var table = OffsetTable(bytes) else { return bytes }
        var result = bytes
        for addition in additions {
            let mark = Array(addition.mark.utf8)
            guard let start = ByteSearch.firstIndex(of: mark, in: result) else { continue }
            let text = Array(addition.text.utf8)
            result.insert(contentsOf: text, at: start + mark.count)
            table.move(behind: start, by: text.count)
        }
        return table.written(into: result) ?? bytes
    }

    /// A text string of PDF: UTF-16 with its mark.
    private static func text(_ text: String) -> String {
        "<FEFF"
            + text.utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + ">"
    }

    private static func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// The table at the end of a PDF that says where its objects begin (ISO 32000-1, 7.5.4), as cairo writes it.
private struct OffsetTable {
    private var offsets: [Int]
    private var start: Int

    /// Nil where there is no such table.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.suffix(64), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard text.count >= 3, text[text.count - 3] == "startxref", let start = Int(text[text.count - 2]),
            start >= 0, start < bytes.count
        else { return nil }
        let lines = String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n")
        guard lines.count > 2, lines[0] == "xref", let count = lines[1].split(separator: " ").last.flatMap({ Int($0) }),
            lines[1].hasPrefix("0 "), lines.count > count + 2
        else { return nil }
        let offsets = lines[2..<(2 + count)].map { Int($0.prefix(10)) }
        guard offsets.allSatisfy({ $0 != nil }), lines[2..<(2 + count)].allSatisfy({ $0.utf8.count == 19 }) else {
            return nil
        }
        self.offsets = offsets.compactMap { $0 }
        self.start = start
    }

    mutating func move(behind place: Int, by count: Int) {
        offsets = offsets.map { $0 > place ? $0 + count : $0 }
        start += count
    }

    func written(into bytes: [UInt8]) -> [UInt8]? {
        let head = Array("xref\n0 \(offsets.count)\n".utf8)
        guard bytes[start...].starts(with: head) else { return nil }
        var result = bytes
        var place = start + head.count
        for offset in offsets {
            let digits = Array(String(offset).utf8)
            result.replaceSubrange(
                place..<(place + 10), with: [UInt8](repeating: UInt8(ascii: "0"), count: 10 - digits.count) + digits)
            place += 20
        }
        let end = Array("startxref\n".utf8)
        guard let mark = ByteSearch.lastIndex(of: end, in: result) else { return nil }
        result.replaceSubrange((mark + end.count)..., with: Array("\(start)\n%%EOF\n".utf8))
        return result
    }
}

enum ByteSearch {
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        return (0...(bytes.count - pattern.count)).first { index in
            bytes[index] == first && bytes[index..<index + pattern.count].elementsEqual(pattern)
        }
    }

    static func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (0...(bytes.count - pattern.count)).last { index in
            bytes[index..<index + pattern.count].elementsEqual(pattern)
        }
    }
}
