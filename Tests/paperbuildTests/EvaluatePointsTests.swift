import Foundation
import Manuscript
import Testing

@Suite("evaluate --points")
struct EvaluatePointsTests {
    private static let points: [(mass: String, coupling: String)] = [
        ("12MeV", "6e-4"), ("1.5MeV", "1e-4"), ("254MeV", "2e-3"), ("30GeV", "0.1"), ("3e-3GeV", "0"),
        ("218.99999MeV", "1e-3"), ("5.3MeV", "1e-8"),
    ]

    private static func file(in scratch: Scratch, _ header: String = "mass,coupling") throws -> String {
        try scratch.file("points.csv", header + "\n" + points.map { "\($0.mass),\($0.coupling)\n" }.joined()).path
    }

    @Test("gives for excluded the numbers of single answers to the last digit", arguments: ["no", "yes"])
    func excluded(_ projections: String) async throws {
        let (paper, scratch) = (try await BuiltPaper.shared(), try Scratch())
        let outcome = try await paper.run(
            "evaluate", "excluded", "projections=\(projections)", "--points", Self.file(in: scratch), "--format",
            "jsonl")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == Self.points.count)
        for (line, point) in zip(lines, Self.points) {
            let row = try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
            let single = try await paper.run(
                "evaluate", "excluded", "mass=\(point.mass)", "coupling=\(point.coupling)", "--json"
            ).json()
            #expect(row["excluded"] == single["excluded"] && row["excludedBy"] == single["excludedBy"])
            #expect(row["inputs"] == single["inputs"])
            for (list, group) in [("limits", "ratios"), ("projections", "projections")] {
                guard group == "ratios" || projections == "yes" else {
                    #expect(row[group] == nil)
                    continue
                }
                var expected: [String: JSONValue] = [:]
                for row in single[list]?.elements ?? [] { expected[row["name"]?.text ?? ""] = row["ratio"] }
                let found = (row[group]?.members ?? [:]).filter { $0.value != .null }
                #expect(found == expected, "\(point)")
            }
        }
    }

    @Test(
        "gives for limit the numbers of single answers to the last digit",
        arguments: ["ccfr", "babar-4mu", "bbn", "na62", "muone-150GeV"])
    func limit(_ name: String) async throws {
        let (paper, scratch) = (try await BuiltPaper.shared(), try Scratch())
        let outcome = try await paper.run(
            "evaluate", "limit", "name=\(name)", "--points", Self.file(in: scratch), "--format", "jsonl")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for (line, point) in zip(outcome.output.split(separator: "\n"), Self.points) {
            let row = try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
            let single = try await paper.run(
                "evaluate", "limit", "name=\(name)", "mass=\(point.mass)", "coupling=\(point.coupling)", "--json")
            guard single.status == 0 else {
                #expect(row["value"] == .null && row["note"]?.text != nil, "\(point)")
                continue
            }
            let answer = try single.json()
            for member in ["value", "error", "errorKind", "excluded", "ranges"] {
                #expect(row[member] == answer[member], "\(point): \(member)")
            }
        }
    }

    @Test("takes the standard input, a name for each point and units in the header, and gives the lines back")
    func forms() async throws {
        let (paper, scratch) = (try await BuiltPaper.shared(), try Scratch())
        let file = try scratch.file("points.csv", "name,mass [MeV]\nccfr, 12\n# one more\nborexino,3\nccfr,12\n").path
        let outcome = try await paper.run("evaluate", "limit", "--points", file)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first == "name,mass [MeV],value,error,error kind,excluded ranges,note")
        #expect(
            lines.count == 4 && lines[1].hasPrefix("ccfr, 12,0.0008") && lines[3] == lines[1].replacing(" ", with: ""))
        #expect(lines[2].hasPrefix("borexino,3,0.0001854"))
        #expect(!outcome.errors.contains("unit"))
        let bare = try scratch.file("bare.csv", "mass\n0.012\n").path
        let said = try await paper.run("evaluate", "limit", "name=ccfr", "--points", bare)
        #expect(said.errors.contains("the column 'mass' has no unit: its bare numbers are taken in GeV"))
        #expect(said.output.split(separator: "\n")[1].split(separator: ",")[1] == lines[1].split(separator: ",")[2])
    }

    @Test(
        "refuses a bad line with its number, before it prints anything",
        arguments: [
            ("excluded", [], "mass,coupling\n1MeV,1e-3\n2MeV,x\n", "points.csv:3: coupling: 'x'"),
            ("excluded", [], "mass\n1MeV\n", "points.csv:1: there is no column 'coupling'"),
            ("excluded", ["coupling=1e-3"], "mass\n-1MeV\n", "points.csv:2: the mass '-1MeV' is not possible"),
            ("limit", [], "mass,name\n1MeV,ccfr\n1MeV,ccrf\n", "points.csv:3: limit: name cannot be 'ccrf'"),
            ("limit", ["name=ccrf"], "mass\n1MeV\n", "did you mean 'ccfr'"),
            ("limit", ["name=ccfr", "mass=1MeV"], "mass\n1MeV\n", "unknown column 'mass'"),
            ("reach", [], "mass\n1MeV\n", "reach takes no list of points"),
        ] as [(String, [String], String, String)])
    func refused(_ quantity: String, _ arguments: [String], _ text: String, _ words: String) async throws {
        let (paper, scratch) = (try await BuiltPaper.shared(), try Scratch())
        let file = try scratch.file("points.csv", text).path
        let outcome = try await paper.run(["evaluate", quantity] + arguments + ["--points", file])
        #expect(outcome.status != 0 && outcome.output.isEmpty && outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("answers a hundred thousand points, each in its place")
    func many() async throws {
        let (paper, scratch) = (try await BuiltPaper.shared(), try Scratch())
        let masses = (0..<100_000).map { "\(pow(10, Double($0 % 99_991) / 25_000))" }
        var text = "mass [MeV],coupling\n"
        for index in masses.indices { text += "\(masses[index]),\(pow(10, -1 - Double(index % 977) / 200))\n" }
        let file = try scratch.file("points.csv", text).path
        let outcome = try await paper.run("evaluate", "excluded", "--points", file)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = outcome.output.split(separator: "\n").dropFirst()
        #expect(
            rows.count == masses.count && rows.map { $0.prefix { $0 != "," } }.elementsEqual(masses.map { $0[...] }))
    }
}
