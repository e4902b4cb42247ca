/// What a legend should not cover, counted in small cells of the frame: how much of it lies under any rectangle of cells
/// takes four look-ups, however many marks there are.
struct Obstacles: Sendable {
    private let grid: CellGrid
    /// Lengths of lines, and areas of texts and symbols in units of `glyph` square points.
    private var ink: SummedTable
    /// Areas that are hatched, and that are filled or hatched.
    private var hatched: SummedTable
    private var shaded: SummedTable
    /// This area of text or symbol weighs as much as a point of line.
    private static let glyph = 4.0

    init(_ sketches: [Sketch], in frame: PageRect) {
        let grid = CellGrid(frame)
        self.grid = grid
        var ink = grid.zeros
        var hatched = grid.zeros
        var shaded = grid.zeros
        for sketch in sketches {
            for path in (sketch.lines + sketch.outlines + sketch.leaders).flatMap(\.paths) {
                let points = path.isClosed ? path.points + path.points.prefix(1) : path.points
                for (a, b) in zip(points, points.dropFirst()) { grid.draw(a, b, into: &ink) }
            }
            let solids =
                sketch.labels.map(\.bounds.bounds)
                + sketch.shapes.flatMap(\.paths).map { PageRect(around: $0.points) }
            for rect in solids { grid.fill(rect, weight: 1 / Self.glyph, into: &ink) }
            for hatch in sketch.hatches {
                grid.paint(hatch.polygons, into: &hatched)
                grid.paint(hatch.polygons, into: &shaded)
            }
            for area in sketch.areas { grid.paint(area.polygons, into: &shaded) }
        }
        self.ink = SummedTable(ink, columns: grid.columns)
        self.hatched = SummedTable(hatched, columns: grid.columns)
        self.shaded = SummedTable(shaded, columns: grid.columns)
    }

    // MARK: What lies under a rectangle

    /// Length of lines in the cells that a rectangle touches, points; texts and symbols count by their area.
    func hidden(_ rect: PageRect) -> Double { ink.sum(grid.cells(rect)) }

    /// The shares of a rectangle's cells that are hatched, and that are hatched or filled.
    func shares(_ rect: PageRect) -> (hatched: Double, shaded: Double) {
        let cells = grid.cells(rect)
        let area = Double(cells.columns.count * cells.rows.count)
        guard area > 0 else { return (0, 0) }
        return (hatched.sum(cells) / area, shaded.sum(cells) / area)
    }
}

/// A frame divided into square cells.
struct CellGrid: Sendable {
    let frame: PageRect
    /// Side of a cell, points.
    let cell: Double
    let columns: Int
    let rows: Int
    private static let mostCells = 512.0

    init(_ frame: PageRect) {
        self.frame = frame
        cell = max(1, max(frame.width, frame.height) / Self.mostCells)
        columns = max(1, Int(saturating: (frame.width / cell).rounded(.up)))
        rows = max(1, Int(saturating: (frame.height / cell).rounded(.up)))
    }

    var zeros: [Double] { [Double](repeating: 0, count: columns * rows) }

    /// A rectangle grown to whole cells.
    func snapped(_ rect: PageRect) -> PageRect {
        let cells = cells(rect)
        return PageRect(
            left: frame.left + Double(cells.columns.lowerBound) * cell,
            top: frame.top + Double(cells.rows.lowerBound) * cell,
            right: frame.left + Double(cells.columns.upperBound) * cell,
            bottom: frame.top + Double(cells.rows.upperBound) * cell)
    }

