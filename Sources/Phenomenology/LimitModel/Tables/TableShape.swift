import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes the pieces of a limit from the rows of a table: curves above which all is excluded, ascending in mass, and closed
/// outlines.
package struct TableShape {
    private let table: ScannedTable
    private let file: String
    /// Whether the file says that its points go around a region.
    private let isClosed: Bool
    private let titles: ColumnTitles?
    private let unit: MassUnit
    package private(set) var pieces: [TablePiece] = []
    /// Blank lines that may have been meant as gaps.
    package private(set) var blankLines: [Int] = []
    /// Rows between gaps: they exclude one mass alone, and are left out.
    package private(set) var loneLines: [Int] = []
    /// Rows that say by a coupling that none can be that there is no limit.
    package private(set) var signLines: [Int] = []
    /// Whether the third column was taken for the upper edge although nothing says so.
    package private(set) var assumesEdges = false

    package init(
        _ table: ScannedTable, file: String, isClosed: Bool, titles: ColumnTitles?, unit: MassUnit
    ) throws(LimitTableError) {
        self.table = table
        self.file = file
        self.isClosed = isClosed
        self.titles = titles
        self.unit = unit
        guard table.count >= 2 else {
            throw LimitTableError(
                problem: .tooFewPoints, file: file, line: nil, value: "\(table.count)",
                reason: "a curve needs two points, and this is the number found",
                remedy: "give lines of mass and coupling")
        }
        if !table.thirds.isEmpty {
            try bands()
        } else if table.breaks.contains(where: { $0.kind == .lowerEdge || $0.kind == .upperEdge }) {
            try edges()
        } else {
            for run in runs(splitAt: [.gap]) {
                for part in isClosed ? [run] : withoutSigns(run, least: Self.leastCurveSign) {
                    try curves(part)
                }
            }
        }
        guard !pieces.isEmpty else {
            throw LimitTableError(
                problem: .tooFewPoints, file: file, line: signLines.first ?? loneLines.first, value: nil,
                reason: loneLines.isEmpty
                    ? "every row says that there is no limit" : "no two rows beside each other have a limit",
                remedy: "take the file out of the folder")
        }
    }

    // MARK: - Rows

    private func point(_ row: Int) -> LimitPoint {
        LimitPoint(mass: table.masses[row], coupling: table.couplings[row])
    }

    /// As the file has it.
    private func mass(_ row: Int) -> String {
        decimal(table.masses[row] / pow(10, Double(unit.exponent)), digits: 10)
    }

    private func line(_ row: Int) -> Int { Int(table.lines[row]) }

    /// The rows between breaks of some kinds.
    private func runs(splitAt kinds: [ScannedTable.Break.Kind]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for row in table.breaks.filter({ kinds.contains($0.kind) }).map(\.row) + [table.count] where row > start {
            runs.append(start..<row)
            start = row
        }
        return runs
    }

    private func falls(_ rows: Range<Int>) -> Bool {
        table.masses[rows.lowerBound] > table.masses[rows.upperBound - 1]
    }

    private func segment(_ rows: some Collection<Int>, isOutline: Bool) -> TablePiece {
        var points: [LimitPoint] = []
        var lines: [Int] = []
        points.reserveCapacity(rows.count)
        lines.reserveCapacity(rows.count)
        for row in rows where points.last != point(row) {
            points.append(point(row))
            lines.append(line(row))
        }
        return TablePiece(LimitSegment(points: points, isOutline: isOutline), lines: lines)
    }

    /// 1 where the masses never fall, −1 where they never rise, 0 where all are one; nil where they turn back, with the
    /// first row that does.
    private func direction(_ rows: Range<Int>) -> (direction: Int?, turn: Int) {
        var direction = 0
        for row in rows.dropFirst() {
            let (last, mass) = (table.masses[row - 1], table.masses[row])
            let step = mass > last ? 1 : mass < last ? -1 : 0
            if step != 0, direction != 0, step != direction { return (nil, row) }
            if step != 0 { direction = step }
        }
        return (direction, rows.upperBound)
    }

    // MARK: - Two columns

    private mutating func curves(_ run: Range<Int>) throws(LimitTableError) {
        var start = run.lowerBound
        while start < run.upperBound {
            let (direction, turn) = direction(start..<run.upperBound)
            if isClosed || direction == nil, let end = outlineEnd(from: start, in: run) {
                try addOutline(start..<end)
                start = end
                continue
            }
            guard direction != nil else {
                // What follows a line without text may begin anew.
                if table.breaks.contains(where: { $0.kind == .blank && $0.row == turn }), turn - start > 1 {
                    addCurve(start..<turn)
                    start = turn
                    continue
                }
                let rises = table.masses[turn] < table.masses[turn - 1]
                throw LimitTableError(
                    problem: .notMonotone, file: file, line: line(turn), value: mass(turn),
                    reason: "the masses \(rises ? "rise" : "fall") up to \(mass(turn - 1)) on line "
                        + "\(line(turn - 1)) and then turn back",
                    remedy: "sort the points by mass; for the outline of a closed region add a line '# region: closed' "
                        + "at the top, or end with its first point")
            }
            addCurve(start..<run.upperBound)
            return
        }
    }

    private mutating func addCurve(_ rows: Range<Int>) {
        guard rows.count > 1 else {
            loneLines.append(line(rows.lowerBound))
            return
        }
        pieces.append(falls(rows) ? segment(rows.reversed(), isOutline: false) : segment(rows, isOutline: false))
        blankLines += table.breaks.filter {
            $0.kind == .blank && $0.row > rows.lowerBound && $0.row < rows.upperBound
        }.map(\.line)
    }

    /// Where an outline that begins at a row comes back to its first point; where the file says that its regions are
    /// closed, also the next line without text.
    private func outlineEnd(from start: Int, in run: Range<Int>) -> Int? {
        let next =
            isClosed
            ? table.breaks.first { $0.kind == .blank && $0.row > start && $0.row < run.upperBound }?.row
                ?? run.upperBound : nil
        let first = point(start)
        for row in (start + 1)..<(next ?? run.upperBound) where point(row) == first && row - start >= 3 {
            return row + 1
        }
        return next
    }

    private mutating func addOutline(_ rows: Range<Int>) throws(LimitTableError) {
        var piece = segment(rows, isOutline: true)
        if piece.segment.points.count > 1, piece.segment.points.last == piece.segment.points.first {
            piece.segment.points.removeLast()
            piece.lines.removeLast()
        }
        try add(outline: piece, at: line(rows.lowerBound))
    }

    private mutating func add(outline piece: TablePiece, at line: Int) throws(LimitTableError) {
        let couplings = piece.segment.points.map(\.coupling)
        guard piece.segment.points.count >= 3, let masses = piece.segment.masses,
            masses.lowerBound < masses.upperBound, couplings.min() != couplings.max()
        else {
            throw LimitTableError(
                problem: .badOutline, file: file, line: line, value: nil,
                reason: "the region that begins here has no area", remedy: "give at least three of its corners")
        }
        pieces.append(piece)
    }

    // MARK: - Edges

    /// Three columns.
    private mutating func bands() throws(LimitTableError) {
        if let titles, titles.endsWithError {
            throw LimitTableError(
                problem: .badEdge, file: file, line: titles.line, value: titles.names.last,
                reason: "the third column is named as an uncertainty, not as an edge",
                remedy: "leave it out, or name the columns mass, lower, upper")
        }
        let isSwapped = titles?.edges.map { $0.0 == .upper } ?? false
        assumesEdges = titles?.edges == nil
        for row in 0..<table.count {
            let (lower, upper) = edgesOf(row, isSwapped)
            guard lower <= upper else {
                throw LimitTableError(
                    problem: .badEdge, file: file, line: line(row), value: "\(lower) \(upper)",
                    reason: "the upper edge is below the lower one",
                    remedy: "name the columns in their order, such as 'mass,lower,upper'; a third column of another "
                        + "kind has to go")
            }
        }
        // A line without text stands between two regions.
        for run in runs(splitAt: [.gap, .blank]).flatMap({ withoutSigns($0, least: Self.leastSign) }) {
            let (direction, turn) = direction(run)
            guard direction != nil else {
                throw LimitTableError(
                    problem: .notMonotone, file: file, line: line(turn), value: mass(turn),
                    reason: "the masses turn back here",
                    remedy: "sort the rows by mass, or leave a blank line between two regions")
            }
            try addBand(run, isSwapped)
        }
    }

    /// The parts of a run between rows with a coupling that none can be: collections write 1e5 where there is no limit.
    private mutating func withoutSigns(_ run: Range<Int>, least: Double) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = run.lowerBound
        for row in run
        where table.couplings[row] >= least && (table.thirds.isEmpty || table.thirds[row] == table.couplings[row]) {
            signLines.append(line(row))
            if start < row { parts.append(start..<row) }
            start = row + 1
        }
        return start < run.upperBound ? parts + [start..<run.upperBound] : parts
    }

    /// Of a curve: far beyond what any theory holds for.
    private static let leastCurveSign = 1000.0

    /// Couplings from here on stand for "no limit" where both edges have them.
    private static let leastSign = 10.0

    private func edgesOf(_ row: Int, _ isSwapped: Bool) -> (lower: Double, upper: Double) {
        isSwapped
            ? (table.thirds[row], table.couplings[row]) : (table.couplings[row], table.thirds[row])
    }

    private mutating func addBand(_ rows: Range<Int>, _ isSwapped: Bool) throws(LimitTableError) {
        guard rows.count > 1 else {
            loneLines.append(line(rows.lowerBound))
            return
        }
        let ordered = falls(rows) ? Array(rows.reversed()) : Array(rows)
        var points: [LimitPoint] = []
        var lines: [Int] = []
        func append(_ row: Int, _ coupling: Double) {
            let point = LimitPoint(mass: table.masses[row], coupling: coupling)
            guard points.last != point else { return }
            points.append(point)
            lines.append(line(row))
        }
        for row in ordered { append(row, edgesOf(row, isSwapped).lower) }
        for row in ordered.reversed() { append(row, edgesOf(row, isSwapped).upper) }
        if points.count > 1, points.last == points.first {
            points.removeLast()
            lines.removeLast()
        }
        try add(
            outline: TablePiece(LimitSegment(points: points, isOutline: true), lines: lines), at: line(rows.lowerBound))
    }

    /// Lines `# edge: lower` and `# edge: upper`, each followed by its points.
    private mutating func edges() throws(LimitTableError) {
        if let gap = table.breaks.first(where: { $0.kind == .gap }) {
            throw LimitTableError(
                problem: .badEdge, file: file, line: gap.line, value: nil, reason: "an edge has a gap here",
                remedy: "write '# edge: lower' and '# edge: upper' with their points for each region apart")
        }
        let marks = table.breaks.filter { $0.kind == .lowerEdge || $0.kind == .upperEdge }
        guard let first = marks.first, first.row == 0, marks.count.isMultiple(of: 2) else {
            throw LimitTableError(
                problem: .badEdge, file: file, line: marks.first?.line, value: nil,
                reason: "the lines '# edge:' do not come in pairs before their points",
                remedy:
                    "write '# edge: lower', the points of the lower edge, '# edge: upper', and those of the upper one")
        }
        for index in stride(from: 0, to: marks.count, by: 2) {
            let (one, other) = (marks[index], marks[index + 1])
            let end = index + 2 < marks.count ? marks[index + 2].row : table.count
            guard one.kind != other.kind, one.row < other.row, other.row < end else {
                throw LimitTableError(
                    problem: .badEdge, file: file, line: other.line, value: nil,
                    reason: "a region has a lower and an upper edge, each with points",
                    remedy: "write '# edge: lower', its points, '# edge: upper', and its points")
            }
            let sides = (one.row..<other.row, other.row..<end)
            for side in [sides.0, sides.1] {
                let (direction, turn) = direction(side)
                guard direction == nil else { continue }
                throw LimitTableError(
                    problem: .notMonotone, file: file, line: line(turn), value: mass(turn),
                    reason: "the masses of an edge turn back here", remedy: "sort its points by mass")
            }
            let (lower, upper) = one.kind == .lowerEdge ? (sides.0, sides.1) : (sides.1, sides.0)
            let around =
                (falls(lower) ? Array(lower.reversed()) : Array(lower))
                + (falls(upper) ? Array(upper) : Array(upper.reversed()))
            try add(outline: segment(around, isOutline: true), at: one.line)
        }
    }
}
