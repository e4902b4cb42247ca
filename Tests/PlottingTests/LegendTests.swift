import Plotting
import Testing

@Suite struct LegendTests {
    private let x = (0...100).map { Double($0) / 10 }

    /// Bounds of the legend's texts and samples.
    private func bounds(_ list: DisplayList) -> (left: Double, top: Double, right: Double, bottom: Double)? {
        let runs = list.labels("legend")
        let points = list.points("legend")
        guard !runs.isEmpty else { return nil }
        let right = runs.map { $0.origin.x + ($0.glyphs.map(\.x).max() ?? 0) + 4 }.max() ?? 0
        return (
            points.map(\.x).min() ?? 0, (runs.map(\.origin.y).min() ?? 0) - 6, right, runs.map(\.origin.y).max() ?? 0
        )
    }

    @Test(arguments: [0, 1, 2, 3])
    func theLegendAvoidsACurveInAnyCorner(corner: Int) throws {
        // A curve that fills three quarters of the frame with loops and leaves one corner free.
        let freeX = corner % 2 == 0
        let freeY = corner / 2 == 0
        let xs = (0..<400).map { 10 * Double($0) / 399 }
        let ys = xs.enumerated().map { index, value -> Double in
            let inFree = freeX ? value < 5 : value > 5
            let low = inFree && freeY ? 5.2 : 0.2
            let high = inFree && !freeY ? 4.8 : 9.8
            return index % 2 == 0 ? low : high
        }
        let list = try drawn(plainChart { Line("line", x: xs, y: ys, role: .signal, label: "curve") })
        let box = try #require(bounds(list))
        for point in list.points("line") {
            #expect(!(point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom))
        }
        let frame = list.frame
        #expect((box.left + box.right < frame.left + frame.right) == freeX)
        #expect((box.top + box.bottom > frame.top + frame.bottom) == freeY)
    }

    @Test func theLegendAvoidsTextsAndSymbols() throws {
        let list = try drawn(
            plainChart {
                Line("line", x: [0, 10], y: [0.5, 0.5], role: .signal, label: "curve")
                Text("note", "a note in the corner", at: .frame(0.97, 0.95), alignment: .topRight)
                Points("stars", x: [1, 1.5, 2], y: [9, 9.2, 8.8], symbol: .star, role: .alternative)
            })
        let box = try #require(bounds(list))
        let note = try #require(list.labels("note").first)
        #expect(box.top > note.origin.y || box.bottom < note.origin.y - 8 || box.right < note.origin.x)
        for point in list.points("stars") {
            #expect(!(point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom))
        }
    }

    @Test func aStoredCornerIsKept() throws {
        let list = try drawn(
            plainChart(legend: Legend(.bottomLeft)) {
                Line("line", x: [0, 10], y: [0, 10], role: .signal, label: "curve")
            })
        let box = try #require(bounds(list))
        #expect(box.left - list.frame.left < 12)
        #expect(list.frame.bottom - box.bottom < 15)
    }

    @Test func theLegendDoesNotJumpWhenDataMoveALittle() throws {
        func list(_ scale: Double) throws -> DisplayList {
            try drawn(plainChart { Line("line", x: x, y: x.map { scale * $0 }, role: .signal, label: "curve") })
        }
        let before = try #require(list(1).labels("legend").first)
        let after = try #require(list(1.001).labels("legend").first)
        #expect(before.origin == after.origin)
    }

    @Test func onlyLabelledMarksEnterTheLegend() throws {
        let list = try drawn(
            plainChart {
                Line("line", x: [0, 10], y: [0, 10], role: .signal, label: "curve")
                Line("other", x: [0, 10], y: [0, 9], role: .signal)
            })
        #expect(list.labels("legend").map(\.text) == ["curve"])
    }

    @Test func aHiddenLegendDrawsNothing() throws {
        let list = try drawn(
            plainChart(legend: .hidden) { Line("line", x: [0, 10], y: [0, 10], role: .signal, label: "curve") })
        #expect(list.labels("legend").isEmpty)
        #expect(list.points("legend").isEmpty)
    }

    @Test func hatchingLeavesRoomForTheLegend() throws {
        let list = try drawn(
            plainChart { Region("region", x: [0, 10], y: [0, 0], openTowards: .top, label: "everything excluded") })
        let box = try #require(bounds(list))
        let hatches = try #require(list.strokes("region").first?.paths)
        for path in hatches {
            let (start, end) = (path.points[0], path.points[1])
            for share in stride(from: 0.0, through: 1, by: 0.02) {
                let x = start.x + share * (end.x - start.x)
                let y = start.y + share * (end.y - start.y)
                #expect(!(x > box.left && x < box.right && y > box.top && y < box.bottom))
            }
        }
    }
}
