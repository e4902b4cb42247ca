import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite("The style of the figures")
struct FigureStyleTests {
    /// Two pieces of one experiment's limit may look alike.
    private func isOneThing(_ first: String, _ second: String) -> Bool {
        func stem(_ id: String) -> String {
            id.split(separator: "-").filter { $0 != "area" && Int($0) == nil }.joined(separator: "-")
        }
        return stem(first) == stem(second)
    }

    /// Maps and grids that float over both columns.
    private func isWide(_ name: String) -> Bool {
        ["landscape", "elastic-vector", "elastic-scalar", "background-spectra"].contains(name)
    }

    private func metrics() throws -> MathFont { try MathFont(path: try MathFont.locate()) }

    /// The figures of a variant, by name.
    private func figures(_ style: String) async throws -> [(name: String, figure: any Graphic)] {
        let paper = try await BuiltPaper.shared()
        var folder = paper.output
        let scratch = try Scratch()
        if style != "column" {
            let outcome = try await paper.run(
                "build", "-q", "figures", "--set", "figures.style=\(style)", "--output", scratch.url.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            folder = scratch.url
        }
        return try BuiltPaper.figures.map { name in
            let bytes = try Data(contentsOf: folder.appending(path: "figures/\(name).json"))
            return (name, try Plotting.graphic(json: Array(bytes)))
        }
    }

    @Test(
        "is one choice for all of them",
        arguments: [("column", FigureStyle.column), ("twocolumn", .twoColumn), ("slides", .slides)])
    func oneChoice(name: String, style: FigureStyle) async throws {
        for (name, figure) in try await figures(name) {
            // A figure has the height that its panels need; the rest is the preset's. Some have the width of
            // the page.
            var expected = style(isWide(name) ? .wide : .standard)
            expected.height = figure.style.height
            #expect(figure.style == expected, "\(name)")
        }
    }

    @Test("changes drawings only: nothing else is computed again")
    func keepsResults() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "--json", "figures", "numbers", "--set", "figures.style=slides", "--output", folder.url.path)
        let nodes = try #require(try outcome.report()["nodes"]).elements
        let other = nodes.filter { $0["name"]?.text?.hasPrefix("figures/") == false }.filter {
            !["cached", "input"].contains($0["outcome"]?.text ?? "")
        }
        #expect(other.isEmpty, "\(other.compactMap { $0["name"]?.text })")
        #expect(nodes.contains { $0["name"]?.text == "figures/reach/chart" })
    }

    @Test("takes every size of a mark from the style: slides are the column's marks enlarged")
    func noLiterals() async throws {
        let column = try await figures("column")
        let slides = try await figures("slides")
        for ((name, small), (_, large)) in zip(column, slides) {
            for (a, b) in zip(small.panels.flatMap(\.marks), large.panels.flatMap(\.marks)) {
                for (size, larger) in zip(a.sizes, b.sizes) { #expect(larger > 2 * size, "\(name)/\(a.id)") }
            }
        }
        #expect(column.flatMap { $0.figure.panels.flatMap(\.marks).flatMap(\.sizes) }.count >= 5)
    }

    @Test(
        "lets no reader confuse neighbouring marks, whatever the colour vision and in greyscale",
        arguments: ["column", "twocolumn", "slides"])
    func distinct(style: String) async throws {
        for (name, figure) in try await figures(style) {
            let pairs = try figure.indistinctPairs(metrics: try metrics(), sameThing: isOneThing)
            #expect(pairs.isEmpty, "\(name): \(pairs.map(\.description).joined(separator: "; "))")
        }
    }

    @Test(
        "gives lines a contrast of 3 and texts one of 4.5 to what lies beneath",
        arguments: ["column", "twocolumn", "slides"])
    func contrast(style: String) async throws {
        for (name, figure) in try await figures(style) {
            let weak = try figure.weakContrasts(metrics: try metrics())
            #expect(weak.isEmpty, "\(name): \(weak.map(\.description).joined(separator: "; "))")
        }
    }
}

extension Mark {
    /// The lengths in points that a mark states itself.
    fileprivate var sizes: [Double] {
        switch self {
        case .line(let mark): [mark.width, mark.inlineLabel?.size].compactMap(\.self)
        case .points(let mark): [mark.size].compactMap(\.self)
        case .rule(let mark): [mark.width].compactMap(\.self)
        case .region(let mark): [mark.width].compactMap(\.self)
        case .text(let mark): [mark.size].compactMap(\.self)
        case .arrow(let mark): [mark.width].compactMap(\.self)
        case .contours(let mark): mark.levels.compactMap(\.width)
        default: []
        }
    }
}
