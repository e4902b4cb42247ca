import Foundation
import NumericalMethods

/// A number as the text may print it: rounded to significant digits, none of which its numerical error could change
/// by more than half a unit.
///
/// A digit is allowed while the error is at most half a unit of that digit. Asking for more digits than that gives
/// fewer; a number whose first digit is not certain cannot be printed at all.
public struct CertifiedDecimal: Hashable, Sendable {
    /// All significant digits, without point or sign; `"0"` for zero.
    public let digits: String
    /// Whether the printed number is below zero.
    public let isNegative: Bool
    /// The power of ten of the first digit.
    public let exponent: Int
    /// The value that is printed.
    public let value: Double
    /// The value has no error: it is an input, and its trailing zeros say nothing.
    private let isExact: Bool

    /// - Parameter significantDigits: the most digits to print, from 1 to 17.
    /// - Throws: ``NumberError`` if the value is not finite or its first digit is not certain.
    public init(_ estimate: Estimate, significantDigits: Int) throws(NumberError) {
        guard estimate.value.isFinite, estimate.error.isFinite, estimate.error >= 0 else {
            throw .notFinite(value: estimate.value, error: estimate.error)
        }
        isExact = estimate.error == 0
        if estimate.value == 0, isExact {
            (digits, isNegative, exponent, value) = ("0", false, 0, 0)
            return
        }
        for count in stride(from: min(max(significantDigits, 1), 17), through: 1, by: -1) {
            let (digits, exponent) = try Self.round(estimate.value.magnitude, to: count)
            let halfUnit = 0.5 * Foundation.pow(10, Double(exponent - count + 1))
            if estimate.error <= halfUnit {
                let significant = isExact ? digits.prefix(upTo: Self.endOfSignificance(digits)) : digits[...]
                let text = "\(significant)e\(exponent - significant.count + 1)"
                guard let magnitude = Double(text) else { throw .unreadable(text) }
                self.digits = String(significant)
                self.exponent = exponent
                isNegative = estimate.value < 0
                value = estimate.value < 0 ? -magnitude : magnitude
                return
            }
        }
        throw .noCertainDigit(value: estimate.value, error: estimate.error)
    }

    private static func endOfSignificance(_ digits: String) -> String.Index {
        digits.lastIndex { $0 != "0" }.map { digits.index(after: $0) } ?? digits.endIndex
    }

    /// Correctly rounded decimal digits of a positive number, and the exponent of the first.
    private static func round(
        _ magnitude: Double, to count: Int
    ) throws(NumberError) -> (digits: String, exponent: Int) {
        let text = String(format: "%.*e", count - 1, magnitude)
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { throw .unreadable(text) }
        return (parts[0].filter(\.isNumber), exponent)
    }

    /// Plain digits between 10⁻³ and 10⁵, otherwise `d.d × 10ⁿ`; `plain` and `power` write the two forms.
    private func text(plain: (String) -> String, power: (String, Int) -> String) -> String {
        let sign = isNegative ? "-" : ""
        if digits == "0" { return plain("0") }
        if exponent >= 5 || exponent < -3 || (!isExact && exponent >= digits.count + 2) {
            let first = String(digits.prefix(1))
            let rest = String(digits.dropFirst())
            return power(sign + (rest.isEmpty ? first : first + "." + rest), exponent)
        }
        if exponent < 0 {
            return plain(sign + "0." + String(repeating: "0", count: -exponent - 1) + digits)
        }
        let padded = digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
        let integer = String(padded.prefix(exponent + 1))
        let fraction = String(padded.dropFirst(exponent + 1))
        return plain(sign + (fraction.isEmpty ? integer : integer + "." + fraction))
    }

    /// For a terminal or a data file: `545`, `3.7e+12`.
    public var plainText: String {
        text(plain: { $0 }, power: { "\($0)e\($1 < 0 ? "-" : "+")\(abs($1))" })
    }

    /// For LaTeX, in math mode: `545`, `3.7\times10^{12}`, `10^{-4}`.
    public var texText: String {
        text(
            plain: { $0 },
            power: { mantissa, power in
                switch mantissa {
                case "1": "10^{\(power)}"
                case "-1": "-10^{\(power)}"
                default: "\(mantissa)\\times10^{\(power)}"
                }
            })
    }
}

/// Why a number cannot be printed.
public enum NumberError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The value or its error is infinite or no number.
    case notFinite(value: Double, error: Double)
    /// The error is so large that no digit is certain.
    case noCertainDigit(value: Double, error: Double)
    /// The C library wrote a number in another form than asked for.
    case unreadable(String)

    public var description: String {
        switch self {
        case .notFinite(let value, let error):
            "\(value) ± \(error) is not a finite number, so that it cannot be printed"
        case .noCertainDigit(let value, let error):
            "\(value) ± \(error) has no certain digit; compute it with a smaller numerical error before it is printed"
        case .unreadable(let text): "the formatted number '\(text)' cannot be read back; this is a fault of the program"
        }
    }
}
