import BuildGraph
import NumericalMethods
import Testing

@testable import Manuscript

@Suite("A claim whose values are for other inputs than its statement")
struct OtherInputTests {
    private func result(_ value: Double, _ inputs: [Claim.OtherInput]) throws -> ClaimResult {
        let blank = ClaimResult(
            id: "a", statement: Claim.Statement("a is 10"), place: "", source: "", claimed: nil, unit: "", rule: "",
            values: [], verdict: .notComputed, explanation: nil)
        return try Comparison(
            blank: blank, claimed: 10, unit: .none, rule: .asRounded(toDigits: 2), otherInputs: inputs
        ).result([LabelledEstimate(.exact(value))], explanation: "Why.")
    }

    private let beam = Claim.OtherInput(name: "beam.energy", value: "160GeV", stated: "150GeV")
    private let alpha = Claim.OtherInput(
        name: "constants.inverse-alpha", value: "130", stated: "137.036", isCondition: false)

    @Test("has the verdict of its values where there is no other input")
    func none() throws {
        let own = try result(12, [])
        #expect(own.verdict == .differs && own.otherInputs == nil && own.explanation == "Why.")
    }

    @Test("gets no verdict, shows its values, and says for what each is and whether it would hold")
    func condition() throws {
        for (value, outcome) in [(10.0, "would satisfy"), (12, "would not satisfy")] {
            let other = try result(value, [beam])
            #expect(other.verdict == .notComputed && other.values.map(\.verdict) == [.notComputed])
            let text = try #require(other.explanation)
            #expect(text.contains("beam.energy = 160GeV") && text.contains("for 150GeV") && text.contains(outcome))
            #expect(ClaimTable.rows([other]).contains("not computed (beam.energy)"))
        }
    }

    @Test("keeps its verdict with another constant of nature, and says which")
    func constant() throws {
        let other = try result(12, [alpha])
        #expect(other.verdict == .differs)
        #expect(other.explanation == "Computed with constants.inverse-alpha = 130 in place of 137.036. Why.")
        #expect(ClaimTable.rows([other]).contains("differs (constants.inverse-alpha)"))
    }
}
