import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("The diff of figures that are not as they should be")
struct OddFigureTests {
    private func figure(_ old: String, _ new: String) throws -> FigureDifference {
        var papers = (SmallPaper(), SmallPaper())
        papers.0.json = #"{"marks": [\#(old)]}"#
        papers.1.json = #"{"marks": [\#(new)]}"#
        let figure = try papers.1.figure(from: papers.0)
        // What is told can be written as JSON.
        _ = try readableJSON(figure)
        return figure
    }

    @Test("tells the lengths of columns that do not fit")
    func lengths() throws {
        let found = try figure(
            #"{"id": "a", "mark": "line", "x": [1, 2, 3, 4, 5], "y": [1, 2]}"#,
            #"{"id": "a", "mark": "line", "x": [1, 2, 3, 4], "y": [1]}"#)
        #expect(found.counted.contains { $0.path == "marks.[a].y" && $0.summary == "has 1 numbers, had 2" })
        let grid = try figure(
            #"{"id": "a", "mark": "map", "x": [1, 2], "y": [1, 2, 3], "values": [1, 2, 3, 4, 5, 6]}"#,
            #"{"id": "a", "mark": "map", "x": [1, 2], "y": [1, 2, 3], "values": [1, 2, 3, 4, 5, 7]}"#)
        #expect(grid.counted.map(\.path) == ["marks.[a].values"] && grid.counted.first?.kind == .data)
    }

    @Test("compares the largest numbers, infinite places, and marks of kinds that it does not know")
    func extremes() throws {
        let large = try figure(
            #"{"id": "a", "mark": "new kind", "x": ["nan"], "y": [1e308], "depth": [1, 2]}"#,
            #"{"id": "a", "mark": "new kind", "x": ["nan"], "y": [-1e308], "depth": [1, 3]}"#)
        #expect(large.counted.first { $0.path == "marks.[a].y" }?.largestRelativeChange == 2)
        #expect(large.counted.contains { $0.path == "marks.[a].depth" && $0.kind == .data })
    }

    @Test("finds a moved legend and a moved curve in one panel of a grid")
    func grid() throws {
        func paper(_ second: Chart) throws -> SmallPaper {
            let grid = ChartGrid(
                "Two spectra", rows: 2, columns: 1, panels: [SmallPaper.chart(), second],
                style: ChartStyle(width: 246, height: 400))
            var paper = SmallPaper()
            paper.json = String(decoding: try grid.json(), as: UTF8.self)
            return paper
        }
        let old = try paper(SmallPaper.chart(SmallPaper.line("heavy")))
        let legend = try paper(SmallPaper.chart(SmallPaper.line("heavy"), legend: Legend(.bottomLeft))).figure(
            from: old)
        #expect(legend.counted.contains { $0.path == "panels.[1].legend.placement" && $0.kind == .legend })
        #expect(legend.counted.contains { $0.path == "b/legend" && $0.kind == .layout })
        #expect(!legend.changes.contains { $0.path.hasPrefix("panels.[0]") || $0.path.hasPrefix("a/") })
        let data = try paper(SmallPaper.chart(SmallPaper.line("heavy", times: 1.1))).figure(from: old)
        #expect(data.counted.map(\.path) == ["panels.[1].marks.[heavy].y"])
    }
}
