import Testing

@testable import Plotting

@Suite struct LabelSearchTests {
    private let x = (0...200).map { Double($0) / 20 }

    private func bounds(_ list: DisplayList, _ source: String) throws -> [TurnedRect] {
        try list.labels(source).map { run in
            let setting = try #require(run.setting)
            let box = try MathLabel.layout(setting.label, size: setting.size, metrics: font())
            return PlacedLabel(
                box: box, origin: run.origin, rotation: run.rotation, colour: .black, text: "", source: ""
            ).bounds
        }
    }

    @Test("a label moves along its curve from where another label stands")
    func movesAlong() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Text("note", "a note on the curve", at: .data(5, 5.3))
                Line(
                    "line", x: x, y: x.map { _ in 5 }, role: .signal, inlineLabel: InlineLabel("label", at: 0.5, .above)
                )
            })
        let (note, label) = (try bounds(list, "note")[0], try bounds(list, "line")[0])
        #expect(!note.overlaps(label))
        // On its curve still.
        #expect((label.center.y - list.place(0.5, 0.5).y).magnitude < 10)
    }

    @Test("a label moves to where it covers no other curve, and no farther than it has to")
    func avoidsCurves() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("wall", x: [5, 5], y: [0, 10], role: .reference)
                Line(
                    "line", x: x, y: x.map { _ in 5 }, role: .signal, inlineLabel: InlineLabel("label", at: 0.5, .above)
                )
            })
        let label = try bounds(list, "line")[0]
        let away = (label.center.x - list.place(0.5, 0).x).magnitude
        #expect(away > label.halfWidth && away < label.halfWidth + 8)
    }

    @Test("a share of the curve's length says where its label is to stand", arguments: [0.2, 0.5, 0.8])
    func share(_ share: Double) throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("line", x: x, y: x.map { $0 }, role: .signal, inlineLabel: InlineLabel("label", at: share, .gap))
            })
        #expect(distance(try bounds(list, "line")[0].center, list.place(share, share)) < 2)
    }

    @Test("the label of data that scatter follows their trend", arguments: [0.0, 0.4, -0.4])
    func trend(slope: Double) throws {
        var random = FixedRandom(seed: 11)
        // Bins much narrower than the scatter is high.
        let y = x.map { 5 + slope * ($0 - 5) + Double.random(in: -0.6...0.6, using: &random) }
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line("line", x: x, y: y, role: .signal, inlineLabel: InlineLabel("a label", at: 0.5, .above))
            })
        let run = try #require(list.labels("line").first)
        let frame = list.frame
        let angle = slope * (frame.bottom - frame.top) / (frame.right - frame.left)
        #expect((run.rotation - angle).magnitude < 0.08, "\(run.rotation), not \(angle)")
        // Beside all of the data under it.
        let label = try bounds(list, "line")[0]
        #expect(
            !list.points("line").contains {
                label.local($0).x.magnitude < label.halfWidth && label.local($0).y > -label.halfHeight
            })
    }

    @Test("an arrow ends on the curve that its label names, and crosses no label")
    func pointer() throws {
        let list = try drawn(
            plainChart(legend: .hidden) {
                Line(
                    "line", x: [4, 6], y: [5, 6], role: .signal, inlineLabel: InlineLabel("label", at: 0.5, .pointer))
            })
        let tip = try #require(list.fills("line").first?.paths.first?.points.first)
        #expect(distance(tip, list.place(0.5, 0.55)) < 0.1)
        #expect(try bounds(list, "line").count == 1)
    }

    @Test("a curve without room is named in the legend, with its line, also where there was no legend")
    func inLegend() throws {
        let label = InlineLabel("a label that is much longer than the frame of the figure is wide, and no place has it")
        let chart = plainChart(legend: .hidden) {
            Line("line", x: x, y: x.map { _ in 5 }, role: .signal, inlineLabel: label)
        }
        let found = try chart.misplacements(metrics: font())
        #expect(found.map(\.kind) == [.inLegend] && found.first?.mark == "line")
        let list = try drawn(chart)
        #expect(list.labels("legend").map(\.text).joined(separator: " ") == label.text)
        #expect(list.strokes("legend").count == 1)
        #expect(list.labelsInLegend == [label.text] && list.canonicalLines.contains("in legend \(label.text)"))
    }

    @Test(
        "where neither labels nor a legend have room, the page grows by a legend over the frame, which keeps its size")
    func crowded() throws {
        func chart(_ curves: Int) -> Chart {
            plainChart {
                for index in 0..<curves {
                    Line(
                        "line-\(index)", x: x,
                        y: x.map { ($0 * Double(index + 3)).truncatingRemainder(dividingBy: 10) },
                        role: .signal, inlineLabel: InlineLabel("the curve of number \(index)", .above))
                }
            }
        }
        let (one, many) = (try drawn(chart(1)), try drawn(chart(24)))
        #expect(many.height > one.height + 20 && many.width == one.width)
        #expect(((many.frame.bottom - many.frame.top) - (one.frame.bottom - one.frame.top)).magnitude < 1e-9)
        let labels = many.items.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
        for index in 0..<24 { #expect(labels.contains("the curve of number \(index)"), "\(index)") }
    }

    @Test("labels of random curves never overlap, never leave the frame, and none is lost", arguments: 1...30)
    func random(seed: Int) throws {
        var random = FixedRandom(seed: UInt64(seed))
        let count = Int.random(in: 2...14, using: &random)
        let chart = plainChart {
            for index in 0..<count {
                let (a, b) = (Double.random(in: 0...10, using: &random), Double.random(in: -1.5...1.5, using: &random))
                let c = Double.random(in: -0.2...0.2, using: &random)
                Line(
                    "line-\(index)", x: x, y: x.map { a + b * ($0 - 5) + c * ($0 - 5) * ($0 - 5) }, role: .signal,
                    inlineLabel: InlineLabel(
                        "label \(index)", at: Double.random(in: 0...1, using: &random),
                        InlineLabel.Placement.allCases[Int.random(in: 0..<5, using: &random)]))
            }
            Rule("rule", x: Double.random(in: 0...10, using: &random), sideLabel: SideLabel("rule"))
            Text("point", "a point", at: .beside(Double.random(in: 0...10, using: &random), 5), alignment: .left)
            Text("area", "an area", at: .within(.init(yFrom: 2, yTo: 4)))
        }
        let found = try chart.misplacements(metrics: font()).filter { ![.inLegend, .unseen].contains($0.kind) }
        #expect(found.isEmpty, "\(found)")
        let labels = try drawn(chart).items.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
        let unseen = Set(try chart.misplacements(metrics: font()).filter { $0.kind == .unseen }.map(\.mark))
        for index in 0..<count where !unseen.contains("line-\(index)") {
            #expect(labels.contains("label \(index)"), "\(index)")
        }
        #expect(labels.contains("rule") && labels.contains("a point") && labels.contains("an area"))
    }

    @Test("a text beside a point stands on the side that is asked for, or on another that is free")
    func beside() throws {
        func place(_ point: Double) throws -> Double {
            let list = try drawn(
                plainChart(legend: .hidden) {
                    Points("star", x: [point], y: [5], symbol: .star, role: .reference)
                    Text("name", "name", at: .beside(point, 5), alignment: .left)
                })
            return try bounds(list, "name")[0].center.x - list.place(point / 10, 0).x
        }
        #expect(try place(5) > 0)
        #expect(try place(9.9) < 0)
    }

    @Test(
        "a text within an area that is too low for it stands upright, and outside with an arrow where that is too narrow"
    )
    func within() throws {
        func rotation(_ area: Position.Area) throws -> (Double, Bool) {
            let list = try drawn(plainChart(legend: .hidden) { Text("name", "a long name", at: .within(area)) })
            return (try #require(list.labels("name").first).rotation, !list.fills("name").isEmpty)
        }
        #expect(try rotation(.init(xFrom: 2, xTo: 8)) == (0, false))
        #expect(try rotation(.init(xFrom: 4, xTo: 5)) == (.pi / 2, false))
        #expect(try rotation(.init(xFrom: 4, xTo: 4.05)) == (0, true))
    }

    @Test("what a reader would stumble over is found")
    func misplacements() throws {
        let chart = plainChart(legend: .hidden) {
            Text("first", "one", at: .data(5, 5))
            Text("second", "two", at: .data(5, 5.1))
            Text("edge", "three", at: .data(10, 2))
            Line("gone", x: x, y: x.map { $0 + 20 }, role: .signal)
            Line("seen", x: x, y: x.map { 9 - $0 / 10 }, role: .signal)
        }
        let found = try chart.misplacements(metrics: font())
        #expect(Set(found.map { "\($0.mark) \($0.kind)" }) == ["second overlap", "edge outside", "gone unseen"])
    }

    @Test("labels with shares and texts that seek their places keep them in JSON")
    func json() throws {
        let chart = plainChart {
            Line("line", x: [1, 2], y: [3, 4], role: .signal, inlineLabel: InlineLabel("b", at: 0.25, .pointer))
            Text("beside", "a", at: .beside(1, 2), alignment: .topLeft)
            Text("within", "a", at: .within(.init(xFrom: 1, yTo: 3, at: 0.2, 0.9)))
        }
        #expect(try Chart(json: chart.json()) == chart)
    }
}
