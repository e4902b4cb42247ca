import BuildGraph
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
    func asRounded(claimed: Double, digits: Int, value: Double, holds: Bool) throws {
        #expect(try ClaimRule.asRounded(toDigits: digits).isSatisfied(by: value, claimed: claimed) == holds)
    }

    @Test("an inequality is on the rounded value")
    func inequalities() throws {
        #expect(try ClaimRule.atMost(digits: 1).isSatisfied(by: 0.731, claimed: 0.7))
        #expect(try !ClaimRule.atMost(digits: 1).isSatisfied(by: 0.751, claimed: 0.7))
        #expect(try ClaimRule.atLeast(digits: 1).isSatisfied(by: 0.951, claimed: 1))
        #expect(try !ClaimRule.atLeast(digits: 1).isSatisfied(by: 0.94, claimed: 1))
    }

    @Test("an order of magnitude is a factor in either direction")
    func factor() throws {
        let rule = ClaimRule.withinFactor(3)
        for value in [2.9e3, 3e3, 340] { #expect(try rule.isSatisfied(by: value, claimed: 1e3)) }
        for value in [3.1e3, 320, -1e3, 0] { #expect(try !rule.isSatisfied(by: value, claimed: 1e3)) }
    }

    private func verdict(
        _ rule: ClaimRule, _ value: Double, _ error: Double, claimed: Double
    ) throws -> Verdict {
        try rule.verdict(on: Estimate(value, error: error, kind: .bound), claimed: claimed)
    }

    // ≃ 600: 550 to 650.
    @Test(
        "a numerical error that reaches across an edge of the window, from inside or outside, leaves the verdict open",
        arguments: [
            (549.0, 2.0, Verdict.undecided), (551, 2, .undecided), (651, 2, .undecided), (649, 2, .undecided),
            (545, 2, .differs), (655, 2, .differs), (560, 2, .reproduced), (640, 2, .reproduced),
        ])
    func window(value: Double, error: Double, expected: Verdict) throws {
        #expect(try verdict(.asRounded(toDigits: 1), value, error, claimed: 600) == expected)
    }

    @Test("an error that reaches over the whole window leaves the verdict open, wherever the value is")
    func largeErrors() throws {
        for value in [400.0, 600, 800] {
            #expect(try verdict(.asRounded(toDigits: 1), value, 300, claimed: 600) == .undecided, "\(value)")
        }
        #expect(try verdict(.withinFactor(3), -2, 10, claimed: 1) == .undecided)
    }

    @Test("an inequality is open where the error reaches across its one edge")
    func openInequalities() throws {
        // 0.7 at most, rounded to one digit: below 0.75.
        #expect(try verdict(.atMost(digits: 1), 0.751, 0.002, claimed: 0.7) == .undecided)
        #expect(try verdict(.atMost(digits: 1), 0.749, 0.002, claimed: 0.7) == .undecided)
        #expect(try verdict(.atMost(digits: 1), 0.2, 0.1, claimed: 0.7) == .reproduced)
        #expect(try verdict(.atLeast(digits: 1), 0.649, 0.002, claimed: 0.7) == .undecided)
        #expect(try verdict(.atLeast(digits: 1), 0.6, 0.01, claimed: 0.7) == .differs)
        #expect(try verdict(.atLeast(digits: 1), 2, 0.1, claimed: 0.7) == .reproduced)
    }

    @Test("what is not a number has no verdict", arguments: [Double.nan, .infinity, -.infinity])
    func notANumber(value: Double) {
        for rule in [ClaimRule.withinFactor(3), .asRounded(toDigits: 1), .atMost(digits: 1), .atLeast(digits: 1)] {
            #expect(throws: NumberError.self) { try verdict(rule, value, 0, claimed: 600) }
            #expect(throws: NumberError.self) { try verdict(rule, 600, value, claimed: 600) }
        }
    }

    @Test("a statement about several values is as good as its worst part; one that differs decides")
    func several() {
        #expect(Verdict.all([.reproduced, .differs]) == .differs)
        #expect(Verdict.all([.reproduced, .undecided]) == .undecided)
        #expect(Verdict.all([.differs, .undecided]) == .differs)
        #expect(Verdict.all([.undecided, .differs]) == .differs)
        #expect(Verdict.all([.differs, .notComputed]) == .notComputed)
        #expect(Verdict.all([.reproduced, .reproduced]) == .reproduced)
        #expect(Verdict.all([]) == .notComputed)
    }
}

@Suite("Results of claims")
struct ClaimResultTests {
    private func result(_ values: [Estimate], claimed: Double = 600) async throws -> ClaimResult {
        let source = Node<[LabelledEstimate]>("values", parameters: values) { $0.map { LabelledEstimate($0) } }
        let claim = Claim(
            "events", Claim.Statement("≃ 600 events"), place: "p. 3", source: "Asai2022",
            check: .values(claimed: claimed, unit: .none, rule: .asRounded(toDigits: 1), from: source),
            reading: .inference("with α(0)"), explanation: Node("why", parameters: "the reason") { $0 })
        return try await engine.value(of: claim.node)
    }

    private let engine = BuildEngine(
        store: MemoryStore(),
        digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: "swift"), jobs: 1)

    @Test("explain what is not reproduced, and nothing else")
    func explanation() async throws {
        #expect(try await result([Estimate(600, error: 1, kind: .bound)]).explanation == nil)
        for value in [500.0, 549] {
            #expect(try await result([Estimate(value, error: 2, kind: .bound)]).explanation == "the reason")
        }
    }

    @Test("carry the mark of what is ours")
    func reading() async throws {
        #expect(try await result([Estimate(600, error: 1, kind: .bound)]).reading == .inference("with α(0)"))
    }

    @Test("show a value without a certain digit with its error, and no digit more of it")
    func uncertain() async throws {
        let value = try #require(try await result([Estimate(612.345, error: 2000, kind: .bound)]).values.first)
        #expect(value.plainText == "612 ± 2000" && value.tex == "612\\pm2000" && value.verdict == .undecided)
    }

    @Test("of one part that differs and one that is undecided differ")
    func several() async throws {
        let parts = [Estimate(549, error: 2, kind: .bound), Estimate(500, error: 2, kind: .bound)]
        #expect(try await result(parts).verdict == .differs)
        #expect(try await result(parts.reversed()).verdict == .differs)
    }

    @Test("are not made of a value that is not finite, which names the claim")
    func notFinite() async throws {
        let source = Node<Double>("source", parameters: 0.0) { $0 }
        let claim = Claim(
            "events", Claim.Statement("≃ 600 events"), place: "p. 3", source: "Asai2022",
            check: .values(
                claimed: 600, unit: .none, rule: .asRounded(toDigits: 1),
                from: Claim.value("events", source) { .exact($0 / 0) }))
        await #expect {
            try await engine.value(of: claim.node)
        } throws: { "\($0)".contains("claims/events/values") && "\($0)".contains("not a finite number") }
    }
}
