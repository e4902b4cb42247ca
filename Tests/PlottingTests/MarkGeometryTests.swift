import Plotting
import Testing

/// Where each kind of mark lies on the page, on linear and on logarithmic axes.
@Suite struct MarkGeometryTests {
    static let scales: [Axis.Scale] = [.linear, .log]

    /// On 0…10, or on 1…10⁴ in decades.
    private func axis(_ scale: Axis.Scale, _ label: String) -> Axis {
        scale == .log ? .log(label, 1...10000) : .linear(label, 0...10)
    }

    /// The value at a fraction of the axis.
    private func value(_ scale: Axis.Scale, _ fraction: Double) -> Double {
        let powers = [0.0: 1.0, 0.25: 10, 0.5: 100, 0.75: 1000, 1: 10000]
        return scale == .log ? powers[fraction] ?? .nan : 10 * fraction
    }

    private func list(_ scale: Axis.Scale, @MarkBuilder _ marks: () -> [Mark]) throws -> DisplayList {
        try drawn(plainChart(x: axis(scale, "$x$"), y: axis(scale, "$y$"), legend: .hidden, marks))
    }

    private func expectPath(_ points: [PagePoint], _ expected: [PagePoint], _ comment: Comment? = nil) {
        #expect(points.count == expected.count, comment)
        #expect(zip(points, expected).allSatisfy { distance($0, $1) < 1e-9 }, comment)
    }

    // MARK: Histograms

