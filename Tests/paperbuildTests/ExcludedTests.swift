import Foundation
import Manuscript
import Testing

@Suite("evaluate excluded")
struct ExcludedTests {
    @Test(
        "compares the coupling with the limit of each experiment, as evaluate gives it alone",
        arguments: [
            ("ccfr", "trident-limit experiment=ccfr"), ("charm2", "trident-limit experiment=charm2"),
            ("borexino", "borexino-limit"), ("borexino-recast", "borexino-limit curve=recast"),
            ("white-dwarfs", "white-dwarf-limit"), ("na64mu-ww", "beam-dump-limit experiment=na64mu"),
            ("m3-phase2-ww", "beam-dump-limit experiment=m3-phase2"), ("muone-150GeV", "reach"),
        ])
    func agreesWithTheParts(_ name: String, _ question: String) async throws {
        let limit = try #require(try await ask("\(question) mass=12MeV")["value"]?.number)
        let answer = try await ask("excluded mass=12MeV coupling=6e-4")
        let row = try #require(Self.rows(answer).first { $0["name"]?.text == name })
        let ratio = try #require(row["ratio"]?.number)
        #expect(abs(ratio * limit / 6e-4 - 1) < 1e-9 && row["limit"]?.number == limit)
        #expect(row["excluded"] == .bool(ratio > 1))
        #expect(try #require(row["error"]?.number) < 1e-5 * ratio)
    }

    /// Points of publications, on which a curve's coupling is the published one.
    @Test(
        "gives the ratio to a published point", arguments: [("babar-4mu", 254, 9.4e-4), ("na64mu", 10, 1.41e-5)])
    func publishedPoints(_ name: String, _ mass: Int, _ coupling: Double) async throws {
        let answer = try await ask("excluded mass=\(mass)MeV coupling=\(3 * coupling)")
        let row = try #require(Self.rows(answer).first { $0["name"]?.text == name })
        #expect(abs(try #require(row["ratio"]?.number) - 3) < 1e-12)
        #expect(row["kind"]?.text == "published" && row["confidenceLevel"]?.number == 0.9)
        #expect(row["sources"]?.elements.isEmpty == false)
    }

    @Test("counts limits alone: a point that only projections reach is allowed")
    func projectionsApart() async throws {
        let answer = try await ask("excluded mass=20MeV coupling=5e-4")
        #expect(answer["excluded"] == .bool(false) && answer["excludedBy"]?.elements.isEmpty == true)
        let projections = try #require(answer["projections"]).elements
        #expect(projections.contains { $0["excluded"] == .bool(true) })
        let names = { (list: String) in Set((answer[list]?.elements ?? []).compactMap { $0["name"]?.text }) }
        #expect(names("limits").isDisjoint(with: names("projections")))
        #expect(names("projections").isSuperset(of: ["na64mu", "na62", "m3-phase1", "muone-150GeV", "muone-160GeV"]))

        let strong = try await ask("excluded mass=20MeV coupling=1e-3")
        #expect(strong["excluded"] == .bool(true))
        #expect(strong["excludedBy"]?.elements.compactMap(\.text) == ["ccfr", "borexino-recast"])
    }

    @Test("names the curves that do not cover the mass, with the masses that they cover, and never extrapolates")
    func ended() async throws {
        let answer = try await ask("excluded mass=200MeV coupling=1e-2")
        let ended = try #require(answer["ended"]).elements
        let covers = { (name: String) -> [Double?] in
            let masses = ended.first { $0["name"]?.text == name }?["masses"]
            return [masses?["from"]?.number, masses?["to"]?.number]
        }
        #expect(covers("white-dwarfs") == [0.002, 0.05] && covers("borexino") == [0.002, 0.025])
        #expect(covers("babar-4mu") == [0.219, 8.1] && covers("bbn") == [0, 5.3e-3])
        #expect(covers("na64mu") == [0.00204, 0.0998])
        #expect(Self.rows(answer).allSatisfy { row in !ended.contains { $0["name"] == row["name"] } })
        // The signal ends before the threshold of the reaction, where the cuts leave none.
        let heavy = try #require(try await ask("excluded mass=290MeV coupling=1")["ended"]).elements
        let end = heavy.first { $0["name"]?.text == "muone-150GeV" }?["masses"]?["to"]?.number
        #expect(abs(try #require(end) - 0.2781) < 1e-3)
    }

