/// Brings Swift source to a form in which comments and the amount of white space do not count.
///
/// Only what certainly means nothing to the compiler is dropped: comments become the white space that they are, a run
/// of white space becomes one newline if it has one, and one blank otherwise, and white space just inside brackets
/// and around commas goes. Literals are kept to the byte. A file that may hold a regular expression between bare
/// slashes, whose lexing depends on the grammar, is left as it is: then comments count, but no edit is missed.
public enum SwiftSourceNormalizer {
    /// The normalised source; nil where the file cannot be lexed with certainty.
    public static func normalize(_ source: [UInt8]) -> [UInt8]? {
        var lexer = Lexer(source: source)
        guard lexer.run() else { return nil }
        return lexer.output
    }
}

private struct Lexer {
    let source: [UInt8]
    var output: [UInt8] = []
    private var position = 0
    private var gap = Gap.none

    private enum Gap { case none, blank, newline }

    init(source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count)
    }

    mutating func run() -> Bool {
        code(untilParenthesis: false)
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        position + offset < source.count ? source[position + offset] : 0
    }

    private func matches(_ text: StaticString, at offset: Int = 0) -> Bool {
        text.withUTF8Buffer { wanted in
            guard position + offset + wanted.count <= source.count else { return false }
            return wanted.indices.allSatisfy { source[position + offset + $0] == wanted[$0] }
        }
    }

    /// Writes one significant byte, with the gap before it if that can mean something.
    private mutating func emit(_ byte: UInt8) {
        if gap != .none, let last = output.last {
            let isAfterOpening = last == UInt8(ascii: "(") || last == UInt8(ascii: "[") || last == UInt8(ascii: ",")
            let isBeforeClosing = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
            if !isAfterOpening, !isBeforeClosing {
                output.append(gap == .newline ? UInt8(ascii: "\n") : UInt8(ascii: " "))
            }
        }
        gap = .none
        output.append(byte)
    }

    /// Writes the next byte of a literal.
    private mutating func copy() {
        output.append(source[position])
        position += 1
    }

    /// Code up to the end, or up to the parenthesis that ends an interpolation. False where lexing is not certain.
    private mutating func code(untilParenthesis: Bool) -> Bool {
        var depth = 0
        while position < source.count {
            let current = source[position]
            switch current {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0b, 0x0c:
                if gap == .none { gap = .blank }
                position += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                gap = .newline
                position += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): lineComment()
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                guard blockComment() else { return false }
            case UInt8(ascii: "/") where mayStartRegex(): return false
            case UInt8(ascii: "\""):
                guard string(pounds: 0) else { return false }
            case UInt8(ascii: "#"):
                guard pound() else { return false }
            case UInt8(ascii: "`"):
                emit(current)
                position += 1
                while position < source.count, source[position] != UInt8(ascii: "`") { copy() }
                if position < source.count { copy() }
            case UInt8(ascii: "("):
                depth += 1
                emit(current)
                position += 1
            case UInt8(ascii: ")"):
                if untilParenthesis, depth == 0 { return true }
                depth -= 1
                emit(current)
                position += 1
            default:
                emit(current)
                position += 1
            }
        }
        return !untilParenthesis
    }

    private mutating func lineComment() {
        while position < source.count, source[position] != UInt8(ascii: "\n"), source[position] != UInt8(ascii: "\r") {
            position += 1
        }
        if gap == .none { gap = .blank }
    }

    private mutating func blockComment() -> Bool {
        var depth = 0
        if gap == .none { gap = .blank }
        while position < source.count {
            if matches("/*") {
                depth += 1
                position += 2
            } else if matches("*/") {
                depth -= 1
                position += 2
                if depth == 0 { return true }
            } else {
                if source[position] == UInt8(ascii: "\n") || source[position] == UInt8(ascii: "\r") { gap = .newline }
                position += 1
            }
        }
        return false
    }

    /// Whether this slash may open a regular expression: at the left edge of an operand, with another slash after it
    /// on the line.
    private func mayStartRegex() -> Bool {
        let next = byte(1)
        if next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") || next == UInt8(ascii: "\n") || next == 0 {
            return false
        }
        if gap == .none, let last = output.last, !"([{,:;=!?&|<>+-*%^~".utf8.contains(last) { return false }
        var ahead = position + 1
        while ahead < source.count, source[ahead] != UInt8(ascii: "\n") {
            if source[ahead] == UInt8(ascii: "/") { return true }
            ahead += 1
        }
        return false
    }

    /// A raw string, an extended regular expression, or a directive or macro.
    private mutating func pound() -> Bool {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        if byte(count) == UInt8(ascii: "\"") {
            emit(source[position])
            position += 1
            for _ in 1..<count { copy() }
            return string(pounds: count)
        }
        if byte(count) == UInt8(ascii: "/") { return extendedRegex(pounds: count) }
        for _ in 0..<count {
            emit(source[position])
            position += 1
        }
        return true
    }

    private mutating func extendedRegex(pounds: Int) -> Bool {
        emit(source[position])
        position += 1
        for _ in 0..<pounds { copy() }
        while position < source.count {
            if source[position] == UInt8(ascii: "/"), hasPounds(pounds, at: 1) {
                for _ in 0...pounds { copy() }
                return true
            }
            copy()
        }
        return false
    }

    private func hasPounds(_ count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }

    /// A string literal whose pounds, if any, are behind; kept to the byte, its interpolations too.
    private mutating func string(pounds: Int) -> Bool {
        let isMultiline = matches("\"\"\"")
        let quotes = isMultiline ? 3 : 1
        if pounds == 0 {
            emit(source[position])
            position += 1
        } else {
            copy()
        }
        for _ in 1..<quotes { copy() }
        while position < source.count {
            let current = source[position]
            if current == UInt8(ascii: "\\"), hasPounds(pounds, at: 1) {
                for _ in 0...pounds { copy() }
                guard position < source.count else { return false }
                if source[position] == UInt8(ascii: "(") {
                    copy()
                    guard interpolation() else { return false }
                } else {
                    copy()
                }
            } else if current == UInt8(ascii: "\""), !isMultiline || matches("\"\"\""), hasPounds(pounds, at: quotes) {
                for _ in 0..<quotes + pounds { copy() }
                return true
            } else if current == UInt8(ascii: "\n"), !isMultiline {
                return false
            } else {
                copy()
            }
        }
        return false
    }

    /// The code of an interpolation. What it writes may differ from the source only by comments and white space.
    private mutating func interpolation() -> Bool {
        gap = .none
        guard code(untilParenthesis: true), position < source.count else { return false }
        emit(source[position])
        position += 1
        return true
    }
}
