import Foundation
import Manuscript
import Testing

@testable import Landscape
@testable import Limits

@Suite("Tables of published limits")
struct PublishedLimitTests {
    private static let table = """
        # label: Invented
        # experiment: the invented experiment
        # process: a search that nobody made
        # citation: BABAR2016
        # confidence level: 90 %
        # input: luminosity = none
        # look: violet dashed 1.1 cross
        # map: landscape above 0.7
        # map: landscape-zoom
        # map: reach above 0.4
        # map: signal-events
        # mass unit: MeV
        # coupling: g'
        20,6e-5
        500,6e-4

        """

    /// A project with the paper's text and tables, and more of them.
    private func project(_ tables: [String: String] = [:]) throws -> Scratch {
        let folder = try Scratch()
        for part in ["paper", "data"] {
            try FileManager.default.copyItem(at: Program.project.appending(path: part), to: folder(part))
        }
        try Program.copyExamples(beside: folder("data"))
        for (name, text) in tables { _ = try folder.file("data/limits/\(name)", text) }
        return folder
    }

    private func build(_ targets: String..., in folder: Scratch) async throws -> Outcome {
        try await BuiltPaper.shared().run(
            ["build"] + targets + ["--project", folder.url.path, "--output", folder("out").path])
    }

    @Test(
        "a table that is added appears in figures, captions, the table of limits, excluded and limit without compiling")
    func added() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try project(["invented.csv": Self.table])
        let outcome = try await build("reach", "signal-events", "landscape", "landscape-zoom", "numbers", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for figure in ["reach", "signal-events", "landscape", "landscape-zoom"] {
            let chart = try String(contentsOf: folder("out/figures/\(figure).json"), encoding: .utf8)
            #expect(chart.contains("\"limit/invented\""), "\(figure)")
            #expect(chart.contains("\"violet\""), "\(figure)")
        }
        let numbers = try String(contentsOf: folder("out/paper/generated/numbers.tex"), encoding: .utf8)
        #expect(numbers.contains("Invented: a search that nobody made, published limit at 90\\,\\% C.L."))
        #expect(numbers.contains("Invented & a search that nobody made & published, 90\\,\\%"))
        #expect(numbers.contains("CCFR, BABAR, Borexino and the invented experiment"))

        let question = ["mass=100MeV", "--json", "--project", folder.url.path]
        let limit = try await paper.run(["evaluate", "limit", "name=invented"] + question).json()
        #expect(limit["origin"]?.text == "published table" && limit["schema"]?.number == 1)
        // On the straight line in the logarithms: 6e-5 · 5^(ln 10/ln 25).
        let value = try #require(limit["value"]?.number)
        #expect(abs(value / (6e-5 * pow(5, log(10) / log(25))) - 1) < 1e-12)
        let excluded = try await paper.run(["evaluate", "excluded", "coupling=3e-4"] + question).json()
        #expect(excluded["excludedBy"]?.elements.compactMap(\.text) == ["invented"])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var line: String
        var says: [String]
        var testDescription: String { line }
    }

