import Plotting
import Testing

@Suite struct GridTests {
    private func panel(
        x: Axis = .linear("$x$", 0...10), y: Axis = .linear("$y$", 0...10), label: String? = nil
    ) -> Chart {
        plainChart(x: x, y: y) { Line("line", x: [0, 10], y: [0, 10], role: .signal, label: label) }
    }

    private func wide(_ height: Double = 300) -> ChartStyle { ChartStyle(width: 510, height: height) }

    private func drawn(_ grid: ChartGrid) throws -> DisplayList { try layout(grid, metrics: try font()) }

    @Test("frames of a column have the same left and right edges, of a row the same top and bottom, bit for bit")
    func framesAlign() throws {
        // Labels of very different widths, and panels of their own range.
        let panels = (0..<6).map { (index: Int) -> Chart in
            let y: Axis = index % 2 == 0 ? .log("$y$", 1e-30...1) : .linear("a long label", -400_000...0)
            return panel(x: .linear("$x$", 0...Double(index + 1) * 1e3), y: y)
        }
        let list = try drawn(ChartGrid("grid", rows: 3, columns: 2, panels: panels, style: wide(500)))
        let frames = (0..<6).map { list.panelFrame($0) }
        for index in 2..<6 {
            #expect(frames[index].left == frames[index - 2].left)
            #expect(frames[index].right == frames[index - 2].right)
        }
        for index in [0, 2, 4] {
            #expect(frames[index].top == frames[index + 1].top)
            #expect(frames[index].bottom == frames[index + 1].bottom)
        }
    }

    @Test("frames have equal sizes unless told otherwise, then the stated proportions")
    func proportions() throws {
        let panels = (0..<6).map { _ in panel() }
        let equal = try drawn(
            ChartGrid("grid", rows: 2, columns: 3, panels: panels, sharesX: true, sharesY: true, style: wide()))
        let sizes = (0..<6).map { equal.panelFrame($0) }
        for frame in sizes {
            #expect((frame.right - frame.left - (sizes[0].right - sizes[0].left)).magnitude < 1e-9)
            #expect((frame.bottom - frame.top - (sizes[0].bottom - sizes[0].top)).magnitude < 1e-9)
        }
        let uneven = try drawn(
            ChartGrid(
                "grid", rows: 2, columns: 3, panels: panels, rowHeights: [3, 1], columnWidths: [1, 2, 1],
                style: wide()))
        let frames = (0..<6).map { uneven.panelFrame($0) }
        #expect((frames[0].height / frames[3].height - 3).magnitude < 1e-9)
        #expect((frames[1].width / frames[0].width - 2).magnitude < 1e-9)
    }

    @Test("frames with shared axes touch, or stand the stated gap apart")
    func gaps() throws {
        let panels = (0..<4).map { _ in panel() }
        for gap in [nil, 6.0] {
            let list = try drawn(
                ChartGrid(
                    "grid", rows: 2, columns: 2, panels: panels, sharesX: true, sharesY: true, rowGap: gap,
                    columnGap: gap, style: wide()))
            let frames = (0..<4).map { list.panelFrame($0) }
            #expect((frames[2].top - frames[0].bottom - (gap ?? 0)).magnitude < 1e-9)
            #expect((frames[1].left - frames[0].right - (gap ?? 0)).magnitude < 1e-9)
        }
    }

    @Test("shared axes have their tick labels and axis labels only at the outer edges")
    func outerLabels() throws {
        let panels = (0..<4).map { _ in panel() }
        func texts(_ sharesX: Bool, _ sharesY: Bool) throws -> [Int] {
            let list = try drawn(
                ChartGrid(
                    "grid", rows: 2, columns: 2, panels: panels, sharesX: sharesX, sharesY: sharesY, rowGap: 10,
                    columnGap: 10, style: wide()))
            return (0..<4).map { index in list.labels("\(["a", "b", "c", "d"][index])/axis").count }
        }
        // Eleven or six tick labels and the axis label on each side.
        let alone = try texts(false, false)
        #expect(alone.allSatisfy { $0 > 10 })
        let both = try texts(true, true)
        #expect(both[1] == 0)
        #expect(both[0] > 4 && both[3] > 4)
        #expect(both[2] == both[0] + both[3])
    }

