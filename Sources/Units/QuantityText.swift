/// Why a text such as `50MeV` was not understood.
public enum UnitError: Error, Equatable, Sendable {
    /// The text does not begin with a number.
    case notANumber(text: String)
    /// Larger, or closer to zero, than a double can be.
    case beyondNumbers(text: String)
    /// A number stands alone where the dimension has units.
    case unitMissing(text: String, dimension: PhysicalDimension)
    /// No dimension of this module has such a unit.
    case unitUnknown(unit: String, dimension: PhysicalDimension)
    /// The unit is known, and is one of another dimension.
    case unitOfAnotherDimension(unit: String, found: PhysicalDimension, expected: PhysicalDimension)
}

extension UnitError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notANumber(let text):
            "'\(text)' does not start with a finite number; write a number and its unit without a space, such as 1.5mrad"
        case .beyondNumbers(let text):
            "'\(text)' is larger, or closer to zero, than numbers can be; write one between 1e-300 and 1e300"
        case .unitMissing(let text, let dimension):
            "'\(text)' has no unit; write one of \(Self.list(dimension)), for example \(dimension.example(text))"
        case .unitUnknown(let unit, let dimension):
            dimension == .dimensionless
                ? "'\(unit)' is a unit, but this is a pure number; write the number alone"
                : "unknown unit '\(unit)'; the units of \(dimension.name) are \(Self.list(dimension))"
        case .unitOfAnotherDimension(let unit, let found, let expected):
            expected == .dimensionless
                ? "'\(unit)' is a unit of \(found.name), but this is a pure number; write the number alone"
                : "'\(unit)' is a unit of \(found.name); this takes \(expected.name): \(Self.list(expected))"
        }
    }

    private static func list(_ dimension: PhysicalDimension) -> String {
        dimension.units.map(\.symbol).joined(separator: ", ")
    }
}

extension PhysicalDimension {
    /// A number with the internal unit behind it: a unit that begins with `1/` is written without the 1, which would be a
    /// digit of the number.
    public func example(_ number: String) -> String {
        let symbol = internalUnit.symbol
        if self == .dimensionless { return number }
        return number + (symbol.hasPrefix("1/") ? String(symbol.dropFirst()) : symbol)
    }

    /// The value of `text` (`50MeV`, `1.5mrad`, `-0.1GeV2`, `15/fb`) in the internal unit of this dimension.
    ///
    /// A bare number is a dimensionless one and nothing else. `1/fb` may be written `/fb` or `fb-1`, and `µ` for `u`.
    public func value(of text: String) throws(UnitError) -> Double {
        let (number, rawUnit) = Self.split(text)
        guard let value = Double(number) else { throw .notANumber(text: text) }
        guard value.isFinite, value != 0 || Self.isZero(number) else { throw .beyondNumbers(text: text) }
        let unit = Self.normalised(rawUnit)
        if unit.isEmpty {
            guard self == .dimensionless else { throw .unitMissing(text: text, dimension: self) }
            return value
        }
        let converted = Self.convert(number, value, by: try self.unit(rawUnit).factor)
        guard converted.isFinite, converted != 0 || value == 0 else { throw .beyondNumbers(text: text) }
        return converted
    }

    /// The unit of this dimension that is written so.
    package func unit(_ written: String) throws(UnitError) -> UnitOfMeasure {
        let symbol = Self.normalised(written)
        if let known = units.first(where: { $0.symbol == symbol }) { return known }
        for other in PhysicalDimension.known where other.units.contains(where: { $0.symbol == symbol }) {
            throw .unitOfAnotherDimension(unit: written, found: other, expected: self)
        }
        throw .unitUnknown(unit: written, dimension: self)
    }

    /// Shifts the decimal point where the factor is a power of ten, so that `0.51099895MeV` is the double nearest to
    /// 0.51099895e-3; multiplies otherwise.
    private static func convert(_ number: Substring, _ value: Double, by factor: Double) -> Double {
        guard let power = (-18...18).first(where: { Double("1e\($0)") == factor }) else { return value * factor }
        let parts = number.split(whereSeparator: { $0 == "e" || $0 == "E" })
        let exponent = parts.count > 1 ? Int(parts[1]) : 0
        // Beyond, the sum of the exponents could overflow; such a number is zero or none.
        guard let mantissa = parts.first, let exponent, exponent.magnitude < 10_000 else { return value * factor }
        return Double("\(mantissa)e\(exponent + power)") ?? value * factor
    }

    /// Whether all digits of a number's mantissa are zero: if not, a value of zero is an underflow.
    private static func isZero(_ number: Substring) -> Bool {
        number.prefix { $0 != "e" && $0 != "E" }.allSatisfy { !$0.isNumber || $0 == "0" }
    }

    private static func split(_ text: String) -> (number: Substring, unit: String) {
        var end = text.startIndex
        var exponentSeen = false
        while end < text.endIndex {
            let character = text[end]
            let next = text.index(after: end)
            if character.isASCII, character.isNumber || character == "." {
                end = next
            } else if (character == "-" || character == "+")
                && (end == text.startIndex || "eE".contains(text[text.index(before: end)]))
            {
                end = next
            } else if character == "e" || character == "E", !exponentSeen, next < text.endIndex,
                text[next].isNumber
                    || ("+-".contains(text[next]) && text.index(after: next) < text.endIndex
                        && text[text.index(after: next)].isNumber)
            {
                exponentSeen = true
                end = next
            } else {
                break
            }
        }
        let unit = text[end...].drop(while: { $0 == " " || $0 == "*" })
        return (text[..<end], String(unit))
    }

    private static func normalised(_ unit: String) -> String {
        var unit = unit.replacing("µ", with: "u").replacing("μ", with: "u").replacing("^", with: "")
        unit = unit.replacing("⁻²", with: "-2").replacing("²", with: "2").replacing("⁻¹", with: "-1")
        if unit.hasPrefix("/") { unit = "1" + unit }
        if unit.hasSuffix("-1") { unit = "1/" + unit.dropLast(2) }
        return unit
    }
}
