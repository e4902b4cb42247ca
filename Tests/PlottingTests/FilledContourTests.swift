import Testing

@testable import Plotting

@Suite("Filled contours on the page")
struct FilledContourTests {
    private func square(_ half: Double, isHole: Bool = false) -> ContourSet.Piece {
        let x = [5 - half, 5 + half, 5 + half, 5 - half, 5 - half]
        let y = [5 - half, 5 - half, 5 + half, 5 + half, 5 - half]
        return isHole ? .init(x: x.reversed(), y: y.reversed()) : .init(x: x, y: y)
    }

    private func chart(_ levels: Int, ink: Ink = .blue, labels: Bool = false) -> Chart {
        plainChart(legend: labels ? .automatic : .hidden) {
            FilledContours(
                "filled",
                levels: (0..<levels).map { level in
                    .init(
                        Double(level), rings: [square(4 - Double(level) / 3), square(0.2, isHole: true)],
                        label: labels ? "level \(level)" : nil)
                }, ink: ink)
        }
    }

    @Test("are painted one over the other, holes left out")
    func nested() throws {
        let fills = try drawn(chart(3)).fills("filled")
        #expect(fills.count == 3)
        #expect(fills.allSatisfy { $0.paths.count == 2 && $0.paths.allSatisfy(\.isClosed) })
        // Opposite senses of rotation: the nonzero rule leaves the hole out.
        func turn(_ path: DisplayList.Path) -> Double {
            zip(path.points, path.points.dropFirst() + path.points.prefix(1)).reduce(0) {
                $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
            }
        }
        for fill in fills { #expect(turn(fill.paths[0]) * turn(fill.paths[1]) < 0) }
    }

    @Test("are darker the higher their level, in equal steps, whatever the ink", arguments: Ink.allCases)
    func shades(_ ink: Ink) throws {
        let lightness = try drawn(chart(6, ink: ink)).fills("filled").map(\.colour.lightness)
        let steps = zip(lightness, lightness.dropFirst()).map { $0 - $1 }
        #expect(steps.allSatisfy { ($0 - (0.94 - 0.5) / 5).magnitude < 1e-6 })
        #expect((Colour.white.lightness - 1).magnitude < 1e-6 && Colour.black.lightness == 0)
    }

    @Test("have a sample in the legend for each level with a label")
    func legend() throws {
        let list = try drawn(chart(3, labels: true))
        #expect(list.labels("legend").map(\.text) == ["level 0", "level 1", "level 2"])
        #expect(list.fills("legend").map(\.colour) == list.fills("filled").map(\.colour))
    }

    @Test("are compared level by level")
    func series() throws {
        let series = chart(2).series
        #expect(series.map(\.id) == ["filled/0.0", "filled/1.0"])
        #expect(series[0].columns.map(\.values.count) == [10, 10])
    }

    @Test("survive JSON, an open side included")
    func json() throws {
        var chart = chart(2)
        chart.marks = [
            FilledContours("filled", levels: [.init(-.infinity, rings: [square(1)]), .init(0, rings: [])]).mark
        ]
        #expect(try Chart(json: chart.json()) == chart)
    }

    @Test("with levels out of order are refused")
    func order() {
        let chart = plainChart { FilledContours("filled", levels: [.init(1, rings: []), .init(1, rings: [])]) }
        #expect(throws: PlottingError.notAscending(mark: "filled", column: "levels", index: 1)) { try drawn(chart) }
    }

    @Test("with columns of different lengths are refused")
    func columns() {
        let chart = plainChart { FilledContours("filled", levels: [.init(1, rings: [.init(x: [1], y: [])])]) }
        #expect(throws: PlottingError.self) { try drawn(chart) }
    }
}
