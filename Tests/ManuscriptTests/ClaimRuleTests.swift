@_spi(Solver) import NumericalMethods
import Testing

@testable import Manuscript

@Suite("Rules of claims")
struct ClaimRuleTests {
    @Test(
        "a value that is claimed as ≃x may be off by half a unit of the last digit stated",
        arguments: [
            (600.0, 1, 551.0, true), (600, 1, 549, false), (600, 1, 650, true), (1200, 2, 1150, true),
            (1200, 2, 1149, false), (406, 3, 405.541, true), (406, 3, 406.6, false), (4.84e-3, 3, 4.8361e-3, true),
        ])
    func asRounded(claimed: Double, digits: Int, value: Double, holds: Bool) {
        #expect(ClaimRule.asRounded(toDigits: digits).isSatisfied(by: value, claimed: claimed) == holds)
    }

    @Test("an inequality is on the rounded value")
    func inequalities() {
        #expect(ClaimRule.atMost(digits: 1).isSatisfied(by: 0.731, claimed: 0.7))
        #expect(!ClaimRule.atMost(digits: 1).isSatisfied(by: 0.751, claimed: 0.7))
        #expect(ClaimRule.atLeast(digits: 1).isSatisfied(by: 0.951, claimed: 1))
        #expect(!ClaimRule.atLeast(digits: 1).isSatisfied(by: 0.94, claimed: 1))
    }

    @Test("an order of magnitude is a factor in either direction")
    func factor() {
        let rule = ClaimRule.withinFactor(3)
        #expect(rule.isSatisfied(by: 2.9e3, claimed: 1e3) && rule.isSatisfied(by: 340, claimed: 1e3))
        #expect(!rule.isSatisfied(by: 3.1e3, claimed: 1e3) && !rule.isSatisfied(by: -1e3, claimed: 1e3))
    }

    @Test("a numerical error that reaches across the edge leaves the verdict open")
    func undecided() {
        let rule = ClaimRule.asRounded(toDigits: 1)
        #expect(rule.verdict(on: Estimate(549, error: 2, kind: .bound), claimed: 600) == .undecided)
        #expect(rule.verdict(on: Estimate(545, error: 2, kind: .bound), claimed: 600) == .differs)
        #expect(rule.verdict(on: Estimate(560, error: 2, kind: .bound), claimed: 600) == .reproduced)
    }

    @Test("what is not a number is never reproduced")
    func notANumber() {
        let rule = ClaimRule.withinFactor(3)
        #expect(rule.verdict(on: Estimate(.nan, error: 0, kind: .bound), claimed: 600) == .differs)
    }

    @Test("a statement about several values is as good as its worst part")
    func several() {
        #expect(Verdict.all([.reproduced, .differs]) == .differs)
        #expect(Verdict.all([.reproduced, .undecided]) == .undecided)
        #expect(Verdict.all([.reproduced, .reproduced]) == .reproduced)
        #expect(Verdict.all([]) == .notComputed)
    }
}
