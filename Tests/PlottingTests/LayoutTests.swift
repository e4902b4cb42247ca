import Plotting
import Testing

@Suite struct LayoutTests {
    @Test func dataCoordinatesMapLinearlyOntoTheFrame() throws {
        let list = try drawn(plainChart { Line("line", x: [0, 10], y: [0, 5], role: .signal) })
        let points = try #require(list.strokes("line").first?.paths.first?.points)
        #expect(distance(points[0], list.place(0, 0)) < 1e-9)
        #expect(distance(points[1], list.place(1, 0.5)) < 1e-9)
    }

    @Test func logarithmicAxesMapPowersOfTenEvenly() throws {
        let list = try drawn(
            plainChart(x: .log("$x$", 1...1000), y: .log("$y$", 1e-4...1)) {
                Line("line", x: [1, 10, 100], y: [1e-4, 1e-3, 1e-1], role: .signal)
            })
        let points = try #require(list.strokes("line").first?.paths.first?.points)
        #expect(distance(points[1], list.place(1.0 / 3, 0.25)) < 1e-9)
        #expect(distance(points[2], list.place(2.0 / 3, 0.75)) < 1e-9)
    }

    @Test func everythingStaysOnThePage() throws {
        let list = try drawn(
            plainChart(
                x: .log(#"$m_{Z'}$ [MeV]"#, 1...1000),
                y: .log(#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 1e-12...1e3)
            ) { Line("line", x: [1, 1000], y: [1e-12, 1e3], role: .signal, label: "a curve") })
        let width = list.width
        let height = list.height
        let boxes = list.labels("axis").map { run in
            let size = run.glyphs.map(\.size).max() ?? 0
            let last = run.glyphs.map(\.x).max() ?? 0
            return (run.origin, run.rotation, last + 0.5 * size, size)
        }
        for (origin, rotation, length, size) in boxes {
            if rotation == 0 {
                #expect(origin.x >= 0 && origin.x + length <= width + 0.5)
                #expect(origin.y - 0.6 * size >= -0.5 && origin.y <= height)
            } else {
                #expect(origin.y <= height && origin.y - length >= -0.5)
                #expect(origin.x >= 0.5 * size)
            }
        }
    }

    @Test func ticksPointInwardsOnAllFourSides() throws {
        let list = try drawn(plainChart { Line("line", x: [0, 10], y: [0, 5], role: .signal) })
        let frame = list.frame
        let ticks = list.strokes("axis").dropLast().flatMap(\.paths)
        var sides: Set<String> = []
        for tick in ticks {
            let start = tick.points[0]
            let end = tick.points[1]
            if start.y == frame.bottom, end.y < start.y { sides.insert("bottom") }
            if start.y == frame.top, end.y > start.y { sides.insert("top") }
            if start.x == frame.left, end.x > start.x { sides.insert("left") }
            if start.x == frame.right, end.x < start.x { sides.insert("right") }
            for point in tick.points {
                #expect(point.x >= frame.left && point.x <= frame.right)
                #expect(point.y >= frame.top && point.y <= frame.bottom)
            }
        }
        #expect(sides == ["bottom", "top", "left", "right"])
    }

    @Test func aCurveIsSplitWhereItIsUndefined() throws {
        let list = try drawn(
            plainChart {
                Line("line", x: [1, 2, 3, 4, 5, 6, 7], y: [1, 1, .nan, 3, 3, .infinity, 5], role: .signal)
            })
        let paths = try #require(list.strokes("line").first?.paths)
        #expect(paths.map(\.points.count) == [2, 2])
    }

    @Test func aCurveIsSplitWhereALogarithmHasNoValue() throws {
        let list = try drawn(
            plainChart(y: .log("$y$", 0.1...10)) {
                Line("line", x: [1, 2, 3, 4, 5], y: [1, 2, 0, 2, 1], role: .signal)
            })
        let paths = try #require(list.strokes("line").first?.paths)
        #expect(paths.map(\.points.count) == [2, 2])
    }

    @Test func noMarkLeavesTheFrameHoweverWildItsData() throws {
        var random = FixedRandom(seed: 11)
        for logarithmic in [false, true] {
            let y: Axis = logarithmic ? .log("$y$", 0.1...10) : .linear("$y$", 0...10)
            for _ in 0..<40 {
                func wild() -> [Double] {
                    (0..<30).map { _ in
                        switch Int.random(in: 0..<12, using: &random) {
                        case 0: .nan
                        case 1: .infinity
                        case 2: -.infinity
                        case 3: 1e300
                        case 4: -1e300
                        case 5: 0
                        default: Double.random(in: -5...15, using: &random)
                        }
                    }
                }
                let x = (0..<30).map { Double($0) / 2 - 2 }
                let list = try drawn(
                    plainChart(y: y, legend: .hidden) {
                        Line("line", x: x, y: wild(), role: .signal)
                        Band("band", x: x, lower: wild(), upper: wild(), role: .favoured, hatch: .cross)
                        Region("region", x: x, y: wild(), openTowards: .top)
                        Region("closed", x: wild(), y: wild(), openTowards: nil)
                        Points("points", x: x, y: wild(), yError: wild(), role: .reference)
                        Steps("steps", edges: x + [20], values: wild(), role: .alternative)
                        ContourSet("contours", levels: [.init(1, pieces: [.init(x: wild(), y: wild())])])
                    })
                let frame = list.frame
                for source in ["line", "band", "region", "closed", "steps", "contours"] {
                    for point in list.points(source) {
                        let isInside =
                            point.x >= frame.left - 1e-6 && point.x <= frame.right + 1e-6
                            && point.y >= frame.top - 1e-6 && point.y <= frame.bottom + 1e-6
                        #expect(isInside, "\(source): \(point)")
                    }
                }
                // Symbols may reach over the frame by their radius.
                for point in list.points("points") {
                    #expect(point.x >= frame.left - 6 && point.x <= frame.right + 6)
                }
            }
        }
    }

    @Test func aRegionOpenTowardsTheTopReachesTheFrame() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Region("region", x: [2, 8], y: [4, 4], openTowards: .top, isFilled: true, hatch: Hatch.none)
            })
        let points = try #require(list.fills("region").first?.paths.first?.points)
        let frame = list.frame
        let lower = list.place(0.2, 0.4)
        #expect((points.map(\.y).min() ?? 0) == frame.top)
        #expect(((points.map(\.y).max() ?? 0) - lower.y).magnitude < 1e-9)
        #expect(((points.map(\.x).min() ?? 0) - lower.x).magnitude < 1e-9)
    }

    @Test func aBandCanBeClippedToAWindow() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Band(
                    "band", x: [0, 10], lower: [2, 2], upper: [8, 8], clip: Window(xLower: 5, yUpper: 6),
                    role: .favoured)
            })
        let points = list.points("band")
        #expect(((points.map(\.x).min() ?? 0) - list.place(0.5, 0).x).magnitude < 1e-9)
        #expect(((points.map(\.y).min() ?? 0) - list.place(0, 0.6).y).magnitude < 1e-9)
    }

    @Test func emptyBinsOfALogarithmicHistogramFallToTheBottom() throws {
        let list = try drawn(
            plainChart(y: .log("$y$", 0.1...10)) {
                Steps("steps", edges: [0, 1, 2, 3], values: [1, 0, 1], role: .signal)
            })
        let paths = try #require(list.strokes("steps").first?.paths)
        #expect(paths.count == 2)
        #expect(paths[0].points.last?.y == list.frame.bottom)
    }

    @Test func areasLieBelowLinesWhateverTheOrderOfDeclaration() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("line", x: [0, 10], y: [5, 5], role: .signal)
                Band("band", x: [0, 10], lower: [2, 2], upper: [8, 8], role: .favoured)
            })
        func index(_ id: String) -> Int? {
            list.items.firstIndex { item in
                switch item {
                case .fill(let fill): fill.source == id
                case .stroke(let stroke): stroke.source == id
                case .glyphs: false
                }
            }
        }
        #expect(try #require(index("band")) < #require(index("line")))
    }

    @Test func tenMillionPointsAreThinnedToWhatCanBeSeen() throws {
        let count = 10_000_000
        let x = (0..<count).map { 10 * Double($0) / Double(count) }
        let list = try drawn(plainChart(legend: .hidden) { Line("line", x: x, y: x, role: .signal) })
        #expect(list.points("line").count < 20_000)
        #expect(list.points("line").count > 1000)
    }

    @Test func theSameChartGivesTheSameLines() throws {
        let chart = plainChart {
            Line("line", x: [0, 3, 10], y: [1, 2, 5], role: .signal, label: "$a^2$")
            Region("region", x: [0, 10], y: [6, 7], openTowards: .top, label: "excluded")
        }
        #expect(try drawn(chart).quantised().canonicalLines == drawn(chart).quantised().canonicalLines)
    }

    @Test func quantisedDrawingsForgetRoundingErrors() throws {
        let chart = plainChart { Line("line", x: [0, 3, 10], y: [1, 2, 5], role: .signal) }
        let moved = plainChart { Line("line", x: [0, 3 + 1e-12, 10], y: [1, 2, 5 - 1e-13], role: .signal) }
        #expect(try drawn(chart) != drawn(moved))
        #expect(try drawn(chart).quantised() == drawn(moved).quantised())
        #expect(try drawn(chart).canonicalLines == drawn(moved).canonicalLines)
    }

    @Test func canonicalLinesShowAVisibleMove() throws {
        let chart = plainChart { Line("line", x: [0, 3, 10], y: [1, 2, 5], role: .signal) }
        let moved = plainChart { Line("line", x: [0, 3, 10], y: [1, 2.01, 5], role: .signal) }
        #expect(try drawn(chart).canonicalLines != drawn(moved).canonicalLines)
    }
}
