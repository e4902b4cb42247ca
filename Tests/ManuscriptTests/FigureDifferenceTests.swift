import CairoCanvas
import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("What the diff tells apart")
struct FigureDifferenceTests {
    @Test("the same figure is unchanged")
    func same() throws {
        let figure = try SmallPaper().figure()
        #expect(figure.verdict == .unchanged && figure.changes.isEmpty)
    }

    @Test("data + 0.1 %: the series, the size, the place, and the size in units of the numerical error")
    func data() throws {
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.001))).figure()
        #expect(figure.verdict == .changed && figure.kinds == [.data])
        let change = try #require(figure.counted.first)
        #expect(figure.counted.count == 1 && change.path == "marks.[light].y")
        #expect(abs(try #require(change.largestRelativeChange) - 0.001 / 1.001) < 1e-12)
        // 0.1 % of the value in units of √2 · 1e-6 of it.
        let sigma: Double = 1e-6 * (1 + 1.001 * 1.001).squareRoot()
        let units = try #require(change.largestChangeInErrors)
        #expect(abs(units - 1e-3 / sigma) < 0.1)
        #expect(change.position != nil && change.summary.contains("all 50 by a factor 1.001"))
        #expect(figure.summary.contains("light moved by 0.0999001 %") && figure.summary.contains("σ"))
    }

    @Test("by default a curve without stated errors that moves by 2e-6 counts, and by 0.5e-6 is unchanged")
    func defaultTolerance() throws {
        let old = SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: nil)))
        for (factor, counts) in [(1 + 2e-6, true), (1 + 0.5e-6, false)] {
            let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: factor, error: nil)))
                .figure(from: old)
            #expect(figure.isChanged == counts && figure.changes.isEmpty != counts, "\(factor)")
        }
    }

    @Test("a change within the stated numerical errors is told and does not count")
    func withinErrors() throws {
        let old = SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: 1e-2)))
        let new = SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.001, error: 1e-2)))
        let figure = try new.figure(from: old)
        #expect(figure.verdict == .withinErrors && !figure.isChanged)
        #expect(figure.changes.contains { $0.path == "marks.[light].y" && !$0.isBeyondTolerance })
    }

    @Test(
        "a change counts from one standard error on, of both sides in quadrature",
        arguments: [(0.8, false), (1.2, true)])
    func oneError(units: Double, counts: Bool) throws {
        let old = SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: 1e-3)))
        let factor = 1 + units * 2.0.squareRoot() * 1e-3
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: factor, error: 1e-3))).figure(
            from: old)
        #expect(figure.isChanged == counts)
        #expect(figure.changes.contains { $0.kind == .data && $0.isBeyondTolerance == counts })
    }

    @Test("a factor is told where all numbers changed by one, and not where it varies by a twentieth of the change")
    func commonFactor() throws {
        var line = SmallPaper.line("light", error: nil)
        let before = line
        func summary(_ vary: Double) throws -> String {
            for index in line.y.indices {
                line.y[index] = before.y[index] * (1.001 + (index % 2 == 0 ? 0 : vary))
            }
            let figure = try SmallPaper(SmallPaper.chart(line)).figure(from: SmallPaper(SmallPaper.chart(before)))
            return try #require(figure.counted.first { $0.kind == .data }).summary
        }
        #expect(try summary(1e-6).contains("all 50 by a factor 1.00"))
        #expect(try !summary(5e-5).contains("by a factor") && summary(5e-5).contains("50 of 50 numbers"))
    }

    @Test(
        "stated errors may scatter by a tenth, and are noise far below their values",
        arguments: [(1e-3, 1.05e-3, false), (1e-3, 1.5e-3, true), (1e-12, 9e-12, false)])
    func scatter(old: Double, new: Double, counts: Bool) throws {
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: new)))
            .figure(from: SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: old))))
        #expect(figure.isChanged == counts && figure.kinds == (counts ? [.tolerance] : []))
    }

    @Test("a curve of other points differs where it is off by more than twice what interpolating makes of it")
    func beyondInterpolation() {
        let x = (0...10).map(Double.init)
        let fine = CurveComparison.Curve(x: x, y: x.map { 100 + $0 * $0 })
        for (shift, isBeyond) in [(0.3, false), (0.8, true)] {
            // On the line between the points of the fine curve, and one of them off it.
            let coarse = CurveComparison.Curve(x: [1, 4.5, 8], y: [101, 120.5 + shift, 164])
            let result = CurveComparison(x: AxisScale(nil), y: AxisScale(nil)).interpolated(coarse, fine)
            #expect(result.isBeyondInterpolation == isBeyond && result.position == 4.5)
            #expect((result.largestRelative - shift / (120.5 + shift)).magnitude < 1e-9)
        }
    }

    @Test("both edges of a band move within the errors that they share", arguments: [(1.0, 1.001), (1.001, 1.0)])
    func bandEdges(lower: Double, upper: Double) throws {
        func paper(_ lower: Double, _ upper: Double) -> SmallPaper {
            let band = Band(
                "band", x: [1, 10, 20], lower: [10, 20, 30].map { lower * $0 }, upper: [20, 40, 60].map { upper * $0 },
                edgeError: [1, 1, 1], role: .reference)
            return SmallPaper(SmallPaper.chart(more: [band.mark]))
        }
        let figure = try paper(lower, upper).figure(from: paper(1, 1))
        #expect(figure.verdict == .withinErrors, "\(figure.changes)")
    }

    @Test("a paper with a changed figure differs")
    func paperDiffers() throws {
        #expect(try !SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.1))).difference().isEmpty)
        #expect(try SmallPaper().difference().isEmpty)
    }

    @Test("a label elsewhere along a curve counts, unless the curve moved")
    func anchors() throws {
        func paper(_ anchor: DataPoint, times factor: Double = 1) -> SmallPaper {
            let set = ContourSet(
                "events",
                levels: [
                    .init(
                        1, pieces: [.init(x: [1, 10, 25], y: [10, 20, 30].map { factor * $0 })], label: "1",
                        anchors: [anchor])
                ])
            return SmallPaper(SmallPaper.chart(more: [set.mark]))
        }
        func counted(_ factor: Double) throws -> [Bool] {
            try paper(DataPoint(20, 28), times: factor).figure(from: paper(DataPoint(10, 20))).changes
                .filter { $0.path.contains(".anchors.") }.map(\.isBeyondTolerance)
        }
        #expect(try Set(counted(1)) == [true] && Set(counted(1.1)) == [false])
    }

    @Test("measured points have error bars, which excuse no change")
    func errorBars() throws {
        func paper(_ value: Double) -> SmallPaper {
            SmallPaper(
                SmallPaper.chart(more: [Points("data", x: [5], y: [value], yError: [10], role: .reference).mark]))
        }
        let figure = try paper(31).figure(from: paper(30))
        #expect(figure.verdict == .changed && figure.counted.map(\.path) == ["marks.[data].y"])
        #expect(abs(try #require(figure.counted.first?.largestChangeInErrors) - 0.0707) < 1e-4)
    }

    @Test("noise of the rasteriser or of a library's version: drawing only")
    func drawingOnly() throws {
        var new = SmallPaper()
        new.svg = "<svg version='other'/>"
        let figure = try new.figure()
        #expect(figure.verdict == .drawingOnly && !figure.isChanged)
        #expect(figure.changes.map(\.kind) == [.drawing])
        #expect(try new.difference().isEmpty)
    }

    @Test("a moved legend: from where to where, and how far on the page")
    func legend() throws {
        let figure = try SmallPaper(SmallPaper.chart(legend: Legend(.bottomLeft))).figure()
        #expect(figure.verdict == .changed && figure.kinds == [.legend, .layout])
        #expect(figure.counted.contains { $0.summary == "moved from 'topRight' to 'bottomLeft'" })
        #expect(figure.counted.contains { $0.path == "legend" && $0.summary.contains("pt to the left") })
    }

    @Test("a renamed label: of an axis, of a curve")
    func label() throws {
        let axis = try SmallPaper(SmallPaper.chart(label: "$E_\\mu$ [GeV]")).figure()
        #expect(axis.counted.contains { $0.kind == .label && $0.path == "x.label" && $0.summary.hasPrefix("renamed") })
        #expect(!axis.kinds.contains(.data))
        let curve = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", label: "signa1"))).figure()
        #expect(curve.counted.contains { $0.kind == .label && $0.path == "marks.[light].label" })
        #expect(!curve.kinds.contains(.data))
    }

    @Test("a new exclusion curve is one addition, and leaves the others unchanged")
    func addition() throws {
        let region = Region("borexino", x: [2, 20], y: [300, 400], openTowards: .top, role: .excluded)
        let figure = try SmallPaper(SmallPaper.chart(more: [region.mark])).figure()
        let change = try #require(figure.counted.first { $0.kind == .added })
        #expect(change.path == "marks.[borexino]" && change.summary.hasPrefix("a new exclusion region"))
        #expect(!figure.kinds.contains(.data))
        let reverse = try SmallPaper().figure(from: SmallPaper(SmallPaper.chart(more: [region.mark])))
        #expect(reverse.counted.contains { $0.kind == .removed && $0.path == "marks.[borexino]" })
    }

    @Test("a style that was chosen for a mark is a change of style, and no new mark")
    func style() throws {
        var line = SmallPaper.line("light")
        line.dash = .dotted
        let figure = try SmallPaper(SmallPaper.chart(line)).figure()
        #expect(figure.kinds == [.style, .layout])
        #expect(figure.counted.contains { $0.path == "marks.[light].dash" && $0.kind == .style })
        #expect(figure.summary == "style, places on the page")
    }

    @Test("a changed tolerance: larger stated errors do not excuse themselves")
    func tolerance() throws {
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: 1e-2))).figure()
        #expect(figure.verdict == .changed && figure.kinds == [.tolerance])
        #expect(figure.counted.first?.path == "marks.[light].yError")
        let gone = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", error: nil))).figure()
        #expect(gone.kinds == [.tolerance])

        var (old, new) = (SmallPaper(), SmallPaper())
        old.lock = #""scan": {"relativeTolerance": 1e-9}"#
        new.lock = #""scan": {"relativeTolerance": 1e-8}"#
        let difference = try new.difference(from: old)
        #expect(difference.others.map(\.kind) == [.tolerance] && !difference.isEmpty)
        #expect(difference.others.first?.path == "scan.relativeTolerance")
    }

    @Test("a number that became undefined, and the reverse")
    func undefined() throws {
        var line = SmallPaper.line("light")
        line.y[3] = .nan
        let figure = try SmallPaper(SmallPaper.chart(line)).figure()
        let change = try #require(figure.counted.first { $0.kind == .undefined })
        #expect(change.path == "marks.[light].y" && change.summary.contains("at x = 2.5: 40.0 → nan"))
        #expect(change.position == 2.5)
        let back = try SmallPaper().figure(from: SmallPaper(SmallPaper.chart(line)))
        #expect(back.counted.contains { $0.kind == .undefined })
        #expect(
            try SmallPaper(SmallPaper.chart(line)).figure(from: SmallPaper(SmallPaper.chart(line))).verdict
                == .unchanged)
    }

    @Test("another sampling of the same curve is told as that, with what interpolating shows")
    func sampling() throws {
        let dense = (0..<500).map { 1 + 0.049 * Double($0) }
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", x: dense))).figure()
        let change = try #require(figure.counted.first { $0.kind == .sampling })
        #expect(change.path == "marks.[light].x" && change.summary.contains("500 points, had 50"))
        let data = figure.changes.filter { $0.kind == .data }
        #expect(data.allSatisfy { ($0.largestRelativeChange ?? 1) < 1e-2 && !$0.isBeyondTolerance })
    }

    @Test("another sampling of another curve is told as both")
    func samplingAndData() throws {
        let dense = (0..<500).map { 1 + 0.049 * Double($0) }
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", times: 1.1, x: dense))).figure()
        let data = try #require(figure.counted.first { $0.kind == .data })
        #expect(abs(try #require(data.largestRelativeChange) - 0.1 / 1.1) < 5e-3)
        #expect(figure.kinds.isSuperset(of: [.sampling, .data]))
    }

    @Test("a shorter range of a curve is told, and the rest compared")
    func range() throws {
        let figure = try SmallPaper(SmallPaper.chart(SmallPaper.line("light", x: Array(SmallPaper.x.dropLast(5)))))
            .figure()
        let change = try #require(figure.counted.first { $0.kind == .sampling })
        #expect(change.summary.contains("45 points, had 50; from 1 to 23, was from 1 to 25.5"))
        #expect(!figure.kinds.contains(.data))
    }

    @Test("contours are compared level by level, also in pieces with other numbers of points")
    func contours() throws {
        func paper(_ radius: Double, _ count: Int, levels: [Double] = [1, 2]) -> SmallPaper {
            let set = ContourSet(
                "events",
                levels: levels.map { level in
                    let r = level == 1 ? radius : 4
                    let angles = (0...count).map { 2 * Double.pi * Double($0) / Double(count) }
                    return ContourSet.Level(
                        level, pieces: [.init(x: angles.map { 15 + r * cos($0) }, y: angles.map { 30 + r * sin($0) })])
                })
            return SmallPaper(SmallPaper.chart(more: [set.mark]))
        }
        let moved = try paper(8.008, 64).figure(from: paper(8, 64))
        #expect(
            Set(moved.counted.filter { $0.kind == .data }.map(\.path)) == [
                "marks.[events].levels.[1].x", "marks.[events].levels.[1].y",
            ])
        let resampled = try paper(8.8, 200).figure(from: paper(8, 64))
        #expect(resampled.counted.contains { $0.kind == .sampling && $0.path == "marks.[events].levels.[1].pieces" })
        let apart = try #require(
            resampled.counted.first { $0.kind == .data && $0.path == "marks.[events].levels.[1]" }?
                .largestRelativeChange)
        // 0.8 of the 30 units of x at the sides.
        #expect(abs(apart - 0.8 / 30) < 0.1 * 0.8 / 30)
        let added = try paper(8, 64, levels: [1, 2, 3]).figure(from: paper(8, 64))
        #expect(added.counted.contains { $0.kind == .added && $0.path == "marks.[events].levels.[3]" })
    }

    @Test("areas between levels are compared ring by ring")
    func filledContours() throws {
        func paper(_ size: Double) -> SmallPaper {
            let ring = ContourSet.Piece(x: [5, 5 + size, 5, 5], y: [10, 10, 100, 10])
            let areas = FilledContours("areas", levels: [.init(1, rings: [ring])], upper: 2)
            return SmallPaper(SmallPaper.chart(more: [areas.mark]))
        }
        let change = try #require(try paper(10.01).figure(from: paper(10)).counted.first)
        #expect(change.kind == .data && change.path == "marks.[areas].levels.[1].x")
        #expect(abs(try #require(change.largestRelativeChange) - 0.01 / 15.01) < 1e-9)
    }

    @Test("data that changed in 'x' excuse the drawing of 'x' in any panel, and not that of 'max'")
    func consequences() {
        func list(_ shift: Double) -> DisplayList {
            DisplayList(
                width: 100, height: 100, title: "",
                items: ["x", "a/x", "max", "a/max"].map { source in
                    .stroke(
                        .init(
                            paths: [.init([PagePoint(10, 10 + shift), PagePoint(20, 20 + shift)])], colour: .black,
                            width: 1, source: source))
                })
        }
        let changes = LayoutComparison().changes(from: list(0), to: list(3), consequences: ["x"])
        #expect(changes.count == 4)
        let counted = changes.filter(\.isBeyondTolerance).map(\.path)
        #expect(Set(counted) == ["max", "a/max"])
    }

    @Test("another layout of the same chart is told apart from another chart")
    func layoutCode() throws {
        var old = SmallPaper()
        old.digestSuffix = "of an older layout"
        let figure = try SmallPaper().figure(from: old)
        #expect(figure.verdict == .layout && figure.isChanged && figure.kinds == [.layout])
        #expect(figure.counted.first?.summary.contains("the layout's code or the font changed") == true)
        #expect(
            try SmallPaper(SmallPaper.chart(legend: Legend(.left))).figure().counted.allSatisfy { $0.path != "layout" })
    }

    @Test("a panel that was added: the others are compared with what they were")
    func panels() throws {
        let first = String(decoding: try SmallPaper.chart().json(), as: UTF8.self)
        var second = SmallPaper.chart(SmallPaper.line("heavy"))
        second.title = "Another spectrum"
        let other = String(decoding: try second.json(), as: UTF8.self)
        var (old, new) = (SmallPaper(), SmallPaper())
        old.json = #"{"panels": [\#(first)], "columns": 1}"#
        new.json = #"{"panels": [\#(other), \#(first)], "columns": 1}"#
        let figure = try new.figure(from: old)
        let counted = figure.counted.filter { $0.kind != .layout }
        #expect(counted.map(\.path) == ["panels.[Another spectrum]"] && counted.first?.kind == .added)
        // Panels of a figure that was one chart.
        new.json = #"{"panels": [\#(first), \#(other)], "columns": 1}"#
        #expect(try new.figure(from: SmallPaper()).counted.contains { $0.path == "panels.[1]" && $0.kind == .added })
        // A change inside a panel.
        new.json = #"{"panels": [\#(first.replacing("E_e", with: "E_x"))], "columns": 1}"#
        #expect(try new.figure(from: old).counted.contains { $0.path == "panels.[0].x.label" && $0.kind == .label })
    }
}
