import Foundation
import Manuscript
import Testing

@Suite("The gate of CI")
struct DiffTests {
    private func diff(_ old: URL, _ new: URL, _ options: String...) async throws -> Outcome {
        try await Program.run(["diff", "--against", old.path, new.path] + options)
    }

    @Test("passes a paper that is the same")
    func same() async throws {
        let paper = try await BuiltPaper.shared()
        let outcome = try await diff(paper.output, paper.output)
        #expect(outcome.status == 0 && !outcome.output.contains("\nchanged"))
    }

    @Test("fails when a constant changed, and names the series and the numbers that moved and by how much")
    func constant() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let built = try await paper.run(
            "build", "-q", "figures", "numbers", "--set", "constants.inverse-alpha=137.0", "--output", folder.url.path)
        #expect(built.status == 0, "\(built.errors)")

        let outcome = try await diff(paper.output, folder.url, "--json")
        #expect(outcome.status == 1)
        var changes: [String: [JSONValue]] = [:]
        for file in try #require(try outcome.json()["files"]).elements {
            changes[try #require(file["file"]?.text)] = file["changes"]?.elements
        }
        // σ ∝ α²: the elastic kinematics does not know α.
        #expect(changes["figures/elastic-cut.json"] == [])
        let spectrum = try #require(
            changes["figures/electron-energy.json"]?.first { $0["path"]?.text == "marks.[light].y" })
        let expected = 1 - (137.0 / 137.036) * (137.0 / 137.036)
        #expect(abs(try #require(spectrum["largestRelativeChange"]?.number) / expected - 1) < 1e-3)
        let numbers = try #require(changes["figures/results.lock"]).compactMap { $0["path"]?.text }
        #expect(numbers.contains("quantities.signal/heavy/events.value"))
        #expect(!numbers.contains { $0.contains("elastic/") || $0.contains("gminus2/") })

        let plain = try await diff(paper.output, folder.url)
        #expect(plain.status == 1 && plain.output.contains("marks.[light].y moved by 0.0525"), "\(plain.output)")
        #expect(try await diff(paper.output, folder.url, "--tolerance", "0.01").output.contains("electron-energy"))
    }

    @Test("fails when a figure is missing")
    func missing() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: paper.output.appending(path: "figures"), to: folder("figures"))
        try FileManager.default.removeItem(at: folder("figures/reach.json"))
        let outcome = try await diff(paper.output, folder.url)
        #expect(outcome.status == 1 && outcome.output.contains("changed    figures/reach.json"))
    }

    @Test("fails clearly where there is nothing to compare, and on a file that is broken")
    func unreadable() async throws {
        let folder = try Scratch()
        let nothing = try await diff(folder("a"), folder("b"))
        #expect(nothing.status != 0 && nothing.errors.contains("build the paper first"))
        let broken = try folder.file("a/figures/reach.json", "{")
        let outcome = try await diff(folder("a"), folder("a"))
        #expect(outcome.status != 0 && outcome.errors.contains(broken.path))
    }
}
