import LimitModel
import NumericalMethods

extension LimitTable {
    /// Reads a table.
    ///
    /// Two forms are known: comma-separated values, `mass,coupling` with or without a line of column names, and the
    /// two-column form of the field's collections, separated by blanks. Lines beginning with `#` are remarks, except those
    /// that state a header key, `# mass unit: MeV`; header lines stand before the first point. UTF-8, with or without a
    /// byte-order mark; any line ends. Masses must be strictly monotone, and all numbers positive and finite. A remark that
    /// looks like a header line (misspelt, without its colon, after the first point) is refused where that key is not
    /// stated: it would change the meaning of the table without a word.
    ///
    /// - Parameters:
    ///   - file: the name of the file, for messages and for the name of a table that does not state one.
    ///   - kind: `published` for a table of the paper, `supplied` for a reader's.
    ///   - assumptions: what holds where the file does not say.
    package init(
        bytes: [UInt8], file: String, kind: LimitFacts.Kind = .supplied, assuming assumptions: Assumptions = .none
    ) throws(LimitTableError) {
        guard bytes.count <= Self.mostBytes else {
            throw LimitTableError(
                problem: .tooLarge, file: file, line: nil, value: nil,
                reason: "the file has \(bytes.count) bytes, more than \(Self.mostBytes)",
                remedy: "keep the points that the curve needs")
        }
        var header = LimitTableHeader(file: file, kind: kind)
        var rows: [Row] = []
        var titleLine: Int?
        for (number, text) in try Self.lines(of: bytes, file: file) {
            let line = trimmed(text)
            if line.isEmpty { continue }
            if line.hasPrefix("#") {
                let remark = trimmed(line.drop { $0 == "#" })
                try header.takeRemark(remark, line: number, isAfterData: !rows.isEmpty)
                continue
            }
            if line.contains(":") {
                guard rows.isEmpty else {
                    throw header.afterData(line, line: number)
                }
                try header.take(line, line: number)
                continue
            }
            let fields = try Self.fields(of: line, number: number, file: file)
            if rows.isEmpty, titleLine == nil, fields.allSatisfy({ $0.first.map(\.isLetter) == true }),
                fields.allSatisfy({ Double($0) == nil })
            {
                titleLine = number
                continue
            }
            guard rows.count < Self.mostPoints else {
                throw LimitTableError(
                    problem: .tooManyPoints, file: file, line: number, value: nil,
                    reason: "the table has more than \(Self.mostPoints) points",
                    remedy: "keep those that the curve needs: it is drawn with straight lines between them")
            }
            rows.append(
                Row(
                    line: number, mass: try Self.number(fields[0], "mass", number, file), massText: fields[0],
                    coupling: try Self.number(fields[1], "coupling", number, file)))
        }
        try header.refuseSuspects()
        try self.init(rows: rows, header: header, kind: kind, assumptions: assumptions)
    }

    /// A curve on a page has far fewer.
    package static let mostPoints = 20_000
    package static let mostBytes = 4_000_000
    /// GeV, and g′ or ε: what is beyond cannot be meant.
    private static let possibleMasses = 1e-15...1e19
    private static let possibleCouplings = 1e-30...1e30

    /// A point as written.
    private struct Row {
        var line: Int
        var mass: Double
        var massText: String
        var coupling: Double
    }

    private init(
        rows: [Row], header: LimitTableHeader, kind: LimitFacts.Kind, assumptions: Assumptions
    ) throws(LimitTableError) {
        let statedUnit = try header.massUnit()
        let statedCoupling = try header.coupling()
        let statedLevel = try header.confidenceLevel()
        if rows.isEmpty, header.values.isEmpty {
            throw LimitTableError(
                problem: .tooFewPoints, file: header.file, line: nil, value: nil,
                reason: "the file holds neither a header nor points",
                remedy: "fill it, or take it out of the folder")
        }
        let (unit, column) = (statedUnit ?? assumptions.massUnit, statedCoupling ?? assumptions.coupling)
        let level = statedLevel ?? assumptions.confidenceLevel
        let source = try header.text("source") ?? assumptions.source
        guard let unit, let column, let level, source != nil || kind == .published else {
            throw header.missing([
                unit == nil ? ("mass unit", "MeV") : nil, column == nil ? ("coupling", "g'") : nil,
                level == nil ? ("confidence level", "90 %") : nil,
                source == nil && kind != .published ? ("source", "where the points come from") : nil,
            ])
        }
        let recast = try header.recast()
        if column == .gaugeCoupling, let recast, let line = header.values["recast"]?.line {
            throw header.bad(
                "recast", recast.rawValue, line, "leave it out: a table of g' needs none (or write coupling: epsilon)")
        }
        file = header.file
        self.kind = kind
        published = kind == .published ? try header.publication() : nil
        name = try header.name()
        label = try header.label() ?? name
        self.recast = recast
        self.source = source
        confidenceLevel = level
        role = try header.role()
        coupling = column == .kineticMixingSquared ? .kineticMixing : column
        assumed = []
        if statedUnit == nil { assumed.append(.init("mass unit", unit.rawValue)) }
        if statedCoupling == nil {
            assumed.append(.init("coupling", column == .gaugeCoupling ? "$g'$" : "$\\epsilon$"))
        }
        if statedLevel == nil { assumed.append(.init("confidence level", "\(decimal(100 * level))\\,\\%")) }
        let ordered = try Self.ascending(rows, file: header.file)
        lines = ordered.map(\.line)
        points = ordered.map { row in
            LimitPoint(
                mass: Self.shifted(row.massText, row.mass, by: unit.exponent),
                coupling: column == .kineticMixingSquared ? row.coupling.squareRoot() : row.coupling)
        }
        for (point, row) in zip(points, ordered) {
            guard !Self.possibleMasses.contains(point.mass) || !Self.possibleCouplings.contains(point.coupling) else {
                continue
            }
            throw LimitTableError(
                problem: .outOfRange, file: header.file, line: row.line, value: "\(row.massText) \(row.coupling)",
                reason: "no particle has such a mass (\(point.mass) GeV) or coupling",
                remedy: "correct the point, or the mass unit in the header")
        }
    }

