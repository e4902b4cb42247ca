import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the tests of contours sample.
enum Grids {
    static func nodes(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
        (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
    }

    /// Uneven nodes, and values of which many are equal to a level of -1, 0 or 1, some are missing, and saddles abound.
    static func wild(_ seed: Int, holes: Double = 0.08, isDiscrete: Bool = true) throws -> RectilinearGrid {
        let stream = RandomStream("wild grid \(seed)")
        var counter: UInt64 = 0
        func uniform() -> Double {
            counter += 1
            return stream.uniform(at: counter)
        }
        let columns = 2 + Int(uniform() * 11)
        let rows = 2 + Int(uniform() * 11)
        func nodes(_ count: Int) -> [Double] {
            var place = uniform()
            return (0..<count).map { _ in
                place += 0.1 + uniform()
                return place
            }
        }
        let values = (0..<columns * rows).map { _ -> Double in
            if uniform() < holes { return .nan }
            let value = 6 * uniform() - 3
            return isDiscrete ? value.rounded() : value
        }
        return try RectilinearGrid(x: nodes(columns), y: nodes(rows), values: values)
    }

    static func circle(_ count: Int) throws -> RectilinearGrid {
        try RectilinearGrid(x: nodes(-1.5, 1.5, count), y: nodes(-1.5, 1.5, count)) { x, y in
            exp(-(x * x + y * y))
        }
    }
}

/// A point that can be counted.
struct Place: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

extension Polyline {
    var places: [Place] { zip(x, y).map { Place($0, $1) } }

    var segments: [(Place, Place)] { Array(zip(places, places.dropFirst())) }
}

extension RectilinearGrid {
    func value(_ column: Int, _ row: Int) -> Double { values[row * x.count + column] }

    /// The corners of all cells without holes, counterclockwise from the lower left, as columns and rows.
    var cells: [(column: Int, row: Int)] {
        (0..<(y.count - 1)).flatMap { row in
            (0..<(x.count - 1)).map { (column: $0, row: row) }
        }.filter { corners($0.column, $0.row).allSatisfy { !$0.isNaN } }
    }

    func corners(_ column: Int, _ row: Int) -> [Double] {
        [value(column, row), value(column + 1, row), value(column + 1, row + 1), value(column, row + 1)]
    }

    /// The area of the cells without holes.
    var coveredArea: Double {
        cells.reduce(0) { $0 + (x[$1.column + 1] - x[$1.column]) * (y[$1.row + 1] - y[$1.row]) }
    }

    /// The cells' bilinear function; `nil` outside.
    func interpolated(_ px: Double, _ py: Double) -> Double? {
        guard let column = x.indices.dropLast().first(where: { x[$0] <= px && px <= x[$0 + 1] }),
            let row = y.indices.dropLast().first(where: { y[$0] <= py && py <= y[$0 + 1] })
        else { return nil }
        let s = (px - x[column]) / (x[column + 1] - x[column])
        let t = (py - y[row]) / (y[row + 1] - y[row])
        let corner = corners(column, row)
        return corner[0] * (1 - s) * (1 - t) + corner[1] * s * (1 - t) + corner[2] * s * t + corner[3] * (1 - s) * t
    }
}
