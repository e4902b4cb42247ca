import Testing

@testable import Plotting

@Suite struct LegendPlacementTests {
    private let frame = PageRect(left: 40, top: 5, right: 240, bottom: 160)

    /// Random curves, symbols and filled polygons inside the frame.
    private func sketches(_ random: inout FixedRandom, curves: Int, areas: Int) -> [Sketch] {
        func point() -> PagePoint {
            PagePoint(
                Double.random(in: frame.left...frame.right, using: &random),
                Double.random(in: frame.top...frame.bottom, using: &random))
        }
        let pen = Sketch.Pen(colour: .black, width: 1, dash: [])
        var result: [Sketch] = []
        for index in 0..<curves {
            var sketch = Sketch(id: "curve \(index)")
            sketch.lines = [.init(paths: [.init((0..<4).map { _ in point() })], pen: pen)]
            let center = point()
            sketch.shapes = [([Symbols.path(.circle, at: center, size: 7)], .black)]
            result.append(sketch)
        }
        for index in 0..<areas {
            var sketch = Sketch(id: "area \(index)")
            let polygon = [point(), point(), point()]
            if index % 2 == 0 {
                sketch.areas = [([polygon], .black)]
            } else {
                sketch.hatches = [.init(polygons: [polygon], hatch: .forward, colour: .black)]
            }
            result.append(sketch)
        }
        return result
    }

    private func placement(_ sketches: [Sketch], width: Double = 60, height: Double = 30) -> LegendPlacement {
        LegendPlacement(
            obstacles: Obstacles(sketches, in: frame), room: frame.inset(by: 8), width: width, height: height,
            rows: [
                PageRect(left: 0, top: 1, right: width, bottom: height / 2 - 1),
                PageRect(left: 0, top: height / 2 + 1, right: 0.7 * width, bottom: height - 1),
            ], style: .revtexColumn)
    }

    /// Length of lines and area of symbols under a rectangle, from the geometry itself.
    private func hidden(_ rect: PageRect, _ sketches: [Sketch]) -> Double {
        var sum = 0.0
        for sketch in sketches {
            for path in sketch.lines.flatMap(\.paths) {
                for (a, b) in zip(path.points, path.points.dropFirst()) {
                    guard let (start, end) = Clipping.interval(a, b, in: rect) else { continue }
                    sum += (end - start) * Clipping.distance(a, b)
                }
            }
            for path in sketch.shapes.flatMap(\.paths) {
                sum += PageRect(around: path.points).intersection(rect).areaIfValid / 4
            }
        }
        return sum
    }

    /// Lines over the whole frame, and more of them over its upper right quarter.
    private func lines(more: Int) -> [Sketch] {
        let pen = Sketch.Pen(colour: .black, width: 1, dash: [])
        var sketch = Sketch(id: "lines")
        let all = stride(from: frame.top, through: frame.bottom, by: 1).map { y in
            DisplayList.Path([PagePoint(frame.left, y), PagePoint(frame.right, y)])
        }
        let corner = (0..<more).map { index in
            let y = frame.top + 10 + 25 * Double(index) / Double(max(more, 1))
            return DisplayList.Path([PagePoint(160, y), PagePoint(frame.right, y)])
        }
        sketch.lines = [.init(paths: all + corner, pen: pen)]
        return [sketch]
    }

    @Test("where no place is free a preferred one is kept unless it hides a quarter more than the best")
    func preferredPlace() throws {
        for (more, isKept) in [(2, true), (20, false)] {
            let placement = placement(lines(more: more))
            let kept = try #require(placement.rect(.topRight))
            #expect((placement.best(preferring: .topRight).rect == kept) == isKept, "\(more)")
        }
    }

    @Test("of places that hide as much the first is taken: the upper right corner")
    func ties() throws {
        var sketch = Sketch(id: "area")
        sketch.areas = [([frame.inset(by: -1).corners], .black)]
        let placement = placement([sketch])
        #expect(placement.best(preferring: nil).rect == placement.rect(.topRight))
    }

    @Test(arguments: 0..<20)
    func whatIsCountedInCellsIsTheGeometry(seed: Int) {
        var random = FixedRandom(seed: UInt64(seed))
        let sketches = sketches(&random, curves: 6, areas: 0)
        let obstacles = Obstacles(sketches, in: frame)
        let grid = CellGrid(frame)
        for _ in 0..<50 {
            let left = Double.random(in: 40...200, using: &random)
            let top = Double.random(in: 5...120, using: &random)
            let rect = grid.snapped(PageRect(left: left, top: top, right: left + 37, bottom: top + 23))
            let symbols = self.hidden(rect, sketches)
            #expect((obstacles.hidden(rect) - symbols).magnitude < 1e-6)
        }
    }

    @Test(arguments: 0..<20)
    func sharesOfAreasAreThoseOfTheGeometry(seed: Int) {
        var random = FixedRandom(seed: UInt64(1000 + seed))
        let sketches = sketches(&random, curves: 0, areas: 2)
        let obstacles = Obstacles(sketches, in: frame)
        let rect = PageRect(left: 80, top: 45, right: 180, bottom: 95)
        var hatched = 0.0
        var shaded = 0.0
        for row in 0..<50 {
            for column in 0..<100 {
                let point = PagePoint(80.5 + Double(column), 45.5 + Double(row))
                let isFilled = sketches[0].areas[0].polygons.contains { Clipping.contains(point, $0) }
                let isHatched = sketches[1].hatches[0].polygons.contains { Clipping.contains(point, $0) }
                hatched += isHatched ? 1 : 0
                shaded += isHatched || isFilled ? 1 : 0
            }
        }
        let shares = obstacles.shares(rect)
        #expect((shares.hatched - hatched / 5000).magnitude < 1e-12)
        #expect((shares.shaded - shaded / 5000).magnitude < 1e-12)
    }

