import Foundation
import Manuscript
import Testing

@Suite("export limits")
struct ExportLimitsTests {
    /// One export for all tests that look at it, and the folder it is in.
    private static let shared = Task {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        let outcome = try await paper.run("export", "limits", scratch("out").path)
        return (scratch: scratch, outcome: outcome)
    }

    private static func folder() async throws -> URL { try await shared.value.scratch("out") }

    private static func index() async throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: await folder().appending(path: "index.json")))
    }

    @Test(
        "writes every limit and projection that evaluate knows, and those of other couplings, with all that is said of them"
    )
    func complete() async throws {
        #expect(try await Self.shared.value.outcome.status == 0)
        let limits = try #require(try await Self.index()["limits"]).elements
        let names = Set(limits.compactMap { $0["name"]?.text })
        let paper = try await BuiltPaper.shared()
        let asked = try await paper.run("evaluate", "excluded", "mass=12MeV", "coupling=1e-3", "--json").json()
        let known = ["limits", "projections", "ended"].flatMap { asked[$0]?.elements ?? [] }.compactMap {
            $0["name"]?.text
        }
        #expect(known.count > 15 && names.isSuperset(of: known))
        let tables = try FileManager.default.contentsOfDirectory(
            atPath: Program.project.appending(path: "data/limits").path)
        #expect(names.isSuperset(of: tables.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }))
        for limit in limits {
            let name = limit["name"]?.text ?? ""
            for member in [
                "label", "role", "kind", "excludes", "confidenceLevel", "source", "sources", "process", "inputs",
                "masses",
                "coupling", "largestError", "largestInterpolationError", "pieces", "note",
            ] {
                #expect(limit[member] != nil, "\(name): \(member)")
            }
            #expect(limit["pieces"]?.elements.isEmpty == false, "\(name)")
            for piece in limit["pieces"]?.elements ?? [] {
                for file in piece["files"]?.members.values.compactMap(\.text) ?? [] {
                    #expect(
                        try FileManager.default.fileExists(atPath: Self.foundFile(file, in: await Self.folder())),
                        "\(file)")
                }
            }
        }
    }

    private static func foundFile(_ path: String, in folder: URL) -> String { folder.appending(path: path).path }

    @Test("has the numbers of evaluate at the points of each file, with their errors")
    func numbers() async throws {
        let paper = try await BuiltPaper.shared()
        for name in ["ccfr", "borexino", "na62", "muone-150GeV"] {
            let text = try String(contentsOf: await Self.folder().appending(path: "csv/\(name).csv"), encoding: .utf8)
            let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(rows[0] == "mass [GeV],coupling g' [1],error of g' [1]")
            let cells = rows[rows.count / 2].split(separator: ",")
            let answer = try await paper.run("evaluate", "limit", "name=\(name)", "mass=\(cells[0])GeV", "--json")
                .json()
            let value = try #require(answer["value"]?.number)
            // MUonE's curve comes from a scan at unit coupling: the same up to rounding and its error.
            #expect(abs(try #require(Double(cells[1])) / value - 1) < 1e-6, "\(name)")
            if name != "muone-150GeV" {
                #expect(String(cells[1]) == "\(value)" && Double(cells[2]) == answer["error"]?.number)
            }
        }
    }

    @Test("is read back as limits that answer the same", arguments: ["csv", "darkcast", "axionlimits"])
    func readBack(_ format: String) async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try await Self.folder().appending(path: format).path
        for (name, mass) in [("ccfr", "10GeV"), ("charm2", "0.1MeV"), ("babar-4mu", "1GeV"), ("white-dwarfs", "2MeV")] {
            let own = try await paper.run("evaluate", "limit", "name=\(name)", "mass=\(mass)", "--json").json()
            let read = try await paper.run(
                "evaluate", "limit", "name=supplied/\(name)", "mass=\(mass)", "--json", "--limits", folder
            ).json()
            let (one, other) = (try #require(own["value"]?.number), try #require(read["value"]?.number))
            #expect(abs(one / other - 1) < 1e-9, "\(name)")
            #expect(own["role"] == read["role"] && own["confidenceLevel"] == read["confidenceLevel"])
        }
    }

    @Test("gives the same bytes on every run, from any cache and with any number of jobs")
    func reproducible() async throws {
        let scratch = try Scratch()
        let outcome = try await Program.run([
            "export", "limits", scratch("again").path, "--cache", scratch("cache").path, "-j1",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (first, second) = (
            try Scratch.files(below: await Self.folder()), try Scratch.files(below: scratch("again"))
        )
        #expect(first.count > 60 && Set(first.keys) == Set(second.keys))
        for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
    }

    @Test("exports what a reader brought along, with its edges")
    func supplied() async throws {
        let scratch = try Scratch()
        _ = try scratch.file(
            "mine/ccfr.csv",
            "mass unit: MeV\ncoupling: g'\nconfidence level: 95 %\nsource: mine\nmass,lower,upper\n10,1e-5,1e-3\n20,2e-5,1e-3\n"
        )
        let paper = try await BuiltPaper.shared()
        let outcome = try await paper.run("export", "limits", scratch("out").path, "--limits", scratch("mine").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try String(contentsOf: scratch("out/darkcast/ccfr-supplied.lmt"), encoding: .utf8)
        #expect(text.hasPrefix("# mass lower upper\n") && text.hasSuffix("\n0.01  1e-05  0.001\n0.02  2e-05  0.001\n"))
        let closed = try String(contentsOf: scratch("out/axionlimits/ccfr-supplied.txt"), encoding: .utf8)
        #expect(
            closed.contains("\n# region: closed\n")
                && closed.hasSuffix("\n1e7  1e-05\n2e7  2e-05\n2e7  0.001\n1e7  0.001\n"))
    }

    @Test("says which limits have no curve with these parameters, and which parameters these are")
    func noCurve() async throws {
        let scratch = try Scratch()
        let paper = try await BuiltPaper.shared()
        let outcome = try await paper.run(
            "export", "limits", scratch("out").path, "--set", "cuts.electron-min=24.999GeV", "--set",
            "cuts.theta=4.9mrad")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("muone-150GeV: no curve with these parameters"))
        let index = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: scratch("out/index.json")))
        #expect(index["parameters"]?.elements.compactMap { $0["name"]?.text } == ["cuts.theta", "cuts.electron-min"])
        let muone = index["limits"]?.elements.first { $0["name"]?.text == "muone-150GeV" }
        #expect(muone?["note"]?.text == "no curve with these parameters" && muone?["pieces"]?.elements.isEmpty == true)
    }

    @Test("is refused without a folder, for a folder of something else and for a name that is none")
    func refused() async throws {
        let scratch = try Scratch()
        _ = try scratch.file("out/notes.txt", "mine")
        let paper = try await BuiltPaper.shared()
        for (arguments, words) in [
            (["export"], "what is to be exported"), (["export", "limits"], "where to"),
            (["export", "limit", scratch("x").path], "did you mean 'limits'"),
            (["export", "limits", scratch("out").path], "is no export of paperbuild"),
        ] {
            let outcome = try await paper.run(arguments)
            #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try Scratch.files(below: scratch("out")).keys.sorted() == ["notes.txt"])
        #expect(try await paper.run("export", "--list").output.hasPrefix("limits "))
    }

    @Test("has a script that Python compiles, and that draws where numpy and matplotlib are")
    func script() async throws {
        func python(_ arguments: [String]) throws -> Int32? {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3"] + arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 127 ? nil : process.terminationStatus
        }
        let (script, scratch) = (try await Self.folder().appending(path: "plot.py").path, try Scratch())
        let source = "compile(open('\(script)').read(), 'plot.py', 'exec')"
        guard let status = try python(["-c", source]) else { return }
        #expect(status == 0)
        guard try python(["-c", "import numpy, matplotlib"]) == 0 else { return }
        let picture = scratch("limits.png").path
        #expect(try python([script, "--output", picture]) == 0)
        #expect(try Data(contentsOf: URL(filePath: picture)).count > 10_000)
        #expect(try python([script, "--output", picture, "--only", "none"]) == 1)
    }
}
