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
            lines += ["", "Say nothing of this mass, as their curves end before it:"]
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
        let worst = limits.filter { $0.excluded && $0.bound == .coupling }.max { $0.ratio < $1.ratio }
        return "excluded by \(excludedBy.joined(separator: ", "))"
            + (worst.map { String(format: "; most by %@, whose limit it exceeds %.3g-fold", $0.name, $0.ratio) } ?? "")
    }

    private func section(_ title: String, _ rows: [Row], verdict: String) -> [String] {
        guard !rows.isEmpty else { return ["\(title): none covers this mass"] }
        let head = [title, "g/g_limit", "g_limit", "C.L.", "kind", "", "sources"]
        let cells =
            [head]
            + rows.map { row in
                [
                    "  " + row.name, decimal(row.ratio), decimal(row.limit),
                    row.confidenceLevel.map { String(format: "%g %%", 100 * $0) } ?? "not stated",
                    row.kind.rawValue + (row.bound == .mass ? ", of the mass, down to g_limit" : ""),
                    row.excluded ? verdict : "-",
                    row.sources.isEmpty ? "your table" : row.sources.joined(separator: ", "),
                ]
            }
        let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            row.indices.map { Self.padded(row[$0], to: $0 == row.count - 1 ? 0 : widths[$0]) }
                .joined(separator: "  ")
        }
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
