import Units

struct CellProblem: Error {
    var reason: String
}

/// Reads the numbers of a column, each as the command line reads it with the column's unit behind it: to the last bit.
struct CellReader {
    let column: PointColumn
    /// Of the header; nil where the numbers state their own, or none.
    private var unit: UnitOfMeasure?
    /// The power of ten of the unit, where it is one.
    private var power: Int?
    private(set) var tookInternalUnit = false

    /// - Parameter title: `name`, `name [unit]` or `name (unit)`.
    init(_ title: String, known: [PointColumn], file: String, line: Int) throws(PointListError) {
        func fail(_ reason: String) -> PointListError { PointListError(file: file, line: line, reason: reason) }
        var name = title
        var symbol: String?
        if let open = title.lastIndex(where: { $0 == "[" || $0 == "(" }), let last = title.last, "])".contains(last) {
            name = String(title[..<open])
            while name.last == " " { name.removeLast() }
            symbol = String(title[title.index(after: open)...].dropLast())
        }
        guard let column = known.first(where: { $0.name == name }) else {
            throw fail(
                "unknown column '\(name)'; there may be " + known.map(\.name).joined(separator: ", ")
                    + ", with a unit behind it such as 'name [unit]'")
        }
        self.column = column
        guard let symbol else { return }
        guard case .number(let dimension, _, _) = column.kind else {
            throw fail("the column '\(name)' holds text and has no unit; write its name alone")
        }
        guard let unit = dimension.units.first(where: { $0.symbol == symbol }) else {
            throw fail(
                "unknown unit '\(symbol)' of the column '\(name)'; the units of \(dimension.name) are "
                    + dimension.units.map(\.symbol).joined(separator: ", "))
        }
        self.unit = unit
        power = (-18...18).first { Double("1e\($0)") == unit.factor }
    }

    mutating func number(_ bytes: [UInt8], _ field: Range<Int>) throws(CellProblem) -> Double {
        guard case .number(let dimension, let allowed, let zero) = column.kind else {
            throw CellProblem(reason: "a column of text has no numbers: this is an error of the program")
        }
        guard !field.isEmpty else { throw CellProblem(reason: "the \(column.name) is missing") }
        let value: Double
        if let plain = DecimalText.value(bytes, field, power: unit == nil || power == nil ? 0 : power ?? 0) {
            value = power == nil ? plain * (unit?.factor ?? 1) : plain
            if unit == nil, dimension != .dimensionless { tookInternalUnit = true }
        } else {
            let text = String(decoding: bytes[field], as: UTF8.self)
            guard unit == nil || Double(text) != nil else {
                throw CellProblem(
                    reason: "the \(column.name) '\(text)' is no number; its unit stands in the column's name")
            }
            do throws(UnitError) {
                value = try dimension.value(of: text)
            } catch {
                throw CellProblem(reason: "\(column.name): \(error)")
            }
        }
        try check(value, String(decoding: bytes[field], as: UTF8.self), dimension, allowed, zero)
        return value
    }

    @inline(__always)
    private func check(
        _ value: Double, _ text: @autoclosure () -> String, _ dimension: PhysicalDimension,
        _ allowed: ClosedRange<Double>, _ zero: PointColumn.Zero
    ) throws(CellProblem) {
        let isPossible: Bool =
            switch zero {
            case .refused: value > 0
            case .allowed: value >= 0
            case .signed: true
            }
        if isPossible, value == 0 || allowed.contains(value.magnitude) { return }
        let sign =
            switch zero {
            case .refused: "larger than zero, "
            case .allowed: "zero or larger, "
            case .signed: ""
            }
        throw CellProblem(
            reason: "the \(column.name) '\(text())' is not possible: it must be \(sign)from "
                + "\(dimension.text(allowed.lowerBound)) to \(dimension.text(allowed.upperBound))")
    }
}
