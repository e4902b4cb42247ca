import LimitModel
import NumericalMethods

extension LimitTable {
    /// Reads a table.
    ///
    /// Two forms are known: comma-separated values, `mass,coupling` with or without a line of column names, and the
    /// columns of the field's collections, separated by blanks. Three columns are a mass with a lower and an upper edge.
    /// Lines beginning with `#`, `%`, `!` or `//` are remarks, except those that state a header key, `# mass unit: MeV`;
    /// header lines stand before the first point. Masses rise or fall, or go around a closed region; see ``TableShape``. A
    /// remark that looks like a header line (misspelt, without its colon, after the first point) is refused where that key
    /// is not stated: it would change the meaning of the table without a word.
    ///
    /// - Parameters:
    ///   - file: the name of the file, for messages and for the name of a table that does not state one.
    ///   - kind: `published` for a table of the paper, `supplied` for a reader's.
    ///   - assumptions: what holds where the file does not say.
    package init(
        bytes: [UInt8], file: String, kind: LimitFacts.Kind = .supplied, assuming assumptions: Assumptions = .none
    ) throws(LimitTableError) {
        var header = LimitTableHeader(file: file, kind: kind)
        var table = ScannedTable()
        var titles: ColumnTitles?
        var scanner = try TableScanner(bytes, file: file)
        func exponent() throws(LimitTableError) -> Int {
            (try header.massUnit() ?? titles?.massUnit ?? assumptions.massUnit)?.exponent ?? 0
        }
        while let other = try scanner.scan(
            into: &table, massExponent: try exponent(), errorColumns: titles?.errorColumns ?? 0)
        {
            if other.isRemark {
                if let kind = try header.mark(other.text, line: other.line) {
                    table.breaks.append(.init(kind: kind, row: table.count, line: other.line))
                } else {
                    try header.takeRemark(other.text, line: other.line, isAfterData: table.count > 0)
                    if table.count == 0, let named = ColumnTitles(remark: other.text, line: other.line) {
                        titles = named
                    }
                }
            } else if table.count == 0, let named = ColumnTitles(other.text, line: other.line),
                !other.text.contains(":")
            {
                titles = named
            } else if other.text.contains(":") {
                guard table.count == 0 else { throw header.afterData(other.text, line: other.line) }
                try header.take(other.text, line: other.line)
            } else {
                throw LimitTableError(
                    problem: .notANumber, file: file, line: other.line, value: other.text,
                    reason: "the line holds neither numbers nor a header key",
                    remedy: "begin a remark with #, or write 'mass,coupling' in numbers")
            }
        }
        try header.refuseSuspects()
        try self.init(table, titles: titles, header: header, kind: kind, assumptions: assumptions)
    }

    /// GeV, and g′ or ε: what is beyond cannot be meant.
    private static let possibleMasses = 1e-31...1e19
    private static let possibleCouplings = 1e-30...1e30

    private init(
        _ table: ScannedTable, titles: ColumnTitles?, header: LimitTableHeader, kind: LimitFacts.Kind,
        assumptions: Assumptions
    ) throws(LimitTableError) {
        let headerUnit = try header.massUnit()
        if let named = titles?.massUnit, let headerUnit, named != headerUnit, let titles {
            throw LimitTableError(
                problem: .badHeaderValue, file: header.file, line: titles.line, value: named.rawValue,
                reason:
                    "the column of masses is named in \(named.rawValue), and the header says \(headerUnit.rawValue)",
                remedy: "correct one of the two")
        }
        let statedUnit = headerUnit ?? titles?.massUnit
        let statedCoupling = try header.coupling()
        let statedLevel = try header.confidenceLevel()
        if table.count == 0, header.values.isEmpty {
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
        if column.base == .gaugeCoupling, let recast, let line = header.values["recast"]?.line {
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
        coupling = column.base
        assumed = []
        if statedUnit == nil { assumed.append(.init("mass unit", unit.rawValue)) }
        if statedCoupling == nil { assumed.append(.init("coupling", column.tex)) }
        if statedLevel == nil { assumed.append(.init("confidence level", "\(decimal(100 * level))\\,\\%")) }
        let shape = try TableShape(
            try Self.based(table, column, header.file), file: header.file, isClosed: try header.isClosed(),
            titles: titles, unit: unit)
        if shape.assumesEdges { assumed.append(.init("columns", "mass, lower edge, upper edge")) }
        (pieces, thinning) = shape.pieces.thinned()
        pointCount = table.count
        warnings = Self.warnings(of: pieces, shape)
    }

    /// The couplings as the base of their kind, all within what can be meant.
    private static func based(
        _ table: ScannedTable, _ kind: CouplingKind, _ file: String
    ) throws(LimitTableError) -> ScannedTable {
        var table = table
        if let factor = kind.squareFactor { table.takeRoots(factor: factor) }
        guard
            let row = table.firstRow(outside: possibleMasses, possibleCouplings)
        else { return table }
        throw LimitTableError(
            problem: .outOfRange, file: file, line: Int(table.lines[row]),
            value: "\(table.masses[row]) GeV, \(table.couplings[row])",
            reason: "no particle has such a mass or coupling",
            remedy: "correct the point, or the mass unit in the header")
    }
}
