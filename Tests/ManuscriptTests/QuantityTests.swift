import BuildGraph
import Foundation
@_spi(Solver) import NumericalMethods
import Testing

@testable import Manuscript

@Suite("Printed quantities")
struct QuantityTests {
    /// Estimates of all sizes, with relative errors from none to a tenth. Fixed seed.
    private static func randomEstimates(_ count: Int) -> [Estimate] {
        var generator = SplitMix(state: 20_260_401)
        return (0..<count).map { index in
            let value = generator.uniform(-9.99, 9.99) * pow(10, generator.uniform(-12, 12).rounded())
            let relative = index % 10 == 0 ? 0 : pow(10, generator.uniform(-15, -1.4))
            return Estimate(value, error: (value * relative).magnitude, kind: .bound)
        }
    }

    private func format(
        _ id: ResultID = "q", _ meaning: String = "", in unit: DisplayUnit = .none, digits: Int
    ) -> QuantityFormat {
        let source = Node<Estimate>("source", parameters: 0.0) { Estimate($0, error: 0, kind: .bound) }
        return QuantityFormat(Quantity(id, meaning, in: unit, .digits(digits), from: source))
    }

    /// The number that a reader sees, the size of one unit of its last significant digit, and how many of those there
    /// are. Zeros at the end of an integer are not taken for significant.
    private func read(_ plain: String) throws -> (value: Double, unit: Double, significant: Int) {
        let parts = plain.split(separator: "e")
        let exponent = parts.count > 1 ? try #require(Int(parts[1])) : 0
        let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
        var digits = parts[0].filter(\.isNumber).drop { $0 == "0" }
        var zeros = 0
        while places == 0, digits.last == "0" {
            digits.removeLast()
            zeros += 1
        }
        return (try #require(Double(plain)), pow(10, Double(exponent - places + zeros)), digits.count)
    }

    @Test("in a unit whose inverse is no whole number are not rounded to one; decimal fractions stay exact")
    func units() throws {
        let degree = DisplayUnit("deg", factor: .pi / 180)
        #expect((degree.display(.exact(1)).value - 57.295_779_513_082_32).magnitude < 1e-13)
        #expect(DisplayUnit("mrad", factor: 1e-3).display(.exact(0.005)).value == 5)
        #expect(DisplayUnit("%", factor: 0.01).display(.exact(0.07)).value == 0.07 * 100)
        #expect(DisplayUnit("1e-10", factor: 1e-10).display(.exact(3e-10)).value == 3e-10 * 1e10)
        #expect(DisplayUnit("", factor: 0.3).display(.exact(0.6)).value == 0.6 / 0.3)
        #expect(DisplayUnit("1e25", factor: 1e25).display(.exact(2e25)).value == 2)
    }

    @Test("show no digit beyond their error or beyond what was asked for", arguments: [1, 3, 6])
    func noUncertainDigit(digits: Int) throws {
        for estimate in Self.randomEstimates(2000) {
            guard let result = try? format(digits: digits).result(estimate) else {
                #expect(estimate.error > 0.05 * estimate.value.magnitude, "\(estimate) was refused")
                continue
            }
            let shown = try read(result.plainText)
            let slack = 0.5 * shown.unit * (1 + 1e-9)
            #expect(estimate.error <= slack, "\(estimate) is printed as \(result.plainText)")
            #expect((shown.value - estimate.value).magnitude <= slack, "\(estimate) is printed as \(result.plainText)")
            #expect(shown.significant <= digits)
        }
    }

    @Test(
        "are refused where they are not finite or an underflow, with their name",
        arguments: [Double.nan, .infinity, .leastNormalMagnitude / 8])
    func notFinite(value: Double) {
        let problem = #expect(throws: DishonestResult.self) {
            try format("its/id", digits: 3).result(Estimate(value, error: 0, kind: .bound))
        }
        #expect(problem?.what.contains("its/id") == true)
        #expect(throws: DishonestResult.self) {
            try QuantityFormat(
                Quantity("q", "", .wholeNumber, from: Node<Estimate>("s", parameters: 0.0) { .closedForm($0) })
            ).result(Estimate(value, error: 0, kind: .bound))
        }
    }

    @Test("are shown in their unit, value and error alike")
    func unit() throws {
        let format = format(in: .milliradian, digits: 3)
        let result = try format.result(Estimate(0.0048364, error: 1e-9, kind: .bound))
        #expect(result.plainText == "4.84" && result.unit == "mrad")
        let (value, error) = (try #require(result.value), try #require(result.error))
        #expect(abs(value - 4.8364) < 1e-12 && abs(error - 1e-6) < 1e-18)
    }

    @Test("that are whole numbers have no decimals, and no digit that the error forbids")
    func wholeNumbers() throws {
        let source = Node<Estimate>("source", parameters: 0.0) { Estimate($0, error: 0, kind: .bound) }
        let format = QuantityFormat(Quantity("q", "", .wholeNumber, from: source))
        for (value, error, expected) in [
            (545.6, 1e-4, "546"), (9.7, 0.1, "10"), (1072.6, 30, "1100"), (0.0, 0, "0"), (-12.3, 0.1, "-12"),
        ] {
            #expect(try format.result(Estimate(value, error: error, kind: .bound)).plainText == expected, "\(value)")
        }
    }

    @Test("that the parameters leave undefined say so instead of a number")
    func undefined() throws {
        let format = format(digits: 3)
        let result = try format.result(nil)
        #expect(result.value == nil && result.text == "\\text{undefined}" && result.plainText == "undefined")
    }

    @Test("that cannot be printed are refused by name")
    func refused() {
        let format = format("signal/events", digits: 3)
        #expect(throws: QuantityError.self) { try format.result(Estimate(1, error: 6, kind: .bound)) }
        #expect {
            try format.result(Estimate(.nan, error: 0, kind: .bound))
        } throws: { "\($0)".contains("'signal/events'") }
    }

    @Test("are defined as macros, each with its meaning and error in a comment")
    func macros() throws {
        let format = format("a/b", "the b of a", in: .events, digits: 3)
        let text = try NumbersFile.text(
            inputs: [NumbersFile.Passage("input/x", "5\\times10^{-4}")],
            quantities: [try format.result(Estimate(545.6, error: 0.1, kind: .bound))],
            passages: [NumbersFile.Passage("caption", "Text.")])
        for line in [
            "\\defresult{input/x}{5\\times10^{-4}}", "% the b of a [events], numerical error 0.1",
            "\\defresult{a/b}{546}", "\\defresult{caption}{Text.}",
        ] { #expect(text.contains(line + "\n")) }
    }
}

/// SplitMix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) * 0x1p-53
    }
}
