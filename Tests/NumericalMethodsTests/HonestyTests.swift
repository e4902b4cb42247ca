@_spi(Solver) import NumericalMethods
import Testing

@Suite("A result that people see")
struct HonestyTests {
    @Test(
        "is refused where it is not finite or what an underflow left",
        arguments: [
            (Double.infinity, 1.0), (.nan, 0), (1, .infinity), (1, .nan), (1, -1), (.leastNonzeroMagnitude, 0),
            (-.leastNormalMagnitude / 8, 0),
            (0, .leastNonzeroMagnitude), (0, .leastNormalMagnitude),
        ] as [(Double, Double)])
    func refused(value: Double, error: Double) {
        #expect(throws: DishonestResult.self) { try Estimate(value, error: error, kind: .bound).honest("x") }
    }

    @Test("may be zero, exactly or within an error", arguments: [0.0, 1e-300, 1])
    func zero(error: Double) throws {
        #expect(try Estimate(0, error: error, kind: .bound).honest("x").value == 0)
    }

    @Test("names its inputs, the most extreme one first")
    func inputs() {
        let error = #expect(throws: DishonestResult.self) {
            try Estimate(.infinity, error: 0, kind: .bound).honest(
                "g", inputs: ["mass": 0.01, "coupling": 1e-170, "q": 0])
        }
        #expect(error?.inputs == ["coupling = 1e-170", "mass = 0.01", "q = 0.0"])
    }

    @Test("keeps an error when a factor makes it underflow, so that it is no exact zero")
    func underflow() {
        let tiny = Estimate(1e-200, error: 0, kind: .bound).scaled(by: 1e-200)
        #expect(tiny.value == 0 && tiny.error == .leastNormalMagnitude && !tiny.isHonest)
        #expect(Estimate(1e-200, error: 0, kind: .bound).scaled(by: 0).isHonest)
    }
}

@Suite("Numbers that the standard library ends the process for")
struct CheckedNumbersTests {
    @Test("are no counts", arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e19])
    func counts(value: Double) {
        #expect(throws: NumericalError.self) { try Int(checking: value, "the number of panels") }
        #expect(throws: NumericalError.self) { try Int(checking: 101, "the number of panels", limit: 100) }
    }

    @Test("are cut where only a text or a place depends on them")
    func saturating() {
        #expect(Int(saturating: .nan) == 0 && Int(saturating: -3.7) == -3)
        #expect(Int(saturating: .infinity) == 1 << 62 && Int(saturating: -1e300) == -(1 << 62))
    }

    @Test("make no range", arguments: [(1.0, 0.0), (.nan, 1), (1, .nan)] as [(Double, Double)])
    func ranges(lower: Double, upper: Double) {
        #expect(ClosedRange(from: lower, to: upper) == nil)
        #expect(throws: NumericalError.self) { try Quadrature.adaptive(from: lower, to: upper) { $0 } }
        #expect(throws: NumericalError.self) { try RootFinding.brent(from: lower, to: upper) { $0 } }
    }

    @Test("the first element that is not below is found as by looking at each", arguments: 0...9)
    func sorted(count: Int) {
        let values = (0..<count).map { 2 * $0 }
        for limit in -1...(2 * count + 1) {
            #expect(
                values.ascendingIndex(below: { $0 < limit }) == values.firstIndex { $0 >= limit } ?? values.endIndex)
        }
    }
}
