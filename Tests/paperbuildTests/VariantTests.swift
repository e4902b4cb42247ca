import Foundation
import Manuscript
import Testing

@Suite("A variant of the paper")
struct VariantTests {
    private func numbers(_ folder: URL) throws -> [String: JSONValue] {
        let data = try Data(contentsOf: folder.appending(path: "figures/results.lock"))
        return try #require(try JSONDecoder().decode(JSONValue.self, from: data)["quantities"]).members
    }

    @Test("has numbers of its own for what its parameters reach, and the same ones for the rest")
    func numbersChange() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let outcome = try await paper.run(
            "build", "numbers", "--set", "beam.luminosity=30/fb", "--output", folder.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (before, after) = (try numbers(paper.output), try numbers(folder.url))
        let events = "signal/heavy/events"
        let ratio = try #require(after[events]?["value"]?.number) / #require(before[events]?["value"]?.number)
        #expect(abs(ratio - 2) < 1e-12)
        #expect(after["elastic/min-energy"] == before["elastic/min-energy"])
        let macros = try String(contentsOf: folder("paper/generated/numbers.tex"), encoding: .utf8)
        #expect(macros.contains(#"\defresult{input/beam.luminosity}{30}"#))
    }

    @Test("takes several parameters, each with its own unit")
    func severalParameters() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "elastic-cut", "--set", "cuts.theta=2mrad", "--set", "beam.energy=160000MeV", "--output",
            folder.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try String(contentsOf: folder("figures/elastic-cut.json"), encoding: .utf8).contains("> 2$ mrad"))
    }

    @Test("does not replace the published files: it needs a folder")
    func needsOutput() async throws {
        let outcome = try await BuiltPaper.shared().run("--set", "cuts.theta=2mrad")
        #expect(outcome.status != 0 && outcome.errors.contains("--output"))
    }

    @Test("whose cut lets elastic events in is built, and this is said loudly with the safe angle")
    func elasticEventsPass() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "elastic-cut", "--set", "cuts.theta=1.15mrad", "--output", folder.url.path)
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("WARNING: ") && outcome.errors.contains("1.159 mrad"))
        #expect(try Scratch.files(below: folder.url).count == 3)
    }

    @Test("whose cut keeps elastic events out is not warned about")
    func elasticEventsDoNotPass() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "elastic-cut", "--set", "cuts.theta=1.16mrad", "--output", folder.url.path)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
    }

    @Test("that no signal passes is built all the same")
    func noSignal() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "figures", "numbers", "--set", "cuts.theta=30mrad", "--output", folder.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try numbers(folder.url)["signal/light/events"]?["value"]?.number == 0)
    }
}
