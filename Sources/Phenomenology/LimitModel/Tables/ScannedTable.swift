/// The rows of a table of limits as written, read in one pass over its bytes.
package struct ScannedTable: Sendable {
    /// In the mass unit of the file, shifted to GeV.
    package var masses: [Double] = []
    package var couplings: [Double] = []
    /// The third column; empty where there is none.
    package var thirds: [Double] = []
    /// The line of each row, from 1.
    package var lines: [Int32] = []
    /// What stands between two rows, in order.
    package var breaks: [Break] = []

    package var count: Int { masses.count }

    package struct Break: Sendable {
        package enum Kind: Sendable {
            /// A row says that there is no limit, or a line `# gap`.
            case gap
            /// A line without text.
            case blank
            /// `# edge: lower` or `# edge: upper`: which one the next rows are.
            case lowerEdge, upperEdge
        }

        package var kind: Kind
        /// The row that follows it.
        package var row: Int
        package var line: Int

        package init(kind: Kind, row: Int, line: Int) {
            self.kind = kind
            self.row = row
            self.line = line
        }
    }

    package init() {}
}

extension ScannedTable {
    /// The first row beyond these.
    package func firstRow(outside masses: ClosedRange<Double>, _ couplings: ClosedRange<Double>) -> Int? {
        (0..<count).first { row in
            !masses.contains(self.masses[row]) || !couplings.contains(self.couplings[row])
                || row < thirds.count && !couplings.contains(thirds[row])
        }
    }

    mutating func reserve(_ rows: Int) {
        masses.reserveCapacity(rows)
        couplings.reserveCapacity(rows)
        lines.reserveCapacity(rows)
    }

    /// Each coupling c as √(factor · c).
    package mutating func takeRoots(factor: Double) {
        for row in couplings.indices { couplings[row] = (factor * couplings[row]).squareRoot() }
        for row in thirds.indices { thirds[row] = (factor * thirds[row]).squareRoot() }
    }
}
