import Testing

@testable import Plotting

@Suite("A legend that stands over data") struct LegendBackdropTests {
    private func chart(_ placement: Legend.Placement, points: [(Double, Double)], error: Double = 1.5) -> Chart {
        plainChart(legend: Legend(placement)) {
            Points(
                "points", x: points.map(\.0), y: points.map(\.1), yError: points.map { _ in error }, role: .signal,
                label: "measured values")
            Line("line", x: [0, 10], y: [9, 9], role: .reference, label: "model")
        }
    }

    private let many = (0...40).map { (0.25 * Double($0), 9.2 - 0.03 * Double($0)) }

    private func box(_ list: DisplayList) -> PageRect? {
        list.fills("legend").first { $0.colour == .white && $0.paths.first?.points.count == 4 }
            .map { PageRect(around: $0.paths[0].points) }
    }

    @Test("has a white box with an edge around all its rows, under its labels and over the data")
    func boxed() throws {
        let list = try drawn(chart(.topRight, points: many))
        let box = try #require(self.box(list))
        for label in list.labels("legend") { #expect(box.contains(label.origin)) }
        func index(_ matches: (DisplayList.Item) -> Bool) -> Int { list.items.firstIndex(where: matches) ?? -1 }
        let fill = index { if case .fill(let fill) = $0 { fill.source == "legend" } else { false } }
        let label = index { if case .glyphs(let run) = $0 { run.source == "legend" } else { false } }
        let line = index { if case .stroke(let stroke) = $0 { stroke.source == "line" } else { false } }
        #expect(line >= 0 && line < fill && fill < label)
        #expect(list.strokes("legend").contains { PageRect(around: $0.paths[0].points) == box })
    }

    @Test("has no box where it hides nothing")
    func unboxed() throws {
        #expect(try box(drawn(chart(.bottomRight, points: many))) == nil)
        #expect(try box(drawn(chart(.automatic, points: many))) == nil)
    }

    @Test("leaves bars whole: what is above a symbol is as long as what is below it")
    func symmetric() throws {
        let list = try drawn(chart(.topRight, points: many))
        let bars = list.strokes("points").flatMap(\.paths).filter { $0.points.count == 2 }
        let lengths = bars.map { ($0.points[0].y - $0.points[1].y).magnitude }
        let frame = list.frame
        let whole = (frame.bottom - frame.top) * 3 / 10
        // Those that reach over the frame are cut by it alone.
        for (bar, length) in zip(bars, lengths) where bar.points.allSatisfy({ $0.y > frame.top + 0.01 }) {
            #expect((length - whole).magnitude < 1e-6)
        }
        #expect(bars.count >= many.count)
    }

    @Test("draws symbols that its edge would cut whole over the box, or keeps them inside of it")
    func noHalfSymbols() throws {
        for offset in stride(from: 0, through: 0.24, by: 0.03) {
            let list = try drawn(chart(.topRight, points: many.map { ($0.0 - offset, $0.1) }, error: 0.2))
            let box = try #require(self.box(list))
            let fills = list.items.enumerated().compactMap { index, item -> (Int, DisplayList.Fill)? in
                if case .fill(let fill) = item { return (index, fill) }
                return nil
            }
            let place = try #require(fills.first { $0.1.source == "legend" }).0
            let again = Set(
                fills.filter { $0.0 > place && $0.1.source == "points" }.flatMap { $0.1.paths }.map {
                    PageRect(around: $0.points)
                })
            for shape in fills.filter({ $0.0 < place && $0.1.source == "points" }).flatMap({ $0.1.paths }) {
                let bounds = PageRect(around: shape.points)
                let common = bounds.intersection(box).areaIfValid
                guard common > 1e-6, common < bounds.area - 1e-6 else { continue }
                #expect(again.contains(bounds), "\(bounds) at \(offset)")
            }
        }
    }
}
