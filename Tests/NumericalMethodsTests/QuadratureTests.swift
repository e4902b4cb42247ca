import Testing

@testable import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct QuadratureTests {
    @Test(arguments: [1, 2, 3, 8, 33, 64])
    func aGaussRuleOfOrderNIsExactUpToDegreeTwoNMinusOne(order: Int) {
        let rule = GaussLegendre.rule(order: order)
        for degree in 0..<2 * order {
            let integral = rule.integrate(from: 0, to: 1) { pow($0, Double(degree)) }
            #expect(abs(integral * Double(degree + 1) - 1) < 1e-13, "order \(order), degree \(degree)")
        }
        let tooHigh = rule.integrate(from: -1, to: 1) { pow($0, Double(2 * order)) }
        if order < 8 { #expect(abs(tooHigh * Double(2 * order + 1) / 2 - 1) > 1e-8) }
    }

    @Test func gaussNodesAscendAndAreSymmetric() {
        let rule = GaussLegendre.rule(order: 31)
        #expect(zip(rule.nodes, rule.nodes.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(rule.nodes, rule.nodes.reversed()).allSatisfy { $0 == -$1 })
    }

    @Test func theAdaptiveBoundContainsTheTrueValue() throws {
        let cases: [(ClosedRange<Double>, Double, (Double) -> Double)] = [
            (0...Double.pi, 2, { sin($0) }),
            (0...1, 2.0 / 3, { $0.squareRoot() }),
            (-1...2, 2.5, { abs($0) }),
            (0...1, 1e3 * (atan(0.7e3) + atan(0.3e3)), { 1 / (1e-6 + ($0 - 0.3) * ($0 - 0.3)) }),
            (0...10, 1 - exp(-10), { exp(-$0) }),
        ]
        for (range, exact, f) in cases {
            for tolerance in [1e-3, 1e-6, 1e-10] {
                let estimate = try Quadrature.adaptive(over: range, relativeTolerance: tolerance, f)
                #expect(abs(estimate.value - exact) <= estimate.error, "\(range), \(tolerance)")
                #expect(estimate.error <= tolerance * abs(exact) * 1.01)
                #expect(estimate.kind == .bound)
            }
        }
    }

    @Test func anIntegrableEndPointSingularityConverges() throws {
        let estimate = try Quadrature.adaptive(over: 0...1, relativeTolerance: 1e-6) { 1 / $0.squareRoot() }
        #expect(abs(estimate.value - 2) <= 2e-6)
    }

    @Test func aFunctionThatIsNotFiniteIsNamedWithItsArgument() {
        #expect(throws: NumericalError.self) {
            try Quadrature.adaptive(over: -1...1) { $0 < 0.2 ? 1 : Double.nan }
        }
    }

    @Test func aDivergentIntegralIsRefused() {
        #expect(throws: NumericalError.self) { try Quadrature.adaptive(over: 0...1) { 1 / $0 } }
    }

    @Test func anEmptyRangeGivesExactlyZero() throws {
        let estimate = try Quadrature.adaptive(over: 3...3) { 1 / ($0 - 3) }
        #expect(estimate.value == 0 && estimate.error == 0)
    }

    @Test func theBoundIsTheSumOverThePanels() throws {
        // The same corner in each of three panels, taken as they are.
        func corner(_ x: Double) -> Double { abs(x - x.rounded(.down) - 0.3) }
        let one = try Quadrature.adaptive(splitAt: [0, 1], relativeTolerance: 1, corner)
        let three = try Quadrature.adaptive(splitAt: [0, 1, 2, 3], relativeTolerance: 1, corner)
        #expect(one.error > 1e-4)
        #expect(abs(three.error - 3 * one.error) < 1e-13)
    }
}
