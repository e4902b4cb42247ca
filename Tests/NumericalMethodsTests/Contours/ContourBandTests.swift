import NumericalMethods
import Testing

@Suite("Filled contour bands")
struct ContourBandTests {
    static let seeds = Array(0..<60)
    private let levels = [-2.0, -1, 0, 0.5, 1]

    @Test("cover the grid but its holes, without gap or overlap", arguments: seeds)
    func coverTheGrid(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        let bands = grid.bands(between: levels)
        #expect(bands.count == levels.count + 1)
        #expect((bands.reduce(0) { $0 + $1.area } - grid.coveredArea).magnitude < 1e-11)
        #expect(bands.allSatisfy { $0.area >= -1e-12 })
    }

    @Test("are what is above the lower level without what is above the upper one", arguments: seeds)
    func differenceOfAreas(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        for (lower, upper) in [(-1.0, 0.0), (0, 1), (-2, 1)] {
            let difference = grid.band(from: lower).area - grid.band(from: upper).area
            #expect((grid.band(from: lower, to: upper).area - difference).magnitude < 1e-11)
        }
    }

    @Test("contain the points whose value lies between, and no others", arguments: seeds)
    func contain(_ seed: Int) throws {
        let grid = try Grids.wild(seed, isDiscrete: false)
        let band = grid.band(from: -0.7, to: 0.9)
        for row in grid.y.indices {
            for column in grid.x.indices where !grid.value(column, row).isNaN {
                // A point so close to a node that its value is the node's, in each cell around the node.
                for (sx, sy) in [(1, 1), (-1, 1), (1, -1), (-1, -1)] {
                    let cell = (column + (sx - 1) / 2, row + (sy - 1) / 2)
                    let x = grid.x[column] + 1e-9 * Double(sx)
                    let y = grid.y[row] + 1e-9 * Double(sy)
                    let isCovered = grid.cells.contains { $0 == cell }
                    let value = grid.value(column, row)
                    let turns = band.rings.reduce(0) { $0 + windingNumber($1, x, y) }
                    #expect(turns == (isCovered && value >= -0.7 && value < 0.9 ? 1 : 0))
                }
            }
        }
    }

    /// How often a ring runs around a point, counterclockwise.
    private func windingNumber(_ ring: Polyline, _ x: Double, _ y: Double) -> Int {
        ring.segments.reduce(0) { turns, segment in
            let (a, b) = segment
            guard (a.y > y) != (b.y > y) else { return turns }
            let crossing = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
            return crossing > x ? turns + (b.y > a.y ? 1 : -1) : turns
        }
    }

    @Test("have rings that are closed and without repeated points", arguments: seeds)
    func rings(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        for band in grid.bands(between: levels) {
            for ring in band.rings {
                #expect(ring.isClosed && ring.places.first == ring.places.last && ring.places.count >= 4)
                #expect(ring.segments.allSatisfy { $0 != $1 })
            }
        }
    }

    @Test("share their borders with the contours, exactly", arguments: seeds)
    func sharedBorders(_ seed: Int) throws {
        let grid = try Grids.wild(seed, isDiscrete: false)
        let places = Set(grid.band(from: 0.2, to: 1.1).rings.flatMap(\.places))
        for level in [0.2, 1.1] {
            #expect(grid.contours(at: level).lines.flatMap(\.places).allSatisfy(places.contains))
        }
    }

    @Test("open on both sides are the grid with its holes")
    func wholeGrid() throws {
        var values = [Double](repeating: 1, count: 36)
        values[14] = .nan
        let grid = try RectilinearGrid(x: Grids.nodes(0, 5, 6), y: Grids.nodes(0, 5, 6), values: values)
        let band = grid.band()
        #expect(band.rings.map(\.signedArea) == [25, -4])
        #expect(band.rings[0].places == [Place(5, 0), Place(5, 5), Place(0, 5), Place(0, 0), Place(5, 0)])
    }

    @Test("take infinite values in where they are open")
    func infiniteValues() throws {
        let grid = try RectilinearGrid(x: [0, 1], y: [0, 1], values: [-.infinity, .infinity, 0, 1])
        #expect(grid.band().area == 1)
        #expect(grid.band(from: 0.5).area + grid.band(to: 0.5).area == 1)
    }

    @Test("with their levels in the wrong order are empty")
    func wrongOrder() throws {
        let grid = try Grids.circle(11)
        #expect(grid.band(from: 0.5, to: 0.5).rings.isEmpty)
        #expect(grid.band(from: 0.6, to: 0.5).rings.isEmpty)
        #expect(grid.band(from: .nan, to: 0.5).rings.isEmpty)
    }
}
