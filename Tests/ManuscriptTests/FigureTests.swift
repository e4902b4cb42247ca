import BuildGraph
import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("A figure")
struct FigureTests {
    private func chart(_ title: String) -> Chart {
        Chart(title, x: .linear("$x$", 0...1), y: .linear("$y$", 0...1)) {
            Line("line", x: [0, 1], y: [0, 1], role: .signal)
        }
    }

    private func files(_ figure: Figure) async throws -> [String: [UInt8]] {
        let engine = BuildEngine(
            store: MemoryStore(),
            digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: "swift"))
        var files: [String: [UInt8]] = [:]
        let rendered = figure.rendered(by: try Renderer())
        for node in [rendered.json, rendered.pdf, rendered.svg] {
            files[node.name] = try await engine.value(of: node).bytes
        }
        return files
    }

    @Test("can be one chart")
    func ofChart() async throws {
        let chart = chart("one")
        let files = try await files(Figure("one", chart: Node("chart", parameters: chart) { $0 }))
        #expect(files.keys.sorted() == ["figures/one.json", "figures/one.pdf", "figures/one.svg"])
        #expect(try Chart(json: files["figures/one.json"] ?? []) == chart)
    }

    /// Numbers by their bits, as JSON and parameters have no infinite ones.
    private struct UndefinedChart: Codable, Sendable {
        var y: [UInt64]
        var error: [UInt64]?

        init(y: [Double], error: [Double]?) {
            self.y = y.map(\.bitPattern)
            self.error = error?.map(\.bitPattern)
        }

        var chart: Chart {
            Chart("gap", x: .linear("$x$", 0...1), y: .linear("$y$", 0...3)) {
                Line(
                    "line", x: [0, 1], y: y.map(Double.init(bitPattern:)), yError: error?.map(Double.init(bitPattern:)),
                    role: .signal)
            }
        }
    }

    @Test(
        "is refused where a number of it is not finite, naming the mark and the place",
        arguments: [([1, .nan], nil, "y of point 2 of 'line' = nan"), ([1, 2], [0, .infinity], "= 2.0 ± inf")]
            as [([Double], [Double]?, String)])
    func notFinite(y: [Double], error: [Double]?, says: String) async throws {
        let problem = await #expect(throws: BuildGraphError.self) {
            try await files(
                Figure("gap", chart: Node("chart", parameters: UndefinedChart(y: y, error: error)) { $0.chart }))
        }
        #expect("\(try #require(problem))".contains(says), "\(String(describing: problem))")
    }

    @Test("can be a grid of charts")
    func ofGrid() async throws {
        let grid = ChartGrid.withRatio(chart("main"), ratio: chart("ratio"))
        let files = try await files(Figure("two", chart: Node("chart", parameters: grid) { $0 }))
        #expect(try ChartGrid(json: files["figures/two.json"] ?? []) == grid)
        let svg = String(decoding: files["figures/two.svg"] ?? [], as: UTF8.self)
        #expect(svg.contains(">main</title>"))
        #expect(files["figures/two.pdf"]?.starts(with: Array("%PDF".utf8)) == true)
    }
}
