import LimitModel
import NumericalMethods

/// A form in which collections of limits keep their points. All begin with header lines that a folder of tables of this
/// program takes as well.
package enum LimitFormat: String, CaseIterable, Sendable {
    /// Comma-separated values with units and errors in columns of their own.
    case csv
    /// DarkCast's: masses in GeV, the lower edge, and an upper one where there is one. Its reader takes the names of the
    /// columns from the first line.
    case darkcast
    /// AxionLimits': two columns, masses in eV. A region with two edges is a closed line.
    case axionlimits

    var ending: String {
        switch self {
        case .csv: "csv"
        case .darkcast: "lmt"
        case .axionlimits: "txt"
        }
    }

    /// For the index.
    var meaning: String {
        switch self {
        case .csv: "comma-separated values: mass in GeV, coupling, numerical error; units in the names of the columns"
        case .darkcast:
            "DarkCast's columns: mass in GeV, lower and, where there is one, upper edge; it reads no closed line"
        case .axionlimits: "AxionLimits' columns: mass in eV, coupling; a region with two edges is a closed line"
        }
    }

    private var massUnit: String { self == .axionlimits ? "eV" : "GeV" }

    /// The file of a piece.
    ///
    /// - Parameter number: the piece's among several, and how many there are; nil for the only one.
    func text(_ limit: ExportedLimit, _ piece: ExportedCurve.Piece, number: (Int, of: Int)?) -> String {
        let (columns, rows, isClosed) = table(piece, of: limit.curve.coupling)
        var lines: [String] = []
        if self == .darkcast { lines.append(piece.shape == .between ? "# mass lower upper" : "# mass lower") }
        lines += header(limit, number: number)
        if isClosed { lines.append("# region: closed") }
        lines += remarks(limit, piece, isClosed: isClosed).map { "# \($0)" }
        switch self {
        case .csv: lines.append(columns.joined(separator: ","))
        case .darkcast: break
        case .axionlimits: lines.append("# m [eV]  \(limit.curve.coupling.rawValue) [dimensionless]")
        }
        lines += rows.map { $0.joined(separator: self == .csv ? "," : "  ") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func header(_ limit: ExportedLimit, number: (Int, of: Int)?) -> [String] {
        let suffix = number.map { " (\($0) of \($1))" } ?? ""
        let label = PlainText(limit.facts.label).label
        var lines = [
            "# label: \(label.prefix(40 - suffix.count))\(suffix)",
            "# role: \(limit.facts.role.rawValue)", "# mass unit: \(massUnit)",
            "# coupling: \(limit.curve.coupling.rawValue)",
        ]
        if limit.curve.coupling == .mixing { lines.append("# recast: electron") }
        if let level = limit.statableLevel {
            lines.append("# confidence level: \(decimal(100 * level, digits: 10)) %")
        }
        return lines + ["# source: \(limit.source)"]
    }

    /// What a reader should know, each on a line; none begins like a line of the header.
    private func remarks(_ limit: ExportedLimit, _ piece: ExportedCurve.Piece, isClosed: Bool) -> [String] {
        let facts = limit.facts
        let process = PlainText(facts.process).ascii
        var remarks = ["This is a \(facts.kind.rawValue) \(facts.role.rawValue): \(process)"]
        if limit.statableLevel == nil {
            remarks.append(
                (facts.confidenceLevel.map { "Its level is \(decimal(100 * $0)) %" }
                    ?? "No level of confidence is stated")
                    + ", so that there is none in the header: add one before this file is read as a limit")
        }
        if facts.role == .limit, !limit.excludes {
            remarks.append("It does not count towards what the paper calls excluded")
        }
        if facts.extent == .mass {
            remarks.append("A bound on the mass alone, which holds down to these couplings")
        }
        let masses = facts.masses
        remarks.append(
            "Stated from \(decimal(masses.lowerBound, digits: 6)) to \(decimal(masses.upperBound, digits: 6)) GeV; "
                + (isClosed
                    ? "the inside is excluded, and the last point joins the first"
                    : piece.shape == .between
                        ? "between the two columns all is excluded" : "above the points all is excluded"))
        remarks.append(
            "Numerical error of the points at most \(decimal(limit.curve.largestError, digits: 2)) (relative); between them "
                + limit.curve.interpolation.text)
        for input in facts.inputs where input.name != "source" {
            remarks.append("- \(PlainText(input.name).ascii) \(PlainText(input.value).ascii)")
        }
        return remarks + limit.curve.remarks
    }

    // MARK: Numbers

    private func table(
        _ piece: ExportedCurve.Piece, of coupling: ExportedCurve.Coupling
    ) -> (columns: [String], rows: [[String]], isClosed: Bool) {
        let name = coupling.rawValue
        let isClosed = piece.shape == .outline || piece.shape == .between && self == .axionlimits
        guard piece.shape == .between else {
            return (
                ["mass [\(massUnit)]", "coupling \(name) [1]", "error of \(name) [1]"],
                piece.points.map { point in
                    [mass(point)] + cells(point.coupling)
                }, isClosed
            )
        }
        if isClosed {
            let upper = piece.points.reversed().compactMap { point in
                point.upper.map { ExportedCurve.Point(mass: point.mass, coupling: $0) }
            }
            return table(ExportedCurve.Piece(.outline, piece.points + upper), of: coupling)
        }
        return (
            [
                "mass [\(massUnit)]", "lower coupling \(name) [1]", "upper coupling \(name) [1]",
                "error of lower \(name) [1]", "error of upper \(name) [1]",
            ],
            piece.points.map { point in
                let edges = point.edges.map(cells)
                return [mass(point)] + edges.map { $0[0] } + edges.flatMap { $0.dropFirst() }
            }, isClosed
        )
    }

    /// The number, and its error where that has a column.
    private func cells(_ estimate: Estimate) -> [String] {
        self == .csv ? ["\(estimate.value)", "\(estimate.error)"] : ["\(estimate.value)"]
    }

    private func mass(_ point: ExportedCurve.Point) -> String {
        self == .axionlimits ? Self.shifted(point.mass, by: 9) : "\(point.mass)"
    }

    /// A number times a power of ten, whose decimal point is moved in the text: read back it is the same number.
    static func shifted(_ value: Double, by power: Int) -> String {
        let parts = "\(value)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let digits = mantissa.joined()
        let significant = digits.drop { $0 == "0" }
        var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + power + mantissa[0].count - 1
        exponent -= digits.count - significant.count
        var rest = String(significant.dropFirst())
        while rest.last == "0" { rest.removeLast() }
        return "\(significant.prefix(1))\(rest.isEmpty ? "" : ".")\(rest)e\(exponent)"
    }
}