    @Test("a histogram runs along its values between its edges", arguments: scales)
    func steps(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            Steps(
                "steps", edges: [0.25, 0.5, 0.75].map { value(scale, $0) },
                values: [0.5, 0.75].map { value(scale, $0) },
                role: .signal)
        }
        expectPath(
            try #require(list.strokes("steps").first?.paths.first?.points),
            [list.place(0.25, 0.5), list.place(0.5, 0.5), list.place(0.5, 0.75), list.place(0.75, 0.75)])
    }

    @Test("a histogram's error bars stand at the middle of the bin on the page", arguments: scales)
    func stepErrors(_ scale: Axis.Scale) throws {
        let center = value(scale, 0.5)
        let list = try list(scale) {
            Steps(
                "steps", edges: [value(scale, 0.25), value(scale, 0.75)], values: [center], valueError: [center * 0.2],
                showsErrorBars: true, role: .signal)
        }
        let bar = try #require(list.strokes("steps").last?.paths.first?.points)
        #expect(bar.allSatisfy { ($0.x - list.place(0.5, 0).x).magnitude < 1e-9 })
        #expect(bar.map(\.y).max() ?? 0 > list.place(0, 0.5).y && bar.map(\.y).min() ?? 0 < list.place(0, 0.5).y)
    }

    @Test("an error bar that reaches zero runs to the bottom of a logarithmic frame")
    func errorsToZero() throws {
        let list = try list(.log) { Points("points", x: [100], y: [10], yError: [10], role: .reference) }
        let bar = try #require(list.strokes("points").first?.paths.first?.points)
        #expect(bar.map(\.y).max() == list.frame.bottom)
    }

    @Test("a bin without value leaves a gap")
    func gap() throws {
        let list = try list(.linear) { Steps("steps", edges: [0, 1, 2, 3], values: [1, .nan, 2], role: .signal) }
        #expect(list.strokes("steps").first?.paths.map(\.points.count) == [2, 2])
    }

    // MARK: Regions

    @Test("a region open towards an edge reaches the frame there", arguments: scales, Region.Edge.allCases)
    func openRegion(_ scale: Axis.Scale, _ edge: Region.Edge) throws {
        let (low, high) = (value(scale, 0.25), value(scale, 0.75))
        let isVertical = edge == .left || edge == .right
        let list = try list(scale) {
            Region(
                "region", x: isVertical ? [low, low] : [low, high], y: isVertical ? [low, high] : [low, low],
                openTowards: edge, isFilled: true, hatch: Hatch.none)
        }
        let points = try #require(list.fills("region").first?.paths.first?.points)
        let frame = list.frame
        let (a, b) = (list.place(0.25, 0.25), list.place(0.75, 0.75))
        let box: (left: Double, top: Double, right: Double, bottom: Double) =
            switch edge {
            case .top: (a.x, frame.top, b.x, a.y)
            case .bottom: (a.x, a.y, b.x, frame.bottom)
            case .left: (frame.left, b.y, a.x, a.y)
            case .right: (a.x, b.y, frame.right, a.y)
            }
        #expect(((points.map(\.x).min() ?? 0) - box.left).magnitude < 1e-9)
        #expect(((points.map(\.x).max() ?? 0) - box.right).magnitude < 1e-9)
        #expect(((points.map(\.y).min() ?? 0) - box.top).magnitude < 1e-9)
        #expect(((points.map(\.y).max() ?? 0) - box.bottom).magnitude < 1e-9)
    }

    @Test("where a boundary has no logarithm or is infinite, the region is cut at the frame and not left out")
    func boundaryBeyondTheScale() throws {
        let list = try list(.log) {
            Region(
                "region", x: [1, 10, 100, 1000, 10000], y: [0, -5, 100, .infinity, .infinity], openTowards: .top,
                isFilled: true, hatch: Hatch.none)
        }
        let points = list.fills("region").flatMap(\.paths).flatMap(\.points)
        let frame = list.frame
        // Full height at the left, nothing at the right.
        #expect(points.contains { distance($0, PagePoint(frame.left, frame.bottom)) < 1e-6 })
        #expect(points.contains { distance($0, PagePoint(frame.left, frame.top)) < 1e-6 })
        #expect(!points.contains { $0.x > list.place(0.5, 0).x + 1 && $0.y > frame.top + 1 })
        // The boundary is drawn only where it has a place, here at a single point.
        #expect(list.strokes("region").isEmpty)
    }

    // MARK: Symbols

    @Test("a star has five tips around its place, one of them up", arguments: scales)
    func star(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            Points(
                "star", x: [value(scale, 0.25)], y: [value(scale, 0.75)], symbol: .star, size: 10, role: .signal)
        }
        let points = try #require(list.fills("star").first?.paths.first?.points)
        let center = list.place(0.25, 0.75)
        let radii = points.map { distance($0, center) }
        let outer = try #require(radii.max())
        #expect(radii.count == 10)
        #expect(
            radii.enumerated().allSatisfy { index, radius in
                index % 2 == 0 ? (radius - outer).magnitude < 1e-9 : radius < 0.5 * outer
            })
        #expect((points[0].x - center.x).magnitude < 1e-9 && points[0].y < center.y)
    }

    @Test("every symbol is centred on its point and as large as asked for", arguments: Points.Symbol.allCases)
    func symbols(_ symbol: Points.Symbol) throws {
        let list = try list(.linear) { Points("point", x: [5], y: [5], symbol: symbol, size: 10, role: .signal) }
        let points = list.points("point")
        let center = list.place(0.5, 0.5)
        let radii = points.map { distance($0, center) }
        #expect((radii.max() ?? 0) > 4 && (radii.max() ?? 0) < 6.5)
    }

    // MARK: Arrows and texts

    @Test("an arrow runs from its start to its tip", arguments: scales)
    func arrow(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            Arrow(
                "arrow", from: .data(value(scale, 0.25), value(scale, 0.25)),
                to: .data(value(scale, 0.75), value(scale, 0.5)))
        }
        let line = try #require(list.strokes("arrow").first?.paths.first?.points)
        #expect(distance(line[0], list.place(0.25, 0.25)) < 1e-9)
        let head = try #require(list.fills("arrow").first?.paths.first?.points)
        #expect(distance(head[0], list.place(0.75, 0.5)) < 1e-9)
    }

    @Test("an arrow or a text far off the page is an error that names it")
    func farAway() throws {
        for mark in [
            Mark.text(Text("note", "here", at: .data(1e9, 5))), .text(Text("note", "here", at: .frame(0.5, -20))),
            .arrow(Arrow("note", from: .data(5, 5), to: .data(1e300, 5))),
        ] {
            let error = #expect(throws: PlottingError.self) { try list(.linear) { mark } }
            #expect(error?.description.contains("the mark \"note\" stands at") == true)
        }
    }

    // MARK: Rules and ranges

    @Test("a rule spans the frame at its value", arguments: scales)
    func rule(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            Rule("vertical", x: value(scale, 0.25))
            Rule("horizontal", y: value(scale, 0.75))
            Rule("part", y: value(scale, 0.5), from: value(scale, 0.25), to: value(scale, 0.75))
        }
        func path(_ id: String) throws -> [PagePoint] { try #require(list.strokes(id).first?.paths.first?.points) }
        expectPath(try path("vertical"), [list.place(0.25, 0), list.place(0.25, 1)])
        expectPath(try path("horizontal"), [list.place(0, 0.75), list.place(1, 0.75)])
        expectPath(try path("part"), [list.place(0.25, 0.5), list.place(0.75, 0.5)])
    }

    @Test("a rule outside the range is not drawn; one without a place is an error")
    func farRule() throws {
        #expect(try list(.linear) { Rule("rule", x: 11) }.strokes("rule").isEmpty)
        #expect(throws: PlottingError.badPosition(mark: "rule", x: -1, y: -1)) {
            try list(.log) { Rule("rule", x: -1) }
        }
    }

    @Test("a shaded range covers the frame between its bounds", arguments: scales)
    func range(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            ShadedRange("inner", .x, from: value(scale, 0.25), to: value(scale, 0.5))
            ShadedRange("open", .y, to: value(scale, 0.25))
            ShadedRange("below zero", .y, from: -5, to: value(scale, 0.5))
        }
        func box(_ id: String) -> [PagePoint] { list.points(id) }
        expectPath(
            box("inner"), [list.place(0.25, 1), list.place(0.5, 1), list.place(0.5, 0), list.place(0.25, 0)])
        expectPath(box("open"), [list.place(0, 0.25), list.place(1, 0.25), list.place(1, 0), list.place(0, 0)])
        expectPath(box("below zero"), [list.place(0, 0.5), list.place(1, 0.5), list.place(1, 0), list.place(0, 0)])
    }

    @Test("a shaded range whose bounds are inverted or equal is refused")
    func invertedRange() {
        for (lower, upper) in [(5.0, 2.0), (3, 3)] {
            #expect(throws: PlottingError.badInterval(mark: "range", lower: lower, upper: upper)) {
                try list(.linear) { ShadedRange("range", .x, from: lower, to: upper) }
            }
        }
    }

    @Test("a band lies between its curves", arguments: scales)
    func band(_ scale: Axis.Scale) throws {
        let list = try list(scale) {
            Band(
                "band", x: [value(scale, 0.25), value(scale, 0.75)], lower: [value(scale, 0.25), value(scale, 0.25)],
                upper: [value(scale, 0.5), value(scale, 0.75)], role: .favoured)
        }
        expectPath(
            try #require(list.fills("band").first?.paths.first?.points),
            [list.place(0.25, 0.25), list.place(0.75, 0.25), list.place(0.75, 0.75), list.place(0.25, 0.5)])
    }
}
