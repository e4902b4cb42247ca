import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite("The figures of the hadronic running")
struct HadronicFigureTests {
    private let charts = ["elastic-correlation", "hadronic-integrand"]

    private func build(_ settings: [String]) async throws -> (charts: [Chart], grid: ChartGrid) {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        let outcome = try await paper.run(
            ["build", "-q"] + charts + ["running-ratio"] + settings.flatMap { ["--set", $0] }
                + ["--output", scratch.url.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: scratch.url.appending(path: "figures/\(name).json")))
        }
        return (try charts.map { try Chart(json: try bytes($0)) }, try ChartGrid(json: try bytes("running-ratio")))
    }

    @Test("can be read in every medium, colour vision and in grey", arguments: ["column", "twocolumn", "slides"])
    func legible(style: String) async throws {
        let metrics = try MathFont(path: try MathFont.locate())
        let (charts, grid) = try await build(["figures.style=\(style)"])
        let pairs =
            try charts.flatMap { try $0.indistinctPairs(metrics: metrics) } + grid.indistinctPairs(metrics: metrics)
        #expect(pairs.isEmpty, "\(pairs.map(\.description).joined(separator: "; "))")
        let weak = try charts.flatMap { try $0.weakContrasts(metrics: metrics) } + grid.weakContrasts(metrics: metrics)
        #expect(weak.isEmpty, "\(weak.map(\.description).joined(separator: "; "))")
    }

    @Test("follow the beam's energy", arguments: ["80GeV", "160GeV", "1TeV"])
    func otherBeams(energy: String) async throws {
        let (charts, grid) = try await build(["beam.energy=\(energy)"])
        let points = charts[0].marks.compactMap { mark -> Points? in
            if case .points(let points) = mark { points } else { nil }
        }
        #expect(points.first.map { !$0.x.isEmpty } == true)
        #expect(grid.panels.count == 2)
    }
}
