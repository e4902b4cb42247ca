import Plotting
import Testing

@Suite struct AnnotationTests {
    private func list(@MarkBuilder _ marks: () -> [Mark]) throws -> DisplayList {
        try drawn(plainChart(legend: .hidden, marks))
    }

    @Test func aTextsAlignmentSaysWhichPointLiesAtItsPosition() throws {
        let box = try MathLabel.layout("text", size: 8, metrics: font())
        let height = box.height + box.depth
        // Offsets of the box's lower left corner from the position, in widths and heights.
        let corners: [(Text.Alignment, Double, Double)] = [
            (.bottomLeft, 0, 0), (.bottom, -0.5, 0), (.bottomRight, -1, 0), (.left, 0, -0.5), (.center, -0.5, -0.5),
            (.right, -1, -0.5), (.topLeft, 0, -1), (.top, -0.5, -1), (.topRight, -1, -1),
        ]
        for (alignment, x, y) in corners {
            let list = try list { Text("note", "text", at: .frame(0.5, 0.5), alignment: alignment) }
            let run = try #require(list.labels("note").first)
            let place = list.place(0.5, 0.5)
            #expect((run.origin.x - (place.x + x * box.width)).magnitude < 1e-9, "\(alignment)")
            #expect((run.origin.y + box.depth - (place.y - y * height)).magnitude < 1e-9, "\(alignment)")
        }
    }

    @Test func aTurnedTextKeepsItsAnchor() throws {
        let list = try list {
            Text("note", "text", at: .frame(0.5, 0.5), alignment: .bottomLeft, rotation: .pi / 2)
        }
        let box = try MathLabel.layout("text", size: 8, metrics: font())
        let run = try #require(list.labels("note").first)
        let place = list.place(0.5, 0.5)
        // Reading upwards, the baseline lies left of the anchor by the box's depth.
        #expect((run.origin.y - place.y).magnitude < 1e-9)
        #expect((run.origin.x - (place.x - box.depth)).magnitude < 1e-9)
        #expect(run.rotation == .pi / 2)
    }

    @Test func dataAndFramePositionsAgree() throws {
        let list = try list {
            Text("data", "text", at: .data(5, 2.5))
            Text("frame", "text", at: .frame(0.5, 0.25))
        }
        let data = try #require(list.labels("data").first)
        let frame = try #require(list.labels("frame").first)
        #expect(distance(data.origin, frame.origin) < 1e-9)
    }

    @Test func anArrowEndsAtItsTarget() throws {
        let list = try list { Arrow("arrow", from: .data(2, 2), to: .data(8, 5)) }
        let tip = list.place(0.8, 0.5)
        let line = try #require(list.strokes("arrow").first?.paths.first?.points)
        let head = try #require(list.fills("arrow").first?.paths.first?.points)
        #expect(distance(line[0], list.place(0.2, 0.2)) < 1e-9)
        #expect(head.contains { distance($0, tip) < 1e-9 })
        #expect(head.allSatisfy { distance($0, tip) < 8 })
        #expect(distance(line[1], tip) < 5)
    }

    @Test func aVerticalRuleSpansTheFrameAndCarriesItsLabelOnTheSideAskedFor() throws {
        for side in SideLabel.Side.allCases {
            let list = try list { Rule("cut", x: 4, sideLabel: SideLabel("cut", side, at: 0.5)) }
            let points = try #require(list.strokes("cut").first?.paths.first?.points)
            #expect(Set(points.map(\.y)) == [list.frame.top, list.frame.bottom])
            let run = try #require(list.labels("cut").first)
            #expect(run.rotation == .pi / 2)
            // The label's body lies left of its baseline.
            #expect(side == .before ? run.origin.x < points[0].x : run.origin.x - 4 > points[0].x)
        }
    }

    @Test func aRulesLabelChangesSidesRatherThanLeaveTheFrame() throws {
        let list = try list {
            Rule("low", y: 0.2, sideLabel: SideLabel("low", .before))
            Rule("right", x: 9.9, sideLabel: SideLabel("right", .after))
            Rule("high", y: 9.8, sideLabel: SideLabel("high", .after))
            Rule("left", x: 0.1, sideLabel: SideLabel("left", .before))
        }
        let high = try #require(list.labels("high").first)
        let left = try #require(list.labels("left").first)
        #expect(high.origin.y > list.place(0, 0.98).y)
        #expect(left.origin.x > list.place(0.01, 0).x)
        let low = try #require(list.labels("low").first)
        let right = try #require(list.labels("right").first)
        #expect(low.origin.y < list.frame.bottom)
        #expect(right.origin.x < list.place(0.99, 0).x)
    }

    @Test func aRuleCanEndInsideTheFrame() throws {
        let list = try list { Rule("cut", y: 5, from: 2, to: 6) }
        let points = try #require(list.strokes("cut").first?.paths.first?.points)
        #expect(distance(points[0], list.place(0.2, 0.5)) < 1e-9)
        #expect(distance(points[1], list.place(0.6, 0.5)) < 1e-9)
    }

    @Test func errorBarsReachOneErrorUpAndDown() throws {
        let list = try list { Points("data", x: [5], y: [4], yError: [1], role: .reference) }
        let bar = try #require(list.strokes("data").first?.paths.first?.points)
        #expect(distance(bar[0], list.place(0.5, 0.3)) < 1e-9)
        #expect(distance(bar[1], list.place(0.5, 0.5)) < 1e-9)
    }

    @Test func symbolsOutsideTheFrameAreLeftOut() throws {
        let list = try list { Points("data", x: [5, 11, .nan], y: [5, 5, 5], symbol: .star, role: .reference) }
        #expect(list.fills("data").flatMap(\.paths).count == 1)
    }

    @Test func hollowSymbolsShowTheirOutlineAboveTheirFill() throws {
        let list = try list { Points("data", x: [5], y: [5], symbol: .square, isFilled: false, role: .reference) }
        let kinds = list.items.compactMap { item -> String? in
            switch item {
            case .fill(let fill) where fill.source == "data": "fill"
            case .stroke(let stroke) where stroke.source == "data": "stroke"
            default: nil
            }
        }
        #expect(kinds == ["fill", "stroke"])
    }

    @Test func aShadedRangeWithoutABoundReachesTheFrame() throws {
        let list = try list { ShadedRange("cut", .x, from: 7) }
        let points = list.points("cut")
        #expect((points.map(\.x).min() ?? 0) - list.place(0.7, 0).x < 1e-9)
        #expect(points.map(\.x).max() == list.frame.right)
        #expect(points.map(\.y).min() == list.frame.top)
    }

    @Test func aBackdropLiesBehindItsText() throws {
        let list = try list { Text("note", "text", at: .frame(0.5, 0.5), hasBackdrop: true) }
        let backdrop = try #require(list.fills("note").first)
        #expect(backdrop.colour == .white)
        let run = try #require(list.labels("note").first)
        let xs = backdrop.paths[0].points.map(\.x)
        #expect((xs.min() ?? 0) < run.origin.x && (xs.max() ?? 0) > run.origin.x)
    }
}
