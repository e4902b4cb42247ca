@_spi(Solver) import NumericalMethods
import Testing

@testable import Manuscript

@Suite("Value ± error")
struct ErrorNotationTests {
    private func text(_ value: Double, _ error: Double) throws -> String {
        try ErrorNotation(Estimate(value, error: error, kind: .statistical)).plainText
    }

    @Test(
        "both are printed to the second digit of the error",
        arguments: [
            (547.04, 1.93, "547.0 ± 1.9"), (547.04, 0.0193, "547.040 ± 0.019"), (547.04, 19.3, "547 ± 19"),
            (-0.25, 0.01, "-0.250 ± 0.010"),
        ])
    func digits(value: Double, error: Double, expected: String) throws {
        #expect(try text(value, error) == expected)
    }

    @Test("an error that rounds up to the next power of ten keeps two digits")
    func roundsUp() throws {
        #expect(try text(1, 0.0996) == "1.00 ± 0.10")
        #expect(try text(1, 0.00999) == "1.000 ± 0.010")
    }

    @Test("TeX and plain text say the same")
    func tex() throws {
        let notation = try ErrorNotation(Estimate(547.04, error: 1.93, kind: .statistical))
        #expect(notation.texText == "547.0\\pm1.9")
    }

    @Test("what is not finite is refused")
    func notFinite() {
        #expect(throws: NumberError.self) { try text(.nan, 1) }
        #expect(throws: NumberError.self) { try text(1, .infinity) }
        #expect(throws: NumberError.self) { try text(1, -1) }
    }
}