    @Test("a panel over an empty cell keeps its tick labels")
    func overEmptyCell() throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 2, columns: 2, panels: (0..<3).map { _ in panel() }, sharesX: true, sharesY: true,
                style: wide()))
        #expect(list.labels("b/axis").contains { $0.text == "x" })
        #expect(!list.labels("a/axis").contains { $0.text == "x" })
    }

    @Test("labels for all panels stand once, in the middle")
    func commonLabels() throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 2, columns: 2, panels: (0..<4).map { _ in panel() }, sharesX: true, sharesY: true,
                xLabel: "$t$", yLabel: "$u$", style: wide()))
        let runs = list.labels("axis")
        #expect(runs.map(\.text) == ["t", "u"])
        let middle = (list.panelFrame(0).left + list.panelFrame(1).right) / 2
        #expect((runs[0].origin.x - middle).magnitude < 4)
        #expect(runs[1].rotation == .pi / 2)
        #expect((runs[1].origin.y - (list.panelFrame(0).top + list.panelFrame(2).bottom) / 2).magnitude < 6)
    }

    @Test("tick labels of touching frames do not collide")
    func touchingLabels() throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 3, columns: 2, panels: (0..<6).map { _ in panel() }, sharesX: true, sharesY: true,
                style: wide()))
        let runs = ["a", "c", "e"].flatMap { list.labels("\($0)/axis") }.filter { $0.rotation == 0 && $0.text != "x" }
        let left = list.panelFrame(0).left
        let heights = runs.filter { $0.origin.x < left - 3 }.map(\.origin.y).sorted()
        #expect(heights.count > 6)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 > 6 })
    }

    @Test("curves of every panel stay in its own frame")
    func marksInTheirFrame() throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 2, columns: 2, panels: (0..<4).map { _ in panel() }, sharesX: true, sharesY: true,
                style: wide()))
        for index in 0..<4 {
            let frame = list.panelFrame(index)
            let points = list.points("\(["a", "b", "c", "d"][index])/line")
            #expect(distance(try #require(points.first), PagePoint(frame.left, frame.bottom)) < 1e-9)
            #expect(distance(try #require(points.last), PagePoint(frame.right, frame.top)) < 1e-9)
        }
    }

    @Test("tags stand inside the corner asked for, and lines leave room for them", arguments: ChartGrid.Corner.allCases)
    func tags(_ corner: ChartGrid.Corner) throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 1, columns: 2, panels: [panel(), panel()], tags: ChartGrid.letters(2),
                tagCorner: corner, style: wide(200)))
        for (index, letter) in ["a", "b"].enumerated() {
            let run = try #require(list.labels("\(letter)/tag").first)
            #expect(run.text == "(\(letter))")
            let frame = list.panelFrame(index)
            let isLeft = run.origin.x < (frame.left + frame.right) / 2
            let isTop = run.origin.y < (frame.top + frame.bottom) / 2
            #expect(isLeft == (corner == .topLeft || corner == .bottomLeft))
            #expect(isTop == (corner == .topLeft || corner == .topRight))
            #expect(run.origin.x > frame.left && run.origin.x < frame.right)
            #expect(run.origin.y > frame.top && run.origin.y < frame.bottom)
        }
        #expect(ChartGrid.letters(28).last == "(ab)")
    }

    @Test(
        "one shared legend lists every label once, outside the frames",
        arguments: [ChartGrid.LegendPlace.above, .below])
    func sharedLegend(_ place: ChartGrid.LegendPlace) throws {
        let panels = (0..<4).map { index in
            plainChart {
                Line("line", x: [0, 10], y: [0, 10], role: .signal, label: "curve")
                Line("own", x: [0, 10], y: [0, 5], role: .alternative, label: "own \(index / 2)")
            }
        }
        let list = try drawn(
            ChartGrid("grid", rows: 2, columns: 2, panels: panels, legend: place, style: wide()))
        let runs = list.labels("legend")
        #expect(runs.map(\.text) == ["curve", "own 0", "own 1"])
        #expect(!list.items.contains { $0.source.hasSuffix("/legend") })
        for run in runs {
            #expect(place == .above ? run.origin.y < list.panelFrame(0).top : run.origin.y > list.panelFrame(3).bottom)
        }
    }

    @Test("a shared legend that is too wide for one line takes several")
    func legendLines() throws {
        let panel = plainChart {
            for index in 0..<5 {
                Line("line \(index)", x: [0, 10], y: [0, 10], role: .signal, label: "a rather long label \(index)")
            }
        }
        let list = try drawn(
            ChartGrid(
                "grid", rows: 1, columns: 1, panels: [panel], legend: .above, style: ChartStyle(width: 246, height: 190)
            ))
        let runs = list.labels("legend")
        #expect(Set(runs.map(\.origin.y)).count > 1)
        #expect(runs.allSatisfy { $0.origin.x > 0 && $0.origin.y < list.panelFrame(0).top })
    }

    @Test("a legend can stand in the cell that has no panel")
    func legendInCell() throws {
        let list = try drawn(
            ChartGrid(
                "grid", rows: 2, columns: 2, panels: (0..<3).map { _ in panel(label: "curve") }, legend: .emptyCell,
                style: wide()))
        let run = try #require(list.labels("legend").first)
        #expect(run.origin.x > list.panelFrame(1).left && run.origin.y > list.panelFrame(2).top)
        #expect(throws: PlottingError.self) {
            try drawn(
                ChartGrid(
                    "grid", rows: 1, columns: 1, panels: [panel(label: "curve")], legend: .emptyCell, style: wide()))
        }
    }

    @Test("a ratio panel lies under the main one with its share of the height, and the same x places")
    func ratioPanel() throws {
        let list = try drawn(ChartGrid.withRatio(panel(), ratio: panel(y: .linear("ratio", 0.5...1.5)), share: 0.4))
        let main = list.panelFrame(0)
        let ratio = list.panelFrame(1)
        #expect(main.bottom == ratio.top)
        #expect(main.left == ratio.left && main.right == ratio.right)
        #expect((ratio.height / main.height - 0.4).magnitude < 1e-9)
        #expect(list.width == ChartStyle.revtexColumn.width)
        #expect(list.labels("a/axis").allSatisfy { $0.origin.x < main.left })
        #expect(list.labels("b/axis").contains { $0.text == "x" })
    }

    @Test("a chart alone and the same chart as the only panel are drawn alike")
    func onePanel() throws {
        let chart = panel(x: .log("$m_{Z'}$ [MeV]", 1...300), y: .log("$g$", 1e-5...1), label: "reach")
        let alone = try layout(chart, metrics: try font())
        let grid = try drawn(ChartGrid("grid", rows: 1, columns: 1, panels: [chart], style: chart.style))
        let frame = grid.panelFrame(0)
        #expect((frame.left - alone.frame.left).magnitude < 1 && (frame.right - alone.frame.right).magnitude < 1)
        #expect((frame.top - alone.frame.top).magnitude < 1 && (frame.bottom - alone.frame.bottom).magnitude < 1)
        #expect(grid.items.count == alone.items.count)
    }

    @Test("everything stays on the page at one and at two columns' width", arguments: [246.0, 510.0])
    func onThePage(_ width: Double) throws {
        let panels = (0..<8).map { _ in panel(x: .log("$m_{Z'}$ [MeV]", 1...1000), y: .log("$g_{Z'}$", 1e-5...1e-1)) }
        let list = try drawn(
            ChartGrid(
                "grid", rows: 4, columns: 2, panels: panels, sharesX: true, sharesY: true, tags: ChartGrid.letters(8),
                legend: .above, style: ChartStyle(width: width, height: width * 1.4)))
        for item in list.items {
            guard case .glyphs(let run) = item else { continue }
            let size = run.glyphs.map(\.size).max() ?? 0
            let length = (run.glyphs.map(\.x).max() ?? 0) + 0.5 * size
            #expect(run.origin.x >= 0 && run.origin.y <= list.height)
            #expect(run.rotation == 0 ? run.origin.x + length <= width + 0.5 : run.origin.y - length > 0, "\(run.text)")
        }
    }
}

