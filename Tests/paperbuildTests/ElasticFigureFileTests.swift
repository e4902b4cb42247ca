import Foundation
import Plotting
import Testing

@Suite("The drawn figures of the elastic channel")
struct ElasticFigureFileTests {
    private func grid(_ name: String) async throws -> ChartGrid {
        let folder = try await BuiltPaper.shared().output
        return try ChartGrid(json: Array(try Data(contentsOf: folder.appending(path: "figures/\(name).json"))))
    }

    @Test("show each benchmark in the panel of its ratio and nowhere else")
    func stars() async throws {
        let panels = try await grid("elastic-vector").panels
        let stars = panels.map { $0.marks.map(\.id).filter { ["np1", "np2-plus", "np2-minus"].contains($0) } }
        #expect(stars == [[], [], ["np1"], [], [], [], ["np2-plus"], ["np2-minus"]])
    }

    @Test("show a reach and limits in every panel", arguments: ["elastic-vector", "elastic-scalar", "elastic-flavour"])
    func everyPanel(name: String) async throws {
        for panel in try await grid(name).panels {
            let names = panel.marks.map(\.id)
            #expect(names.contains("reach") && names.contains("excluded-area-1"))
        }
    }
}
