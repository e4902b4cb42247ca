/// Reads JSON as RFC 8259 has it, with the place of each value; nothing that programs write beyond it.
struct JSONParser {
    private let text: FileText
    private let source: DataSource
    private var position: Int

    /// The value of a file.
    ///
    /// - Throws: ``DataFileError``, also for a member that stands twice.
    static func tree(_ text: FileText) throws(DataFileError) -> DataTree {
        var parser = JSONParser(text)
        parser.skipBlanks()
        guard !parser.isAtEnd else { throw parser.error("the file holds no value", "write one") }
        let tree = try parser.value(level: 0)
        parser.skipBlanks()
        guard parser.isAtEnd else {
            throw parser.error(
                "something follows the value of the file", value: parser.word,
                "a file of JSON holds one value; make a list of several")
        }
        return tree
    }

    private init(_ text: FileText) {
        self.text = text
        source = DataSource(text)
        position = text.start
    }

    private var bytes: [UInt8] { text.bytes }
    private var isAtEnd: Bool { position >= text.bytes.count }
    private var next: UInt8? { isAtEnd ? nil : text.bytes[position] }

    private func error(_ reason: String, value: String? = nil, _ remedy: String) -> DataFileError {
        text.error(at: position, reason, value: value, remedy)
    }

    /// What stands here, for messages.
    private var word: String {
        let rest = text.bytes[position...].prefix(40)
        let end = rest.dropFirst().firstIndex { [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x3A].contains($0) }
        return String(decoding: end.map { rest[..<$0] } ?? rest, as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func value(level: Int) throws(DataFileError) -> DataTree {
        let start = DataPosition.byte(position)
        guard level < DataTree.mostLevels else {
            throw error("values are nested more than \(DataTree.mostLevels) deep", "the file is damaged, or no data")
        }
        switch next {
        case UInt8(ascii: "{"): return DataTree(.members(try members(level)), at: start)
        case UInt8(ascii: "["): return DataTree(.list(try list(level)), at: start)
        case UInt8(ascii: "\""): return DataTree(.text(try string()), at: start)
        case UInt8(ascii: "-"), .some(0x30...0x39): return DataTree(.number(try number()), at: start)
        default: break
        }
        for (word, kind) in [("true", DataTree.Kind.bool(true)), ("false", .bool(false)), ("null", .null)]
        where self.word == word {
            position += word.utf8.count
            return DataTree(kind, at: start)
        }
        throw unknown()
    }

    private func unknown() -> DataFileError {
        guard !isAtEnd else { return error("the file ends where a value is expected", "it was not written whole") }
        switch next {
        case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
            return error("there is no value here", value: word, "write one, and no comma behind the last one")
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            return error("JSON has no remarks", value: word, "take it out, or write the file as YAML")
        case UInt8(ascii: "'"):
            return error("a text begins with an apostrophe", value: word, "enclose texts in quotation marks")
        default: break
        }
        if ["nan", "-nan", "inf", "+inf", "infinity", "+infinity"].contains(word.lowercased()) {
            return error(
                "JSON has no such number", value: word, "write null, and make the property that it is read to optional")
        }
        if ["true", "false", "null", "none"].contains(word.lowercased()) {
            return error("there is no such word in JSON", value: word, "write true, false or null")
        }
        return error("this is no value", value: word, "enclose texts in quotation marks")
    }

    private mutating func members(_ level: Int) throws(DataFileError) -> [DataTree.Member] {
        var members: [DataTree.Member] = []
        var names: [String: Int] = [:]
        position += 1
        skipBlanks()
        if next == UInt8(ascii: "}") {
            position += 1
            return []
        }
        while true {
            let start = position
            guard next == UInt8(ascii: "\"") else {
                throw isAtEnd
                    ? error("the file ends inside of an object", "it was not written whole")
                    : error(
                        "the name of a member is expected", value: word,
                        "enclose names in quotation marks, and write no comma behind the last member")
            }
            let name = try string()
            if let first = names.updateValue(start, forKey: name) {
                let place = text.place(first)
                throw text.error(
                    at: start, "the member stands twice, first on line \(place.line)", value: name, "keep one of them")
            }
            skipBlanks()
            guard next == UInt8(ascii: ":") else {
                throw error("a colon is expected behind the name '\(name)'", value: isAtEnd ? nil : word, "write one")
            }
            position += 1
            skipBlanks()
            members.append(.init(name: name, position: .byte(start), value: try value(level: level + 1)))
            guard try goesOn(until: UInt8(ascii: "}"), "an object") else { return members }
        }
    }

    private mutating func list(_ level: Int) throws(DataFileError) -> [DataTree] {
        var values: [DataTree] = []
        position += 1
        skipBlanks()
        if next == UInt8(ascii: "]") {
            position += 1
            return []
        }
        while true {
            values.append(try value(level: level + 1))
            guard try goesOn(until: UInt8(ascii: "]"), "a list") else { return values }
        }
    }

    /// Whether a comma follows, and not the end.
    private mutating func goesOn(until end: UInt8, _ what: String) throws(DataFileError) -> Bool {
        skipBlanks()
        if next == end {
            position += 1
            return false
        }
        guard next == UInt8(ascii: ",") else {
            throw isAtEnd
                ? error("the file ends inside of \(what)", "it was not written whole")
                : error("a comma or the end of \(what) is expected", value: word, "write a comma between values")
        }
        position += 1
        skipBlanks()
        return true
    }

    private mutating func number() throws(DataFileError) -> String {
        let start = position
        func digits(_ parser: inout JSONParser) -> Int {
            let from = parser.position
            while let byte = parser.next, (0x30...0x39).contains(byte) { parser.position += 1 }
            return parser.position - from
        }
        if next == UInt8(ascii: "-") { position += 1 }
        let begin = position
        var isGood = digits(&self) > 0
        if bytes[begin] == 0x30, position - begin > 1 { isGood = false }
        if next == UInt8(ascii: ".") {
            position += 1
            if digits(&self) == 0 { isGood = false }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            if digits(&self) == 0 { isGood = false }
        }
        if let byte = next, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(byte) { isGood = false }
        guard isGood else {
            position = start
            throw error(
                "this is no number of JSON", value: word,
                "write it like 0.05 or 5e-2, with digits on both sides of a point")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func string() throws(DataFileError) -> String {
        let start = position
        position += 1
        var from = position
        var pieces: String?
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte != 0x0A, byte != 0x0D, byte != 0x09 else {
                throw byte == 0x09
                    ? error("there is a tab inside of a text", "write it as \\t")
                    : text.error(
                        at: start, "the text that begins here is not closed on its line",
                        "close it, or write line ends as \\n")
            }
            guard byte == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            let before = String(decoding: bytes[from..<position], as: UTF8.self)
            pieces = (pieces ?? "") + before + String(try escaped())
            from = position
        }
        guard !isAtEnd else { throw text.error(at: start, "the text that begins here is never closed", "close it") }
        let rest = String(decoding: bytes[from..<position], as: UTF8.self)
        position += 1
        return pieces.map { $0 + rest } ?? rest
    }

    private mutating func escaped() throws(DataFileError) -> Character {
        let start = position
        position += 1
        let byte = next
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default:
            position = start
            throw error("there is no such escape in JSON", value: word, "write a backslash as \\\\")
        }
        let high = hexadecimal()
        if let high, let scalar = Unicode.Scalar(UInt32(high)) { return Character(scalar) }
        if let high, (0xD800..<0xDC00).contains(high), next == UInt8(ascii: "\\") {
            position += 1
            if next == UInt8(ascii: "u") {
                position += 1
                if let low = hexadecimal(), (0xDC00..<0xE000).contains(low),
                    let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
                {
                    return Character(scalar)
                }
            }
        }
        position = start
        throw error("this escape is no character", value: word, "write the character itself")
    }

    private mutating func hexadecimal() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        position += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
