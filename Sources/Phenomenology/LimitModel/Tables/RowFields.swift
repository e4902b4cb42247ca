#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The two or three columns of a row.
struct RowFields {
    private var fields: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>)
    private(set) var count = 0
    private let file: String
    private let line: Int

    /// - Parameter errorColumns: those at the end that are not read.
    init(
        _ row: ArraySlice<UInt8>, file: String, number: Int, errorColumns: Int = 0
    ) throws(LimitTableError) {
        self.file = file
        line = number
        // A remark may end a row.
        let row = (row.firstIndex(where: \.isRemarkSign).map { row[..<$0] } ?? row).trimmed
        fields = (row[row.endIndex...], row[row.endIndex...], row[row.endIndex...])
        guard !row.contains(0x3B) else {
            throw LimitTableError(
                problem: .wrongSeparator, file: file, line: line, value: String(decoding: row, as: UTF8.self),
                reason: "the columns are separated by semicolons",
                remedy: "separate them by a comma or by blanks, with a point before the decimals")
        }
        if row.contains(0x2C) {
            for field in row.split(separator: 0x2C, omittingEmptySubsequences: false) { take(field.trimmed) }
            // A spreadsheet writes the commas of empty columns too.
            while count > 2, self[count - 1].isEmpty { count -= 1 }
        } else {
            var start = row.startIndex
            while start < row.endIndex {
                let end = row[start...].firstIndex(where: \.isBlank) ?? row.endIndex
                take(row[start..<end])
                start = row[end...].firstIndex { !$0.isBlank } ?? row.endIndex
            }
        }
        if errorColumns > 0, count == 2 + errorColumns || count == 3 + errorColumns { count -= errorColumns }
        guard count == 2 || count == 3 else {
            throw LimitTableError(
                problem: .wrongColumnCount, file: file, line: line, value: String(decoding: row, as: UTF8.self),
                reason: "a line has \(count) \(count == 1 ? "column" : "columns"), not mass and coupling",
                remedy: "give two columns, or three with a lower and an upper edge, separated by a comma or by blanks; "
                    + "decimals take a point")
        }
    }

    private mutating func take(_ field: ArraySlice<UInt8>) {
        let isQuoted = field.count >= 2 && field.first == 0x22 && field.last == 0x22
        let field = isQuoted ? field.dropFirst().dropLast().trimmed : field
        switch count {
        case 0: fields.0 = field
        case 1: fields.1 = field
        case 2: fields.2 = field
        default: break
        }
        count += 1
    }

    private subscript(_ index: Int) -> ArraySlice<UInt8> {
        switch index {
        case 0: fields.0
        case 1: fields.1
        case 2: fields.2
        default: []
        }
    }

    /// A positive number; nil where the column says that there is none, which a mass must not.
    func number(_ index: Int, _ name: String, exponent: Int = 0) throws(LimitTableError) -> Double? {
        let field = self[index]
        guard let value = Self.value(field, exponent: exponent) else {
            let text = String(decoding: field, as: UTF8.self).lowercased()
            if index > 0, Self.gaps.contains(text) { return nil }
            if Self.notFinite.contains(text) {
                throw fault(.notFinite, index, "the \(name) is not finite", "leave the line out")
            }
            throw fault(.notANumber, index, "the \(name) is not a number", Self.remedy(for: text))
        }
        guard value.isFinite else {
            throw fault(
                .notFinite, index, "the \(name) is not finite",
                index > 0 ? "write nan where there is no limit" : "leave the line out")
        }
        guard value >= .leastNormalMagnitude else {
            throw fault(
                .notPositive, index, "the \(name) is not positive",
                "give the numbers themselves, not their logarithms"
                    + (index > 0 ? ", and nan where there is no limit" : ""))
        }
        return value
    }

    func fault(
        _ problem: LimitTableError.Problem, _ index: Int, _ reason: String, _ remedy: String
    ) -> LimitTableError {
        LimitTableError(
            problem: problem, file: file, line: line, value: String(decoding: self[index], as: UTF8.self),
            reason: reason, remedy: remedy)
    }

    private static let notFinite: Set<String> = ["inf", "+inf", "-inf", "infinity", "nan", "-nan"]
    /// What people write where there is no limit.
    private static let gaps: Set<String> = [
        "nan", "-nan", "inf", "+inf", "infinity", "-", "--", "---", "–", "—", "...", "…", "na", "n/a", "none", "null",
    ]

    private static func remedy(for text: String) -> String {
        let plain = "write it like 0.05 or 5e-2, without a unit"
        if text.contains("^") || text.contains("×") || text.contains("*") || text.contains("\\times") {
            return "write powers of ten like 5e-2"
        }
        if text.hasPrefix("0x") { return "write it in decimal digits, like 0.05 or 5e-2" }
        let letters = text.filter { $0.isLetter }
        if letters == "d" { return "write the exponent with e: \(text.replacing("d", with: "e"))" }
        if text.contains(where: \.isNumber), letters.hasSuffix("ev") {
            return "write it without a unit, which the line '# mass unit:' states"
        }
        return plain
    }

    /// The number times a power of ten, which is added to the exponent in the text.
    private static func value(_ field: ArraySlice<UInt8>, exponent: Int) -> Double? {
        guard !field.isEmpty, field.count <= 60 else { return nil }
        var mantissaEnd = field.endIndex
        var hasDigit = false
        for index in field.indices {
            let byte = field[index]
            if byte.isDigit {
                hasDigit = true
            } else if byte == 0x65 || byte == 0x45 {
                mantissaEnd = index
                break
            } else if byte != 0x2E, !(index == field.startIndex && (byte == 0x2B || byte == 0x2D)) {
                return nil
            }
        }
        guard hasDigit else { return nil }
        var power = exponent
        if mantissaEnd < field.endIndex {
            var digits = field[(mantissaEnd + 1)...]
            let isNegative = digits.first == 0x2D
            if isNegative || digits.first == 0x2B { digits = digits.dropFirst() }
            guard !digits.isEmpty, digits.count <= 6 else { return nil }
            var own = 0
            for byte in digits {
                guard byte.isDigit else { return nil }
                own = 10 * own + Int(byte - 0x30)
            }
            power += isNegative ? -own : own
        }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 80) { buffer -> Double? in
            guard let start = buffer.baseAddress else { return nil }
            var next = 0
            func append(_ byte: UInt8) {
                buffer[next] = CChar(bitPattern: byte)
                next += 1
            }
            for byte in field[..<mantissaEnd] { append(byte) }
            if power != 0 {
                append(0x65)
                for byte in String(power).utf8 { append(byte) }
            }
            append(0)
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(start, &end)
            return end == start + (next - 1) ? value : nil
        }
    }
}
