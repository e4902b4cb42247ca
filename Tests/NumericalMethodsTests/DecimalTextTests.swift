import NumericalMethods
import Testing

@Suite("A number for people")
struct DecimalTextTests {
    @Test(
        "has no trailing zeros, and no exponent where its digits end before the point",
        arguments: [
            (3.0, "3"), (0.05, "0.05"), (12346, "12350"), (-20000, "-20000"), (5e-5, "5e-05"), (0, "0"),
            (99999, "100000"), (-Double.infinity, "-inf"),
        ])
    func plain(value: Double, text: String) { #expect(decimal(value) == text) }

    @Test("has as many digits as asked", arguments: [(2, "1.2e+20"), (6, "1.23457e+20")])
    func digits(count: Int, text: String) { #expect(decimal(1.23456789e20, digits: count) == text) }

    @Test(
        "has powers of ten in TeX, whatever its sign, rounded up to the next where it is so",
        arguments: [
            (1e4, "10^{4}"), (-1e-5, "-10^{-5}"), (-2.5e-5, "-2.5\\times10^{-5}"), (9.99999e5, "10^{6}"),
            (9999, "9999"),
            (0, "0"),
        ])
    func powers(value: Double, text: String) { #expect(texDecimal(value) == text) }
}
