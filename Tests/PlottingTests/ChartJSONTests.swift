import Plotting
import Testing

@Suite struct ChartJSONTests {
    private let chart = Chart(
        "every kind of mark", x: .log("$m_{Z'}$ [MeV]", 1...300), y: .linear("$y$", 0...1, ticks: [0, 0.5, 1]),
        legend: Legend(.topLeft, heading: "heading"), style: .revtexColumnTall
    ) {
        Line(
            "line", x: [1, 2, 0.1 + 0.2], y: [1, 2, 1e-300], yError: [1e-9, 0, 0], role: .signal, ink: .red,
            dash: .dotted, width: 2, label: "a", inlineLabel: InlineLabel("b", near: DataPoint(1, 2), .below, size: 9))
        Steps(
            "steps", edges: [0, 1, 2], values: [1, 2], valueError: [1, 1], showsErrorBars: true, role: .alternative)
        Band(
            "band", x: [1, 2], lower: [0, 0], upper: [1, 1], clip: Window(xLower: 3), role: .favoured, hatch: .cross)
        Region("region", x: [1, 2], y: [3, 4], openTowards: .left, inlineLabel: InlineLabel("c"))
        Points("points", x: [1], y: [2], yError: [0.5], symbol: .star, isFilled: false, role: .reference)
        Rule("rule", y: 0.5, from: 1, sideLabel: SideLabel("cut", .before, at: 0.3))
        ShadedRange("range", .x, to: 5)
        ContourSet(
            "contours",
            levels: [.init(3, pieces: [.init(x: [1, 2], y: [2, 3])], label: "3", anchors: [DataPoint(1, 2)])])
        Text("text", "$\\theta$", at: .frame(0.5, 0.5), alignment: .topLeft, rotation: 0.3)
        Arrow("arrow", from: .data(1, 0.1), to: .frame(1, 1))
    }

    @Test func aChartSurvivesItsJSON() throws {
        #expect(try Chart(json: chart.json()) == chart)
    }

    @Test func equalChartsGiveEqualBytes() throws {
        #expect(try chart.json() == Chart(json: chart.json()).json())
    }

    @Test func numbersHaveTheFewestDigitsThatGiveThemBack() throws {
        let text = String(decoding: try chart.json(), as: UTF8.self)
        #expect(text.contains("0.30000000000000004"))
        #expect(text.contains("1e-300"))
    }

    @Test func columnsStandInLinesAndMembersOnTheirOwn() throws {
        let many = plainChart {
            Line("line", x: (0..<100).map(Double.init), y: (0..<100).map(Double.init), role: .signal)
        }
        let lines = String(decoding: try many.json(), as: UTF8.self).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 120 })
        #expect(lines.contains { $0.contains("\"mark\": \"line\"") })
        #expect(lines.count < 120)
        #expect(lines.last == "}")
    }

    @Test func keysAreSorted() throws {
        let text = String(decoding: try chart.json(), as: UTF8.self)
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.prefix { $0 != ":" } }
        #expect(top == top.sorted())
        #expect(top.count == 6)
    }

    @Test func undefinedValuesAreWordsInJSON() throws {
        let holed = plainChart { Line("line", x: [1, 2, 3], y: [1, .infinity, .nan], role: .signal) }
        let bytes = try holed.json()
        #expect(String(decoding: bytes, as: UTF8.self).contains("[1, \"inf\", \"nan\"]"))
        guard case .line(let line) = try Chart(json: bytes).marks[0] else {
            Issue.record("not a line")
            return
        }
        #expect(line.y[1] == .infinity && line.y[2].isNaN)
    }

    @Test func stringsWithBracketsAndQuotesSurvive() throws {
        let odd = plainChart { Text("text", "a \"quoted\" [label], {x}: y", at: .frame(0.5, 0.5)) }
        #expect(try Chart(json: odd.json()) == odd)
    }

    @Test func everySeriesIsListedWithItsColumns() {
        let series = chart.series
        #expect(
            series.map(\.id) == [
                "line", "steps", "band", "region", "points", "rule", "range", "contours/3.0",
            ])
        #expect(series[0].columns.map(\.name) == ["x", "y"])
        #expect(series[0].columns[1].error == [1e-9, 0, 0])
        #expect(series[2].columns.map(\.name) == ["x", "lower", "upper"])
        #expect(series[7].label == "3")
    }
}
