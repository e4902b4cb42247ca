import Units

/// The size of a column's unit in the internal one.
struct UnitScale {
    let factor: Double
    /// Of ten, where the size is one: the point is moved in the text then, so that no digit changes.
    let power: Int?

    init(_ factor: Double) {
        self.factor = factor
        power = (-18...18).first { Double("1e\($0)") == factor }
    }
}

/// A cell of a row, read as its column wants it.
struct CellText {
    private let cell: RecordScanner.Cell
    private let text: FileText
    private let column: DataColumn
    private let scale: UnitScale

    init(_ cell: RecordScanner.Cell, of text: FileText, column: DataColumn, scale: UnitScale) {
        self.cell = cell
        self.text = text
        self.column = column
        self.scale = scale
    }

    func append(to cells: inout DataTable.Cells, row: Int) throws(DataFileError) {
        switch column.kind {
        case .number(let dimension, let range):
            if isGap {
                guard column.hasGaps else {
                    throw error(
                        cell.bytes.isEmpty ? "the cell is empty" : "the number is missing",
                        "write a number, or declare the column with 'gaps: true'")
                }
                cells.gaps.append(row)
                cells.numbers.append(0)
            } else {
                cells.numbers.append(try number(dimension, range))
            }
        case .count: cells.counts.append(try count())
        case .text:
            guard column.hasGaps || !cell.bytes.isEmpty else {
                throw error("the cell is empty", "write a text, or declare the column with 'gaps: true'")
            }
            cells.texts.append(cell.text)
        }
    }

    private var isGap: Bool {
        cell.bytes.isEmpty || cell.bytes.count <= 4 && ["nan", "+nan", "-nan"].contains(cell.text.lowercased())
    }

    private func number(_ dimension: PhysicalDimension, _ range: ClosedRange<Double>?) throws(DataFileError) -> Double {
        let bytes = cell.isVerbatim ? text.bytes : Array(cell.bytes)
        let place = cell.isVerbatim ? cell.bytes.startIndex..<cell.bytes.endIndex : 0..<bytes.count
        guard let plain = DecimalText.value(bytes, place, power: scale.power ?? 0) else { throw notPlain() }
        let value = scale.power == nil ? plain * scale.factor : plain
        guard value.isFinite, value != 0 || plain == 0 else { throw beyondNumbers }
        if let range, !range.contains(value) {
            throw error(
                "the number is not possible",
                "it must be from \(dimension.text(range.lowerBound)) to \(dimension.text(range.upperBound))")
        }
        return value
    }

    private func count() throws(DataFileError) -> Int {
        guard !cell.bytes.isEmpty else { throw error("the cell is empty", "write a whole number") }
        guard let value = Int(cell.text), value >= 0, cell.bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw error(
                cell.bytes.allSatisfy { (0x30...0x39).contains($0) }
                    ? "the number is too large" : "this is no whole number, zero or larger",
                "write digits alone, or declare the column as one of numbers")
        }
        return value
    }

    private var beyondNumbers: DataFileError {
        error("the number is larger, or closer to zero, than numbers can be", "write one between 1e-300 and 1e300")
    }

    /// What keeps a text from being a number.
    private func notPlain() -> DataFileError {
        let text = cell.text
        let lowered = text.lowercased()
        let plain = "write it like 0.05 or 5e-2, without a unit, which stands behind the column's name"
        if ["inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"].contains(lowered) {
            return error("the number is not finite", "leave the row out, or write nan in a column with gaps")
        }
        if lowered.hasPrefix("0x") { return error("the number is written in base 16", "write decimal digits") }
        if text.allSatisfy({ $0.isNumber || ".+-eE".contains($0) }), text.count >= 60, Double(text)?.isFinite == true {
            return error("the number has more digits than are read", "17 digits say all")
        }
        if text.allSatisfy({ $0.isNumber || ".+-eE".contains($0) }), Double(text) != nil { return beyondNumbers }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), Double(text.replacing(",", with: ".")) != nil {
            return error(
                "the number has a comma before its decimals", "write a point: \(text.replacing(",", with: "."))")
        }
        if text.contains("_") || text.contains("'") || text.contains(",") || text.contains(" ") {
            return error("this is no number", "write its digits without separators between them, and without a unit")
        }
        if text.contains("^") || text.contains("×") || text.contains("*") {
            return error("this is no number", "write powers of ten like 5e-2")
        }
        if lowered.contains("d"), Double(lowered.replacing("d", with: "e")) != nil {
            return error("this is no number", "write the exponent with e: \(lowered.replacing("d", with: "e"))")
        }
        if ["na", "n/a", "-", "--", "none", "null", "missing"].contains(lowered) {
            return error("this is no number", "write nan where there is none, and declare the column with 'gaps: true'")
        }
        return error("this is no number", plain)
    }

    private func error(_ reason: String, _ remedy: String) -> DataFileError {
        text.error(
            at: cell.position, "column '\(column.name)': \(reason)", value: cell.bytes.isEmpty ? nil : cell.text, remedy
        )
    }
}
