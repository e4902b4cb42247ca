import CairoCanvas
import Testing

@testable import Plotting

@Suite struct LegendFormTests {
    private func lines(_ count: Int, label: String = "curve") -> [Mark] {
        (0..<count).map { index in
            Line(
                "line-\(index)", x: [0, 10], y: [Double(index), Double(index)], role: .signal,
                label: "\(label) \(index)"
            ).mark
        }
    }

    @Test func entriesFillColumnsOneAfterTheOther() throws {
        let list = try drawn(plainChart(legend: Legend(.topLeft, columns: 2)) { lines(5) })
        let labels = list.labels("legend")
        #expect(labels.map(\.text) == (0..<5).map { "curve \($0)" })
        #expect(labels[0].origin.x == labels[2].origin.x)
        #expect(labels[3].origin.x > labels[0].origin.x + 30)
        #expect(labels[3].origin.y == labels[0].origin.y)
        #expect(labels[4].origin.y == labels[1].origin.y)
    }

    @Test func aHeadingStandsAboveAllColumns() throws {
        let list = try drawn(plainChart(legend: Legend(.topLeft, heading: "both", columns: 2)) { lines(4) })
        let heading = try #require(list.labels("legend").first { $0.text == "both" })
        #expect(list.labels("legend").filter { $0.text != "both" }.allSatisfy { $0.origin.y > heading.origin.y + 5 })
    }

    @Test func aLongEntryIsBrokenAtSpacesAndStaysInTheFrame() throws {
        let text = "a label that is by far too long for the frame of a figure in a single column of a journal"
        let chart = plainChart(legend: Legend(.topRight)) {
            Line("line", x: [0, 10], y: [0, 0], role: .signal, label: text)
        }
        let list = try drawn(chart)
        let runs = list.labels("legend")
        #expect(runs.count > 1)
        #expect(runs.map(\.text).joined(separator: " ") == text)
        for run in runs {
            #expect(run.origin.x > list.frame.left)
            #expect(run.origin.x + (run.glyphs.map(\.x).max() ?? 0) < list.frame.right)
        }
        for (upper, lower) in zip(runs, runs.dropFirst()) { #expect(lower.origin.y - upper.origin.y > 8) }
    }

    @Test func theWidthOfAnEntryCanBeLimited() throws {
        func count(_ wrap: Double?) throws -> Int {
            try drawn(
                plainChart(legend: Legend(.topRight, wrap: wrap)) {
                    Line("line", x: [0, 10], y: [0, 0], role: .signal, label: "one two three four five six")
                }
            ).labels("legend").count
        }
        #expect(try count(nil) == 1)
        #expect(try count(0.35) > 1)
    }

    @Test(arguments: [
        ("a b", ["a", "b"]), ("$x > 3$ GeV", ["$x > 3$", "GeV"]), ("  a  ", ["a"]),
        ("$\\text{a b}$", ["$\\text{a b}$"]),
        ("\\$ 5", ["\\$", "5"]),
    ])
    func mathematicsIsNotBroken(label: String, words: [String]) {
        #expect(LegendLayout.words(label) == words)
    }

    /// Zigzags that leave no room anywhere.
    private var full: [Mark] {
        let xs = (0..<200).map { Double($0) / 19.9 }
        return [
            Line("full", x: xs, y: xs.indices.map { $0 % 2 == 0 ? 0.1 : 9.9 }, role: .signal, label: "zigzag").mark
        ]
    }

    @Test(arguments: Legend.Outside.allCases)
    func aLegendWithoutRoomInsideGoesOutsideIfAllowed(side: Legend.Outside) throws {
        let inside = try drawn(plainChart { full })
        let list = try drawn(plainChart(legend: Legend(.automatic, outside: side)) { full })
        let label = try #require(list.labels("legend").first)
        #expect(list.width == inside.width && list.height == inside.height)
        switch side {
        case .right:
            #expect(label.origin.x > list.frame.right)
            #expect(label.origin.x + (label.glyphs.map(\.x).max() ?? 0) < list.width)
            #expect(list.frame.right < inside.frame.right - 20)
        case .above:
            #expect(label.origin.y < list.frame.top)
            #expect(label.origin.y > 5)
            #expect((list.frame.bottom - inside.frame.bottom).magnitude < 1e-6)
        }
        let stays = try #require(inside.labels("legend").first)
        #expect(stays.origin.x < inside.frame.right && stays.origin.y > inside.frame.top)
    }

    @Test func aLegendWithRoomInsideStaysThere() throws {
        func chart(_ outside: Legend.Outside?) -> Chart {
            plainChart(legend: Legend(.automatic, outside: outside)) { lines(2) }
        }
        #expect(try drawn(chart(.right)) == drawn(chart(nil)))
    }

    @Test(arguments: [Legend(.topLeft, columns: 0), Legend(.topLeft, wrap: 0), Legend(.topLeft, wrap: .nan)])
    func formsThatCannotBeAreNamed(legend: Legend) throws {
        #expect(throws: PlottingError.self) { try drawn(plainChart(legend: legend) { lines(1) }) }
    }

    @Test func ordinaryLegendsKeepTheirJSON() throws {
        let text = String(decoding: try plainChart { lines(1) }.json(), as: UTF8.self)
        for key in ["columns", "wrap", "preferred", "outside"] { #expect(!text.contains("\"\(key)\"")) }
    }
}
