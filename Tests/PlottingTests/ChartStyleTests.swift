import Testing

@testable import Plotting

@Suite struct ChartStyleTests {
    private func chart(_ style: ChartStyle) -> Chart {
        var chart = plainChart {
            Region("region", x: [0, 10], y: [5, 5], openTowards: .top)
            Line(
                "line", x: [0, 10], y: [1, 4], role: .signal, label: "curve",
                inlineLabel: InlineLabel("on the curve", .above))
        }
        chart.style = style
        return chart
    }

    @Test func aSlideIsSixteenByNine() {
        for shape in FigureStyle.Shape.allCases {
            let style = FigureStyle.slides(shape)
            #expect(style.width * 9 == style.height * 16)
        }
    }

    @Test func printedStylesShareTheirType() {
        var wide = ChartStyle.revtexTwoColumn
        (wide.width, wide.height) = (246, 190)
        #expect(wide == .revtexColumn)
        #expect(FigureStyle.column(.tall).height > FigureStyle.column().height)
        #expect(FigureStyle.column(.tall).width == FigureStyle.column().width)
    }

    @Test(arguments: FigureStyle.allCases, FigureStyle.Shape.allCases)
    func everyStyleHasTypeThatCanBeRead(style: FigureStyle, shape: FigureStyle.Shape) throws {
        let sizes = style(shape)
        let smallest =
            [sizes.axisLabelSize, sizes.tickLabelSize, sizes.legendSize, sizes.annotationSize, sizes.inlineLabelSize]
            .min() ?? 0
        // 7 pt on paper; on a slide a fiftieth of its height at least.
        #expect(smallest >= (style == .slides ? sizes.height / 25 : 7))
        _ = try drawn(chart(sizes))
    }

    @Test func linesLabelsAndHatchesGrowTogetherOnASlide() throws {
        let small = try drawn(chart(.revtexColumn))
        let large = try drawn(chart(.slides))
        func spacing(_ list: DisplayList) throws -> Double {
            // The first hatch lines start on the left edge, one spacing times √2 apart.
            let paths = try #require(list.strokes("region").first).paths
            let starts = paths.map { min($0.points[0].x, $0.points[1].x) }
            let places = zip(paths, starts).filter { $1 < list.frame.left + 0.01 }.map { path, _ in
                path.points.min { $0.x < $1.x }?.y ?? 0
            }.sorted()
            return places[1] - places[0]
        }
        #expect((try spacing(large) / spacing(small) - 0.8 / 0.35).magnitude < 1e-6)
        func clearance(_ list: DisplayList) throws -> Double {
            let label = try #require(list.labels("line").first)
            let line = try #require(list.strokes("line").first?.paths.first?.points)
            let share = (label.origin.x - line[0].x) / (line[1].x - line[0].x)
            return line[0].y + share * (line[1].y - line[0].y) - label.origin.y
        }
        #expect(try clearance(large) > 1.8 * clearance(small))
    }

    @Test func theHighestExponentStaysOnThePage() throws {
        let list = try drawn(
            plainChart(y: .log("$y$", 1e-2...1e4)) { Line("line", x: [0, 10], y: [1, 10], role: .signal) })
        let labels = list.labels("axis").filter { $0.text.hasPrefix("10") && $0.rotation == 0 }
        let highest = try #require(labels.min { $0.origin.y < $1.origin.y })
        let exponent = try #require(highest.glyphs.last)
        // A digit rises 0.64 of its size above its baseline.
        #expect(highest.origin.y + exponent.y - 0.64 * exponent.size > 0.5)
    }

    /// Every size of a style, a number of times as large.
    private func enlarged(_ style: ChartStyle, _ factor: Double) -> ChartStyle {
        ChartStyle(
            width: style.width * factor, height: style.height * factor, axisLabelSize: style.axisLabelSize * factor,
            tickLabelSize: style.tickLabelSize * factor, legendSize: style.legendSize * factor,
            annotationSize: style.annotationSize * factor, inlineLabelSize: style.inlineLabelSize * factor,
            frameWidth: style.frameWidth * factor, lineWidth: style.lineWidth * factor,
            hatchWidth: style.hatchWidth * factor, majorTickLength: style.majorTickLength * factor,
            minorTickLength: style.minorTickLength * factor, symbolSize: style.symbolSize * factor)
    }

    private func labelPlaces(_ list: DisplayList) -> [PagePoint] {
        list.items.compactMap { item in
            if case .glyphs(let run) = item { return run.origin }
            return nil
        }
    }

    @Test("a style twice as large has every label at twice the distance, in one frame and in a grid")
    func labelsKeepTheirDistances() throws {
        let style = ChartStyle.revtexTwoColumnTall
        func panel(_ style: ChartStyle) -> Chart {
            var chart = plainChart(y: .linear("$y$", 91.1876...91.1877)) {
                ColourMap(
                    "map", x: [0, 10], y: [91, 92], values: [0.5], colours: ColourScale(.log("$z$", 1e-3...1e3)))
                Line("line", x: [0, 10], y: [91.1876, 91.1877], role: .signal, label: "line")
            }
            chart.style = style
            return chart
        }
        func grid(_ style: ChartStyle, _ legend: ChartGrid.LegendPlace) -> ChartGrid {
            ChartGrid(
                "grid", rows: 2, columns: 2, panels: Array(repeating: panel(style), count: 4), xLabel: "$x$",
                yLabel: "$y$", legend: legend, style: style)
        }
        func check(_ draw: (ChartStyle) throws -> DisplayList) throws {
            let small = labelPlaces(try draw(style))
            let large = labelPlaces(try draw(enlarged(style, 2)))
            #expect(small.count == large.count && small.count > 8)
            for (a, b) in zip(small, large) { #expect(distance(PagePoint(2 * a.x, 2 * a.y), b) < 1e-6) }
        }
        try check { try drawn(panel($0)) }
        for place in [ChartGrid.LegendPlace.above, .below] {
            try check { try layout(grid($0, place), metrics: try font()) }
        }
    }
}
