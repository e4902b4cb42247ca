import CairoCanvas
import Foundation
import Plotting
import Testing

@Suite("The figures of a variant")
struct VariantFigureTests {
    /// Each moves curves, edges or labels of some figure.
    static let few = ["beam.energy=400GeV", "cuts.theta=0.5mrad", "dark-matter.ratio=1000", "cuts.electron-max=2GeV"]
    static let more = [
        "beam.energy=40GeV", "beam.energy=1500GeV", "beam.luminosity=1500/fb", "cuts.theta=4.9mrad",
        "cuts.electron-max=140GeV", "cuts.electron-min=20GeV", "constants.inverse-alpha=130",
        "constants.inverse-alpha=145", "constants.muon-mass=60MeV", "constants.muon-mass=110MeV",
        "constants.tau-mass=500MeV", "constants.electron-mass=2MeV", "constants.sin2-theta-w=0.4", "light.mass=50MeV",
        "light.coupling=1e-5", "heavy.coupling=1e-2", "heavy.mass=250MeV", "reach.events=100", "gminus2=2025",
        "grid.mass-max=50MeV", "grid.mass-max=3GeV", "grid.mass-min=20MeV", "landscape.mass-max=1GeV",
        "landscape.mass-max=100GeV", "landscape.mass-min=0.1MeV", "landscape.mass-min=100MeV",
        "landscape.beam-energy=400GeV", "ccfr.energy=5GeV", "ccfr.energy=600GeV", "charm2.energy=100GeV",
        "mixing.tree-level=1e-4", "mixing.tree-level=1e-2", "borexino.excess=0.5",
        "neutrinos.decoupling-temperature=5MeV", "na62.systematic=0.1", "dark-matter.ratio=2.1", "dark-matter.ratio=90",
        "figures.style=slides", "figures.style=twocolumn",
    ]

    /// The enlargement shows one window, whatever lies beyond it.
    private func isMeant(_ figure: String, _ found: Misplacement) -> Bool {
        figure == "landscape-zoom" && found.kind == .unseen
    }

    /// Where there is no room the legend has the label: right, and said by it.
    private func check(_ folder: URL, _ name: String) throws {
        let font = try MathFont(path: try MathFont.locate())
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "figures").path)
            .filter { $0.hasSuffix(".json") }.sorted()
        #expect(files.count >= 30)
        for file in files {
            let data = try Data(contentsOf: folder.appending(path: "figures/\(file)"))
            let figure = String(file.dropLast(5))
            for found in try graphic(json: Array(data)).misplacements(metrics: font)
            where found.kind != .inLegend && !isMeant(figure, found) {
                Issue.record("\(name), \(figure): \(found)")
            }
        }
    }

    private func check(_ assignment: String) async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "figures", "--set", assignment, "--output", folder.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try check(folder.url, assignment)
    }

    @Test("show every curve and have every label inside, on no other label, as do those of the published paper")
    func published() async throws { try check(try await BuiltPaper.shared().output, "published") }

    @Test("show every curve and have every label inside, on no other label", arguments: few)
    func shown(_ assignment: String) async throws { try await check(assignment) }

    @Test(
        "the same for many variants", .enabled(if: ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"] != nil),
        arguments: more)
    func manyShown(_ assignment: String) async throws { try await check(assignment) }

    @Test("with eight supplied tables keep their labels apart, and name each table once in every map")
    func eightTables() async throws {
        let folder = try Scratch()
        for index in 0..<8 {
            let points = (0..<40).map { step in
                let mass = 2 * pow(10, Double(step) / 39 * 2.2)
                return "\(mass),\(1e-4 * pow(1.35, Double(index)) * (1 + pow(mass / 60, 1.1)))"
            }
            _ = try folder.file(
                "limits/t\(index).csv",
                "# label: Experiment \(index)\n# source: made up\n# confidence level: 90 %\n# mass unit: MeV\n"
                    + "# coupling: g'\n# role: \(index % 2 == 0 ? "limit" : "projection")\n"
                    + points.joined(separator: "\n") + "\n")
        }
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "figures", "--limits", folder("limits").path, "--output", folder("out").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try check(folder("out"), "eight tables")
        // What went into a legend is said.
        #expect(outcome.errors.contains("WARNING: figure landscape-zoom has no room for '"), "\(outcome.errors)")
        for map in ["landscape", "landscape-zoom", "reach"] {
            let drawing = try String(contentsOf: folder("out/figures/\(map).svg"), encoding: .utf8)
            for index in 0..<8 {
                let name = "Experiment \(index) (supplied)"
                #expect(drawing.contains(name), "\(map): \(name)")
            }
        }
    }
}
