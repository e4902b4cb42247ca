import CairoCanvas
import Foundation
import TestSupport
import Testing

@Suite("Another math font")
struct FontTests {
    /// The nodes that ran, from the event stream.
    private func ran(_ outcome: Outcome) throws -> Set<String> {
        Set(try outcome.events().filter { $0["event"]?.text == "node-started" }.compactMap { $0["node"]?.text })
    }

    @Test(
        "lays the figures out and draws them again, and computes no chart",
        .enabled(if: (try? MathFont.locate("stix")) != nil))
    func stix() async throws {
        let paper = try await BuiltPaper.shared()
        let cache = try Scratch()
        try paper.copyCache(to: cache.url)
        let outcome = try await Program.run([
            "build", "reach", "--json", "--font", "stix", "--cache", cache.url.path, "--output", cache("out").path,
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try ran(outcome) == [
                "figures/reach/layout", "figures/reach/layout-digest", "figures/reach/seal", "figures/reach.pdf",
                "figures/reach.svg",
            ])
        let chart = try Data(contentsOf: cache("out/figures/reach.json"))
        #expect(try chart == Data(contentsOf: paper.output.appending(path: "figures/reach.json")))
        let pdf = try Data(contentsOf: cache("out/figures/reach.pdf"))
        #expect(pdf.range(of: Data("+STIXMath".utf8)) != nil && pdf.range(of: Data("LatinModern".utf8)) == nil)
    }

    @Test("in another place, with the same content, draws nothing again")
    func sameContent() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        try FileManager.default.copyItem(at: URL(filePath: try MathFont.locate()), to: folder("moved.otf"))
        let outcome = try await paper.run(
            "build", "reach", "--json", "--font", folder("moved.otf").path, "--output", folder("out").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try ran(outcome).isEmpty)
    }

    @Test("that is not known is an error that names those that are")
    func unknown() async throws {
        let outcome = try await Program.run(["build", "reach", "--font", "helvetica", "--output", TestRun.missingPath])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("helvetica") && outcome.errors.contains("latin-modern"))
        #expect(outcome.errors.contains("fonts-stix"))
    }
}