    @Test(arguments: 0..<60)
    func noCandidateHidesLessThanTheChosenPlace(seed: Int) {
        var random = FixedRandom(seed: UInt64(2000 + seed))
        let sketches = sketches(&random, curves: 1 + seed % 12, areas: seed % 4)
        let placement = placement(sketches)
        let chosen = placement.best(preferring: nil)
        #expect(placement.cost(chosen.rect) == chosen.cost)
        for candidate in placement.coarseCandidates + placement.fineCandidates {
            #expect(!(placement.cost(candidate) < chosen.cost))
        }
    }

    @Test(arguments: 0..<60)
    func aFreePlaceIsFoundWheneverOneExists(seed: Int) {
        var random = FixedRandom(seed: UInt64(3000 + seed))
        let sketches = sketches(&random, curves: 1 + seed % 9, areas: 0)
        let placement = placement(sketches)
        let grid = CellGrid(frame)
        func isFree(_ rect: PageRect) -> Bool {
            placement.rows.allSatisfy { row in
                hidden(grid.snapped(row.moved(rect.left, rect.top).inset(by: -3.5)), sketches) < 1e-9
            }
        }
        let exists = (placement.coarseCandidates + placement.fineCandidates).contains(where: isFree)
        let chosen = placement.best(preferring: nil)
        #expect(isFree(chosen.rect) == exists)
        #expect((chosen.cost.data == 0) == exists)
    }

    @Test func theRandomChartsIncludeFullAndFreeOnes() {
        let isFree = (0..<60).map { seed in
            var random = FixedRandom(seed: UInt64(3000 + seed))
            return placement(sketches(&random, curves: 1 + seed % 9, areas: 0)).best(preferring: nil).cost.data == 0
        }
        #expect(isFree.contains(true) && isFree.contains(false))
    }

    @Test func anEmptyFrameGivesTheTopRightCorner() throws {
        let placement = placement([])
        #expect(placement.best(preferring: nil).rect == placement.rect(.topRight))
    }

    @Test func cornersComeBeforeOtherPlacesOfTheSameCost() throws {
        // A line through the upper two corners leaves the lower ones as free as the middle.
        var sketch = Sketch(id: "line")
        sketch.lines = [
            .init(
                paths: [.init([PagePoint(40, 30), PagePoint(240, 30)])],
                pen: .init(colour: .black, width: 1, dash: []))
        ]
        let placement = placement([sketch])
        #expect(placement.best(preferring: nil).rect == placement.rect(.bottomRight))
    }

    /// Curves bent by a share of the frame, each point on its own.
    private func moved(_ sketches: [Sketch], by share: Double = 0.001, _ random: inout FixedRandom) -> [Sketch] {
        sketches.map { sketch in
            var sketch = sketch
            sketch.lines = sketch.lines.map { line in
                var line = line
                line.paths = line.paths.map { path in
                    DisplayList.Path(
                        path.points.map { point in
                            PagePoint(
                                point.x + share * frame.width * Double.random(in: -1...1, using: &random),
                                point.y + share * frame.height * Double.random(in: -1...1, using: &random))
                        })
                }
                return line
            }
            return sketch
        }
    }

    @Test(arguments: [0.001, 0.005])
    func aPreferredPlaceStaysWhenDataMoveALittle(share: Double) throws {
        var tested = 0
        for seed in 0..<200 {
            var random = FixedRandom(seed: UInt64(4000 + seed))
            let before = sketches(&random, curves: 1 + seed % 5, areas: seed % 3)
            let place = placement(before)
            let best = place.best(preferring: nil)
            guard best.cost.data == 0,
                let name = LegendPlacement.named.first(where: { place.rect($0) == best.rect })
            else { continue }
            tested += 1
            let after = placement(moved(before, by: share, &random))
            #expect(after.best(preferring: name).rect == best.rect)
        }
        #expect(tested > 50)
    }

    @Test func withoutAPreferredPlaceSuchChangesSeldomMoveTheLegend() {
        var jumps = 0
        for seed in 0..<200 {
            var random = FixedRandom(seed: UInt64(4000 + seed))
            let before = sketches(&random, curves: 1 + seed % 5, areas: seed % 3)
            let after = moved(before, &random)
            if placement(before).best(preferring: nil).rect != placement(after).best(preferring: nil).rect {
                jumps += 1
            }
        }
        // Where two places are all but equal, one has to give way.
        #expect(jumps <= 10, "\(jumps) of 200 legends moved")
    }

    @Test func aPreferredPlaceIsLeftWhenDataReachIt() throws {
        var sketch = Sketch(id: "line")
        sketch.lines = [
            .init(
                paths: [.init([PagePoint(40, 150), PagePoint(240, 150)])],
                pen: .init(colour: .black, width: 1, dash: []))
        ]
        let placement = placement([sketch])
        #expect(placement.best(preferring: .bottomLeft).rect == placement.rect(.topRight))
        #expect(placement.best(preferring: .topLeft).rect == placement.rect(.topLeft))
    }

    @Test func aChartOfMillionsOfPointsCountsInBoundedMemory() {
        let grid = CellGrid(PageRect(left: 0, top: 0, right: 14000, bottom: 3000))
        #expect(grid.columns <= 513 && grid.rows <= 513)
    }
}
