import BuildGraph
import Units

extension DataTable {
    /// Reads a table: a line of names with units, `energy [MeV],rate [1/s]`, and rows of cells.
    ///
    /// Columns that were not asked for are passed over. Nothing is guessed: a unit that is missing or of another
    /// dimension, a cell that is empty or no number, rows of unequal lengths and a name that stands twice are errors.
    /// - Parameter file: for messages.
    public init(
        _ bytes: [UInt8], file: String, columns: [DataColumn], separator: DataSeparator = .found
    ) throws(DataFileError) {
        let text = try FileText(try Gzip.contents(of: bytes, file: file), file: file)
        var scanner = RecordScanner(text, separator: 0x2C)
        guard let first = scanner.findRecord() else { throw Self.noNames(file, columns) }
        scanner.separator = separator.byte ?? Self.separator(of: text.bytes, from: first)
        var record: [RecordScanner.Cell] = []
        guard try scanner.next(into: &record) else { throw Self.noNames(file, columns) }
        let header = try TableHeader(record, of: text, columns: columns, isSplitAtBlanks: scanner.separator == 0x20)
        var cells = columns.map { _ in Cells() }
        var count = 0
        while try scanner.next(into: &record) {
            guard record.count == header.width else {
                throw header.wrongWidth(record, text, separator: scanner.separator)
            }
            for (index, column) in columns.enumerated() {
                try CellText(record[header.places[index]], of: text, column: column, scale: header.scales[index])
                    .append(to: &cells[index], row: count)
            }
            count += 1
        }
        guard count > 0 else {
            throw DataFileError(
                file: file, reason: "there is no row below the line of names", remedy: "give at least one row")
        }
        self.init(columns: columns, count: count, cells: cells)
    }

    private static func noNames(_ file: String, _ columns: [DataColumn]) -> DataFileError {
        DataFileError(
            file: file, reason: "there is neither a line of names nor a row",
            remedy: "name the columns in the first line, such as '\(columns.map(\.example).joined(separator: ","))'")
    }

    /// The separator of the line that begins here: none that stands in quotation marks, or in the brackets of a unit.
    private static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
        var isQuoted = false
        var depth = 0
        var found: Set<UInt8> = []
        for byte in bytes[start...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if depth <= 0 { found.insert(byte) }
        }
        return [0x09, UInt8(ascii: ";")].first(where: found.contains) ?? 0x2C
    }
}

extension DataSeparator {
    fileprivate var byte: UInt8? {
        switch self {
        case .found: nil
        case .comma: 0x2C
        case .semicolon: 0x3B
        case .tab: 0x09
        case .blanks: 0x20
        }
    }
}
