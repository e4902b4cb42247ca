import NumericalMethods

/// The table of claims, for LaTeX and for a terminal.
package enum ClaimTable {
    /// Rows for a `tabular` of four columns: statement, rule, value, verdict.
    package static func tex(_ claims: [ClaimResult]) -> String {
        let rows = rows(claims)
        return rows.isEmpty ? head : head + "\n  " + rows
    }

    /// The line above the rows.
    private static let head = "Statement & Tolerance & This work & Verdict \\\\ \\hline"

    /// The same rows without a line above them, for a table of several groups; empty without claims.
    package static func rows(_ claims: [ClaimResult]) -> String {
        claims.map { claim in
            let values = claim.values.map { value in
                (value.label.isEmpty ? "" : TeX.escaped(value.label) + ": ") + "$\(value.tex)$"
            }
            let unit = claim.unit.isEmpty || claim.unit == "events" ? "" : "\\," + TeX.escaped(claim.unit)
            let shown = values.isEmpty ? "--" : values.joined(separator: "; ") + unit
            return "\(claim.statement.tex)\(mark(claim)) & \(rule(claim)) & \(shown) & \(verdict(claim)) \\\\"
        }.joined(separator: "\n  ")
    }

    /// With the inputs for which the statement is not made.
    private static func verdict(_ claim: ClaimResult) -> String {
        guard let others = claim.otherInputs, !others.isEmpty else { return claim.verdict.rawValue }
        return "\(claim.verdict.rawValue) (\(others.map(TeX.escaped).joined(separator: ", ")))"
    }

    /// What of the statement is ours.
    private static func mark(_ claim: ClaimResult) -> String {
        claim.reading.map { " (\\emph{\($0.kind.rawValue):} \($0.text.tex))" } ?? ""
    }

    private static func rule(_ claim: ClaimResult) -> String {
        guard !claim.rule.isEmpty else { return "--" }
        let text = TeX.escaped(claim.rule).replacing("±", with: "$\\pm$")
        // Few rules have one, and a regular expression is compiled on each use.
        guard text.contains("e-") || text.contains("e+") else { return text }
        return text.replacing(#/([0-9.]+)e\+?(-?)0*([0-9]+)/#) { number in
            "$\(number.output.1)\\times10^{\(number.output.2)\(number.output.3)}$"
        }
    }

    /// One block a claim, then the sum.
    package static func plain(_ claims: [ClaimResult]) -> String {
        var lines: [String] = []
        let width = max(26, claims.map(\.id.count).max() ?? 0)
        for claim in claims {
            lines.append(
                "\(claim.verdict.rawValue.padded(to: 13)) \(claim.id.padded(to: width)) \(claim.statement.plain)")
            let unit = claim.unit.isEmpty ? "" : " " + claim.unit
            for value in claim.values {
                let label = value.label.isEmpty ? "" : value.label + ": "
                let mark = value.verdict == .reproduced || claim.values.count == 1 ? "" : " (\(value.verdict.rawValue))"
                lines.append(
                    indent
                        + "\(label)\(value.plainText)\(unit), numerical error \(decimal(value.error, digits: 6))\(mark)"
                )
            }
            let place = "\(claim.source), \(claim.place)"
            lines.append(indent + "claimed: " + (claim.rule.isEmpty ? place : "\(claim.rule); \(place)"))
            if let reading = claim.reading { lines.append(indent + "\(reading.kind.rawValue): \(reading.text.plain)") }
            if let explanation = claim.explanation { lines.append(indent + explanation) }
        }
        lines.append(summary(claims))
        return lines.joined(separator: "\n")
    }

    /// `16 claims: 11 reproduced, 4 differ, 1 not computed; 3 by our reading, 2 by inference`.
    package static func summary(_ claims: [ClaimResult]) -> String {
        let counts = Verdict.allCases.map { verdict in
            (verdict, claims.count { $0.verdict == verdict })
        }
        let parts = counts.filter { $0.1 > 0 }.map { verdict, count in
            "\(count) \(verdict == .differs && count != 1 ? "differ" : verdict.rawValue)"
        }
        let marks = [("by our reading", ClaimReading.Kind.reading), ("by inference", .inference)].map { words, kind in
            (words, claims.count { $0.reading?.kind == kind })
        }
        let ours = marks.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return "\(claims.count) claim\(claims.count == 1 ? "" : "s"): " + parts.joined(separator: ", ")
            + (ours.isEmpty ? "" : "; " + ours.joined(separator: ", "))
    }

    /// `Of 16 statements 12 are reproduced, 3 differ and 1 is not computed`: every verdict that occurs, for the text.
    package static func sentence(_ claims: [ClaimResult]) -> String {
        let parts = Verdict.allCases.compactMap { verdict -> String? in
            let count = claims.count { $0.verdict == verdict }
            guard count > 0 else { return nil }
            if verdict == .differs { return "\(count) differ\(count == 1 ? "s" : "")" }
            return "\(count) \(count == 1 ? "is" : "are") \(verdict.rawValue)"
        }
        let all = "Of \(claims.count) statement\(claims.count == 1 ? "" : "s") "
        guard let last = parts.last, parts.count > 1 else { return all + (parts.first ?? "none is checked") }
        return all + parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static let indent = String(repeating: " ", count: 14)
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
