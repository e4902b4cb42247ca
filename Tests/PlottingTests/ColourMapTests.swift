import Testing

@testable import Plotting

@Suite struct ColourMapTests {
    private func map(
        x: [Double] = [0, 2, 5, 10], y: [Double] = [0, 5, 10], values: [Double] = [0, 0.2, 0.4, 0.6, 0.8, 1],
        colours: ColourScale = ColourScale(.linear("$z$", 0...1)), missing: ColourMap.Missing = .blank
    ) -> ColourMap {
        ColourMap("map", x: x, y: y, values: values, colours: colours, missing: missing)
    }

    private func list(_ map: ColourMap, x: Axis = .linear("$x$", 0...10), y: Axis = .linear("$y$", 0...10)) throws
        -> DisplayList
    {
        try drawn(plainChart(x: x, y: y) { map })
    }

    /// The colour that is on top at a place, `nil` for none.
    private func colour(_ list: DisplayList, at place: PagePoint) -> Colour? {
        list.fills("map").last { fill in
            fill.paths.reduce(into: false) { isInside, path in
                if Clipping.contains(place, path.points) { isInside.toggle() }
            }
        }?.colour
    }

    @Test("each cell has the colour of its value, on linear and logarithmic planes")
    func colours() throws {
        let scale = ColourScale(.linear("$z$", 0...1))
        for isLog in [false, true] {
            let x: Axis = isLog ? .log("$x$", 1...1000) : .linear("$x$", 0...10)
            let edges: [Double] = isLog ? [1, 10, 100, 1000] : [0, 2, 5, 10]
            let list = try list(map(x: edges), x: x)
            let centers = isLog ? [1.0 / 6, 0.5, 5.0 / 6] : [0.1, 0.35, 0.75]
            for (index, value) in [0, 0.2, 0.4, 0.6, 0.8, 1].enumerated() {
                let place = list.place(centers[index % 3], index < 3 ? 0.25 : 0.75)
                let level = try #require(scale.levels(of: [value])[0])
                #expect(colour(list, at: place) == scale.colour(level: level), "\(value)")
            }
        }
    }

    @Test("centres give the cells half-way between them")
    func centres() throws {
        let edges = try list(map(x: [0, 2, 4, 6], y: [0, 4, 8]))
        let centres = try list(map(x: [1, 3, 5], y: [2, 6]))
        let first = edges.fills("map").flatMap(\.paths).flatMap(\.points)
        let second = centres.fills("map").flatMap(\.paths).flatMap(\.points)
        #expect(first.count == second.count)
        #expect(zip(first, second).allSatisfy { distance($0, $1) < 1e-9 })
    }

    @Test("cells of NaN stay open, or are hatched")
    func missing() throws {
        let values = [0, .nan, 0.4, 0.6, 0.8, 1]
        let blank = try list(map(values: values))
        #expect(colour(blank, at: blank.place(0.35, 0.25)) == nil)
        #expect(colour(blank, at: blank.place(0.35, 0.75)) != nil)
        #expect(blank.strokes("map").isEmpty)
        let hatched = try list(map(values: values, missing: .hatched))
        let points = hatched.strokes("map").flatMap(\.paths).flatMap(\.points)
        #expect(points.count > 4)
        let low = hatched.place(0.2, 0)
        let high = hatched.place(0.5, 0.5)
        #expect(points.allSatisfy { $0.x > low.x - 1e-6 && $0.x < high.x + 1e-6 && $0.y > high.y - 1e-6 })
    }

    @Test("every place inside the map has a colour, whatever the values, and none outside the frame has")
    func noGaps() throws {
        var random = FixedRandom(seed: 5)
        for _ in 0..<20 {
            let count = 7
            let values = (0..<count * count).map { _ in Double.random(in: -0.2...1.2, using: &random) }
            let edges = (0...count).map { -1 + Double($0) * 12 / Double(count) }
            let list = try list(map(x: edges, y: edges, values: values))
            for _ in 0..<60 {
                let fx = Double.random(in: 0...1, using: &random)
                let fy = Double.random(in: 0...1, using: &random)
                let column = Int((fx * 10 + 1) / 12 * Double(count))
                let row = Int((fy * 10 + 1) / 12 * Double(count))
                let scale = ColourScale(.linear("", 0...1))
                let level = try #require(scale.levels(of: [values[row * count + column]])[0])
                #expect(colour(list, at: list.place(fx, fy)) == scale.colour(level: level))
            }
            let frame = list.frame
            for point in list.points("map") {
                #expect(point.x >= frame.left && point.x <= frame.right)
                #expect(point.y >= frame.top && point.y <= frame.bottom)
            }
        }
    }