    @Test(
        "excludes light bosons by their mass, as long as they were in equilibrium",
        arguments: [("5.29MeV", "1e-6", true), ("5.29MeV", "1e-11", false), ("5.3MeV", "1e-6", nil)])
    func lightElements(_ mass: String, _ coupling: String, _ excluded: Bool?) async throws {
        let answer = try await ask("excluded mass=\(mass) coupling=\(coupling)")
        let row = Self.rows(answer).first { $0["name"]?.text == "bbn" }
        #expect(row?["excluded"] == excluded.map(JSONValue.bool))
        #expect(answer["excludedBy"]?.elements.compactMap(\.text) == (excluded == true ? ["bbn"] : []))
        if let row { #expect(row["bound"]?.text == "mass" && row["confidenceLevel"] == .null) }
    }

    @Test("tells what the muon's magnetic moment favours apart from the limits, for the measurement that was chosen")
    func magneticMoment() async throws {
        let old = try #require(try await ask("excluded mass=10MeV coupling=5.03210295e-4")["magneticMoment"])
        #expect(abs(try #require(old["pull"]?.number)) < 1e-6 && old["withinTwoSigma"] == .bool(true))
        #expect(abs(try #require(old["ratio"]?.number) - 5.03210295 / 6.10134862) < 1e-8)
        let new = try await ask("excluded mass=10MeV coupling=5.03210295e-4 --set gminus2=2025")
        // (38.5 − 251)/√(62² + 14.5²).
        let pull = (38.5 - 251) / (62.0 * 62 + 14.5 * 14.5).squareRoot()
        #expect(abs(try #require(new["magneticMoment"]?["pull"]?.number) - pull) < 1e-6)
        #expect(new["magneticMoment"]?["withinTwoSigma"] == .bool(false))
    }

    /// The published line is for the mixing of the loops alone.
    @Test("leaves out what a variant takes off the map: Borexino's published line beside a mixing at tree level")
    func offTheMap() async throws {
        for (change, isThere) in [([], true), (["--set", "mixing.tree-level=1e-6"], false)] {
            let outcome = try await BuiltPaper.shared().run(
                ["evaluate", "excluded", "mass=10MeV", "coupling=6e-4", "--json"] + change)
            let names = Self.rows(try outcome.json()).compactMap { $0["name"]?.text }
            #expect(names.contains("borexino") == isThere && names.contains("borexino-recast"))
        }
    }

    @Test("follows the parameters of a variant")
    func parameters() async throws {
        func ratio(_ name: String, _ change: String = "") async throws -> Double {
            let answer = try await ask("excluded mass=10MeV coupling=1e-3 \(change)")
            return try #require(Self.rows(answer).first { $0["name"]?.text == name }?["ratio"]?.number)
        }
        let ccfr = try await ratio("ccfr", "--set ccfr.energy=160GeV")
        #expect(abs(ccfr * 9.52e-4 / 1e-3 - 1) < 1e-3)
        // S/√(B + κ²B²) = 2 raises the coupling by (1 + κ²B)^¼.
        let systematic = try await ratio("na62", "--set na62.background=1e4 --set na62.systematic=0.1")
        #expect(abs(pow(try await ratio("na62") / systematic, 4) - 101) < 1e-6)
        #expect(try await ratio("borexino-recast", "--set borexino.excess=0.16") < ratio("borexino-recast"))
    }

    @Test("counts the tables of a reader, and refuses the question where one cannot be read")
    func suppliedLimits() async throws {
        let folder = try Scratch()
        let header = """
            # label: Mine
            # source: invented for this test
            # confidence level: 95 %
            # mass unit: MeV
            # coupling: g'

            """
        _ = try folder.file("limits/mine.csv", header + "10,1e-5\n30,1e-5\n")
        let question = ["evaluate", "excluded", "mass=20MeV", "coupling=5e-5", "--limits", folder("limits").path]
        let answer = try await BuiltPaper.shared().run(question + ["--json"]).json()
        #expect(answer["excludedBy"]?.elements.compactMap(\.text) == ["mine"])
        let row = try #require(Self.rows(answer).first { $0["name"]?.text == "mine" })
        #expect(row["kind"]?.text == "supplied")
        #expect(abs(try #require(row["ratio"]?.number) - 5) < 1e-12)

        _ = try folder.file("limits/mine.csv", header + "10\n")
        let refused = try await BuiltPaper.shared().run(question)
        #expect(refused.status != 0 && refused.output.isEmpty)
        #expect(refused.errors.contains("excluded: ") && refused.errors.contains("mine.csv:6"))
    }

    @Test("prints a table for people, with the verdict in its first line")
    func table() async throws {
        let paper = try await BuiltPaper.shared()
        let text = try await paper.run("evaluate", "excluded", "mass=3MeV", "coupling=5e-4").output
        #expect(text.hasPrefix("excluded by borexino, borexino-recast, white-dwarfs, bbn; most by borexino-recast"))
        for words in [
            "g/g_limit", "Projections (exclude nothing yet)", "babar-4mu  published limit, 219 MeV to 8.1 GeV",
        ] {
            #expect(text.contains(words), "\(text)")
        }
        let none = try await paper.run("evaluate", "excluded", "mass=20GeV", "coupling=1").output
        #expect(none.hasPrefix("unknown: no limit covers this mass"))
        let allowed = try await paper.run("evaluate", "excluded", "mass=20MeV", "coupling=0").output
        #expect(allowed.hasPrefix("allowed"))
    }

    /// Limits and projections.
    private static func rows(_ answer: JSONValue) -> [JSONValue] {
        (answer["limits"]?.elements ?? []) + (answer["projections"]?.elements ?? [])
    }
}
