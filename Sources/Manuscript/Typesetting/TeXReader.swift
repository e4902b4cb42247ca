/// A position in a LaTeX source, with what a flattener takes from there.
struct TeXReader {
    private let characters: [Character]
    private let path: String
    /// Where each line begins.
    private let lineStarts: [Int]
    private var position = 0

    /// Line ends of any system become line feeds.
    init(_ text: String, path: String) {
        let characters: [Character] = text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
        self.characters = characters
        lineStarts = [0] + characters.indices.filter { characters[$0] == "\n" }.map { $0 + 1 }
        self.path = path
    }

    /// The file and line, for messages.
    var place: String { "\(path):\(lineStarts.firstIndex { $0 > position } ?? lineStarts.count)" }

    var next: Character? { position < characters.count ? characters[position] : nil }

    mutating func take() -> Character? {
        guard let character = next else { return nil }
        position += 1
        return character
    }

    mutating func takeIf(_ character: Character) -> Bool {
        guard next == character else { return false }
        position += 1
        return true
    }

    /// The name after a backslash: letters, or one other character.
    mutating func takeName() -> String {
        let start = position
        while let character = next, Self.isLetter(character) { position += 1 }
        if position == start, next != nil { position += 1 }
        return String(characters[start..<position])
    }

    private static func isLetter(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("A"..."Z").contains(character) || character == "@"
    }

    mutating func skipLine() {
        while let character = take(), character != "\n" {}
    }

    /// Whether only white space follows on this line.
    var restOfLineIsEmpty: Bool {
        characters[position...].first { $0 != " " && $0 != "\t" }.map { $0 == "\n" } ?? true
    }

    /// All up to the end of a text that follows; nil, and no step, where it does not.
    mutating func take(through end: String) -> String? {
        let pattern = Array(end)
        var index = position
        while index + pattern.count <= characters.count {
            if characters[index..<index + pattern.count].elementsEqual(pattern) {
                defer { position = index + pattern.count }
                return String(characters[position..<index + pattern.count])
            }
            index += 1
        }
        return nil
    }

    /// The content of braces that follow, after white space; nil, and no step, where none follow or none close.
    mutating func takeGroup() -> String? {
        guard let (content, end) = group() else { return nil }
        position = end
        return content
    }

    func peekGroup() -> String? { group()?.content }

    private func group() -> (content: String, end: Int)? {
        var start = position
        while start < characters.count, characters[start].isWhitespace { start += 1 }
        guard start < characters.count, characters[start] == "{" else { return nil }
        var depth = 0
        var index = start
        while index < characters.count {
            switch characters[index] {
            case "\\": index += 1
            case "{": depth += 1
            case "}": depth -= 1
            default: break
            }
            if depth == 0 { return (String(characters[(start + 1)..<index]), index + 1) }
            index += 1
        }
        return nil
    }

    /// A file name without braces: `\input file`.
    mutating func takeWord() -> String? {
        var start = position
        while start < characters.count, characters[start] == " " { start += 1 }
        var end = start
        while end < characters.count, !characters[end].isWhitespace, !"\\{}%#".contains(characters[end]) { end += 1 }
        guard start > position, end > start else { return nil }
        position = end
        return String(characters[start..<end])
    }

    /// The content of square brackets that follow; nil where none do.
    mutating func takeOptions(of command: String) throws -> String? {
        guard next == "[" else { return nil }
        let asker = place
        position += 1
        guard let content = take(through: "]") else {
            throw FlatteningError.unclosed(command: command, asker: asker)
        }
        return String(content.dropLast())
    }
}