@Suite struct GridValueTests {
    private let grid = ChartGrid(
        "two panels", rows: 1, columns: 2,
        panels: [
            plainChart { Line("line", x: [0, 10], y: [0, 10], role: .signal) },
            plainChart { Line("line", x: [0, 10], y: [0, .nan], yError: [1, 1], role: .signal) },
        ], sharesY: true, xLabel: "$x$", columnWidths: [1, 2], columnGap: 3, tags: ["(a)", "(b)"], legend: .below,
        style: ChartStyle(width: 510, height: 200))

    private func failure(_ grid: ChartGrid) -> PlottingError? {
        do {
            _ = try layout(grid, metrics: try font())
            return nil
        } catch {
            return error as? PlottingError
        }
    }

    @Test("a grid survives its JSON")
    func json() throws {
        var grid = grid
        grid.panels[1] = grid.panels[0]
        #expect(try ChartGrid(json: grid.json()) == grid)
        #expect(try grid.json() == ChartGrid(json: grid.json()).json())
    }

    @Test("the JSON of a chart and of a grid are told apart")
    func eitherJSON() throws {
        #expect(try graphic(json: grid.json()) is ChartGrid)
        #expect(try graphic(json: grid.panels[0].json()) is Chart)
    }

    @Test("series are named by their panel's letter")
    func series() {
        #expect(grid.series.map(\.id) == ["a/line", "b/line"])
        #expect(grid.series[1].columns[1].error == [1, 1])
    }

