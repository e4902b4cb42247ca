import BuildGraph
import Testing

@testable import Manuscript

@Suite("What a claim states")
struct StatementTests {
    private let engine = BuildEngine(
        store: MemoryStore(), digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: ""))

    private func error(_ statement: Claim.Statement, reading: ClaimReading? = nil) async -> String? {
        let values = Node("values", parameters: 1.0) { [LabelledEstimate(.exact($0))] }
        let claim = Claim("c", statement, .atMost(digits: 2), at: "p. 1", of: "k", from: values, reading: reading)
        do {
            _ = try await engine.value(of: claim.node)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("is plain text too, which follows from the TeX, with the number that is compared")
    func plain() {
        let statement: Claim.Statement = "$\\sqrt{s}\\simeq\(claimed: 406)$\\,MeV, \\emph{about}"
        #expect(statement.plain == "√(s) ≃ 406 MeV, about")
        #expect(statement.claimed == [406])
    }

    @Test("shows the compared number with all of its digits, and as many of the value")
    func digits() async throws {
        let statement: Claim.Statement = "$K=\(claimed: 1.854075)$"
        #expect(statement.plain == "K = 1.854075")
        let values = Node("values", parameters: 1.8540746773) { [LabelledEstimate(.exact($0))] }
        let claim = Claim("c", statement, .asRounded(toDigits: 7), at: "p. 1", of: "k", from: values)
        let result = try await engine.value(of: claim.node)
        #expect(result.rule == "1.854075 ± 5e-07")
        #expect(result.values.map(\.plainText) == ["1.854075"])
    }

    @Test(
        "shows a number as short as it was written",
        arguments: [(406, 4, "406"), (3.7e12, 4, "3.7\\times10^{12}"), (0.1, 4, "0.1"), (1.23456, 6, "1.23456")])
    func written(number: Double, digits: Int, tex: String) {
        #expect(writtenDigits(of: number) == digits)
        #expect(("\(claimed: number)" as Claim.Statement).tex == tex)
    }

    @Test("is one number, of the statement or its reading")
    func oneNumber() async {
        #expect(await error("at most \(claimed: 1)") == nil)
        #expect(await error("little", reading: .reading("at most \(claimed: 1)")) == nil)
    }

    @Test("is refused without a number to compare with")
    func none() async {
        #expect(await error("little")?.contains("states no number") == true)
    }

    @Test("is refused with two numbers to compare with, which it names")
    func two() async {
        #expect(await error("from \(claimed: 1) to \(claimed: 25)")?.contains("several numbers, 1 and 25") == true)
    }
}
