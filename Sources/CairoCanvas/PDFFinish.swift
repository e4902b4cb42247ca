/// Completes cairo's PDF.
enum PDFFinish {
    /// Cairo declares every page a transparency group. These drawings have no transparency, and two pages with groups
    /// included into one page make pdfTeX warn: so the declaration is overwritten with spaces, which leaves every
    /// offset in the file as it is. A cairo that writes it another way keeps it.
    static func withoutPageGroup(_ bytes: [UInt8]) -> [UInt8] {
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
}

enum ByteSearch {
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        return (0...(bytes.count - pattern.count)).first { index in
            bytes[index] == first && bytes[index..<index + pattern.count].elementsEqual(pattern)
        }
    }
}