    @Test("a colour reaches under its neighbours that are painted later")
    func overlaps() throws {
        let list = try list(map(x: [0, 5, 10], y: [0, 10], values: [0, 1]))
        let first = try #require(list.fills("map").first)
        let xs = first.paths.flatMap(\.points).map(\.x)
        #expect(xs.max() == list.frame.right)
        #expect(try #require(list.fills("map").last).paths.flatMap(\.points).map(\.x).min() == list.place(0.5, 0).x)
    }

    @Test("cells of one colour are one outline, holes included")
    func merged() {
        // A ring of ones around a zero, on 3 × 3 cells.
        let mosaic = CellMosaic(x: [0, 1, 2, 3], y: [0, 1, 2, 3], levels: [1, 1, 1, 1, 0, 1, 1, 1, 1])
        let paths = mosaic.paths()
        #expect(paths.map(\.level) == [0, 1])
        // The zero reaches under all of its neighbours; the ring has an outer and an inner outline.
        #expect(paths[0].outlines.map(\.count) == [4])
        #expect(paths[1].outlines.map(\.count).sorted() == [4, 4])
    }

    @Test("outlines enclose just their cells, for random sets", arguments: [UInt64](1...6))
    func outlines(_ seed: UInt64) {
        var random = FixedRandom(seed: seed)
        let (columns, rows) = (9, 7)
        let levels = (0..<columns * rows).map { _ in Bool.random(using: &random) ? 0 : nil }
        let mosaic = CellMosaic(
            x: (0...columns).map(Double.init), y: (0...rows).map(Double.init), levels: levels)
        let outlines = mosaic.paths().first?.outlines ?? []
        for row in 0..<rows {
            for column in 0..<columns {
                let place = PagePoint(Double(column) + 0.5, Double(row) + 0.5)
                let hits = outlines.count { Clipping.contains(place, $0) }
                #expect((hits % 2 == 1) == (levels[row * columns + column] == 0))
                #expect(mosaic.missing().count { Clipping.contains(place, $0) } % 2 == (hits % 2 == 1 ? 0 : 1))
            }
        }
    }

