import Foundation
import Manuscript
import Testing

@Suite("Tables of limits that a reader brings along")
struct SuppliedLimitTests {
    /// What `limits/README.md` and the README show.
    private static let example = Program.project.appending(path: "limits/invented.csv.example")

    private static let header = "# source: none\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n"

    /// A project with the paper's text and a folder for tables.
    private func project(_ tables: [String: String] = [:]) throws -> Scratch {
        let folder = try Scratch()
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: folder("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: folder("data"))
        try Program.copyExamples(beside: folder("data"))
        for (name, text) in tables { _ = try folder.file("limits/\(name)", text) }
        return folder
    }

    private func build(_ targets: String..., in folder: Scratch) async throws -> Outcome {
        try await BuiltPaper.shared().run(
            ["build"] + targets + ["--json", "--project", folder.url.path, "--output", folder("out").path])
    }

    private func ran(_ outcome: Outcome) throws -> Set<String> {
        let nodes = try #require(try outcome.report()["nodes"]).elements
        return Set(
            nodes.filter { !["cached", "input"].contains($0["outcome"]?.text ?? "") }.compactMap { $0["name"]?.text })
    }

    @Test("the example is drawn and marked, runs only what depends on it, and goes without a trace")
    func example() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try project()
        let table = try String(contentsOf: Self.example, encoding: .utf8)
        _ = try folder.file("limits/invented.csv", table)
        let outcome = try await build("reach", "numbers", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ran = try ran(outcome)
        #expect(ran.contains("limits/supplied/invented.csv") && ran.contains("figures/reach/chart"))
        #expect(!ran.contains { $0.hasPrefix("signal/") || $0.hasPrefix("limits/ccfr") || $0.hasPrefix("gminus2/") })

        let chart = try String(contentsOf: folder("out/figures/reach.json"), encoding: .utf8)
        #expect(chart.contains("supplied/invented") && chart.contains("Invented limit (supplied)"))
        let numbers = try String(contentsOf: folder("out/paper/generated/numbers.tex"), encoding: .utf8)
        #expect(numbers.contains("Invented limit: a table supplied by the reader, supplied limit at 90\\,\\% C.L."))
        #expect(numbers.contains("recast from $\\epsilon$"))
        #expect(numbers.contains("Invented limit & a table supplied by the reader & supplied, 90\\,\\%"))

        // A remark changes the file and nothing after it.
        _ = try folder.file("limits/invented.csv", "# A remark.\n" + table)
        let remark = try await build("reach", in: folder)
        #expect(try self.ran(remark) == ["limits/supplied/invented.csv"])

        try FileManager.default.removeItem(at: folder("limits/invented.csv"))
        #expect(try await build("reach", "numbers", in: folder).status == 0)
        for file in ["figures/reach.pdf", "figures/reach.svg", "figures/reach.json", "paper/generated/numbers.tex"] {
            #expect(
                try Data(contentsOf: folder("out/\(file)")) == Data(contentsOf: paper.output.appending(path: file)),
                "\(file)")
        }
    }

