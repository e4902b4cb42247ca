/// Outlines of cells of a grid that belong together, for few and large paths.
///
/// Cells of one level make one path. Levels are painted in ascending order, and each path reaches under the
/// neighbours that are painted later: no viewer shows gaps between cells, and nothing that is seen moves.
struct CellMosaic: Sendable {
    /// Edges on the page, ascending; cell (row, column) lies between `x[column]`, `x[column + 1]` and `y[row]`, `y[row + 1]`.
    let x: [Double]
    let y: [Double]
    /// Row by row from the top of the page.
    let levels: [Int?]

    private var columns: Int { x.count - 1 }
    private var rows: Int { y.count - 1 }

    /// For each level with cells its outlines, clockwise around cells and counterclockwise around holes.
    func paths() -> [(level: Int, outlines: [[PagePoint]])] {
        let highest = levels.compactMap(\.self).max() ?? -1
        guard highest >= 0, columns > 0, rows > 0 else { return [] }
        var cells = Array(repeating: [Int](), count: highest + 1)
        for row in 0..<rows {
            for column in 0..<columns {
                guard let level = levels[row * columns + column] else { continue }
                cells[level].append(row * columns + column)
                for (r, c) in neighbours(row, column) {
                    if let other = levels[r * columns + c], other > level { cells[level].append(r * columns + c) }
                }
            }
        }
        var tracer = Tracer(columns: columns, rows: rows)
        return cells.enumerated().compactMap { level, members in
            members.isEmpty ? nil : (level, outlines(&tracer, members))
        }
    }

    /// The outlines of the cells without a level.
    func missing() -> [[PagePoint]] {
        let members = levels.indices.filter { levels[$0] == nil }
        guard !members.isEmpty, columns > 0, rows > 0 else { return [] }
        var tracer = Tracer(columns: columns, rows: rows)
        return outlines(&tracer, members)
    }

    private func outlines(_ tracer: inout Tracer, _ members: [Int]) -> [[PagePoint]] {
        tracer.outlines(members).map { corners in
            corners.map { PagePoint(x[$0 % (columns + 1)], y[$0 / (columns + 1)]) }
        }
    }

    private func neighbours(_ row: Int, _ column: Int) -> [(Int, Int)] {
        var result: [(Int, Int)] = []
        for r in max(row - 1, 0)...min(row + 1, rows - 1) {
            for c in max(column - 1, 0)...min(column + 1, columns - 1) where r != row || c != column {
                result.append((r, c))
            }
        }
        return result
    }

    /// Walks along the borders of sets of cells.
    private struct Tracer {
        let columns: Int
        let rows: Int
        /// The set to which a cell was added last.
        private var stamps: [Int]
        private var stamp = 0
        /// Border sides that start at a corner, one bit a direction: right, down, left, up.
        private var sides: [UInt8]

        init(columns: Int, rows: Int) {
            self.columns = columns
            self.rows = rows
            stamps = Array(repeating: 0, count: columns * rows)
            sides = Array(repeating: 0, count: (columns + 1) * (rows + 1))
        }

        /// Closed walks over corners (numbered row by row), without corners inside straight sides.
        mutating func outlines(_ members: [Int]) -> [[Int]] {
            stamp += 1
            for cell in members { stamps[cell] = stamp }
            let width = columns + 1
            var starts: [Int] = []
            var seen = members
            seen.sort()
            var previous = -1
            for cell in seen where cell != previous {
                previous = cell
                let row = cell / columns
                let column = cell % columns
                let corner = row * width + column
                func add(_ start: Int, _ direction: UInt8) {
                    sides[start] |= 1 << direction
                    starts.append(start)
                }
                if row == 0 || stamps[cell - columns] != stamp { add(corner, 0) }
                if column == columns - 1 || stamps[cell + 1] != stamp { add(corner + 1, 1) }
                if row == rows - 1 || stamps[cell + columns] != stamp { add(corner + width + 1, 2) }
                if column == 0 || stamps[cell - 1] != stamp { add(corner + width, 3) }
            }
            return starts.compactMap { sides[$0] == 0 ? nil : walk(from: $0) }
        }

        private mutating func walk(from start: Int) -> [Int] {
            let steps = [1, columns + 1, -1, -(columns + 1)]
            var corners: [Int] = []
            var corner = start
            var direction = -1
            while sides[corner] != 0 {
                // To the right first: cells that meet at a corner only stay apart.
                let choices = direction < 0 ? [0, 1, 2, 3] : [1, 0, 3].map { (direction + $0) % 4 }
                guard let next = choices.first(where: { sides[corner] & (1 << UInt8($0)) != 0 }) else { break }
                sides[corner] &= ~(1 << UInt8(next))
                if next != direction { corners.append(corner) }
                direction = next
                corner += steps[next]
            }
            return corners
        }
    }
}
