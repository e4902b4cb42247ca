import BuildGraph
import Units

/// The line of names: where the columns stand that are asked for, and the sizes of their units.
struct TableHeader {
    let width: Int
    /// Of each column in the record.
    private(set) var places: [Int] = []
    private(set) var scales: [UnitScale] = []

    private struct Title {
        /// As a whole, and without a unit.
        var text: String
        var name: String
        var unit: String?
        var position: Int
    }

    init(
        _ record: [RecordScanner.Cell], of text: FileText, columns: [DataColumn], isSplitAtBlanks: Bool
    ) throws(DataFileError) {
        let titles = isSplitAtBlanks ? Self.joined(record) : record.map { Self.title($0.text, $0.position) }
        width = titles.count
        if let number = titles.first(where: { $0.text.first?.isLetter == false && Double($0.text) != nil }) {
            throw text.error(
                at: number.position, "there is a number where the names of the columns are expected",
                value: number.text,
                "write a line such as '\(columns.map(\.example).joined(separator: ","))' above the rows, without a '#' "
                    + "before it")
        }
        for (index, title) in titles.enumerated() where !title.name.isEmpty {
            guard let first = titles[..<index].first(where: { $0.name == title.name }) else { continue }
            throw text.error(
                at: title.position,
                "the name of a column stands twice, first in column \(text.place(first.position).column)",
                value: title.name, "give one of them another name")
        }
        for column in columns {
            guard let place = titles.firstIndex(where: { $0.text == column.name || $0.name == column.name }) else {
                throw Self.missing(column, among: titles, text)
            }
            let title = titles[place]
            places.append(place)
            scales.append(
                UnitScale(try Self.factor(column, unit: title.text == column.name ? nil : title.unit, title, text)))
        }
    }

    private static func title(_ text: String, _ position: Int) -> Title {
        guard let last = text.last, last == "]" || last == ")",
            let open = text.lastIndex(of: last == "]" ? "[" : "(")
        else { return Title(text: text, name: text, unit: nil, position: position) }
        var name = text[..<open]
        while name.last == " " { name.removeLast() }
        var unit = text[text.index(after: open)...].dropLast()
        while unit.first == " " { unit.removeFirst() }
        while unit.last == " " { unit.removeLast() }
        return Title(text: text, name: String(name), unit: String(unit), position: position)
    }

    /// Where blanks separate names, a unit in brackets belongs to the name before it.
    private static func joined(_ record: [RecordScanner.Cell]) -> [Title] {
        var titles: [Title] = []
        for cell in record {
            let text = cell.text
            if let last = titles.last, last.unit == nil, text.hasPrefix("[") || text.hasPrefix("(") {
                titles[titles.count - 1] = title("\(last.text) \(text)", last.position)
            } else {
                titles.append(title(text, cell.position))
            }
        }
        return titles
    }

    private static func factor(
        _ column: DataColumn, unit: String?, _ title: Title, _ text: FileText
    ) throws(DataFileError) -> Double {
        guard case .number(let dimension, _) = column.kind else {
            guard let unit else { return 1 }
            throw text.error(
                at: title.position, "the column '\(column.name)' has a unit and is declared to have none", value: unit,
                "declare it as one of numbers with a dimension, or write its name alone")
        }
        guard let unit else {
            if dimension == .dimensionless { return 1 }
            throw text.error(
                at: title.position, "the column '\(column.name)' states no unit",
                "write '\(column.example)'; the units of \(dimension.name) are "
                    + dimension.units.map(\.symbol).joined(separator: ", "))
        }
        do throws(UnitError) {
            return try dimension.unit(unit).factor
        } catch {
            throw text.error(
                at: title.position, "the unit of the column '\(column.name)' is not one that it can have", "\(error)")
        }
    }

    private static func missing(_ column: DataColumn, among titles: [Title], _ text: FileText) -> DataFileError {
        let names = titles.map(\.name)
        let position = titles.first?.position ?? text.start
        if names.count == 1, let only = names.first, only.split(separator: " ").contains(where: { $0 == column.name }) {
            return text.error(
                at: position, "the line of names has neither commas nor semicolons nor tabs", value: only,
                "separate columns by commas, or declare 'separator: .blanks'")
        }
        let near = nearestName(to: column.name, among: names).map { "did you mean '\($0)'? " } ?? ""
        return text.error(
            at: position, "there is no column '\(column.name)'",
            "\(near)The columns are \(names.map { "'\($0)'" }.joined(separator: ", "))")
    }

    func wrongWidth(_ record: [RecordScanner.Cell], _ text: FileText, separator: UInt8) -> DataFileError {
        let words = { (count: Int) in "\(count) \(count == 1 ? "cell" : "cells")" }
        let isLonger = record.count > width
        return text.error(
            at: record.first?.position ?? text.start,
            "the row has \(words(record.count)) and the line of names \(width)",
            isLonger && separator == 0x2C
                ? "a comma separates cells: write decimals with a point, no separators of thousands, and texts with commas "
                    + "in quotation marks" : "give each row a cell for each name; write nan where there is no number")
    }
}