    @Test("README, hidden and backup files are not read, and all but the README are told")
    func ignored() async throws {
        let folder = try project([
            "README.md": "no table", "a.csv.example": "no table", ".b.csv": "1", "c.csv~": "1", "d.csv.bak": "1",
            "e.xlsx": "1", "old/f.csv": "1",
            // What an editor leaves there while it runs is nobody's table.
            ".#g.csv": "1", "._h.csv": "1", ".i.csv.swp": "1", "#j.csv#": "1", ".~lock.k.csv#": "1", ".DS_Store": "1",
        ])
        let outcome = try await build("reach", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let warnings = outcome.errors.split(separator: "\n").filter { $0.contains("is not read as a limit") }
        #expect(warnings.count == 5)
        for name in [".b.csv is", "c.csv~ is", "d.csv.bak is", "e.xlsx is", "limits/old is"] {
            #expect(warnings.contains { $0.contains(name) }, "\(name)")
        }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var tables: [String: String]
        var says: [String]
        var testDescription: String { says[0] }
    }

    @Test(
        "a refused table fails the build with file, line, value and remedy",
        arguments: [
            Fault(tables: ["a.csv": ""], says: ["limits/a.csv: the file holds neither", "take it out of the folder"]),
            Fault(
                tables: ["a.dat": "0.1 1e-3\n0.2 1e-3\n"],
                says: ["does not state its mass unit, coupling, confidence level, source", "'# mass unit: MeV'"]),
            Fault(
                tables: ["a.csv": header + "1,1e-3\n2,-2e-3\n"], says: ["limits/a.csv:6: ", "'-2e-3'", "logarithms"]),
            Fault(
                tables: ["a.csv": header + "1,1e-3\n3,1e-3\n2,1e-3\n"], says: ["limits/a.csv:7: ", "'2'", "sort"]),
            Fault(
                tables: ["a.csv": header.replacing("MeV", with: "mev") + "1,1\n2,1\n"],
                says: ["limits/a.csv:3: ", "'mev'", "MeV"]),
            Fault(
                tables: ["a.csv": header.replacing("g'", with: "epsilon") + "1,1\n2,1\n"],
                says: ["limits/a.csv: ", "no recast", "'# recast: loop'"]),
            Fault(
                tables: ["a.csv": header + "1,1e-3\n2,1e-3\n", "a.dat": header + "1 1e-3\n2 1e-3\n"],
                says: ["limits/a.csv and limits/a.dat both name their limit 'a'", "'# name: a-2'"]),
        ])
    func faults(_ fault: Fault) async throws {
        let folder = try project(fault.tables)
        let outcome = try await BuiltPaper.shared().run(
            "build", "reach", "--project", folder.url.path, "--output", folder("out").path)
        #expect(outcome.status == 1)
        for words in fault.says { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
        #expect(!FileManager.default.fileExists(atPath: folder("out/figures/reach.pdf").path))
    }

    @Test("any name is free: of marks, of rows, of the paper's own limits; and each row has a name of its own")
    func names() async throws {
        let names = ["reach", "bbn", "ccfr", "benchmarks", "light-elements", "excluded-area-1", "muone-150gev", "ends"]
        let folder = try project(
            Dictionary(uniqueKeysWithValues: names.map { ("\($0).csv", Self.header + "1,1e-3\n20,1e-3\n") }))
        let outcome = try await build("reach", "landscape", "landscape-zoom", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let answer = try await BuiltPaper.shared().run(
            "evaluate", "excluded", "mass=10MeV", "coupling=2e-3", "--json", "--project", folder.url.path)
        let rows = try #require(try answer.json()["limits"]).elements.compactMap { $0["name"]?.text }
        #expect(
            Set(rows).count == rows.count
                && Set(rows).isSuperset(of: ["ccfr", "supplied/ccfr", "supplied/bbn", "reach"]))
        for (name, value) in [("supplied/ccfr", 1e-3), ("reach", 1e-3)] {
            let limit = try await BuiltPaper.shared().run(
                "evaluate", "limit", "name=\(name)", "mass=10MeV", "--json", "--project", folder.url.path)
            #expect(try limit.json()["value"]?.number.map { abs($0 / value - 1) < 1e-12 } == true, "\(name)")
        }
    }

    @Test("a closed region is excluded inside alone, in every answer, and its warnings reach the console")
    func regions() async throws {
        let folder = try project([
            "edges.csv": Self.header + "mass,lower,upper\n20,6e-6,3e-5\n40,7e-6,1.9e-5\n\n60,1e-5,1.1e-5\n",
            "lost.csv": Self.header.replacing("MeV", with: "eV") + "20,6e-6\n40,7e-6\n",
        ])
        for (coupling, isExcluded) in [("1e-5", true), ("1e-4", false), ("5e-6", false)] {
            let answer = try await BuiltPaper.shared().run(
                "evaluate", "excluded", "mass=30MeV", "coupling=\(coupling)", "--json", "--project", folder.url.path)
            let report = try answer.json()
            let row = try #require(report["limits"]?.elements.first { $0["name"]?.text == "edges" })
            #expect(report["excludedBy"]?.elements.compactMap(\.text) == (isExcluded ? ["edges"] : []), "\(coupling)")
            #expect(row["ranges"]?.elements.count == 1)
            #expect(answer.errors.contains("'lost' is drawn nowhere on the map"))
        }
        let outcome = try await build("reach", "landscape", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let chart = try String(contentsOf: folder("out/figures/landscape.json"), encoding: .utf8)
        #expect(chart.contains("supplied/edges"))
        let told = try await BuiltPaper.shared().run(
            "build", "landscape", "--project", folder.url.path, "--output", folder("out").path)
        #expect(told.errors.contains("'lost' is drawn nowhere on the map"), "\(told.errors)")
    }

    @Test("a table that cannot be read, and a folder that is none, are named")
    func unreadable() async throws {
        let folder = try project()
        try FileManager.default.createDirectory(at: folder("limits"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder("limits/a.csv"), withDestinationURL: folder("nowhere"))
        let dangling = try await BuiltPaper.shared().run(
            "build", "reach", "--project", folder.url.path, "--output", folder("out").path)
        #expect(dangling.status == 1 && dangling.errors.contains("cannot read the input file"))
        #expect(dangling.errors.contains("limits/a.csv"))

        try FileManager.default.removeItem(at: folder("limits"))
        _ = try folder.file("limits", "a file")
        let file = try await BuiltPaper.shared().run(
            "build", "reach", "--project", folder.url.path, "--output", folder("out").path)
        #expect(file.status == 1 && file.errors.contains("/limits is a file"), "\(file.errors)")

        let missing = try await BuiltPaper.shared().run(
            "build", "reach", "--limits", folder("missing").path, "--output", folder("out").path)
        #expect(missing.status == 1 && missing.errors.contains("there is no folder \(folder("missing").path)"))
    }

    @Test("another folder makes a variant, with line ends of another system, a mark and a label of any signs")
    func otherFolder() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let text = "\u{FEFF}" + Self.header + "# label: 50 % & $x_1 {a} #é\n1e3,1e-3\n2e3,2e-3\n"
        _ = try folder.file("mine/a.csv", text.replacing("\n", with: "\r\n"))
        let refused = try await paper.run("build", "reach", "--limits", folder("mine").path)
        #expect(refused.status != 0 && refused.errors.contains("--output"))
        let outcome = try await paper.run(
            "build", "reach", "--limits", folder("mine").path, "--output", folder("out").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("list shows the tables, and what is wrong with one")
    func list() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try project(["good.csv": Self.header + "1,1e-3\n2,1e-3\n", "wrong.csv": Self.header + "1,x\n"])
        let text = try await paper.run("list", "--project", folder.url.path)
        #expect(text.output.contains("limits/good.csv") && text.output.contains("good: good, 2 points"))
        #expect(text.output.contains("refused: limits/wrong.csv:5: "))
        let json = try await paper.run("list", "--json", "--project", folder.url.path).json()
        #expect(json["limits"]?.elements.map { $0["points"]?.number } == [2, nil])
        let none = try await paper.run("list", "--json").json()
        #expect(none["limits"]?.elements.isEmpty == true)
    }
}