    /// The decimal point is moved in the text, so that `0.1` in GeV and `100` in MeV are the same number.
    private static func shifted(_ text: String, _ value: Double, by exponent: Int) -> Double {
        let parts = text.lowercased().split(separator: "e")
        guard let mantissa = parts.first, let own = parts.count > 1 ? Int(parts[1]) : 0,
            let result = Double("\(mantissa)e\(own + exponent)")
        else { return value }
        return result
    }

    private static func ascending(_ rows: [Row], file: String) throws(LimitTableError) -> [Row] {
        guard rows.count >= 2 else {
            throw LimitTableError(
                problem: .tooFewPoints, file: file, line: nil, value: "\(rows.count)",
                reason: "a curve needs two points, and this is the number found",
                remedy: "give lines of mass and coupling")
        }
        var lineOfMass: [Double: Int] = [:]
        for row in rows {
            if let earlier = lineOfMass[row.mass] {
                throw LimitTableError(
                    problem: .repeatedMass, file: file, line: row.line, value: row.massText,
                    reason: "this mass was given before, on line \(earlier)",
                    remedy: "keep one point for each mass (a closed region needs two tables)")
            }
            lineOfMass[row.mass] = row.line
        }
        let rises = rows[0].mass < rows[1].mass
        for (previous, row) in zip(rows, rows.dropFirst()) where (previous.mass < row.mass) != rises {
            throw LimitTableError(
                problem: .notMonotone, file: file, line: row.line, value: row.massText,
                reason: "the masses \(rises ? "rise" : "fall") up to \(previous.massText) on line \(previous.line) "
                    + "and then turn back",
                remedy: "sort the points by mass (a closed region needs two tables)")
        }
        return rises ? rows : rows.reversed()
    }

    private static func fields(of line: String, number: Int, file: String) throws(LimitTableError) -> [String] {
        if line.contains(";") {
            throw LimitTableError(
                problem: .wrongSeparator, file: file, line: number, value: line,
                reason: "the columns are separated by semicolons",
                remedy: "separate them by a comma or by blanks, with a point before the decimals")
        }
        let fields =
            line.contains(",")
            ? line.split(separator: ",", omittingEmptySubsequences: false).map { unquoted(trimmed($0)) }
            : line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 2 else {
            throw LimitTableError(
                problem: .wrongColumnCount, file: file, line: number, value: line,
                reason: "a line has \(fields.count) \(fields.count == 1 ? "column" : "columns"), not mass and coupling",
                remedy: fields.count == 3
                    ? "keep two columns; the lower and upper edges of a closed region are two tables, and decimals take a point"
                    : "give two columns, separated by a comma or by blanks; decimals take a point")
        }
        return fields
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return trimmed(text.dropFirst().dropLast())
    }

    private static func number(
        _ text: String, _ column: String, _ line: Int, _ file: String
    ) throws(LimitTableError) -> Double {
        // Double also reads hexadecimal numbers, which no table means.
        guard let value = Double(text), !text.lowercased().contains("x") else {
            throw LimitTableError(
                problem: .notANumber, file: file, line: line, value: text, reason: "the \(column) is not a number",
                remedy: "write it like 0.05 or 5e-2, without a unit")
        }
        guard value.isFinite else {
            throw LimitTableError(
                problem: .notFinite, file: file, line: line, value: text, reason: "the \(column) is not finite",
                remedy: "leave out the points where there is no limit")
        }
        guard value >= .leastNormalMagnitude else {
            throw LimitTableError(
                problem: .notPositive, file: file, line: line, value: text, reason: "the \(column) is not positive",
                remedy: "give the numbers themselves, not their logarithms, and leave out zeros")
        }
        return value
    }
}
