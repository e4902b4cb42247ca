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

    private func metrics() throws -> MathFont { try MathFont(path: try MathFont.locate()) }

    /// The charts of a variant, by name.
    private func charts(_ style: String) async throws -> [(name: String, chart: Chart)] {
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
            return (name, try Chart(json: Array(bytes)))
        }
    }

    @Test(
        "lets no reader confuse neighbouring marks, whatever the colour vision and in greyscale",
        arguments: ["column", "twocolumn", "slides"])
    func distinct(style: String) async throws {
        for (name, chart) in try await charts(style) {
            let pairs = try chart.indistinctPairs(metrics: try metrics(), sameThing: isOneThing)
            #expect(pairs.isEmpty, "\(name): \(pairs.map(\.description).joined(separator: "; "))")
        }
    }

    @Test(
        "gives lines a contrast of 3 and texts one of 4.5 to what lies beneath",
        arguments: ["column", "twocolumn", "slides"])
    func contrast(style: String) async throws {
        for (name, chart) in try await charts(style) {
            let weak = try chart.weakContrasts(metrics: try metrics())
            #expect(weak.isEmpty, "\(name): \(weak.map(\.description).joined(separator: "; "))")
        }
    }
}
