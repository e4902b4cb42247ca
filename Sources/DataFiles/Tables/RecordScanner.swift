/// Splits a text into records of cells, as RFC 4180 has it: cells in quotation marks may hold separators, line ends and
/// doubled quotation marks. LF, CR LF and CR end records; lines without text and lines that begin with `#` are none.
struct RecordScanner {
    struct Cell {
        /// Without the blanks around it and without its quotation marks.
        var bytes: ArraySlice<UInt8>
        /// Of its first byte.
        var position: Int
        /// Whether the bytes stand so in the text, at the same indices.
        var isVerbatim = true

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let text: FileText
    private var position: Int
    /// A blank stands for any number of blanks and tabs.
    var separator: UInt8

    init(_ text: FileText, separator: UInt8) {
        self.text = text
        self.separator = separator
        position = text.start
    }

    /// Moves to the next record, and gives its position; nil where there is none.
    mutating func findRecord() -> Int? {
        while position < text.bytes.count {
            let first = text.bytes[position...].firstIndex { !($0 == 0x20 || $0 == 0x09) } ?? text.bytes.count
            guard first < text.bytes.count else { break }
            switch text.bytes[first] {
            case 0x0A, 0x0D: position = first + 1
            case UInt8(ascii: "#"): position = text.bytes[first...].firstIndex { isLineEnd($0) } ?? text.bytes.count
            default: return position
            }
        }
        return nil
    }

    /// The cells of the next record; false where there is none.
    mutating func next(into cells: inout [Cell]) throws(DataFileError) -> Bool {
        cells.removeAll(keepingCapacity: true)
        guard findRecord() != nil else { return false }
        while true {
            skipBlanks()
            if position < text.bytes.count, text.bytes[position] == UInt8(ascii: "\"") {
                cells.append(try quoted())
            } else {
                // Blanks at the end separate nothing.
                if separator == 0x20, isAtLineEnd, !cells.isEmpty { break }
                cells.append(try bare())
            }
            skipBlanks()
            guard !isAtLineEnd else { break }
            if separator != 0x20 { position += 1 }
        }
        if position < text.bytes.count { position += 1 }
        return true
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    private var isAtLineEnd: Bool { position >= text.bytes.count || isLineEnd(text.bytes[position]) }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == separator || separator == 0x20 && byte == 0x09 }

    private mutating func skipBlanks() {
        while position < text.bytes.count, text.bytes[position] == 0x20 || text.bytes[position] == 0x09,
            separator == 0x20 || !isSeparator(text.bytes[position])
        {
            position += 1
        }
    }

    private mutating func bare() throws(DataFileError) -> Cell {
        let start = position
        while position < text.bytes.count, !isSeparator(text.bytes[position]), !isLineEnd(text.bytes[position]) {
            if text.bytes[position] == UInt8(ascii: "\"") {
                throw text.error(
                    at: position, "a quotation mark stands inside of a cell that does not begin with one",
                    "enclose the whole cell in quotation marks and double those in it")
            }
            position += 1
        }
        var end = position
        while end > start, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == 0x09 { end -= 1 }
        return Cell(bytes: text.bytes[start..<end], position: start)
    }

    private mutating func quoted() throws(DataFileError) -> Cell {
        let start = position
        position += 1
        var doubled: [UInt8]?
        var from = position
        while position < text.bytes.count {
            guard text.bytes[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            guard position + 1 < text.bytes.count, text.bytes[position + 1] == UInt8(ascii: "\"") else { break }
            doubled = (doubled ?? []) + text.bytes[from...position]
            position += 2
            from = position
        }
        guard position < text.bytes.count else {
            throw text.error(
                at: start, "the quotation mark that begins this cell is never closed",
                "close it, and double those inside of the cell")
        }
        let rest = text.bytes[from..<position]
        position += 1
        let end = position
        skipBlanks()
        guard isAtLineEnd || isSeparator(text.bytes[position]) || separator == 0x20 && position > end else {
            throw text.error(
                at: position, "text follows the quotation mark that ends a cell",
                "double the quotation marks inside of the cell")
        }
        return Cell(bytes: doubled.map { ($0 + rest)[...] } ?? rest, position: start, isVerbatim: doubled == nil)
    }
}