    @Test("a number of panels that does not fit is refused")
    func shape() {
        var wrong = grid
        wrong.columns = 1
        #expect(failure(wrong) == .badGrid(rows: 1, columns: 1, panels: 2))
        wrong.columns = 2
        wrong.rows = 2
        #expect(failure(wrong) == .badGrid(rows: 2, columns: 2, panels: 2))
        wrong.rows = .max
        #expect(failure(wrong) == .badGrid(rows: .max, columns: 2, panels: 2))
    }

    @Test("shared axes with different ranges are refused, with both panels' names")
    func sharedRange() {
        var wrong = grid
        wrong.panels[1].y = .linear("$y$", 0...20)
        #expect(failure(wrong) == .sharedAxisDiffers(axis: "y", panel: "b", other: "a"))
        #expect(failure(wrong)?.description.contains("panels a and b") == true)
    }

    @Test("an error inside a panel names the panel")
    func panelError() {
        var wrong = grid
        wrong.panels[1].marks = [.line(Line("reach", x: [], y: [], role: .signal))]
        #expect(failure(wrong) == .inPanel("b", .emptySeries(mark: "reach")))
        #expect(failure(wrong)?.description.hasPrefix("panel b: the mark \"reach\" has no points") == true)
    }

    @Test("weights, tags and gaps that make no sense are refused")
    func counts() {
        var wrong = grid
        wrong.columnWidths = [1, 0]
        #expect(failure(wrong) == .gridCounts(what: "column widths", count: 2, needed: 2))
        wrong = grid
        wrong.tags = ["(a)"]
        #expect(failure(wrong) == .gridCounts(what: "tags", count: 1, needed: 2))
        wrong = grid
        wrong.columnGap = -1
        #expect(failure(wrong) == .badSize(what: "gap between columns", value: -1))
        wrong.columnGap = 500
        #expect(failure(wrong) == .badSize(what: "width", value: 510))
    }

    @Test("labels that cannot fit are refused, not drawn over one another")
    func longLabels() {
        var wrong = ChartGrid.withRatio(
            plainChart(y: .linear("an ordinary label", 0...10)) { Line("l", x: [0, 1], y: [0, 1], role: .signal) },
            ratio: plainChart(y: .linear("a label that is far too long for a panel of so little height", 0...10)) {
                Line("l", x: [0, 1], y: [0, 1], role: .signal)
            })
        guard case .inPanel("b", .doesNotFit) = failure(wrong) else {
            Issue.record("\(String(describing: failure(wrong)))")
            return
        }
        wrong.panels[1].y.label = "ratio"
        #expect(failure(wrong) == nil)
    }
}

extension DisplayList {
    struct Frame {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
        var width: Double { right - left }
        var height: Double { bottom - top }
    }

    /// The frame of a panel, from the last closed stroke of its axes.
    func panelFrame(_ index: Int) -> Frame {
        let letter = ChartGrid.letters(index + 1)[index].dropFirst().dropLast()
        let points = strokes("\(letter)/axis").last?.paths.first?.points ?? []
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        return Frame(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
    }
}

extension DisplayList.Item {
    var source: String {
        switch self {
        case .fill(let fill): fill.source
        case .stroke(let stroke): stroke.source
        case .glyphs(let run): run.source
        }
    }
}