    @Test("the bar stands right of the frame with the ticks and the label of its scale, inside the page")
    func bar() throws {
        let list = try list(map(values: [1, 2, 3, 4, 5, 6], colours: ColourScale(.log("$N$", 1e-3...1e3))))
        let runs = list.labels("colour bar")
        #expect(runs.map(\.text).contains("10^−3") && runs.map(\.text).contains("N"))
        #expect(runs.allSatisfy { $0.origin.x > list.frame.right && $0.origin.x < list.width })
        let corners = list.fills("colour bar").flatMap(\.paths).flatMap(\.points)
        #expect(corners.map(\.y).min() == list.frame.top && corners.map(\.y).max() == list.frame.bottom)
        #expect(list.fills("colour bar").count == ColourScale.levels)
        #expect(
            try self.list(map(colours: ColourScale(.linear("", 0...1), showsBar: false))).labels("colour bar").isEmpty)
    }

    @Test("a place on the bar has the colour of its value", arguments: Axis.Scale.allCases)
    func barIsTrue(_ scale: Axis.Scale) throws {
        let axis = Axis(
            scale, label: "$z$", from: scale == .symlog ? -100 : 0.01, to: 100,
            linearThreshold: scale == .symlog ? 1 : nil)
        let colours = ColourScale(axis)
        let list = try list(map(values: [1, 2, 3, 4, 5, 6], colours: colours))
        let map = AxisMap(axis, start: list.frame.bottom, end: list.frame.top)
        for value in [0.02, 0.7, 3, 50, 99] {
            let y = try #require(map(value))
            let onTop = list.fills("colour bar").last { fill in
                let ys = fill.paths[0].points.map(\.y)
                return y >= (ys.min() ?? 0) && y < (ys.max() ?? 0)
            }
            let level = try #require(colours.levels(of: [value])[0])
            #expect(onTop?.colour == colours.colour(level: level), "\(value)")
        }
    }

    @Test("the bar has a point of the end's colour where values lie beyond that end, and only there")
    func points() throws {
        let scale = ColourScale(.log("$z$", 1...100))
        for (values, isBelow, isAbove) in [
            ([1.0, 100], false, false), ([0.5, 100], true, false), ([-3, 7], true, false), ([1, 101], false, true),
            ([0.1, .infinity], true, true), ([.nan, 5], false, false),
        ] {
            let list = try list(map(x: [0, 5, 10], y: [0, 10], values: values, colours: scale))
            // From inside the bar, over its end, to the tip.
            let tips = list.fills("colour bar").filter { $0.paths[0].points.count == 5 }
            func heights(_ fill: DisplayList.Fill) -> [Double] { fill.paths[0].points.prefix(3).map(\.y) }
            let up = tips.filter { heights($0) == heights($0).sorted(by: >) }
            let down = tips.filter { heights($0) == heights($0).sorted() }
            #expect(tips.allSatisfy { Set(heights($0)).count == 3 }, "no gap to the bar")
            #expect(up.map(\.colour) == (isAbove ? [scale.colour(level: ColourScale.levels - 1)] : []), "\(values)")
            #expect(down.map(\.colour) == (isBelow ? [scale.colour(level: 0)] : []), "\(values)")
            let ys = list.points("colour bar").map(\.y)
            let ends = try (#require(ys.min()), #require(ys.max()))
            #expect((ends.0 - list.frame.top).magnitude < 1e-9 && (ends.1 - list.frame.bottom).magnitude < 1e-9)
            let outline = try #require(list.strokes("colour bar").last?.paths.first?.points)
            #expect(outline.count == 4 + tips.count)
        }
    }

    @Test("a pointed end of the bar has its tick, as no frame stands for it there; a flat end has none")
    func endTicks() throws {
        let scale = ColourScale(.log("$z$", 1...100))
        for (values, isBelow, isAbove) in [
            ([1.0, 100], false, false), ([0.5, 100], true, false), ([1, 101], false, true), ([0.5, 101], true, true),
        ] {
            let list = try list(map(x: [0, 5, 10], y: [0, 10], values: values, colours: scale))
            let strokes = list.strokes("colour bar")
            let outline = try #require(strokes.last?.paths.first?.points)
            // The corners of the bar, without the tips.
            let (left, right) = (outline.map(\.x).min() ?? 0, outline.map(\.x).max() ?? 0)
            let corners = outline.filter { $0.x == left || $0.x == right }.map(\.y)
            let (top, bottom) = try (#require(corners.min()), #require(corners.max()))
            let ticks = strokes.dropLast().flatMap(\.paths).map(\.points[0].y)
            #expect(ticks.contains { ($0 - top).magnitude < 1e-9 } == isAbove, "\(values)")
            #expect(ticks.contains { ($0 - bottom).magnitude < 1e-9 } == isBelow, "\(values)")
            #expect(ticks.contains { ($0 - (top + bottom) / 2).magnitude < 1e-9 }, "the tick at 10")
        }
    }

    @Test("values beyond the scale take the colour of its end; without a logarithm, of its lower end")
    func beyond() {
        let scale = ColourScale(.log("$z$", 1...100))
        let last = ColourScale.levels - 1
        #expect(
            scale.levels(of: [0, -1, 0.5, 1, 100, 1e9, .infinity, -.infinity, .nan]) == [
                0, 0, 0, 0, last, last, last, 0, nil,
            ])
    }

    @Test("columns that do not match, do not ascend or hold nothing are refused")
    func errors() {
        func failure(_ map: ColourMap) -> PlottingError? {
            do {
                _ = try drawn(plainChart { map })
                return nil
            } catch { return error as? PlottingError }
        }
        #expect(
            failure(map(values: [1, 2]))
                == .columnLengths(mark: "map", columns: ["x", "y", "values"], lengths: [4, 3, 2]))
        #expect(failure(map(x: [0, 2, 2, 3])) == .notAscending(mark: "map", column: "x", index: 2))
        #expect(failure(map(y: [0, .nan, 3])) == .notAscending(mark: "map", column: "y", index: 1))
        #expect(failure(map(values: Array(repeating: .nan, count: 6))) == .allUndefined(mark: "map"))
        #expect(failure(map(values: [])) == .emptySeries(mark: "map"))
        guard case .badRange("colour of map", .log, 0, 1) = failure(map(colours: ColourScale(.log("", 0...1)))) else {
            Issue.record("a logarithmic colour scale from zero was taken")
            return
        }
    }

    @Test("a map survives its JSON and lists its values as a series")
    func json() throws {
        let chart = plainChart { map() }
        #expect(try Chart(json: chart.json()) == chart)
        #expect(chart.series.map(\.id) == ["map"] && chart.series[0].columns[2].values.count == 6)
        #expect(chart.series[0].label == "$z$")
    }

    @Test("panels that share their colours have one bar over their whole height")
    func sharedBar() throws {
        let panels = (0..<4).map { _ in plainChart { map() } }
        for isShared in [false, true] {
            let list = try layout(
                ChartGrid(
                    "grid", rows: 2, columns: 2, panels: panels, sharesX: true, sharesY: true,
                    sharesColourBar: isShared, style: ChartStyle(width: 510, height: 400)), metrics: try font())
            let shared = list.fills("colour bar").flatMap(\.paths).flatMap(\.points).map(\.y)
            #expect(list.fills("a/axis").isEmpty)
            #expect(list.fills("a/colour bar").isEmpty == isShared)
            #expect(shared.isEmpty == !isShared)
            guard isShared else { continue }
            #expect(shared.min() == list.panelFrame(0).top && shared.max() == list.panelFrame(2).bottom)
            #expect(list.labels("colour bar").allSatisfy { $0.origin.x < 510 })
        }
    }
}

