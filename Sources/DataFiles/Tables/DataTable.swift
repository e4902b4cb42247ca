import BuildGraph

/// A table that was read: columns of numbers in internal units, of whole numbers and of texts.
///
/// It has neither the file's name nor its lines, so that a remark added to the file, a column moved in it or another unit
/// leaves it as it is, and nothing further runs.
public struct DataTable: Codable, Hashable, Sendable {
    /// Those that were asked for, in that order.
    public let columns: [DataColumn]
    /// The rows.
    public let count: Int
    let cells: [Cells]

    /// The positions of the rows.
    public var rows: Range<Int> { 0..<count }

    struct Cells: Codable, Hashable, Sendable {
        /// Zero where there is a gap.
        var numbers: [Double] = []
        var counts: [Int] = []
        var texts: [String] = []
        /// The rows without a number.
        var gaps: [Int] = []
    }

    /// The numbers of a column, in the internal unit of its dimension.
    ///
    /// - Throws: ``DataColumnError`` where there is no such column of numbers, or it was declared to have gaps.
    public func numbers(_ name: String) throws(DataColumnError) -> [Double] {
        let index = try index(name)
        guard case .number = columns[index].kind, !columns[index].hasGaps else {
            throw DataColumnError(
                "the column '\(name)' is \(columns[index].whatItIs); ask for it with '\(columns[index].reader)'")
        }
        return cells[index].numbers
    }

    /// The numbers of a column that may have gaps, nil in each of them.
    public func optionalNumbers(_ name: String) throws(DataColumnError) -> [Double?] {
        let index = try index(name)
        guard case .number = columns[index].kind else { throw isAnother(index) }
        var result = cells[index].numbers.map(Optional.some)
        for row in cells[index].gaps where result.indices.contains(row) { result[row] = nil }
        return result
    }

    /// The whole numbers of a column.
    public func counts(_ name: String) throws(DataColumnError) -> [Int] {
        let index = try index(name)
        guard case .count = columns[index].kind else { throw isAnother(index) }
        return cells[index].counts
    }

    /// The texts of a column; an empty one is a gap.
    public func texts(_ name: String) throws(DataColumnError) -> [String] {
        let index = try index(name)
        guard case .text = columns[index].kind else { throw isAnother(index) }
        return cells[index].texts
    }

    private func isAnother(_ index: Int) -> DataColumnError {
        let column = columns[index]
        return DataColumnError("the column '\(column.name)' is \(column.whatItIs); ask for it with '\(column.reader)'")
    }

    private func index(_ name: String) throws(DataColumnError) -> Int {
        guard let index = columns.firstIndex(where: { $0.name == name }) else {
            let near = nearestName(to: name, among: columns.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            throw DataColumnError(
                "no column '\(name)' was read from the table\(near) Those declared are "
                    + columns.map(\.name).joined(separator: ", "))
        }
        return index
    }
}

/// A column that a table was asked for and has not.
public struct DataColumnError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is asked for, and the columns that there are.
    public let description: String

    init(_ description: String) { self.description = description }
}

extension DataColumn {
    fileprivate var whatItIs: String {
        switch kind {
        case .number: hasGaps ? "one of numbers with gaps" : "one of numbers"
        case .count: "one of whole numbers"
        case .text: "one of texts"
        }
    }

    fileprivate var reader: String {
        switch kind {
        case .number: hasGaps ? "optionalNumbers" : "numbers"
        case .count: "counts"
        case .text: "texts"
        }
    }
}
