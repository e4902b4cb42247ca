import CairoCanvas
import Foundation
import Manuscript
import NumericalMethods
import Plotting
import Testing

@Suite("Contours of a grid in a chart")
struct GridContourTests {
    /// Three hills and a slope, with a relative change of the values, smooth and from node to node.
    private func grid(change: Double = 0, noise: Double = 0) throws -> RectilinearGrid {
        let stream = RandomStream("noise on a grid")
        var counter: UInt64 = 0
        let x = (0...120).map { Double($0) / 12 }
        return try RectilinearGrid(x: x, y: x) { x, y in
            func hill(_ cx: Double, _ cy: Double, _ width: Double) -> Double {
                exp(-((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (width * width))
            }
            counter += 1
            let value = 3 * hill(3, 6, 2) + 2.5 * hill(7, 3, 1.8) + 1.5 * hill(7.5, 8, 1.3) + 0.05 * x
            return value * (1 + change + noise * (2 * stream.uniform(at: counter) - 1))
        }
    }

    private func chart(_ grid: RectilinearGrid, anchors: [Double: [DataPoint]] = [:]) -> Chart {
        Chart("test", x: .linear("$x$", 0...10), y: .linear("$y$", 0...10), legend: .hidden) {
            FilledContours("filled", of: grid, at: [-.infinity, 0.5, 1, 1.5, 2])
            let set = ContourSet("contours", of: grid, at: [0.5, 1, 1.5, 2], labels: { "$\($0)$" }, inColumn: 4)
            anchored(set, anchors)
        }
    }

    private func anchored(_ set: ContourSet, _ anchors: [Double: [DataPoint]]) -> ContourSet {
        var set = set
        for index in set.levels.indices {
            if let stored = anchors[set.levels[index].value] { set.levels[index].anchors = stored }
        }
        return set
    }

    /// Label texts with the places of their middles on the page.
    private func labels(_ chart: Chart) throws -> [(text: String, place: PagePoint, rotation: Double)] {
        try CairoCanvas().displayList(chart).items.compactMap { item in
            guard case .glyphs(let run) = item, run.source == "contours" else { return nil }
            return (run.text, run.origin, run.rotation)
        }
    }

    private let stored: [Double: [DataPoint]] = [
        0.5: [DataPoint(5, 4.4)], 1: [DataPoint(1.1, 6.6), DataPoint(8.6, 3)], 1.5: [DataPoint(4.5, 6)],
        2: [DataPoint(7, 3.9)],
    ]

    @Test("keep their labels where they are when the data move by a tenth of a percent", arguments: [1.0, -1, 0])
    func smallChanges(_ sign: Double) throws {
        let changed = sign == 0 ? try grid(noise: 1e-3) : try grid(change: 1e-3 * sign)
        for anchors in [stored, [:]] {
            let before = try labels(chart(try grid(), anchors: anchors))
            let after = try labels(chart(changed, anchors: anchors))
            #expect(before.count >= 4 && before.map(\.text) == after.map(\.text))
            for (a, b) in zip(before, after) {
                #expect(hypot(a.place.x - b.place.x, a.place.y - b.place.y) < 1)
                #expect((a.rotation - b.rotation).magnitude < 0.02)
            }
        }
    }

    @Test("keep their labels on the same curve when the data move by a percent", arguments: [1.0, -1])
    func largerChanges(_ sign: Double) throws {
        for anchors in [stored, [:]] {
            let before = try labels(chart(try grid(), anchors: anchors))
            let after = try labels(chart(try grid(change: 1e-2 * sign), anchors: anchors))
            #expect(before.map(\.text) == after.map(\.text))
            // Other curves of a level are tens of points away.
            for (a, b) in zip(before, after) { #expect(hypot(a.place.x - b.place.x, a.place.y - b.place.y) < 6) }
        }
    }

    @Test("stand in one column where that is asked for")
    func column() throws {
        let set = ContourSet("contours", of: try grid(), at: [0.5, 1, 1.5, 2, 9], labels: { "$\($0)$" }, inColumn: 4)
        #expect(set.levels.prefix(4).allSatisfy { $0.anchors.count == 1 && $0.anchors[0].x == 4 })
        // Ever closer to the highest hill.
        let heights = set.levels.prefix(4).map { $0.anchors[0].y }
        #expect(heights == heights.sorted(by: >) && heights[3] > 6)
        #expect(set.levels[4].pieces.isEmpty && set.levels[4].label == nil)
    }

    @Test("and the areas between them cover the frame together")
    func areas() throws {
        let filled = FilledContours("filled", of: try grid(), at: [-.infinity, 0.5, 1], to: 1.5)
        #expect(filled.levels.map(\.value) == [-.infinity, 0.5, 1])
        func area(_ level: FilledContours.Level) -> Double {
            level.rings.reduce(0) { $0 + Polyline(x: $1.x, y: $1.y, isClosed: true).signedArea }
        }
        let inside = try grid().band(from: 1.5).area
        #expect((area(filled.levels[0]) - (100 - inside)).magnitude < 1e-9)
        #expect(area(filled.levels[0]) > area(filled.levels[1]) && area(filled.levels[1]) > area(filled.levels[2]))
    }

    @Test("show the shade of the area at each place, and white in holes")
    func pixels() throws {
        var values = try grid().values
        // A hole around (9, 9).
        for row in 104...112 { for column in 104...112 { values[row * 121 + column] = .nan } }
        let holed = try RectilinearGrid(x: try grid().x, y: try grid().y, values: values)
        let canvas = try CairoCanvas()
        let list = try canvas.displayList(chart(holed))
        let raster = try canvas.raster(list, scale: 4)
        let axes = list.items.compactMap { item -> [PagePoint]? in
            if case .stroke(let stroke) = item, stroke.source == "axis" { return stroke.paths.first?.points }
            return nil
        }
        let border = try #require(axes.last)
        let left = try #require(border.map(\.x).min())
        let right = try #require(border.map(\.x).max())
        let top = try #require(border.map(\.y).min())
        let bottom = try #require(border.map(\.y).max())
        func shade(_ x: Double, _ y: Double) -> [Double] {
            let column = Int(4 * (left + (right - left) * x / 10))
            let row = Int(4 * (bottom - (bottom - top) * y / 10))
            let pixel = raster.pixels[row * raster.width + column]
            return [pixel >> 16, pixel >> 8 & 0xff, pixel & 0xff].map { Double($0) / 255 }
        }
        let fills = list.items.compactMap { item -> [Double]? in
            guard case .fill(let fill) = item, fill.source == "filled" else { return nil }
            return [fill.colour.red, fill.colour.green, fill.colour.blue]
        }
        #expect(fills.count == 5)
        // The rasteriser rounds to 1/255; neighbouring shades are more than ten times that apart.
        func isShown(_ shade: [Double], _ colour: [Double]) -> Bool {
            zip(shade, colour).allSatisfy { ($0 - $1).magnitude < 1.1 / 255 }
        }
        #expect(isShown(shade(3, 6), fills[4]))
        #expect(isShown(shade(0.3, 0.3), fills[0]))
        #expect(isShown(shade(5, 4), fills[2]))
        #expect(isShown(shade(9, 9), [1, 1, 1]))
    }

    /// y = 1 + x²/20 is the level 0 of this function, which is not linear along either axis.
    private func parabola(nodes: Int, _ level: (Double, Double) -> Double) throws -> RectilinearGrid {
        let places = (0..<nodes).map { 10 * Double($0) / Double(nodes - 1) }
        return try RectilinearGrid(x: places, y: places, level)
    }

    @Test("state an error that covers the true one and shrinks by four with the spacing")
    func positionError() throws {
        func function(_ x: Double, _ y: Double) -> Double { (y - 1 - x * x / 20) * (1 + 0.1 * y) }
        let errors = try [41, 81, 161].map { nodes -> Double in
            let level = try #require(
                ContourSet("c", of: parabola(nodes: nodes, function), at: [0]).levels.first)
            let stated = try #require(level.yError)
            for piece in level.pieces {
                for (x, y) in zip(piece.x, piece.y) {
                    let curve: Double = 1 + x * x / 20
                    #expect((y - curve).magnitude <= stated)
                }
            }
            return stated
        }
        #expect(errors[0] / errors[1] > 3 && errors[0] / errors[1] < 5)
        #expect(errors[1] / errors[2] > 3 && errors[1] / errors[2] < 5)
    }

    @Test("state no error where none can be told: closed curves, upright ones, few nodes, no contour")
    func noPositionError() throws {
        func error(_ nodes: Int, _ level: Double, _ function: (Double, Double) -> Double) throws -> Double? {
            try ContourSet("c", of: parabola(nodes: nodes, function), at: [level]).levels.first?.yError
        }
        func circle(_ x: Double, _ y: Double) -> Double {
            let (a, b) = (x - 5, y - 5.1)
            return a * a + b * b
        }
        func upright(_ x: Double, _ y: Double) -> Double { x * x / 5 }
        func plane(_ x: Double, _ y: Double) -> Double { x / 2 + y }
        #expect(try error(41, 4, circle) == nil)
        #expect(try error(41, 5.13, upright) == nil)
        #expect(try error(4, 7, plane) == nil)
        #expect(try error(41, 99, plane) == nil)
        #expect(try error(41, 9, plane) != nil)
    }
}
