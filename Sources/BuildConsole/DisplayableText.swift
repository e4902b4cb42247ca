/// A text for a terminal, whatever a reader wrote into it: characters that command a terminal, change the direction of the
/// writing or cannot be seen are named (`<U+001B>`), and what is too long to be read loses its middle.
///
/// Line ends and tabs stay. Every error and warning passes here.
public func displayable(_ text: String) -> String {
    // By scalars, as a carriage return and a line end are one character.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { shortened(visible(Substring($0)), to: longestLine) }.joined(separator: "\n")
}

private let longestLine = 4000
private let longestWord = 300

/// A line without control characters, its long words shortened.
private func visible(_ line: Substring) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        let word = shortened(String(word), to: longestWord)
        guard word.unicodeScalars.contains(where: isHidden) else { return word }
        return word.unicodeScalars.reduce(into: "") { shown, scalar in
            if isHidden(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
    }.joined(separator: " ")
}

private func shortened(_ text: String, to limit: Int) -> String {
    // By scalars: a single character may have any number of accents.
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    var result = String(scalars.prefix(limit / 2))
    result += "…(\(scalars.count) characters)…"
    result.unicodeScalars.append(contentsOf: scalars.suffix(limit / 6))
    return result
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    // Control characters; marks and overrides of direction; joiners and spaces without width; the byte-order mark.
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        true
    default: false
    }
}
