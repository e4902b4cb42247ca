import Testing

@testable import Plotting

@Suite struct CurveLabelTests {
    private let x = (0...200).map { Double($0) / 20 }

    private func chart(scale: Double = 1, anchors: [DataPoint] = [DataPoint(6, 4)], label: String = "$10^3$") -> Chart {
        plainChart(legend: .hidden) {
            ContourSet(
                "events",
                levels: [
                    .init(
                        1000, pieces: [.init(x: x, y: x.map { scale * $0 * $0 / 10 })], label: label, anchors: anchors)
                ])
        }
    }

    @Test func aLabelledContourHasOneGapWithTheLabelInIt() throws {
        let list = try drawn(chart())
        let paths = try #require(list.strokes("events").first?.paths)
        #expect(paths.count == 2)
        let end = try #require(paths[0].points.last)
        let start = try #require(paths[1].points.first)
        let run = try #require(list.labels("events").first)
        let box = try MathLabel.layout("$10^3$", size: 7.5, metrics: font())
        #expect(distance(end, start) > box.width)
        #expect(distance(end, start) < box.width + 6)
        // The label's centre lies between the two ends.
        let center = PagePoint((start.x + end.x) / 2, (start.y + end.y) / 2)
        let half = box.width / 2
        #expect((distance(run.origin, center) - half).magnitude < 4)
    }

