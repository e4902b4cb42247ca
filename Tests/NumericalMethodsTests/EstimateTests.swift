import Foundation
import Testing

@testable import NumericalMethods

@Suite("Estimates")
struct EstimateTests {
    private static let stream = RandomStream("estimates")

    /// A number between two others from a fixed random stream.
    private static func uniform(_ index: Int, _ lower: Double, _ upper: Double) -> Double {
        lower + (upper - lower) * stream.uniform(at: UInt64(index))
    }

    /// Values of either sign and of different size, with errors up to their own size.
    private static func pair(_ index: Int) -> [Estimate] {
        (0..<2).map { part in
            let first = 100 * index + 10 * part
            let value = uniform(first, -3, 3)
            let error = value.magnitude * pow(10, uniform(first + 1, -12, 0)) * 0.999
            return Estimate(value: value, error: error, kind: .bound)
        }
    }

    /// A number within an estimate: often at an end.
    private static func member(of estimate: Estimate, _ index: Int) -> Double {
        let share = uniform(index, -1.5, 1.5)
        return estimate.value + max(-1, min(1, share)) * estimate.error
    }

    /// With what the test itself rounds.
    private static func covers(_ found: Estimate, _ exact: Double) -> Bool {
        (found.value - exact).magnitude <= found.error * (1 + 1e-9) + 1e-14 * (1 + exact.magnitude)
    }

    @Test("cover the sum, the difference, the product and the quotient of any two numbers within them")
    func arithmetic() {
        for index in 0..<2000 {
            let (a, b) = (Self.pair(index)[0], Self.pair(index)[1])
            let (x, y) = (Self.member(of: a, 100 * index + 50), Self.member(of: b, 100 * index + 51))
            for (found, exact) in [(a + b, x + y), (a - b, x - y), (a * b, x * y), (a / b, x / y)] {
                #expect(Self.covers(found, exact), "\(a) \(b) at \(x) \(y)")
            }
            #expect((a / b).error < 1e4 * (a.relativeError + b.relativeError + 1e-15) * (a / b).value.magnitude)
        }
    }

    @Test("cover roots and functions of any number within them, and functions of several at once")
    func functions() {
        for index in 0..<1000 {
            let parts = Self.pair(index).map(\.magnitude)
            let inside = parts.enumerated().map { Self.member(of: $1, 100 * index + 60 + $0) }
            let root = parts[0].squareRoot()
            #expect(Self.covers(root, inside[0].squareRoot()))
            let logarithm = parts[0].mapped(through: log)
            #expect(Self.covers(logarithm, log(inside[0])))
            let both = Estimate.propagated(parts) { 1 / ($0[0] + $0[1]) }
            #expect(Self.covers(both, 1 / (inside[0] + inside[1])))
        }
    }

    @Test("of a root reach down to zero where the error does")
    func rootNextToZero() {
        let root = Estimate(value: 0.01, error: 0.03, kind: .bound).squareRoot()
        #expect(root.value - root.error <= 0 && root.value + root.error >= 0.2)
    }

    @Test("promise no more than the weaker of two kinds")
    func kinds() {
        let all: [ErrorKind] = [.rounding, .bound, .statistical]
        for (first, one) in all.enumerated() {
            for (second, other) in all.enumerated() {
                let sum = Estimate.exact(1, as: one) + Estimate.exact(2, as: other)
                #expect(sum.kind == all[max(first, second)])
            }
        }
    }

    @Test("that divide by what may be zero, or leave a domain, have an infinite error and cannot be stored")
    func infinite() {
        let nothing = Estimate(value: 1e-3, error: 2e-3, kind: .bound)
        let bad = [1 / nothing, .exact(.nan), Estimate.exact(-1).squareRoot(), nothing.mapped { log($0) }]
        for estimate in bad {
            #expect(!estimate.isFinite)
            #expect(throws: NumericalError.self) { try JSONEncoder().encode(estimate) }
        }
        #expect(throws: NumericalError.self) {
            try JSONDecoder().decode(Estimate.self, from: Data(#"{"value":1,"error":-1,"kind":"bound"}"#.utf8))
        }
    }

    @Test("of two rules say what they differ by, and of a sample what its spread says")
    func origins() {
        #expect(Estimate.converged(2, coarse: 2.5).error >= 0.5)
        #expect(Estimate.bracketed(1, 2).value == 1.5 && Estimate.bracketed(1, 2).error >= 0.5)
        let sample = [1.0, 2, 3, 4]
        let mean = Estimate.mean(of: sample)
        // The variance is 5/3.
        #expect(mean.value == 2.5 && (mean.error - (5.0 / 12).squareRoot()).magnitude < 1e-15)
        #expect((Estimate.standardDeviation(of: sample).value - (5.0 / 3).squareRoot()).magnitude < 1e-15)
        #expect(mean.kind == .statistical)
    }

    @Test("of a root cover that of a function anywhere within its error", arguments: [1e-12, 1e-6, 1e-2])
    func certifiedRoots(error: Double) throws {
        func function(_ x: Double) -> Estimate { Estimate(value: x * x * x - 2, error: error, kind: .bound) }
        let found = try RootFinding.certified(in: 0.5...3, function)
        for shift in [-error, -0.3 * error, 0, error] {
            #expect((found.value - cbrt(2 + shift)).magnitude <= found.error, "\(shift)")
        }
        #expect(found.error < 10 * error)
    }

    @Test("of a root that the errors nowhere decide reach to the ends of the bracket")
    func undecidedRoot() throws {
        let found = try RootFinding.certified(in: 0...3) { Estimate(value: $0 - 1, error: 10, kind: .bound) }
        #expect((found.value - 1).magnitude < 1e-14 && found.error >= 2)
    }
}
