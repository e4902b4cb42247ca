import Testing

@testable import Manuscript

@Suite("The table of claims")
struct ClaimTableTests {
    private func claim(
        _ verdict: Verdict, label: String = "", rule: String = "600 ± 50 events", unit: String = "events"
    ) -> ClaimResult {
        ClaimResult(
            id: "events", statement: "$\\simeq600$ events", place: "p. 3",
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
            TeX.escaped("5 % & #1_a {$x^2~\\y}")
                == "5 \\% \\& \\#1\\_a \\{\\$x\\textasciicircum{}2\\textasciitilde{}\\textbackslash{}y\\}")
        let table = ClaimTable.tex([claim(.differs, label: "10 % & more", rule: "1 ± 2 a_b")])
        #expect(table.contains("10 \\% \\& more: $545.6$") && table.contains("1 $\\pm$ 2 a\\_b"))
        #expect(ClaimTable.tex([claim(.differs, unit: "%")]).contains("$545.6$\\,\\% &"))
    }

    @Test("writes powers of ten of a tolerance as such")
    func powers() {
        let table = ClaimTable.tex([claim(.differs, rule: "0.04023 ± 5e-06"), claim(.differs, rule: "at most 2.5e+20")])
        #expect(table.contains("0.04023 $\\pm$ $5\\times10^{-6}$ &") && table.contains("at most $2.5\\times10^{20}$ &"))
    }

    @Test("writes the physicists' letters as math")
    func letters() {
        #expect(TeX.escaped("θ ≲ μ′") == "$\\theta$ $\\lesssim$ $\\mu$$'$")
    }

    @Test("tells value, numerical error, rule and explanation on a terminal, and counts the verdicts")
    func plain() {
        let text = ClaimTable.plain([claim(.differs), claim(.reproduced), claim(.differs)])
        for words in [
            "545.6 events, numerical error 0.1", "claimed: 600 ± 50 events", "The letter does not state α.",
            "3 claims: 1 reproduced, 2 differ",
        ] { #expect(text.contains(words)) }
    }

    @Test(
        "marks what is ours of a claim, in TeX and on a terminal, with the place of the statement, and counts the marks"
    )
    func readings() {
        var (read, inferred) = (claim(.reproduced), claim(.reproduced))
        read.reading = .reading("at 10\\,MeV")
        inferred.reading = .inference("50 bins")
        let table = ClaimTable.tex([read, inferred, claim(.reproduced)])
        #expect(table.contains("events (\\emph{reading:} at 10\\,MeV) &"))
        #expect(table.contains("events (\\emph{inference:} 50 bins) &"))
        #expect(table.split(separator: "\n").last?.contains("emph") == false)
        let text = ClaimTable.plain([read, inferred, claim(.reproduced)])
        #expect(text.contains("claimed: 600 ± 50 events; Asai2022, p. 3\n"))
        #expect(text.contains("  reading: at 10 MeV\n") && text.contains("  inference: 50 bins\n"))
        #expect(text.hasSuffix("3 claims: 3 reproduced; 1 by our reading, 1 by inference"))
    }

    @Test("says in the text of every verdict how many there are, so that they add up to all")
    func sentence() {
        let all = [Verdict.reproduced, .reproduced, .differs, .differs, .undecided, .notComputed].map { claim($0) }
        #expect(
            ClaimTable.sentence(all)
                == "Of 6 statements 2 are reproduced, 2 differ, 1 is undecided and 1 is not computed")
        #expect(ClaimTable.sentence([claim(.differs)]) == "Of 1 statement 1 differs")
        #expect(
            ClaimTable.sentence([claim(.reproduced), claim(.differs)])
                == "Of 2 statements 1 is reproduced and 1 differs")
        #expect(ClaimTable.sentence([]) == "Of 0 statements none is checked")
    }

    @Test("counts one difference in the singular")
    func summary() {
        #expect(ClaimTable.summary([claim(.differs), claim(.notComputed)]) == "2 claims: 1 differs, 1 not computed")
        #expect(ClaimTable.summary([]) == "0 claims: ")
        #expect(ClaimTable.summary([claim(.reproduced)]) == "1 claim: 1 reproduced")
    }
}
