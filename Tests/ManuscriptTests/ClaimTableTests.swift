import Testing

@testable import Manuscript

@Suite("The table of claims")
struct ClaimTableTests {
    private func claim(
        _ verdict: Verdict, label: String = "", rule: String = "600 ± 50 events", unit: String = "events"
    ) -> ClaimResult {
        ClaimResult(
            id: "events", statement: Claim.Statement("≃ 600 events", tex: "$\\simeq600$ events"), place: "p. 3",
            source: "Asai2022", claimed: 600, unit: unit, rule: rule,
            values: [
                ClaimResult.Value(
                    label: label, value: 545.6, error: 0.1, plainText: "545.6", tex: "545.6", verdict: verdict)
            ],
            verdict: verdict, explanation: verdict == .differs ? "The letter does not state α." : nil)
    }

    @Test("has one row of four cells for each claim")
    func rows() {
        let rows = ClaimTable.tex([claim(.differs), claim(.reproduced)]).split(separator: "\n")
        #expect(rows.count == 3)
        for row in rows { #expect(row.split(separator: "&").count == 4 && row.contains("\\\\"), "\(row)") }
    }

    @Test("escapes what TeX would read as a command")
    func escapes() {
        #expect(
            ClaimTable.escaped("5 % & #1_a {$x^2~\\y}")
                == "5 \\% \\& \\#1\\_a \\{\\$x\\textasciicircum{}2\\textasciitilde{}\\textbackslash{}y\\}")
        let table = ClaimTable.tex([claim(.differs, label: "10 % & more", rule: "1 ± 2 a_b")])
        #expect(table.contains("10 \\% \\& more: $545.6$") && table.contains("1 $\\pm$ 2 a\\_b"))
        #expect(ClaimTable.tex([claim(.differs, unit: "%")]).contains("$545.6$\\,\\% &"))
    }

    @Test("writes the physicists' letters as math")
    func letters() {
        #expect(ClaimTable.escaped("θ ≲ μ′") == "$\\theta$ $\\lesssim$ $\\mu$$'$")
    }

    @Test("tells value, numerical error, rule and explanation on a terminal, and counts the verdicts")
    func plain() {
        let text = ClaimTable.plain([claim(.differs), claim(.reproduced), claim(.differs)])
        for words in [
            "545.6 events, numerical error 0.1", "claimed: 600 ± 50 events", "The letter does not state α.",
            "3 claims: 1 reproduced, 2 differ",
        ] { #expect(text.contains(words)) }
    }

    @Test("counts one difference in the singular")
    func summary() {
        #expect(ClaimTable.summary([claim(.differs), claim(.notComputed)]) == "2 claims: 1 differs, 1 not computed")
        #expect(ClaimTable.summary([]) == "0 claims: ")
    }
}
