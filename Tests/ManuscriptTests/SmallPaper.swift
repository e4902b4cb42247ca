import CairoCanvas
import Foundation
import Plotting
import Testing

@testable import Manuscript

/// A paper of one figure, and the same with changes.
struct SmallPaper {
    var chart: Chart
    /// Added to the digests of the layout, as another version of the layout's code would.
    var digestSuffix = ""
    var svg = "<svg/>"
    /// More members of results.lock, as JSON.
    var lock = ""
    /// The figure's JSON in place of the chart's.
    var json: String?

    static let x = (0..<50).map { 1 + 0.5 * Double($0) }

    static func line(
        _ id: String, times factor: Double = 1, x: [Double] = SmallPaper.x, error: Double? = 1e-6,
        label: String? = "signal"
    ) -> Line {
        let y = x.map { factor * 100 / $0 }
        return Line(id, x: x, y: y, yError: error.map { e in y.map { e * $0 } }, role: .signal, label: label)
    }

    static func chart(
        _ line: Line = line("light"), legend: Legend = Legend(.topRight), label: String = "$E_e$ [GeV]",
        more: [Mark] = []
    ) -> Chart {
        Chart("A spectrum", x: .linear(label, 0...30), y: .log("$N$", 1...1000), legend: legend) {
            line
            more
        }
    }

    init(_ chart: Chart = Self.chart()) { self.chart = chart }

    static let canvas: CairoCanvas? = try? CairoCanvas()

    static let layout: FigureLayout = { json in try CairoCanvas().displayList(figure: json) }

    func snapshot(_ name: String) throws -> PaperSnapshot {
        let digest = try SmallPaper.layout(chart.json()).layoutDigest + digestSuffix
        let members = lock.isEmpty ? "" : ", " + lock
        return PaperSnapshot(
            name: name,
            files: [
                "spectrum.json": try json.map { Array($0.utf8) } ?? chart.json(), "spectrum.svg": Array(svg.utf8),
                "results.lock": Array(#"{"figures": {"spectrum": "\#(digest)"}\#(members)}"#.utf8),
            ])
    }

    func difference(from old: SmallPaper = SmallPaper()) throws -> PaperDifference {
        try .between(old.snapshot("old"), snapshot("new"), layout: Self.layout)
    }

    func figure(from old: SmallPaper = SmallPaper()) throws -> FigureDifference {
        try #require(try difference(from: old).figures.first)
    }
}

extension FigureDifference {
    /// The changes that count.
    var counted: [DocumentChange] { changes.filter(\.isBeyondTolerance) }
    var kinds: Set<DocumentChange.Kind> { Set(counted.map(\.kind)) }
}
