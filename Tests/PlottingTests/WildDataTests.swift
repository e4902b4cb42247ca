import Testing

@testable import Plotting

@Suite("Wild data")
struct WildDataTests {
    /// A finite number of any magnitude, or now and then one that is not finite, zero or negative.
    private func wild(_ random: inout FixedRandom) -> Double {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return [.nan, .infinity, -.infinity, 0, -0.0][Int.random(in: 0..<5, using: &random)]
        case 1, 2:
            let power = Trigonometry.pow10(Int.random(in: -300...300, using: &random))
            return Double.random(in: -9...9, using: &random) * power
        default: return Double.random(in: -5...15, using: &random)
        }
    }

    private func column(_ count: Int, _ random: inout FixedRandom) -> [Double] {
        [5] + (1..<count).map { _ in wild(&random) }
    }

    @Test("never leave the frame, on linear and logarithmic axes", arguments: 0..<40)
    func insideTheFrame(_ seed: UInt64) throws {
        var random = FixedRandom(seed: 1000 + seed)
        let axis: (String) -> Axis = { seed % 2 == 0 ? .linear($0, 0...10) : .log($0, 0.1...10) }
        let ascending = (0..<21).map { Double($0) / 2 }
        let chart = plainChart(x: axis("$x$"), y: axis("$y$"), legend: .hidden) {
            Line("line", x: column(40, &random), y: column(40, &random), role: .signal)
            Band(
                "band", x: column(40, &random), lower: column(40, &random), upper: column(40, &random), role: .favoured,
                hatch: .cross, showsEdges: true)
            Region("closed", x: column(40, &random), y: column(40, &random), openTowards: nil)
            Region("open", x: column(40, &random), y: column(40, &random), openTowards: .left)
            Steps(
                "steps", edges: ascending, values: column(20, &random), valueError: column(20, &random),
                showsErrorBars: true, role: .signal)
            Points("points", x: column(40, &random), y: column(40, &random), yError: column(40, &random), role: .signal)
            ShadedRange("range", .x, from: 1e300)
            ContourSet(
                "contours",
                levels: [.init(1, pieces: [.init(x: column(40, &random), y: column(40, &random))], label: "$1$")])
            FilledContours(
                "filled",
                levels: [
                    .init(-.infinity, rings: [.init(x: column(40, &random), y: column(40, &random))]),
                    .init(1, rings: [.init(x: column(40, &random), y: column(40, &random))]),
                ])
        }
        let list = try drawn(chart)
        let frame = list.frame
        for source in ["line", "band", "closed", "open", "steps", "range", "contours", "filled"] {
            for point in list.points(source) {
                #expect(point.x >= frame.left - 1e-9 && point.x <= frame.right + 1e-9)
                #expect(point.y >= frame.top - 1e-9 && point.y <= frame.bottom + 1e-9)
            }
        }
        // Symbols at the frame's border reach over it by half their size.
        for point in list.points("points") {
            #expect(point.x >= 0 && point.x <= list.width && point.y >= 0 && point.y <= list.height)
        }
    }

    @Test("are cut where the straight line from the point inside crosses the frame, however far it goes")
    func exactCuts() throws {
        var random = FixedRandom(seed: 77)
        let empty = try drawn(plainChart(legend: .hidden) { Line("line", x: [1, 2], y: [1, 2], role: .signal) })
        for _ in 0..<100 {
            let start = (Double.random(in: 1...9, using: &random), Double.random(in: 1...9, using: &random))
            let direction = (Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random))
            let far = Trigonometry.pow10(Int.random(in: 2...295, using: &random))
            let list = try drawn(
                plainChart(legend: .hidden) {
                    Line(
                        "line", x: [start.0, start.0 + far * direction.0], y: [start.1, start.1 + far * direction.1],
                        role: .signal)
                })
            // In data units: the direction of what is drawn from the point inside is that of the data.
            let reach = min(
                direction.0 > 0 ? (10 - start.0) / direction.0 : -start.0 / direction.0,
                direction.1 > 0 ? (10 - start.1) / direction.1 : -start.1 / direction.1)
            let expected = empty.place((start.0 + reach * direction.0) / 10, (start.1 + reach * direction.1) / 10)
            let points = list.points("line")
            #expect(points.count == 2)
            let end = try #require(points.last)
            // The data's own rounding turns the line by a little where it is not so long.
            #expect(distance(end, expected) < 1e-9)
        }
    }

    @Test("outside of one side change no area inside", arguments: [1e3, 1e12, 1e100, 1e290])
    func farCorners(_ far: Double) throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Region(
                    "half", x: [5, 5, -far, -far], y: [-far, far, far, -far], openTowards: nil, isFilled: true,
                    hatch: Hatch.none, showsBoundary: false)
            })
        let xs = Set(list.points("half").map { ($0.x * 1e6).rounded() })
        #expect(xs == [(list.frame.left * 1e6).rounded(), (list.place(0.5, 0).x * 1e6).rounded()])
    }

    @Test("of millions of points give a figure of bounded size")
    func manyPoints() throws {
        let count = 2_000_000
        let x = (0..<count).map { 10 * Double($0) / Double(count) }
        var random = FixedRandom(seed: 5)
        let y = x.map { _ in Double.random(in: 4...6, using: &random) }
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("noise", x: x, y: y, role: .signal)
                Band("band", x: x, lower: y, upper: x, role: .favoured)
            })
        #expect(list.points("noise").count < 120_000)
        #expect(list.points("band").count < 250_000)
    }

    @Test("of more symbols than the page can show are refused, by name and count")
    func manySymbols() throws {
        var random = FixedRandom(seed: 6)
        let places = (0..<200_000).map { _ in Double.random(in: 0...10, using: &random) }
        let error = #expect(throws: PlottingError.self) {
            try drawn(plainChart { Points("cloud", x: places, y: places.reversed(), role: .signal) })
        }
        #expect(error?.description.contains("\"cloud\" has 200000 points") == true)
        // At one place they are one symbol.
        let list = try drawn(
            plainChart {
                Points("pile", x: places.map { _ in 5 }, y: places.map { _ in 5 }, symbol: .square, role: .signal)
            })
        #expect(list.points("pile").count == 4)
    }

    @Test(
        "as the place of a text or an arrow are refused where they are off the page",
        arguments: [30.0, -1e12, 1e300, .infinity])
    func farAnnotations(_ far: Double) {
        func failure(_ mark: some MarkConvertible) -> PlottingError? {
            #expect(throws: PlottingError.self) { try drawn(plainChart { mark }) }
        }
        let error = PlottingError.badPosition(mark: "note", x: 5, y: far)
        #expect(failure(Text("note", "far", at: .data(5, far))) == error)
        #expect(failure(Text("note", "far", at: .frame(5, far))) == error)
        #expect(failure(Arrow("note", from: .data(5, far), to: .data(5, 5))) == error)
    }

    @Test("as a label's anchor count as on the frame's border")
    func farAnchors() throws {
        func label(_ anchor: DataPoint) throws -> DisplayList.GlyphRun? {
            try drawn(
                plainChart(legend: .hidden) {
                    Line(
                        "line", x: [0, 10], y: [5, 5], role: .signal, inlineLabel: InlineLabel("label", near: anchor))
                }
            ).labels("line").first
        }
        #expect(try label(DataPoint(1e300, 5)) == label(DataPoint(10, 5)))
        #expect(try label(DataPoint(2, -1e300)) == label(DataPoint(2, 0)))
    }
}