    @Test func theGapEndsAtTheRoomOfTheLabelOnABentCurve() throws {
        // A narrow bend: along it the gap is longer than the label is wide.
        let y = x.map { 2 + 5 * ($0 - 5) * ($0 - 5) }
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("line", x: x, y: y, role: .signal, inlineLabel: InlineLabel("label", near: DataPoint(5, 2)))
            })
        let paths = try #require(list.strokes("line").first?.paths)
        #expect(paths.count == 2)
        let run = try #require(list.labels("line").first)
        let box = try MathLabel.layout("label", size: 7.5, metrics: font())
        // Clear of the label's rectangle (upright here) on all sides, and not farther than needed.
        #expect(run.rotation.magnitude < 0.02)
        let center = PagePoint(run.origin.x + box.width / 2, run.origin.y - (box.height - box.depth) / 2)
        func excess(_ point: PagePoint) -> (Double, Double) {
            (
                (point.x - center.x).magnitude - box.width / 2,
                (point.y - center.y).magnitude - (box.height + box.depth) / 2
            )
        }
        for point in paths.flatMap(\.points) {
            let (across, along) = excess(point)
            #expect(across > 0.9 || along > 0.9)
        }
        for end in [paths[0].points.last, paths[1].points.first] {
            let (across, along) = excess(try #require(end))
            #expect(across < 2.1 && along < 1.1)
        }
    }

    @Test func aLabelRunsAlongItsCurve() throws {
        let list = try drawn(chart())
        let run = try #require(list.labels("events").first)
        let paths = try #require(list.strokes("events").first?.paths)
        let end = try #require(paths[0].points.last)
        let start = try #require(paths[1].points.first)
        let slope = (end.y - start.y) / (start.x - end.x)
        #expect((run.rotation - slope / (1 + slope * slope / 3)).magnitude < 0.2)
        #expect(run.rotation > 0)
    }

    @Test func theGapIsNearTheAnchor() throws {
        let list = try drawn(chart())
        let run = try #require(list.labels("events").first)
        #expect(distance(run.origin, list.place(0.6, 0.36)) < 15)
    }

    @Test func labelsStayWhenDataMoveALittle() throws {
        for anchors in [[DataPoint(6, 4)], []] {
            let before = try #require(drawn(chart(anchors: anchors)).labels("events").first)
            let after = try #require(drawn(chart(scale: 1.001, anchors: anchors)).labels("events").first)
            #expect(distance(before.origin, after.origin) < 0.3)
            #expect((before.rotation - after.rotation).magnitude < 0.01)
        }
    }

    @Test func severalAnchorsGiveSeveralGaps() throws {
        let list = try drawn(chart(anchors: [DataPoint(3, 1), DataPoint(8, 6)]))
        #expect(list.strokes("events").first?.paths.count == 3)
        #expect(list.labels("events").count == 2)
    }

    @Test func labelsAreNeverUpsideDown() throws {
        var random = FixedRandom(seed: 5)
        for _ in 0..<200 {
            let angle = Double.random(in: -4...4, using: &random)
            let dx = 4 * (1 - angle * angle / 8)
            let dy = angle
            guard dx.magnitude + dy.magnitude > 2 else { continue }
            let list = try drawn(
                plainChart(legend: .hidden) {
                    Line(
                        "line", x: [5 - dx, 5 + dx], y: [5 - dy, 5 + dy], role: .signal,
                        inlineLabel: InlineLabel("abc", near: DataPoint(5, 5)))
                })
            for run in list.labels("line") {
                #expect(run.rotation > -Double.pi / 2 && run.rotation <= Double.pi / 2 + 1e-9)
            }
        }
    }

    @Test("a vertical label is read from bottom to top, whichever way its curve runs", arguments: [1.0, -1])
    func vertical(direction: Double) throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line(
                    "line", x: [5, 5], y: [5 - 4 * direction, 5 + 4 * direction], role: .signal,
                    inlineLabel: InlineLabel("abc", near: DataPoint(5, 5)))
            })
        let run = try #require(list.labels("line").first)
        #expect((run.rotation - .pi / 2).magnitude < 1e-9)
    }

    @Test("a label stands where its bounds say, also with letters that reach below the line", arguments: [0.0, 0.7])
    func bounds(rotation: Double) throws {
        let box = try MathLabel.layout("gyp", size: 8, metrics: font())
        #expect(box.depth > 1)
        let label = PlacedLabel.centered(
            box, at: PagePoint(50, 40), rotation: rotation, colour: .black, text: "gyp", source: "line")
        #expect(distance(label.bounds.center, PagePoint(50, 40)) < 1e-9)
        #expect((label.bounds.halfHeight - (box.height + box.depth) / 2).magnitude < 1e-9)
    }

    @Test("a label beside a curve is clear of it on both its halves", arguments: [30.0, 70])
    func besideABend(place: Double) {
        for (bend, isAbove) in [(10.0, false), (-10, true)] {
            let curve = MeasuredCurve([
                PagePoint(0, 50), PagePoint(place - 5, 50), PagePoint(place, 50 + bend), PagePoint(place + 5, 50),
                PagePoint(100, 50),
            ])
            let placement = CurveLabel.Placement(
                center: PagePoint(50, 50), rotation: 0, piece: 0, gap: 0...curve.total)
            let center = CurveLabel.besides(placement, curve, halfHeight: 4, clearance: 2, isAbove: isAbove)
            #expect(center.x == 50 && (center.y - (50 + bend + (isAbove ? -6 : 6))).magnitude < 1e-9)
        }
    }

    @Test("a label below a bent curve leaves it whole and does not touch it, on a valley and on a hill")
    func below() throws {
        let box = try MathLabel.layout("a long label", size: 7.5, metrics: font())
        for bend in [0.1, -0.1] {
            let list = try drawn(
                plainChart(legend: .hidden) {
                    Line(
                        "line", x: x, y: x.map { 5 + bend * ($0 - 5) * ($0 - 5) }, role: .signal,
                        inlineLabel: InlineLabel("a long label", near: DataPoint(5, 5), .below))
                })
            #expect(list.strokes("line").first?.paths.count == 1)
            let run = try #require(list.labels("line").first)
            #expect(run.rotation.magnitude < 0.02)
            let (left, right) = (run.origin.x, run.origin.x + box.width)
            let lowest = try #require(list.points("line").filter { $0.x > left && $0.x < right }.map(\.y).max())
            let clearance = run.origin.y - box.height - lowest
            #expect(clearance > 1.5 && clearance < 4, "\(bend): \(clearance)")
        }
    }

    @Test func aLabelAboveACurveLeavesItWholeAndDoesNotTouchIt() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line(
                    "line", x: x, y: x.map { 5 - ($0 - 5) * ($0 - 5) / 10 }, role: .signal,
                    inlineLabel: InlineLabel("a long label", near: DataPoint(5, 5), .above))
            })
        #expect(list.strokes("line").first?.paths.count == 1)
        let run = try #require(list.labels("line").first)
        let top = try #require(list.points("line").map(\.y).min())
        let box = try MathLabel.layout("a long label", size: 7.5, metrics: font())
        let clearance = top - (run.origin.y + box.depth)
        #expect(clearance > 1.5 && clearance < 4)
    }

    @Test func aCurveTooShortForItsLabelGetsItBeside() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line(
                    "line", x: [5, 5.2], y: [5, 5.1], role: .signal,
                    inlineLabel: InlineLabel("a very long label", near: DataPoint(5, 5)))
            })
        #expect(list.labels("line").count == 1)
        #expect(list.strokes("line").first?.paths.count == 1)
    }

    @Test func aLabelNearTheFrameSlidesInside() throws {
        let list = try drawn(chart(anchors: [DataPoint(10, 10)], label: "a long label"))
        let run = try #require(list.labels("events").first)
        let last = try #require(run.glyphs.last)
        // Along the curve's slope of about 50 degrees, the last glyph's start is still well inside.
        let (across, along) = (Trigonometry.cos(run.rotation), Trigonometry.sin(run.rotation))
        #expect(run.rotation > 0.6 && run.rotation < 1.2)
        #expect(run.origin.y - last.x * along > list.frame.top)
        #expect(run.origin.x + last.x * across < list.frame.right)
    }

    @Test func aLabelInterruptsTheCurvesOfOtherMarks() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("line", x: [0, 10], y: [5, 5], role: .signal)
                Text("note", "crossing", at: .data(5, 5))
            })
        #expect(list.strokes("line").first?.paths.count == 2)
    }
}
