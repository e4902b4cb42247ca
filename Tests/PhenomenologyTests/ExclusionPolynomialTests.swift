import LimitModel
import NumericalMethods
import Testing

@testable import MixingPhysics

@Suite("Ranges of couplings that a rate excludes")
struct ExclusionPolynomialTests {
    @Test("a polynomial is positive exactly in the ranges found, whatever its positive roots")
    func polynomialRanges() throws {
        var random = ConstraintRandom(seed: 20_261_121)
        for _ in 0..<200 {
            let roots = (0..<4).map { _ in random.next(in: -0.5...1.5) }
            // Π (g − r), ascending powers.
            var coefficients: [Double] = [1]
            for root in roots {
                var product = [0] + coefficients
                for index in coefficients.indices { product[index] -= root * coefficients[index] }
                coefficients = product
            }
            let ranges = try ExclusionPolynomial(coefficients: coefficients.map { Estimate.closedForm($0) }).excluded()
            for _ in 0..<20 {
                let coupling = random.next(in: 0...2)
                let value = roots.reduce(1) { $0 * (coupling - $1) }
                guard value.magnitude > 1e-9 else { continue }
                #expect(ranges.contains { $0.contains(coupling) } == (value > 0))
            }
        }
    }

    @Test("where a polynomial only touches zero the excluded range goes on")
    func doubleRoot() throws {
        // (g−1)² (g−2) is negative on both sides of 1; its opposite is positive on both.
        let touching = [-2.0, 5, -4, 1]
        let edges = try ExclusionPolynomial.signChanges(of: touching)
        #expect(edges.count == 1)
        #expect((try #require(edges.first) - 2).magnitude < 1e-12)
    }
}
