import Glibc
import Units

/// A list of points, column by column, in internal units: comma-separated values under a line of names.
public struct PointList: Sendable {
    /// Of the columns that are there, in the order of the file.
    public let columns: [PointColumn]
    /// The points.
    public private(set) var count = 0
    /// Columns of numbers whose unit nobody stated: they were taken in the internal one.
    public private(set) var unitless: [String] = []
    /// The line of names as written, and the lines of the points.
    public let header: String
    private var numbers: [[Double]]
    private var texts: [[String]]
    private let bytes: [UInt8]
    private var places: [Range<Int>] = []
    private var lines: [Int32] = []
    private let file: String

    /// What is wrong with a point, said with its line.
    public func error(_ index: Int, _ reason: String) -> PointListError {
        PointListError(file: file, line: Int(lines[index]), reason: reason)
    }

    /// The values of a column of numbers; nil where there is none.
    public func numbers(_ name: String) -> [Double]? {
        columns.firstIndex { $0.name == name }.flatMap { numbers[$0].isEmpty ? nil : numbers[$0] }
    }

    public func texts(_ name: String) -> [String]? {
        columns.firstIndex { $0.name == name }.flatMap { texts[$0].isEmpty ? nil : texts[$0] }
    }

    /// A point as it stands in the file.
    func line(_ index: Int) -> ArraySlice<UInt8> { bytes[places[index]] }

    /// A point's values by the names of the columns.
    func value(_ column: Int, _ index: Int) -> PointCell {
        if case .text = columns[column].kind { .text(texts[column][index]) } else { .number(numbers[column][index]) }
    }

    /// - Parameters:
    ///   - file: for messages.
    ///   - known: the columns that there may be.
    /// - Throws: ``PointListError`` for the first bad line.
    public init(_ bytes: [UInt8], file: String, columns known: [PointColumn]) throws(PointListError) {
        func fail(_ line: Int?, _ reason: String) -> PointListError {
            PointListError(file: file, line: line, reason: reason)
        }
        self.bytes = bytes
        self.file = file
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var (line, header): (Int, String?) = (0, nil)
        var readers: [CellReader] = []
        var (columns, numbers, texts): ([PointColumn], [[Double]], [[String]]) = ([], [], [])
        var fields: [Range<Int>] = []
        while start < bytes.count {
            line += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            let next = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
            let place = Self.trimmed(bytes, start..<end)
            start = next
            if place.isEmpty || bytes[place.lowerBound] == UInt8(ascii: "#") { continue }
            Self.split(bytes, place, into: &fields)
            if header == nil {
                guard let text = String(validating: bytes[place], as: UTF8.self) else {
                    throw fail(line, "the line of names is not UTF-8; save the file as UTF-8")
                }
                header = text
                for field in fields {
                    let reader = try CellReader(
                        String(decoding: bytes[field], as: UTF8.self), known: known, file: file, line: line)
                    guard !columns.contains(where: { $0.name == reader.column.name }) else {
                        throw fail(line, "the column '\(reader.column.name)' is there twice; keep one")
                    }
                    readers.append(reader)
                    columns.append(reader.column)
                }
                if let missing = known.first(where: { column in
                    column.isRequired && !columns.contains { $0.name == column.name }
                }) {
                    throw fail(
                        line,
                        "there is no column '\(missing.name)' in '\(text)'; the first line names the columns, such as "
                            + Self.example(known))
                }
                numbers = Array(repeating: [], count: columns.count)
                texts = Array(repeating: [], count: columns.count)
                continue
            }
            guard fields.count == readers.count else {
                throw fail(
                    line, "the line has \(fields.count) columns, not the \(readers.count) that the first line names")
            }
            for index in readers.indices {
                if case .text = readers[index].column.kind {
                    guard let text = String(validating: bytes[fields[index]], as: UTF8.self), !text.isEmpty else {
                        throw fail(line, "the \(readers[index].column.name) is empty or not UTF-8")
                    }
                    texts[index].append(text)
                } else {
                    do throws(CellProblem) {
                        numbers[index].append(try readers[index].number(bytes, fields[index]))
                    } catch {
                        throw fail(line, error.reason)
                    }
                }
            }
            places.append(place)
            lines.append(Int32(line))
        }
        guard let header else {
            throw fail(nil, "there is no point; the first line names the columns, such as \(Self.example(known))")
        }
        self.header = header
        self.columns = columns
        self.numbers = numbers
        self.texts = texts
        count = places.count
        unitless = readers.filter(\.tookInternalUnit).map(\.column.name)
    }

    private static func example(_ known: [PointColumn]) -> String {
        known.filter(\.isRequired).map { column in
            guard case .number(let dimension, _, _) = column.kind, dimension != .dimensionless else {
                return column.name
            }
            return "\(column.name) [\(dimension.internalUnit.symbol)]"
        }.joined(separator: ",")
    }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
        while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
        return low..<high
    }

    /// The fields between commas, without blanks and quotes around them.
    private static func split(_ bytes: [UInt8], _ place: Range<Int>, into fields: inout [Range<Int>]) {
        fields.removeAll(keepingCapacity: true)
        var start = place.lowerBound
        for index in place.lowerBound...place.upperBound
        where index == place.upperBound || bytes[index] == UInt8(ascii: ",") {
            var field = trimmed(bytes, start..<index)
            if field.count > 1, bytes[field.lowerBound] == 0x22, bytes[field.upperBound - 1] == 0x22 {
                field = trimmed(bytes, field.lowerBound + 1..<field.upperBound - 1)
            }
            fields.append(field)
            start = index + 1
        }
    }
}
