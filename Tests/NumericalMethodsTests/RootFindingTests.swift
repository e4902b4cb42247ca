import Testing

@testable import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct RootFindingTests {
    @Test func brentFindsRootsToTheLastBits() throws {
        let cases: [(ClosedRange<Double>, Double, (Double) -> Double)] = [
            (0...2, 2.0.squareRoot(), { $0 * $0 - 2 }),
            (0...4, Double.pi, { sin($0) + 0 * $0 - ($0 == 0 ? -1 : 0) }),
            (-10...10, 1, { ($0 - 1) * ($0 - 1) * ($0 - 1) }),
            (0...100, 0.001, { atan(1e4 * ($0 - 0.001)) }),
        ]
        for (bracket, exact, f) in cases {
            let root = try RootFinding.brent(in: bracket, f)
            #expect(abs(root - exact) <= 1e-14 * max(1, abs(exact)), "\(bracket): \(root)")
        }
    }

    @Test func aRootAtAnEndIsReturned() throws {
        #expect(try RootFinding.brent(in: 1...5) { $0 - 1 } == 1)
        #expect(try RootFinding.brent(in: 1...5) { $0 - 5 } == 5)
    }

    @Test func aStepIsBracketedToTheTolerance() throws {
        let root = try RootFinding.brent(in: 0...1, tolerance: 1e-9) { $0 < 0.37 ? -1 : 1 }
        #expect(abs(root - 0.37) <= 1e-9)
    }

    @Test func anUnbracketedRootIsRefusedWithItsValues() {
        #expect(throws: NumericalError.notBracketed(lower: 1, upper: 2, valueAtLower: 1, valueAtUpper: 2)) {
            try RootFinding.brent(in: 1...2) { $0 }
        }
    }
}
