/// The bytes of a text file, looked at before anything is read from them.
package struct FileText: Sendable {
    package let bytes: [UInt8]
    /// For messages.
    package let file: String
    /// Where the text begins: behind a byte-order mark.
    package let start: Int

    /// - Throws: ``DataFileError`` for what is no UTF-8, or no text.
    package init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw DataFileError(
                file: file, line: 1, reason: "the file is encoded in UTF-16", remedy: "save it as UTF-8")
        }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.bytes = bytes
        self.file = file
        guard bytes.count > start else {
            throw DataFileError(file: file, reason: "the file is empty", remedy: "write it anew")
        }
        if let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F })
        {
            throw error(
                at: control, "there is a control character (byte \(bytes[control]))",
                "give a plain text file, not a binary one; LHE, NumPy and ROOT files are read by a command")
        }
        guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { return }
        throw error(at: firstInvalid(bytes), "the text is not UTF-8 from here on", "save the file as UTF-8")
    }

    /// The line and the character in it, from 1, where a byte stands.
    package func place(_ position: Int) -> (line: Int, column: Int) {
        var (line, begin) = (1, start)
        var index = start
        while index < min(position, bytes.count) {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A) {
                line += 1
                begin = index
            }
        }
        let column = bytes[begin..<max(begin, min(position, bytes.count))].count { $0 & 0xC0 != 0x80 }
        return (line, column + 1)
    }

    package func error(at position: Int, _ reason: String, value: String? = nil, _ remedy: String) -> DataFileError {
        let place = place(position)
        return DataFileError(
            file: file, line: place.line, column: place.column, value: value, reason: reason, remedy: remedy)
    }
}

/// Where the first bytes begin that are no character; by halves, as the validation of a text does not tell.
private func firstInvalid(_ bytes: [UInt8]) -> Int {
    var (low, high) = (0, bytes.count)
    // All before `low` is valid, all before `high` is not.
    while high - low > 1 {
        var middle = (low + high) / 2
        while middle > low, bytes[middle] & 0xC0 == 0x80 { middle -= 1 }
        if middle == low { break }
        if String(validating: bytes[low..<middle], as: UTF8.self) != nil { low = middle } else { high = middle }
    }
    return low
}
