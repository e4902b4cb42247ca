/// A piece of a table's limit, with the lines that its points stand on.
package struct TablePiece: Hashable, Sendable {
    package var segment: LimitSegment
    package var lines: [Int]

    package init(_ segment: LimitSegment, lines: [Int]) {
        self.segment = segment
        self.lines = lines
    }
}