@Suite struct ColourRampTests {
    @Test("grows lighter all the way, in OKLab and in luminance", arguments: ColourRamp.allCases)
    func monotone(_ ramp: ColourRamp) {
        let colours = (0..<ColourScale.levels).map { ramp.colour(Double($0) / Double(ColourScale.levels - 1)) }
        let lightness = colours.map { OKLab($0).lightness }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 })
        // Rec. 709 luma, which greyscale conversions use.
        let luma = colours.map { 0.2126 * $0.red + 0.7152 * $0.green + 0.0722 * $0.blue }
        #expect(zip(luma, luma.dropFirst()).allSatisfy { $0 < $1 + 1e-3 })
        #expect(zip(luma, luma.dropFirst(4)).allSatisfy { $0 < $1 })
        #expect(lightness[0] < 0.32 && (lightness.last ?? 0) > 0.9)
    }

    @Test("lightness is linear to a hundredth", arguments: ColourRamp.allCases)
    func linear(_ ramp: ColourRamp) {
        let ends = [0.0, 1].map { OKLab(ramp.colour($0)).lightness }
        for step in 0...100 {
            let share = Double(step) / 100
            #expect((OKLab(ramp.colour(share)).lightness - ends[0] - (ends[1] - ends[0]) * share).magnitude < 0.01)
        }
    }

    @Test("equal steps look equal: none is more than 2.5 times as far as another", arguments: ColourRamp.allCases)
    func uniform(_ ramp: ColourRamp) {
        let colours = (0...32).map { OKLab(ramp.colour(Double($0) / 32)) }
        let steps = zip(colours, colours.dropFirst()).map { $0.distance(to: $1) }
        #expect((steps.max() ?? 1) / (steps.min() ?? 1) < 2.5)
    }

    @Test("OKLab goes there and back")
    func roundTrip() {
        for colour in [Colour(rgb: 0x5790fc), Colour(rgb: 0x123456), .white, .black] {
            let linear = OKLab(colour).linear
            for (value, component) in [
                (linear.red, colour.red), (linear.green, colour.green), (linear.blue, colour.blue),
            ] {
                let encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Trigonometry.pow(value, 1 / 2.4) - 0.055
                #expect((encoded - component).magnitude < 1e-4)
            }
        }
        #expect((OKLab(.white).lightness - 1).magnitude < 1e-6)
    }

    @Test("shares beyond its ends and NaN are held")
    func held() {
        for ramp in ColourRamp.allCases {
            #expect(ramp.colour(-1) == ramp.colour(0) && ramp.colour(2) == ramp.colour(1))
            #expect(ramp.colour(.nan) == ramp.colour(0))
        }
    }
}
