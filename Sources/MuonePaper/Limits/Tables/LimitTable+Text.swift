extension LimitTable {
    /// The lines of a file with their numbers from 1, whatever ends them: LF, CR LF or CR.
    package static func lines(of bytes: [UInt8], file: String) throws(LimitTableError) -> [(number: Int, text: String)]
    {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw LimitTableError(
                problem: .notUTF8, file: file, line: 1, value: nil, reason: "the file is encoded in UTF-16",
                remedy: "save it as UTF-8")
        }
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var result: [(number: Int, text: String)] = []
        while !rest.isEmpty {
            let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
            let number = result.count + 1
            let raw = rest[..<end]
            guard let text = String(validating: raw, as: UTF8.self) else {
                throw LimitTableError(
                    problem: .notUTF8, file: file, line: number, value: String(decoding: raw, as: UTF8.self),
                    reason: "the line is not UTF-8", remedy: "save the file as UTF-8")
            }
            if let control = raw.first(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
                throw LimitTableError(
                    problem: .controlCharacter, file: file, line: number, value: "byte \(control)",
                    reason: "the line has a control character", remedy: "give a plain text file, not a binary one")
            }
            result.append((number, text))
            rest = rest[end...]
            if rest.starts(with: [0x0D, 0x0A]) { rest = rest.dropFirst(2) } else { rest = rest.dropFirst() }
        }
        return result
    }
}
