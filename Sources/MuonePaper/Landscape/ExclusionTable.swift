import Foundation
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension ExclusionAnswer {
    /// The answer as a table for people.
    var plainText: String {
        var lines = [headline, ""]
        lines += section("Limits", limits, verdict: "excluded")
        lines += [""] + section("Projections (exclude nothing yet)", projections, verdict: "within reach")
        if !ended.isEmpty {
            lines += ["", "Say nothing of this mass, which their curves do not reach, or where they have a gap:"]
            let width = ended.map(\.name.count).max() ?? 0
            lines += ended.map { row in
                "  " + Self.padded(row.name, to: width) + "  \(row.kind.rawValue) \(row.role.rawValue), "
                    + "\(Observable<PaperParameters>.massText(row.masses.from)) to \(Observable<PaperParameters>.massText(row.masses.to))"
            }
        }
        lines += ["", moment]
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        guard !limits.isEmpty else { return "unknown: no limit covers this mass" }
        guard excluded else { return "allowed: no limit that covers this mass excludes the point" }
        let worst = limits.filter { $0.excluded && $0.bound == .coupling }
            .compactMap { row in row.ratio.map { (name: row.name, ratio: $0) } }.filter { $0.ratio > 1 }
            .max { $0.ratio < $1.ratio }
        return "excluded by \(excludedBy.joined(separator: ", "))"
            + (worst.map { "; most by \($0.name), whose limit it exceeds \(decimal($0.ratio, digits: 3))-fold" } ?? "")
    }

    private func section(_ title: String, _ rows: [Row], verdict: String) -> [String] {
        guard !rows.isEmpty else { return ["\(title): none covers this mass"] }
        let head = [title, "g/g_limit", "g_limit", "C.L.", "kind", "", "sources"]
        let cells =
            [head]
            + rows.map { row in
                [
                    "  " + row.name, row.ratio.map { decimal($0) } ?? "-", row.limit.map { decimal($0) } ?? "none",
                    row.confidenceLevel.map { String(format: "%g %%", 100 * $0) } ?? "not stated",
                    row.kind.rawValue + (row.bound == .mass ? ", of the mass, down to g_limit" : ""),
                    (row.excluded ? verdict : "-") + Self.twoSided(row.ranges),
                    row.sources.isEmpty ? "your table" : row.sources.joined(separator: ", "),
                ]
            }
        let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            row.indices.map { Self.padded(row[$0], to: $0 == row.count - 1 ? 0 : widths[$0]) }
                .joined(separator: "  ")
        }
    }

    /// What a limit of two sides excludes.
    private static func twoSided(_ ranges: [LimitAnswer.Range]) -> String {
        guard ranges.contains(where: { $0.to != nil || $0.from == 0 }) else { return "" }
        let texts = ranges.map { range in
            range.to.map { "\(decimal(range.from)) to \(decimal($0))" } ?? "\(decimal(range.from)) and above"
        }
        return " (of \(texts.joined(separator: ", ")))"
    }

    private var moment: String {
        let values = String(
            format: "Muon g-2: the point shifts a_mu by %.4g; measured %.4g ± %.2g, %.2g standard deviations away",
            magneticMoment.shift, magneticMoment.deviation, magneticMoment.uncertainty, magneticMoment.pull.magnitude)
        let side = magneticMoment.pull > 0 ? "below" : "above"
        return values + (magneticMoment.withinTwoSigma ? " (favoured)" : " (\(side) the favoured band)")
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
