import Manuscript
import Testing

@testable import Signal

@Suite("Labels of figures")
struct LabelTests {
    @Test(
        "write powers of ten as such, and numbers of ordinary size as they are",
        arguments: [
            (1.0, "1"), (3, "3"), (10, "10"), (100, "10^{2}"), (1e4, "10^{4}"), (5e-4, "5\\times10^{-4}"),
            (1e-3, "10^{-3}"), (0.05, "0.05"), (250, "2.5\\times10^{2}"),
        ])
    func powers(value: Double, text: String) {
        #expect(TeX.number(value, powersFrom: 100) == text)
    }

    @Test("of what is no number do not stop the program", arguments: [Double.infinity, -Double.infinity, 0, -1])
    func notFinite(_ value: Double) {
        #expect(Signal.decade(above: value) == value)
        #expect(!TeX.number(value, powersFrom: 100).isEmpty)
    }

    @Test("find the decade above a value", arguments: [(0.3, 1.0), (1, 1), (1.1, 10), (2e3, 1e4)])
    func decades(value: Double, decade: Double) {
        #expect(abs(Signal.decade(above: value) / decade - 1) < 1e-9)
    }
}
