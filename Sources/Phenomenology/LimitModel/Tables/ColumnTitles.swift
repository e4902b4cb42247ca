/// The line of column names above the rows of a table: what it says of units and edges.
package struct ColumnTitles: Sendable {
    /// As written, one a column where commas separate them, without those of ``errorColumns``.
    package var names: [String]
    /// The columns at the end that are named as errors of others: `error of g'`. They are not read.
    package var errorColumns: Int
    package var line: Int
    /// In brackets behind the first name, or after an underscore or a slash: `mass [MeV]`, `m_GeV`.
    package var massUnit: MassUnit?

    /// Nil where the line is none of names.
    package init?(_ text: String, line: Int) {
        let parts =
            text.contains(",")
            ? text.split(separator: ",").map(String.init) : text.split(whereSeparator: \.isWhitespace).map(String.init)
        let names = parts.map { part in
            String(part.lowercased().filter { $0 != "\"" }.drop(while: \.isWhitespace))
        }
        guard let first = names.first?.first, first.isLetter, names.allSatisfy({ Double($0) == nil }) else {
            return nil
        }
        // What the program exports has its numerical errors behind the edges.
        let kept = names.lastIndex { !$0.hasPrefix("error of ") }.map { $0 + 1 } ?? 0
        self.names = Array(names[..<kept])
        errorColumns = names.count - kept
        self.line = line
        massUnit = MassUnit.all(in: text.contains(",") ? parts[0] : text).first
    }

    /// Of a remark that names the columns, as collections write it: `# mass [eV] kinetic mixing`, `# mass lower upper`. Prose
    /// has neither a unit in brackets nor edges.
    package init?(remark text: String, line: Int) {
        guard let named = ColumnTitles(text, line: line), let first = named.names.first,
            first == "m" || first.hasPrefix("mass") || first.hasPrefix("m_") || first.hasPrefix("m["),
            named.edges != nil
                || MassUnit.allCases.contains(where: {
                    text.contains("[\($0.rawValue)]") || text.contains("(\($0.rawValue))")
                })
        else { return nil }
        self = named
    }

    package enum Edge: Sendable { case lower, upper }

    /// Which edges the second and the third column are; nil where the names do not say.
    package var edges: (Edge, Edge)? {
        guard names.count >= 3, let second = Self.edge(names[names.count - 2]),
            let third = Self.edge(names[names.count - 1]),
            second != third
        else { return nil }
        return (second, third)
    }

    /// Whether the last name is that of an uncertainty.
    package var endsWithError: Bool {
        guard let last = names.last, names.count >= 3 else { return false }
        return ["err", "unc", "sigma", "delta", "±", "δ", "σ"].contains { last.contains($0) }
    }

    private static func edge(_ name: String) -> Edge? {
        if ["low", "min", "bottom", "lo", "down"].contains(where: name.contains) { return .lower }
        if ["up", "max", "high", "top", "hi"].contains(where: name.contains) { return .upper }
        return nil
    }
}