    @Test(
        "what a table of the paper states wrongly is refused with file, line and remedy",
        arguments: [
            Fault(line: "# map: landscpe", says: [":13:", "'landscpe'", "landscape-zoom"]),
            Fault(line: "# map: kinetic-mixing abve 3 1e-4", says: [":13:", "a side (gap, above, below"]),
            Fault(line: "# look: violet", says: ["states this key again"]),
            Fault(line: "# name: other", says: ["unknown"]),
            Fault(line: "# ordr: 3", says: ["did you mean '# order: …'?"]),
            Fault(line: "# input: luminosity", says: [":13:", "averaged in bins of mass"]),
        ])
    func faults(_ fault: Fault) async throws {
        let table = Self.table.replacing("# coupling: g'", with: fault.line + "\n# coupling: g'")
        let outcome = try await build("reach", in: try project(["invented.csv": table]))
        #expect(outcome.status == 1 && outcome.errors.contains("data/limits/invented.csv"), "\(outcome.errors)")
        for words in fault.says { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    }

    @Test("a table that the text speaks of must be there, and the folder too")
    func missing() async throws {
        let folder = try project()
        try FileManager.default.removeItem(at: folder("data/limits/na64mu.csv"))
        let one = try await build("reach", in: folder)
        #expect(one.status == 1 && one.errors.contains("data/limits/na64mu.csv"), "\(one.errors)")
        try FileManager.default.removeItem(at: folder("data"))
        let all = try await build("reach", in: folder)
        #expect(all.status == 1 && all.errors.contains("there is no folder"), "\(all.errors)")
    }

    @Test("every citation of a table has its entry in the bibliography")
    func citations() throws {
        let folder = Program.project.appending(path: "data/limits")
        let bibliography = try String(
            contentsOf: Program.project.appending(path: "paper/bibliography.bib"), encoding: .utf8)
        let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        #expect(tables.count >= 8)
        for name in tables {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let keys = try #require(text.firstMatch(of: #/# citation: (.+)/#)).1.split(separator: ",")
            for key in keys {
                #expect(bibliography.contains("{\(key.trimmingCharacters(in: .whitespaces)),"), "\(name): \(key)")
            }
        }
    }
}

@Suite("evaluate limit")
struct LimitAnswerTests {
    private func answer(_ question: String) async throws -> JSONValue {
        try await BuiltPaper.shared().run(
            ["evaluate", "limit"] + question.split(separator: " ").map(String.init) + ["--json"]
        ).json()
    }

    @Test("answers for every limit and projection that excluded knows, with the same coupling")
    func sameAsExcluded() async throws {
        let paper = try await BuiltPaper.shared()
        let excluded = try await paper.run("evaluate", "excluded", "mass=20MeV", "coupling=1e-4", "--json").json()
        let rows = (excluded["limits"]?.elements ?? []) + (excluded["projections"]?.elements ?? [])
        #expect(rows.count > 12)
        for row in rows {
            let name = try #require(row["name"]?.text)
            let limit = try await answer("name=\(name) mass=20MeV")
            #expect(
                limit["value"]?.number == row["limit"]?.number && limit["kind"]?.text == row["kind"]?.text, "\(name)")
        }
    }

    @Test(
        "says in words whether a coupling is excluded, or would be",
        arguments: [
            ("name=ccfr", "1e-3", "; the coupling is excluded"),
            ("name=ccfr", "1e-4", "; the coupling is not excluded"),
            ("name=na62", "1e-3", "; the coupling would be excluded"),
            ("name=na62", "1e-5", "; the coupling would not be excluded"),
        ])
    func verdict(_ name: String, _ coupling: String, _ words: String) async throws {
        let paper = try await BuiltPaper.shared()
        let answer = try await paper.run("evaluate", "limit", name, "mass=20MeV", "coupling=\(coupling)")
        #expect(answer.output.contains(words), "\(answer.output)")
        let plain = try await paper.run("evaluate", "limit", name, "mass=20MeV")
        #expect(plain.status == 0 && !plain.output.contains("the coupling"), "\(plain.output)")
    }

    @Test("names the masses of a curve that has ended, and the near name of one that is none")
    func refused() async throws {
        let paper = try await BuiltPaper.shared()
        let ended = try await paper.run("evaluate", "limit", "name=na64mu", "mass=200MeV")
        #expect(ended.status == 1 && ended.errors.contains("from 2.04 MeV to 99.8 MeV"), "\(ended.errors)")
        let unknown = try await paper.run("evaluate", "limit", "name=na26", "mass=20MeV")
        #expect(unknown.status == 1 && unknown.errors.contains("did you mean 'na62'?"), "\(unknown.errors)")
    }

    @Test("gives all edges of a two-sided limit, and the one next to a coupling")
    func edges() async throws {
        // White dwarfs with a mixing of -1e-5 exclude two ranges at 2 MeV, as the two mixings cancel between them.
        let variant = "name=white-dwarfs mass=2MeV --set mixing.tree-level=-1e-5"
        let all = try await answer(variant)
        let ranges = try #require(all["ranges"]).elements
        #expect(ranges.count == 2 && all["value"]?.number == ranges[1]["from"]?.number)
        let low = try #require(ranges[0]["from"]?.number)
        let near = try await answer("coupling=\(low * 1.01) " + variant)
        #expect(near["value"]?.number == low && near["excluded"] == .bool(true))
    }
}