    /// The cells that a rectangle touches.
    func cells(_ rect: PageRect) -> (columns: Range<Int>, rows: Range<Int>) {
        func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
            let first = min(max((low / cell).rounded(.down), 0), Double(count))
            let last = min(max((high / cell).rounded(.up), first), Double(count))
            return Int(saturating: first)..<Int(saturating: last)
        }
        return (
            range(rect.left - frame.left, rect.right - frame.left, columns),
            range(rect.top - frame.top, rect.bottom - frame.top, rows)
        )
    }

    // MARK: Counting

    /// Adds a segment's length to the cells that it runs through.
    func draw(_ a: PagePoint, _ b: PagePoint, into table: inout [Double]) {
        guard let (a, b) = Clipping.segment(a, b, to: frame) else { return }
        let length = Clipping.distance(a, b)
        guard length > 0 else { return }
        let x = (a.x - frame.left) / cell
        let y = (a.y - frame.top) / cell
        let dx = (b.x - a.x) / cell
        let dy = (b.y - a.y) / cell
        var column = Int(saturating: x.rounded(.down))
        var row = Int(saturating: y.rounded(.down))
        // The parameters 0…1 at which the segment leaves its column and its row.
        func exit(_ place: Double, _ index: Int, _ step: Double) -> Double {
            step == 0 ? .infinity : (Double(index + (step > 0 ? 1 : 0)) - place) / step
        }
        var position = 0.0
        while position < 1 {
            let nextColumn = exit(x, column, dx)
            let nextRow = exit(y, row, dy)
            let next = min(nextColumn, nextRow, 1)
            let index = min(max(row, 0), rows - 1) * columns + min(max(column, 0), columns - 1)
            table[index] += max(0, next - position) * length
            position = next
            if nextColumn <= next { column += dx > 0 ? 1 : -1 }
            if nextRow <= next { row += dy > 0 ? 1 : -1 }
        }
    }

    /// Adds a rectangle's area times a weight to the cells that it overlaps.
    func fill(_ rect: PageRect, weight: Double, into table: inout [Double]) {
        let visible = rect.intersection(frame)
        guard visible.width > 0, visible.height > 0 else { return }
        let cells = cells(visible)
        for row in cells.rows {
            for column in cells.columns {
                let left = frame.left + Double(column) * cell
                let top = frame.top + Double(row) * cell
                let part = visible.intersection(
                    PageRect(left: left, top: top, right: left + cell, bottom: top + cell))
                table[row * columns + column] += part.areaIfValid * weight
            }
        }
    }

    /// Sets the cells whose centres lie inside polygons (even-odd) to one.
    func paint(_ polygons: [[PagePoint]], into table: inout [Double]) {
        var crossings = [[Double]](repeating: [], count: rows)
        for polygon in polygons {
            guard var previous = polygon.last else { continue }
            for current in polygon {
                defer { previous = current }
                let low = (min(previous.y, current.y) - frame.top) / cell - 0.5
                let high = (max(previous.y, current.y) - frame.top) / cell - 0.5
                // Rows whose centre lies between the two ends, the upper one excluded.
                let first = min(max(low.rounded(.up), 0), Double(rows))
                let last = min(max(high.rounded(.up), 0), Double(rows))
                guard first < last else { continue }
                for row in Int(saturating: first)..<Int(saturating: last) {
                    let y = frame.top + (Double(row) + 0.5) * cell
                    let x = previous.x + (y - previous.y) / (current.y - previous.y) * (current.x - previous.x)
                    crossings[row].append((x - frame.left) / cell - 0.5)
                }
            }
        }
        for (row, places) in crossings.enumerated() where places.count > 1 {
            let places = places.sorted()
            for index in stride(from: 0, to: places.count - 1, by: 2) {
                let first = min(max(places[index].rounded(.up), 0), Double(columns))
                let last = min(max(places[index + 1].rounded(.up), first), Double(columns))
                for column in Int(saturating: first)..<Int(saturating: last) { table[row * columns + column] = 1 }
            }
        }
    }
}

/// Sums over rectangles of a table of numbers (Crow 1984).
struct SummedTable: Sendable {
    private let width: Int
    /// The sum of everything above and left of a corner.
    private var sums: [Double]

    init(_ values: [Double], columns: Int) {
        width = columns + 1
        let rows = columns > 0 ? values.count / columns : 0
        sums = [Double](repeating: 0, count: width * (rows + 1))
        for row in 0..<rows {
            var line = 0.0
            for column in 0..<columns {
                line += values[row * columns + column]
                sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line
            }
        }
    }

    func sum(_ cells: (columns: Range<Int>, rows: Range<Int>)) -> Double {
        let (left, right) = (cells.columns.lowerBound, cells.columns.upperBound)
        let (top, bottom) = (cells.rows.lowerBound * width, cells.rows.upperBound * width)
        let sum = sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left]
        // What is left of rounding is nothing.
        return sum < 1e-7 ? 0 : sum
    }
}
