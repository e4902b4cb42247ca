/// Reads the lines of a table of limits, in time and memory that grow with its length alone.
///
/// A line is a row of numbers, separated by a comma or by blanks; a remark behind `#`, `%`, `!` or `//`, which may also end a
/// row; without text; or anything else. LF, CR LF and CR end lines. UTF-8, with byte-order marks and blanks of all kinds
/// where programs leave them.
package struct TableScanner: Sendable {
    /// Larger files and longer tables are refused.
    package static let mostBytes = 64_000_000
    package static let mostRows = 2_000_000

    private let bytes: [UInt8]
    private let file: String
    private var start = 0
    private var number = 0

    /// A line that is no row.
    package struct Other: Sendable {
        /// Without the sign of a remark.
        package var text: String
        package var line: Int
        package var isRemark: Bool
    }

    package init(_ bytes: [UInt8], file: String) throws(LimitTableError) {
        guard bytes.count <= Self.mostBytes else {
            throw LimitTableError(
                problem: .tooLarge, file: file, line: nil, value: nil,
                reason: "the file has \(bytes.count) bytes, more than \(Self.mostBytes)",
                remedy: "keep the points that the curve needs")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw LimitTableError(
                problem: .notUTF8, file: file, line: 1, value: nil, reason: "the file is encoded in UTF-16",
                remedy: "save it as UTF-8")
        }
        self.bytes = bytes
        self.file = file
    }

    /// Takes the rows up to the next line that is none, and gives this back; nil at the end of the file.
    ///
    /// - Parameter massExponent: the power of ten of the unit of mass in GeV. The decimal point is moved in the text, so
    ///   that `0.1` in GeV and `100` in MeV are the same number.
    /// - Parameter errorColumns: see ``ColumnTitles/errorColumns``.
    package mutating func scan(
        into table: inout ScannedTable, massExponent: Int, errorColumns: Int = 0
    ) throws(LimitTableError) -> Other? {
        while start < bytes.count {
            var end = start
            var isPlain = true
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
                if bytes[end] >= 0x7F || (bytes[end] < 0x20 && bytes[end] != 0x09) { isPlain = false }
                end += 1
            }
            number += 1
            var line = bytes[start..<end]
            let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
            if !isPlain { line = try normalised(line)[...] }
            line = line.trimmed
            guard let first = line.first else {
                if table.count > 0 { table.breaks.append(.init(kind: .blank, row: table.count, line: number)) }
                continue
            }
            if first.isRemarkSign || line.starts(with: [0x2F, 0x2F]) {
                let text = line.drop { $0.isRemarkSign || $0 == 0x2F }
                return Other(text: String(decoding: text.trimmed, as: UTF8.self), line: number, isRemark: true)
            }
            let isQuotedWord = first == 0x22 && line.dropFirst().first?.beginsNumber != true
            guard first.beginsNumber && !isQuotedWord || table.count > 0 && !line.contains(0x3A) else {
                return Other(text: String(decoding: line, as: UTF8.self), line: number, isRemark: false)
            }
            try takeRow(line, into: &table, massExponent, errorColumns)
        }
        return nil
    }

    /// At least as many as there are rows; one copy of a long table is enough.
    private var lineCount: Int {
        min(Self.mostRows, bytes.reduce(1) { $0 + ($1 == 0x0A || $1 == 0x0D ? 1 : 0) })
    }

    private func takeRow(
        _ line: ArraySlice<UInt8>, into table: inout ScannedTable, _ massExponent: Int, _ errorColumns: Int
    ) throws(LimitTableError) {
        let fields = try RowFields(line, file: file, number: number, errorColumns: errorColumns)
        let mass = try fields.number(0, "mass", exponent: massExponent)
        guard let mass else {
            throw fields.fault(.notANumber, 0, "the mass is not a number", "write it like 0.05 or 5e-2, without a unit")
        }
        let coupling = try fields.number(1, "coupling")
        let third = fields.count == 3 ? try fields.number(2, "third column") : nil
        guard let coupling, fields.count == 2 || third != nil else {
            table.breaks.append(.init(kind: .gap, row: table.count, line: number))
            return
        }
        guard table.count < Self.mostRows else {
            throw LimitTableError(
                problem: .tooManyPoints, file: file, line: number, value: nil,
                reason: "the table has more than \(Self.mostRows) points", remedy: "keep those that the curve needs")
        }
        if table.count > 0, table.thirds.isEmpty != (third == nil) {
            throw LimitTableError(
                problem: .wrongColumnCount, file: file, line: number, value: String(decoding: line, as: UTF8.self),
                reason: "this line has \(fields.count) columns and those before it have \(third == nil ? 3 : 2)",
                remedy: "give each line the same columns")
        }
        if table.count == 0 { table.reserve(lineCount) }
        table.masses.append(mass)
        table.couplings.append(coupling)
        if let third { table.thirds.append(third) }
        table.lines.append(Int32(number))
    }

    /// Blanks of all kinds become blanks, marks without width nothing, and a minus sign a hyphen.
    private func normalised(_ line: ArraySlice<UInt8>) throws(LimitTableError) -> [UInt8] {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw LimitTableError(
                problem: .notUTF8, file: file, line: number, value: String(decoding: line, as: UTF8.self),
                reason: "the line is not UTF-8", remedy: "save the file as UTF-8")
        }
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result.append(0x20)
            case 0..<0x20, 0x7F:
                throw LimitTableError(
                    problem: .controlCharacter, file: file, line: number, value: "byte \(scalar.value)",
                    reason: "the line has a control character", remedy: "give a plain text file, not a binary one")
            case 0xFEFF, 0x200B...0x200F, 0x2060: continue
            case 0x2212 where result.last?.isWordByte != true || result.last == 0x65 || result.last == 0x45:
                result.append(0x2D)
            default:
                if scalar.properties.isWhitespace {
                    result.append(0x20)
                } else {
                    result += Array(String(scalar).utf8)
                }
            }
        }
        return result
    }
}

extension UInt8 {
    var isRemarkSign: Bool { self == 0x23 || self == 0x25 || self == 0x21 }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// A digit, sign, point or quotation mark.
    var beginsNumber: Bool { isDigit || self == 0x2B || self == 0x2D || self == 0x2E || self == 0x22 }
    var isWordByte: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self >= 0x80 }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}

extension ArraySlice<UInt8> {
    var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first.isBlank { rest = rest.dropFirst() }
        while let last = rest.last, last.isBlank { rest = rest.dropLast() }
        return rest
    }
}
