@_spi(Solver) import NumericalMethods
import Testing

@testable import Manuscript

@Suite("Certified decimals")
struct CertifiedDecimalTests {
    private func text(_ value: Double, _ error: Double, _ digits: Int) throws -> String {
        try CertifiedDecimal(Estimate(value, error: error, kind: .bound), significantDigits: digits).texText
    }

    @Test("no digit is printed that the error could change by more than half a unit")
    func errorLimitsDigits() throws {
        #expect(try text(545.04, 0.4, 5) == "545")
        #expect(try text(545.04, 0.04, 5) == "545.0")
        #expect(try text(0.405541167, 1e-9, 6) == "0.405541")
    }

    @Test("digits that are not certain are dropped, whatever was asked for", arguments: 1...12)
    func dropsUncertainDigits(places: Int) throws {
        let error = 0.5 * pow10(-places)
        let decimal = try CertifiedDecimal(Estimate(1 / 3.0, error: error, kind: .bound), significantDigits: 17)
        #expect(decimal.digits.count <= places)
        #expect((decimal.value - 1 / 3.0).magnitude <= error * 1.01)
    }

    @Test("large and small numbers are written with a power of ten")
    func powers() throws {
        #expect(try text(3.6736e12, 1e7, 2) == "3.7\\times10^{12}")
        #expect(try text(1e-4, 0, 1) == "10^{-4}")
        #expect(try text(5e-4, 0, 1) == "5\\times10^{-4}")
        #expect(try text(1072.4, 0.1, 4) == "1072")
        #expect(try text(0.00484, 0, 3) == "0.00484")
        #expect(try text(-0.25, 0, 2) == "-0.25")
        #expect(try text(0, 0, 3) == "0")
    }

    @Test(
        "plain digits are for 0.001 to 99999, powers of ten beyond, on both sides",
        arguments: [
            (0.001, "0.001", "0.001"), (0.000999, "9.99\\times10^{-4}", "9.99e-4"), (99999, "99999", "99999"),
            (100000, "10^{5}", "1e+5"), (100001, "1.00001\\times10^{5}", "1.00001e+5"), (12345, "12345", "12345"),
            (-0.001, "-0.001", "-0.001"), (-100000, "-10^{5}", "-1e+5"),
        ])
    func plainOrPower(value: Double, tex: String, plain: String) throws {
        let decimal = try CertifiedDecimal(Estimate(value, error: 0, kind: .rounding), significantDigits: 6)
        #expect(decimal.texText == tex && decimal.plainText == plain)
    }

    @Test("an integer that is not exact has one zero in place of unknown digits, and two make it a power of ten")
    func unknownDigits() throws {
        #expect(try text(1234, 0.1, 3) == "1230")
        #expect(try text(1234, 0.1, 2) == "1200")
        #expect(try text(12345, 0.1, 3) == "12300")
        #expect(try text(12345, 0.1, 2) == "1.2\\times10^{4}")
        #expect(try text(1234, 0.1, 1) == "10^{3}")
        #expect(try text(12000, 0, 6) == "12000")
    }

    @Test("a value is what its digits say")
    func value() throws {
        for (value, error, digits, expected) in [
            (545.04, 0.4, 5, 545.0), (-3.6736e12, 1e7, 2, -3.7e12), (0, 0, 3, 0), (1e-4, 0, 1, 1e-4),
        ] {
            #expect(
                try CertifiedDecimal(Estimate(value, error: error, kind: .bound), significantDigits: digits).value
                    == expected)
        }
    }

    @Test("a number without a certain digit is refused, and so is one that is not finite")
    func refusals() {
        #expect(throws: NumberError.noCertainDigit(value: 1, error: 6)) { try text(1, 6, 2) }
        #expect(throws: NumberError.self) { try text(.nan, 0, 2) }
        #expect(throws: NumberError.self) { try text(1, .infinity, 2) }
    }

    private func pow10(_ n: Int) -> Double { Double("1e\(n)") ?? .nan }
}
