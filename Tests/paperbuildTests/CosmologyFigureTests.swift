import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite("The figures of the early universe")
struct CosmologyFigureTests {
    private func files(_ settings: [String]) async throws -> (neutrinos: Chart, targets: ChartGrid) {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        let names = ["effective-neutrinos", "thermal-targets"]
        let outcome = try await paper.run(
            ["build", "-q"] + names + settings.flatMap { ["--set", $0] } + ["--output", scratch.url.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let bytes = try names.map { Array(try Data(contentsOf: scratch.url.appending(path: "figures/\($0).json"))) }
        return (try Chart(json: bytes[0]), try ChartGrid(json: bytes[1]))
    }

    /// Pieces of one target, and both values of g_χ, may look alike.
    private func isOneThing(_ first: String, _ second: String) -> Bool {
        func stem(_ id: String) -> String {
            var id = id.split(separator: "/").last.map(String.init) ?? id
            for part in ["equal-", "unit-", "-g1", "-g0.05", "-beyond"] {
                id = id.replacingOccurrences(of: part, with: "")
            }
            return id
        }
        return stem(first) == stem(second)
    }

    @Test("can be read in every medium, colour vision and in grey", arguments: ["column", "twocolumn", "slides"])
    func legible(style: String) async throws {
        let metrics = try MathFont(path: try MathFont.locate())
        let (neutrinos, targets) = try await files(["figures.style=\(style)"])
        let pairs =
            try neutrinos.indistinctPairs(metrics: metrics)
            + targets.indistinctPairs(metrics: metrics, sameThing: isOneThing)
        #expect(pairs.isEmpty, "\(pairs.map(\.description).joined(separator: "; "))")
        let weak = try neutrinos.weakContrasts(metrics: metrics) + targets.weakContrasts(metrics: metrics)
        #expect(weak.isEmpty, "\(weak.map(\.description).joined(separator: "; "))")
    }

    @Test("are drawn for other masses, ratios and temperatures, where the targets may be absent")
    func variants() async throws {
        let (_, none) = try await files(["landscape.mass-max=2MeV"])
        #expect(!none.panels[0].marks.map(\.id).contains("dirac"))
        let (hotter, wider) = try await files([
            "neutrinos.decoupling-temperature=2MeV", "dark-matter.ratio=5",
        ])
        #expect(hotter.marks.map(\.id).contains("excess"))
        #expect(wider.panels[0].marks.map(\.id).contains("dirac-cmb"))
    }
}
