import Foundation
import NumericalMethods

/// A number printed with its standard error: `547.0 ± 1.9`, both to the second digit of the error.
package struct ErrorNotation: Hashable, Sendable {
    private let value: String
    private let error: String

    /// - Throws: ``NumberError`` if either is not finite.
    package init(_ estimate: Estimate) throws(NumberError) {
        try self.init(value: estimate.value, error: estimate.error)
    }

    /// Of numbers that were read, such as those of an earlier build.
    init(value number: Double, error size: Double) throws(NumberError) {
        guard number.isFinite, size.isFinite, size >= 0 else { throw .notFinite(value: number, error: size) }
        // The exponent of the rounded error, so that 0.0996 counts as 0.10.
        let rounded = String(format: "%.1e", size)
        guard let power = rounded.split(separator: "e").last, let exponent = Int(power) else {
            throw .unreadable(rounded)
        }
        let places = size == 0 ? 6 : max(0, 1 - exponent)
        value = String(format: "%.*f", places, number)
        error = String(format: "%.*f", places, size)
    }

    package var texText: String { "\(value)\\pm\(error)" }
    package var plainText: String { "\(value) ± \(error)" }
}
