import Glibc
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
        if let plain = Self.plain(bytes, field, power: unit == nil || power == nil ? 0 : power ?? 0) {
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

    /// A number of digits, a point and an exponent, with its decimal point moved; nil for anything else.
    private static func plain(_ bytes: [UInt8], _ field: Range<Int>, power: Int) -> Double? {
        var exponentAt = field.upperBound
        var hasDigit = false
        for index in field {
            switch bytes[index] {
            case 0x30...0x39: hasDigit = true
            case 0x2E: if exponentAt < index { return nil }
            case 0x2B, 0x2D: if index != field.lowerBound, index != exponentAt + 1 { return nil }
            case 0x45, 0x65:
                if exponentAt < field.upperBound || !hasDigit { return nil }
                exponentAt = index
            default: return nil
            }
        }
        guard hasDigit, field.count < 60 else { return nil }
        var exponent = 0
        if exponentAt < field.upperBound {
            var index = exponentAt + 1
            let isNegative = index < field.upperBound && bytes[index] == 0x2D
            if index < field.upperBound, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
            guard index < field.upperBound, field.upperBound - index < 5 else { return nil }
            while index < field.upperBound {
                exponent = exponent * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            if isNegative { exponent = -exponent }
        }
        exponent += power
        let value: Double? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 80) { text in
            var length = 0
            for index in field.lowerBound..<exponentAt {
                text[length] = CChar(bitPattern: bytes[index])
                length += 1
            }
            if exponent != 0 {
                text[length] = 0x65
                length += 1
                if exponent < 0 {
                    text[length] = 0x2D
                    length += 1
                }
                var digits = exponent.magnitude
                var divisor: UInt = 1
                while divisor * 10 <= digits { divisor *= 10 }
                while divisor > 0 {
                    text[length] = CChar(0x30 + digits / divisor)
                    length += 1
                    digits %= divisor
                    divisor /= 10
                }
            }
            text[length] = 0
            var end: UnsafeMutablePointer<CChar>?
            guard let start = text.baseAddress else { return nil }
            let value = strtod(start, &end)
            return end == start + length ? value : nil
        }
        guard let value, value.isFinite else { return nil }
        // An underflow is told by the other path.
        if value == 0 {
            for index in field.lowerBound..<exponentAt where (0x31...0x39).contains(bytes[index]) { return nil }
        }
        return value
    }
}
