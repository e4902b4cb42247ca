import NumericalMethods
import Testing

@Suite("Contour lines")
struct ContourLineTests {
    static let seeds = Array(0..<60)

    /// Where the level crosses the edges of cells, found edge by edge.
    private func crossings(_ grid: RectilinearGrid, _ level: Double) -> [Place: Int] {
        var edges: [[Int]: (Double, Double)] = [:]
        for cell in grid.cells {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { (cell.column + $0.0, cell.row + $0.1) }
            for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
                let (low, high) = grid.value(a.0, a.1) < grid.value(b.0, b.1) ? (a, b) : (b, a)
                let (lower, upper) = (grid.value(low.0, low.1), grid.value(high.0, high.1))
                guard lower < level, upper >= level else { continue }
                let share = (level - lower) / (upper - lower)
                edges[[low.0, low.1, high.0, high.1]] = (
                    grid.x[low.0] + share * (grid.x[high.0] - grid.x[low.0]),
                    grid.y[low.1] + share * (grid.y[high.1] - grid.y[low.1])
                )
            }
        }
        return edges.values.reduce(into: [:]) { $0[Place($1.0, $1.1), default: 0] += 1 }
    }

    @Test("pass each crossing of a cell's edge once, and no other place", arguments: seeds)
    func crossingsOnce(_ seed: Int) throws {
        let grid = try Grids.wild(seed, isDiscrete: false)
        for level in [-1.0, 0.1, 1.3] {
            var passed: [Place: Int] = [:]
            for line in grid.contours(at: level).lines {
                for place in line.isClosed ? Array(line.places.dropLast()) : line.places {
                    passed[place, default: 0] += 1
                }
            }
            #expect(passed == crossings(grid, level))
        }
    }

    @Test("lie on the bilinear function where they pass an edge", arguments: seeds)
    func onTheFunction(_ seed: Int) throws {
        let grid = try Grids.wild(seed, holes: 0)
        for level in [-1.2, 0, 1] {
            for place in grid.contours(at: level).lines.flatMap(\.places) {
                let value = try #require(grid.interpolated(place.x, place.y))
                #expect((value - level).magnitude < 1e-13)
            }
        }
    }

    @Test("are closed exactly, or end on the border of the cells", arguments: seeds)
    func ends(_ seed: Int) throws {
        let grid = try Grids.wild(seed, isDiscrete: false)
        func touching(_ place: Place) -> Int {
            grid.cells.count { cell in
                grid.x[cell.column] <= place.x && place.x <= grid.x[cell.column + 1] && grid.y[cell.row] <= place.y
                    && place.y <= grid.y[cell.row + 1]
            }
        }
        for line in grid.contours(at: 0.2).lines {
            let first = try #require(line.places.first)
            let last = try #require(line.places.last)
            #expect(line.isClosed == (first == last))
            if !line.isClosed {
                #expect(touching(first) == 1)
                #expect(touching(last) == 1)
            }
        }
    }

    @Test("have the higher values on their left", arguments: seeds)
    func orientation(_ seed: Int) throws {
        let grid = try Grids.wild(seed, isDiscrete: false)
        for line in grid.contours(at: 0.2).lines {
            for (a, b) in line.segments {
                // From the middle of the segment, inside one cell, a little to each side.
                let middle = Place((a.x + b.x) / 2, (a.y + b.y) / 2)
                let left = grid.interpolated(middle.x - 1e-4 * (b.y - a.y), middle.y + 1e-4 * (b.x - a.x))
                let right = grid.interpolated(middle.x + 1e-4 * (b.y - a.y), middle.y - 1e-4 * (b.x - a.x))
                guard let left, let right, !left.isNaN, !right.isNaN else { continue }
                #expect(left > right)
            }
        }
    }

    @Test("have neither repeated points nor ways back, also where many values equal the level", arguments: seeds)
    func noDegenerateSegments(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        for level in [-1.0, 0, 1] {
            for line in grid.contours(at: level).lines {
                var places = line.places
                #expect(zip(places, places.dropFirst()).allSatisfy { $0 != $1 })
                #expect(places.count >= (line.isClosed ? 4 : 2))
                if line.isClosed { places.append(places[1]) }
                #expect(zip(places, places.dropFirst(2)).allSatisfy { $0 != $1 })
            }
        }
    }

    @Test("of a level that is met at a node are those of a level just below it", arguments: seeds)
    func infinitesimallyLower(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        let met = grid.contours(at: 1).lines.filter(\.isClosed)
        let below = grid.contours(at: 1 - 1e-9).lines.filter { $0.isClosed && $0.signedArea.magnitude > 1e-6 }
        // Thin loops around ridges at the level vanish; areas tell the others apart.
        #expect(
            zip(met.map(\.signedArea), below.map(\.signedArea)).allSatisfy { ($0 - $1).magnitude < 1e-6 }
                && met.count == below.count)
    }

    @Test("of a grid touched by its level at one node are none")
    func touchedLevel() throws {
        let grid = try RectilinearGrid(x: [0, 1, 2], y: [0, 1, 2], values: [0, 0, 0, 0, 1, 0, 0, 0, 0])
        #expect(grid.contours(at: 1).lines.isEmpty)
        #expect(grid.contours(at: 0).lines.isEmpty)
        #expect(grid.contours(at: .nan).lines.isEmpty)
        #expect(grid.contours(at: .infinity).lines.isEmpty)
    }

    @Test(
        "join the corners of a saddle that the bilinear function joins",
        arguments: [(0.15, true), (0.45, true), (0.46, false), (0.7, false)])
    func saddles(_ level: Double, _ joinsHighs: Bool) throws {
        // The value at the saddle point is (1 · 0.75 - 0.1 · 0) / (1 + 0.75 - 0.1 - 0) = 0.4545…
        let grid = try RectilinearGrid(x: [0, 1], y: [0, 1], values: [1, 0.1, 0, 0.75])
        let lines = grid.contours(at: level).lines
        #expect(lines.count == 2)
        // Around the low corners (1, 0) and (0, 1), or around the high ones.
        #expect(lines.contains { line in line.places.allSatisfy { $0.x > $0.y } } == joinsHighs)
    }

    @Test("join corners as the bilinear function does, also where products of values overflow or vanish")
    func extremeSaddles() throws {
        for scale in [1.0, 1e-200, 1e200, 1e307, 1e-300] {
            for (corner, joinsHighs) in [(0.9, true), (0.2, false)] {
                let values = [1, -0.5, -0.5, corner].map { $0 * scale }
                let grid = try RectilinearGrid(x: [0, 1], y: [0, 1], values: values)
                let lines = grid.contours(at: 0).lines
                #expect(lines.contains { $0.places.allSatisfy { $0.x - $0.y > 0 } } == joinsHighs)
            }
        }
    }

    @Test("are mirrored with the grid, to the last bit", arguments: seeds)
    func mirrored(_ seed: Int) throws {
        let grid = try Grids.wild(seed)
        let columns = grid.x.count
        let mirrored = try RectilinearGrid(
            x: grid.x.reversed().map { -$0 }, y: grid.y,
            values: grid.values.indices.map { grid.values[$0 / columns * columns + columns - 1 - $0 % columns] })
        let transposed = try RectilinearGrid(
            x: grid.y, y: grid.x,
            values: (0..<columns).flatMap { column in grid.y.indices.map { grid.value(column, $0) } })
        func edges(_ grid: RectilinearGrid, _ map: (Place) -> Place) -> Set<[Place]> {
            // Both change the sense of rotation.
            Set(grid.contours(at: 1).lines.flatMap { $0.segments.map { [map($0.1), map($0.0)] } })
        }
        let own = Set(grid.contours(at: 1).lines.flatMap { $0.segments.map { [$0.0, $0.1] } })
        #expect(edges(mirrored) { Place(-$0.x, $0.y) } == own)
        #expect(edges(transposed) { Place($0.y, $0.x) } == own)
    }

    @Test("of a circle converge with the square of the spacing in length and area")
    func secondOrder() throws {
        let level = 0.5
        let radius = 0.8325546111576977  // √(ln 2)
        var errors: [(length: Double, area: Double)] = []
        for count in [41, 81, 161, 321] {
            let lines = try Grids.circle(count).contours(at: level).lines
            #expect(lines.count == 1)
            let line = try #require(lines.first)
            #expect(line.isClosed && line.signedArea > 0)
            errors.append((line.length - 2 * .pi * radius, line.signedArea - .pi * radius * radius))
        }
        for (coarse, fine) in zip(errors, errors.dropFirst()) {
            #expect(coarse.area / fine.area > 3.5 && coarse.area / fine.area < 4.5)
            #expect(coarse.length / fine.length > 3 && coarse.length / fine.length < 5)
        }
        #expect(errors.last.map { $0.area.magnitude < 2e-4 } == true)
    }

    @Test("of a function linear in the coordinates' logarithms are exact on a logarithmic grid")
    func logarithmicAxes() throws {
        // x y² = 10 with nodes at powers of ten.
        let grid = try RectilinearGrid(
            x: [1, 10, 100], y: [0.1, 1, 10], values: [-2, -1, 0, 0, 1, 2, 2, 3, 4], xSpacing: .logarithmic,
            ySpacing: .logarithmic)
        let places = grid.contours(at: 1).lines.flatMap(\.places)
        #expect(places.count >= 3)
        for place in places { #expect((place.x * place.y * place.y / 10 - 1).magnitude < 1e-14) }
        #expect(places.contains(Place(10, 1)))
    }

    @Test("pass beside infinite values at the finite end of the edge")
    func infiniteValues() throws {
        let grid = try RectilinearGrid(x: [0, 1], y: [0, 1, 2], values: [-.infinity, .infinity, 0, 5, 1, .infinity])
        #expect(Set(grid.contours(at: 2).lines.flatMap(\.places)) == [Place(0.5, 0), Place(0.4, 1), Place(0, 2)])
        #expect(Set(grid.contours(at: -1).lines.flatMap(\.places)) == [Place(0.5, 0), Place(0, 1)])
    }

    @Test("come in the same order each time: open ones by the row they start in, then closed ones")
    func order() throws {
        let grid = try RectilinearGrid(x: Grids.nodes(0, 6, 25), y: Grids.nodes(0, 6, 25)) { x, y in
            (2 * x).remainder(dividingBy: 3) * (2 * y + 0.3).remainder(dividingBy: 3)
        }
        let lines = grid.contours(at: 0.3).lines
        #expect(lines == grid.contours(at: [0.1, 0.3])[1].lines)
        let firstClosed = try #require(lines.firstIndex { $0.isClosed })
        #expect(firstClosed > 0 && lines[firstClosed...].allSatisfy(\.isClosed))
    }
}

@Suite("A rectilinear grid")
struct RectilinearGridTests {
    @Test("refuses what is no grid, saying which node")
    func refusals() {
        #expect(throws: NumericalError.self) { try RectilinearGrid(x: [0], y: [0, 1], values: [1, 2]) }
        #expect(throws: NumericalError.self) { try RectilinearGrid(x: [0, 1], y: [0, 1], values: [1, 2, 3]) }
        for nodes in [[0.0, 0], [1, 0], [0, .nan], [0, .infinity], [0, 1e301]] {
            let error = #expect(throws: NumericalError.self) {
                try RectilinearGrid(x: nodes, y: [0, 1], values: [1, 2, 3, 4])
            }
            #expect(error?.description.contains("node 1 in x is \(nodes[1])") == true)
        }
        #expect(throws: NumericalError.self) {
            try RectilinearGrid(x: [0, 1], y: [0, 1], values: [1, 2, 3, 4], ySpacing: .logarithmic)
        }
    }
}
