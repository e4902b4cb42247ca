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
}
