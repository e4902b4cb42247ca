import LimitModel

/// The header of a limit table: lines `key: value`, plain or behind `#`.
package struct LimitTableHeader {
    /// Those that it may have.
    package let keys: [String]

    /// Of a reader's table.
    package static let suppliedKeys = [
        "name", "label", "source", "confidence level", "mass unit", "coupling", "recast", "role", "region",
    ]
    /// Of a table of the paper, whose name is that of its file.
    package static let publishedKeys =
        suppliedKeys.filter { $0 != "name" && $0 != "source" } + [
            "process", "citation", "experiment", "look", "order", "assumes",
        ] + listKeys
    /// Those that may stand on several lines.
    package static let listKeys = ["input", "map"]

    private(set) var values: [String: (text: String, line: Int)] = [:]
    /// Of ``listKeys``, in the order of the lines.
    private(set) var lists: [String: [(text: String, line: Int)]] = [:]
    /// Remarks that may have been meant as header lines.
    private var suspects: [Suspect] = []
    package let file: String

    private struct Suspect {
        var key: String
        var error: LimitTableError
    }

    package init(file: String, kind: LimitFacts.Kind) {
        self.file = file
        keys = kind == .published ? Self.publishedKeys : Self.suppliedKeys
    }

    private static func key(_ text: some StringProtocol) -> String {
        trimmed(text).lowercased().replacing("-", with: " ").replacing("_", with: " ")
    }

    /// Takes what stands behind `#`: a header line, or a remark. What looks like a header line and is none is kept for
    /// ``refuseSuspects()``.
    package mutating func takeRemark(_ text: String, line: Int, isAfterData: Bool) throws(LimitTableError) {
        if let colon = text.firstIndex(of: ":") {
            let key = Self.key(text[..<colon])
            if keys.contains(key) {
                guard !isAfterData else { throw afterData(text, line: line) }
                return try take(text, line: line)
            }
            // What a reader's table may state would be lost here.
            guard !Self.suppliedKeys.contains(key) else { throw unknown(key, line, nil) }
            guard let near = keys.first(where: { isMisspelling(key, of: $0) }) else { return }
            suspects.append(Suspect(key: near, error: unknown(key, line, near)))
            return
        }
        let words = Self.key(text)
        guard
            let key = keys.first(where: { key in
                words.hasPrefix(key) && words.dropFirst(key.count).first.map { $0 == "=" || $0.isWhitespace } == true
            })
        else { return }
        suspects.append(
            Suspect(
                key: key,
                error: LimitTableError(
                    problem: .headerWithoutColon, file: file, line: line, value: text,
                    reason: "the line begins with the header's key '\(key)' and has no colon",
                    remedy: "write '# \(key): …' at the top of the file, or begin a remark with another word")))
    }

    /// Refuses a remark that looks like a header line with a key that the header does not state.
    package func refuseSuspects() throws(LimitTableError) {
        for suspect in suspects where values[suspect.key] == nil && lists[suspect.key] == nil { throw suspect.error }
    }

    package func afterData(_ text: String, line: Int) -> LimitTableError {
        LimitTableError(
            problem: .headerAfterData, file: file, line: line, value: text,
            reason: "a header line stands among the points", remedy: "move it to the top of the file")
    }

    private func unknown(_ key: String, _ line: Int, _ near: String?) -> LimitTableError {
        LimitTableError(
            problem: .unknownKey, file: file, line: line, value: key, reason: "the header has an unknown key",
            remedy: near.map { "did you mean '# \($0): …'? Otherwise begin the remark with another word" }
                ?? "use one of \(keys.joined(separator: ", ")), or begin a remark with #")
    }

    /// Takes a line with a colon, which must have a known key.
    package mutating func take(_ text: String, line: Int) throws(LimitTableError) {
        guard let colon = text.firstIndex(of: ":") else { return }
        let key = Self.key(text[..<colon])
        let value = trimmed(text[text.index(after: colon)...])
        guard keys.contains(key) else {
            throw unknown(key, line, keys.first { isMisspelling(key, of: $0) })
        }
        if Self.listKeys.contains(key), !value.isEmpty {
            lists[key, default: []].append((try printable(value, key, line), line))
            return
        }
        if let earlier = values[key] {
            throw LimitTableError(
                problem: .repeatedKey, file: file, line: line, value: key,
                reason: "the header states this key again (first on line \(earlier.line))",
                remedy: "keep one of the two")
        }
        guard !value.isEmpty else { throw bad(key, value, line, "write its value behind the colon") }
        values[key] = (value, line)
    }

    package func bad(_ key: String, _ value: String, _ line: Int, _ remedy: String) -> LimitTableError {
        LimitTableError(
            problem: .badHeaderValue, file: file, line: line, value: value,
            reason: "the header's \(key) is not understood", remedy: remedy)
    }

    /// All that is missing at once, so that one look at the message is enough.
    package func missing(_ entries: [(key: String, example: String)?]) -> LimitTableError {
        let entries = entries.compactMap(\.self)
        let keys = entries.map(\.key).joined(separator: ", ")
        let lines = entries.map { "'# \($0.key): \($0.example)'" }.joined(separator: ", ")
        return LimitTableError(
            problem: .missingHeader, file: file, line: nil, value: nil, reason: "the table does not state its \(keys)",
            remedy: "add \(entries.count == 1 ? "a line" : "lines") like \(lines) at its top")
    }

    /// A text that the caption prints: what LaTeX can set everywhere.
    package func text(_ key: String) throws(LimitTableError) -> String? {
        guard let (text, line) = values[key] else { return nil }
        return try printable(text, key, line)
    }

    private func printable(_ text: String, _ key: String, _ line: Int) throws(LimitTableError) -> String {
        func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
            (" "..."~").contains(scalar) || ("À"..."ÿ").contains(scalar) && scalar != "×" && scalar != "÷"
        }
        guard text.unicodeScalars.allSatisfy(isPrintable) else {
            throw bad(key, text, line, "write it with ASCII characters and Western European letters")
        }
        return text
    }

    /// A text that stands on a curve.
    package func label() throws(LimitTableError) -> String? {
        guard let text = try text("label"), let line = values["label"]?.line else { return nil }
        if keys == Self.publishedKeys { return text }
        guard text.count <= Self.longestLabel else {
            throw bad("label", text, line, "shorten it to \(Self.longestLabel) characters, as it stands on the curve")
        }
        guard !text.contains(where: { "\\~^".contains($0) }) else {
            throw bad("label", text, line, "leave out \\, ~ and ^: it is plain text")
        }
        return text
    }

    package static let longestLabel = 40

    package func recast() throws(LimitTableError) -> LimitTable.Recast? {
        guard let (text, line) = values["recast"] else { return nil }
        guard let recast = LimitTable.Recast(rawValue: text.lowercased()) else {
            let known = LimitTable.Recast.allCases.map(\.rawValue).joined(separator: ", ")
            throw bad("recast", text, line, "write one of: \(known)")
        }
        return recast
    }

    package func massUnit() throws(LimitTableError) -> MassUnit? {
        guard let (text, line) = values["mass unit"] else { return nil }
        guard let unit = MassUnit(written: text) else {
            let known = MassUnit.allCases.map(\.rawValue).joined(separator: ", ")
            let isAmbiguous = MassUnit.allCases.contains { $0.rawValue.lowercased() == text.lowercased() }
            throw bad(
                "mass unit", text, line,
                "write one of \(known)" + (isAmbiguous ? "; its capitals say whether milli or mega is meant" : ""))
        }
        return unit
    }

    /// As people write them: blanks and capitals do not matter, but for what stands behind them.
    package func coupling() throws(LimitTableError) -> LimitTable.CouplingKind? {
        guard let (text, line) = values["coupling"] else { return nil }
        let plain = text.lowercased().filter { !$0.isWhitespace && !"_{}$\\*".contains($0) }
            .replacing("′", with: "'").replacing("prime", with: "'").replacing("**", with: "^")
            .replacing("²", with: "^2").replacing("ϵ", with: "ε").replacing("varepsilon", with: "ε")
            .replacing("epsilon", with: "ε").replacing("eps", with: "ε").replacing("α", with: "alpha")
        switch plain {
        case "g'", "g", "gz'", "gzp", "gmu-tau", "gμ-τ": return .gaugeCoupling
        case "g'^2", "g'2", "g^2", "gz'^2": return .gaugeCouplingSquared
        case "alpha'", "alpha'=g'^2/4pi", "g'^2/4pi", "g'^2/(4pi)", "g'^2/4π": return .fineStructure
        case "ε", "χ", "chi": return .kineticMixing
        case "ε^2", "ε2", "χ^2", "chi^2": return .kineticMixingSquared
        case "εe", "eε", "ge": return .chargedMixing
        default:
            throw bad(
                "coupling", text, line,
                "write one of \(LimitTable.CouplingKind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
    }

    /// `90 %`, `90% CL`, `90` or `0.9`.
    package func confidenceLevel() throws(LimitTableError) -> Double? {
        guard let (text, line) = values["confidence level"] else { return nil }
        var number = text.lowercased().filter { !$0.isWhitespace && $0 != "." || $0 == "." }
        for end in ["confidencelevel", "c.l.", "cl", "c.l"] where number.hasSuffix(end) {
            number = String(number.dropLast(end.count))
            break
        }
        let isPercent = number.hasSuffix("%") || number.hasSuffix("percent")
        if isPercent { number = String(number.dropLast(number.hasSuffix("%") ? 1 : 7)) }
        let level = Double(number).map { isPercent || $0 > 1 ? $0 / 100 : $0 }
        guard let level, level >= 0.5, level < 1 else {
            throw bad(
                "confidence level", text, line,
                "write a level from 50 % to below 100 %, such as 90 %"
                    + (text.lowercased().contains("sigma") || text.contains("σ")
                        ? " (2 sigma are 95.45 % of both sides and 97.72 % of one)" : ""))
        }
        return level
    }

    /// Whether the points go around a region: `# region: closed`.
    package func isClosed() throws(LimitTableError) -> Bool {
        guard let (text, line) = values["region"] else { return false }
        guard text.lowercased() == "closed" else { throw bad("region", text, line, "write 'closed', or leave it out") }
        return true
    }

    /// What stands between rows: `# gap`, `# edge: lower` and `# edge: upper`.
    package func mark(_ text: String, line: Int) throws(LimitTableError) -> ScannedTable.Break.Kind? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == ":" }
        if words == ["gap"] { return .gap }
        guard words.first == "edge", text.contains(":") else { return nil }
        switch words.dropFirst().first {
        case "lower" where words.count == 2: return .lowerEdge
        case "upper" where words.count == 2: return .upperEdge
        default: throw bad("edge", text, line, "write '# edge: lower' or '# edge: upper' before the points of an edge")
        }
    }

    package func role() throws(LimitTableError) -> LimitFacts.Role {
        guard let (text, line) = values["role"] else { return .limit }
        guard let role = LimitFacts.Role(rawValue: text.lowercased()) else {
            throw bad("role", text, line, "write limit or projection")
        }
        return role
    }

    /// The stated name, or one from the file's.
    package func name() throws(LimitTableError) -> String {
        if let (text, line) = values["name"] {
            let slug = Self.slug(text)
            guard slug == text else {
                throw bad(
                    "name", text, line,
                    "use lower-case letters, digits and hyphens" + (slug.isEmpty ? "" : ", such as \(slug)"))
            }
            return text
        }
        let last = file.split(separator: "/").last.map(String.init) ?? file
        let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        let slug = Self.slug(stem)
        guard !slug.isEmpty else { throw missing([("name", "my-limit")]) }
        return slug
    }

    private static func slug(_ text: String) -> String {
        let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return parts.joined(separator: "-")
    }
}

/// Whether a word is another but for one letter that is missing, added, wrong or exchanged with its neighbour; for two of
/// these in words of six letters and more.
package func isMisspelling(_ word: String, of known: String) -> Bool {
    let (a, b) = (Array(word), Array(known))
    let allowed = b.count < 6 ? 1 : 2
    guard a != b, abs(a.count - b.count) <= allowed else { return false }
    // The optimal string alignment distance, row by row.
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
            row.append(cost)
        }
        (before, previous) = (previous, row)
    }
    return previous[b.count] <= allowed
}

/// Without blanks at either end.
package func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
}
