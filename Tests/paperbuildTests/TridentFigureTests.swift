import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite("The figures of neutrino tridents")
struct TridentFigureTests {
    private func grids(_ settings: [String]) async throws -> [(name: String, grid: ChartGrid)] {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        let names = ["trident-ratio", "trident-energy"]
        let outcome = try await paper.run(
            ["build", "-q"] + names + settings.flatMap { ["--set", $0] } + ["--output", scratch.url.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try names.map { name in
            let bytes = try Data(contentsOf: scratch.url.appending(path: "figures/\(name).json"))
            return (name, try ChartGrid(json: Array(bytes)))
        }
    }

    @Test("can be read in every medium, colour vision and in grey", arguments: ["column", "twocolumn", "slides"])
    func legible(style: String) async throws {
        let metrics = try MathFont(path: try MathFont.locate())
        for (name, grid) in try await grids(["figures.style=\(style)"]) {
            let pairs = try grid.indistinctPairs(metrics: metrics)
            #expect(pairs.isEmpty, "\(name): \(pairs.map(\.description).joined(separator: "; "))")
            let weak = try grid.weakContrasts(metrics: metrics)
            #expect(weak.isEmpty, "\(name): \(weak.map(\.description).joined(separator: "; "))")
        }
    }

    @Test("with the mean energy CCFR's band closes and nothing is called calibrated")
    func meanEnergy() async throws {
        let grids = try await grids(["ccfr.energy=160GeV"])
        let panels = grids[1].grid.panels
        let lines = Dictionary(
            uniqueKeysWithValues: panels[0].marks.compactMap { mark -> (String, Line)? in
                if case .line(let line) = mark { (line.id, line) } else { nil }
            })
        #expect(lines["ccfr-chosen"]?.y == lines["ccfr-mean"]?.y)
        #expect(lines["ccfr-mean"]?.inlineLabel == nil)
        #expect(panels[1].marks.map(\.id).contains("mean-energy"))
        #expect(!panels[1].marks.map(\.id).contains("chosen-energy"))
    }

    @Test("show masses from where the map of the landscape does", arguments: ["0.05MeV", "2GeV"])
    func otherMasses(lowest: String) async throws {
        let grids = try await grids(["landscape.mass-min=\(lowest)"])
        for panel in grids.flatMap(\.grid.panels) { #expect(panel.x.lower < panel.x.upper) }
    }
}
