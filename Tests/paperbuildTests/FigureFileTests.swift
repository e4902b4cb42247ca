import Foundation
import Manuscript
import Plotting
import TestSupport
import Testing

@Suite("The figures' files")
struct FigureFileTests {
    @Test("hold their data as JSON that reads back to the same chart", arguments: BuiltPaper.figures)
    func roundTrip(_ name: String) async throws {
        let text = try await BuiltPaper.shared().text("figures/\(name).json")
        let figure = try graphic(json: Array(text.utf8))
        #expect(try String(decoding: figure.json(), as: UTF8.self) == text)
    }

    @Test(
        "show what the paper promises",
        arguments: [
            ("elastic-cut", ["bound", "angle-cut", "window", "minimum"]),
            ("electron-energy", ["light", "heavy", "below-window", "above-window"]),
            ("signal-events", ["events", "gminus2-1sigma", "gminus2-2sigma", "benchmarks"]),
            ("reach", ["reach", "thousand-events", "gminus2-1sigma", "gminus2-2sigma", "benchmarks"]),
        ])
    func marks(name: String, ids: [String]) async throws {
        let chart = try JSONDecoder().decode(
            JSONValue.self, from: Data(try await BuiltPaper.shared().text("figures/\(name).json").utf8))
        let found = Set(try #require(chart["marks"]).elements.compactMap { $0["id"]?.text })
        #expect(found.isSuperset(of: ids), "\(found.sorted())")
    }

    @Test("hold the contours of 1, 3, 10, 10², 10³ and 10⁴ events from 1 to 300 MeV")
    func contours() async throws {
        let chart = try JSONDecoder().decode(
            JSONValue.self, from: Data(try await BuiltPaper.shared().text("figures/signal-events.json").utf8))
        let contours = try #require(chart["marks"]?.elements.first { $0["id"]?.text == "events" })
        let levels = try #require(contours["levels"]).elements
        #expect(levels.compactMap { $0["value"]?.number } == [1, 3, 10, 100, 1000, 10000])
        let masses = try #require(levels.first?["pieces"]?.elements.first?["x"]).elements.compactMap(\.number)
        #expect(masses.first == 1 && masses == masses.sorted())
        // The angle cut closes the phase space at 278.1 MeV (independent quadrature).
        #expect(try #require(masses.last) < 278.2 && masses.count >= 100)
    }

    @Test("are drawn without a raster and with embedded fonts", arguments: BuiltPaper.figures)
    func vector(_ name: String) async throws {
        let paper = try await BuiltPaper.shared()
        let pdf = try Data(contentsOf: paper.output.appending(path: "figures/\(name).pdf"))
        #expect(pdf.range(of: Data("/Subtype /Image".utf8)) == nil && pdf.range(of: Data("/FontFile".utf8)) != nil)
        #expect(try !paper.text("figures/\(name).svg").contains("<image"))
    }

    @Test("can stand in one page, all of them: no id is another's, and every reference finds its own")
    func onePage() async throws {
        let paper = try await BuiltPaper.shared()
        let markup = Markup(try BuiltPaper.figures.map { try paper.text("figures/\($0).svg") }.joined())
        #expect(markup.problems == [])
        #expect(markup.references.count { $0.by == "<svg aria-labelledby>" } == 2 * BuiltPaper.figures.count)
    }

    @Test("do not carry a date, a path or a name of this machine", arguments: BuiltPaper.figures)
    func anonymous(_ name: String) async throws {
        let paper = try await BuiltPaper.shared()
        for kind in ["pdf", "svg", "json"] {
            let data = try Data(contentsOf: paper.output.appending(path: "figures/\(name).\(kind)"))
            for secret in [Program.project.path, NSTemporaryDirectory(), NSUserName() + "@"] where secret.count > 5 {
                #expect(data.range(of: Data(secret.utf8)) == nil, "\(name).\(kind) holds \(secret)")
            }
        }
    }
}
