import Foundation
import SearchPhysics
import Testing

@Suite("The limit from Poisson sums")
struct PoissonUpperLimitTests {
    @Test("agrees with an independent program", arguments: [(10, 8.0825), (1e3, 63.717), (1e5, 621.52)])
    func independent(background: Double, limit: Double) throws {
        #expect(abs(try PoissonUpperLimit(background: background).median().value / limit - 1) < 1e-5)
    }

    @Test("is −ln(1 − CL) as long as the median count is none")
    func none() throws {
        for background in [0, 0.1, 0.69] {
            #expect(abs(try PoissonUpperLimit(background: background).median().value + log(0.05)) < 1e-12)
        }
    }

    @Test("is what the asymptotic one tends to")
    func asymptotic() throws {
        let exact = try PoissonUpperLimit(background: 1e6).median().value
        #expect(abs(try CountingExperiment(background: 1e6).upperLimit().value / exact - 1) < 5e-4)
    }

    @Test("is at the smallest count that has half of the probability")
    func median() throws {
        // P(≤ 9; 10) = 0.458, P(≤ 10; 10) = 0.583.
        #expect(try PoissonUpperLimit(background: 10).medianCount() == 10)
        #expect(try PoissonUpperLimit(background: 0.69).medianCount() == 0)
        #expect(try PoissonUpperLimit(background: 0.7).medianCount() == 1)
    }

    @Test("refuses what cannot be counted")
    func refusals() {
        for background in [-1, .nan, .infinity, 1e12] {
            #expect(throws: SearchStatisticsError.self) { try PoissonUpperLimit(background: background).median() }
        }
    }
}
