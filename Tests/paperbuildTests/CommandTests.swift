import Foundation
import Manuscript
import Testing

@Suite("The commands")
struct CommandTests {
    static let names = [
        "build", "watch", "list", "show", "where", "evaluate", "explain", "graph", "verify", "diff", "flatten",
        "export",
        "cache", "clean", "new", "init",
    ]

    @Test("each explain themselves", arguments: names)
    func help(_ name: String) async throws {
        let outcome = try await Program.run([name, "--help"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("OVERVIEW: ") && outcome.output.contains("USAGE: paperbuild \(name)"))
    }

    @Test("are listed by --help")
    func overview() async throws {
        let outcome = try await Program.run(["--help"])
        for name in Self.names { #expect(outcome.output.contains("  \(name) "), "\(name)") }
    }

    /// Commands that print data, and the members that their help promises.
    static let documents: [(command: String, members: Set<String>)] = [
        ("build --dry-run --json", ["schema", "nodes", "files"]),
        ("list --json", ["schema", "targets", "documents", "nodes", "parameters", "limits"]),
        (
            "show signal/light/events --json",
            [
                "schema", "node", "type", "parameters", "inputs", "key", "content", "bytes", "reason", "seconds",
                "value",
            ]
        ),
        ("explain reach --json", ["schema", "nodes", "files"]),
        ("verify --json", ["schema", "claims", "quantities", "files"]),
        ("evaluate --list --json", ["schema", "quantities"]),
        (
            "evaluate muon-g-2 mass=10MeV coupling=5e-4 --json",
            ["schema", "quantity", "value", "unit", "error", "errorKind", "inputs"]
        ),
        (
            "evaluate excluded mass=10MeV coupling=5e-4 --json",
            [
                "schema", "quantity", "inputs", "excluded", "excludedBy", "limits", "projections", "ended",
                "magneticMoment",
            ]
        ),
    ]

    @Test("print with --json one object of schema 1, with the members that their help names", arguments: documents)
    func json(_ document: (command: String, members: Set<String>)) async throws {
        let paper = try await BuiltPaper.shared()
        let words = document.command.split(separator: " ").map(String.init)
        let arguments = words + (words[0] == "build" ? ["--output", paper.output.path] : [])
        let outcome = try await paper.run(arguments)
        let object = try outcome.json()
        #expect(outcome.status == 0)
        #expect(Set(object.members.keys) == document.members)
        #expect(object["schema"]?.number == 1)
        let help = try await Program.run([words[0], "--help"]).output
        for member in document.members where words[1] != "--list" {
            #expect(help.contains("\"\(member)\""), "the help of \(words[0]) does not name '\(member)'")
        }
    }

    @Test("list the targets, the nodes and the parameters, of which each can be asked for")
    func listing() async throws {
        let paper = try await BuiltPaper.shared()
        let listing = try await paper.run("list", "--json").json()
        let targets = try #require(listing["targets"]).elements.compactMap(\.text)
        #expect(Set(targets).isSuperset(of: BuiltPaper.files.union(BuiltPaper.figures)))
        let plain = try await paper.run("list").output.split(separator: "\n").map(String.init)
        #expect(plain == targets)
        let nodes = try #require(listing["nodes"]).elements
        let names = Set(nodes.compactMap { $0["name"]?.text })
        #expect(names.count == nodes.count && names.contains("signal/light/events"))
        #expect(nodes.flatMap { $0["inputs"]?.elements ?? [] }.allSatisfy { names.contains($0.text ?? "") })
        #expect(try await paper.run("list", "--nodes").output.split(separator: "\n").count == nodes.count)
        let parameters = try #require(listing["parameters"]).elements
        #expect(parameters.contains { $0["name"]?.text == "cuts.theta" && $0["value"]?.text == "1.5mrad" })
        #expect(try await paper.run("list", "--parameters").output.split(separator: "\n").count == parameters.count)
    }

    @Test("list every file that the paper reads, each of which is there")
    func inputs() async throws {
        let files = try await Program.run(["list", "--inputs"]).output.split(separator: "\n").map(String.init)
        for file in ["paper/main.tex", "data/limits/borexino.csv", "Examples/Amplitude/amplitude.cpp"] {
            #expect(files.contains(file), "\(file)")
        }
        for file in files {
            #expect(FileManager.default.fileExists(atPath: Program.project.appending(path: file).path), "\(file)")
        }
    }

    @Test("take back every parameter as they list it")
    func parametersRoundTrip() async throws {
        let paper = try await BuiltPaper.shared()
        let before = try await paper.run("list", "--json").json()["parameters"]
        let assignments = try #require(before).elements.flatMap { parameter in
            ["--set", "\(parameter["name"]?.text ?? "")=\(parameter["value"]?.text ?? "")"]
        }
        #expect(try await paper.run(["list", "--json"] + assignments).json()["parameters"] == before)
    }

    @Test("show a node's value, error, inputs, reason and time")
    func show() async throws {
        let paper = try await BuiltPaper.shared()
        let node = try await paper.run("show", "signal/light/events", "--json").json()
        #expect(node["inputs"]?.elements.compactMap(\.text) == ["signal/light/cross-section"])
        #expect(node["reason"]?.text == "never built")
        #expect(try #require(node["seconds"]?.number) >= 0)
        let value = try #require(node["value"])
        #expect(try #require(value["value"]?.number) > 500)
        #expect(try #require(value["error"]?.number) >= 0)
        let plain = try await paper.run("show", "signal/light/events").output
        for word in ["value", "±", "inputs", "last run", "time"] { #expect(plain.contains(word)) }
    }

    @Test("show a quantity by the name that the text uses for it")
    func showQuantity() async throws {
        let outcome = try await BuiltPaper.shared().run("show", "reach/light")
        #expect(outcome.status == 0 && outcome.output.contains("numbers/reach/light"))
    }

    @Test("lay out what a node's program gets in a folder that is kept, and say how it is run there")
    func showShell() async throws {
        let paper = try await BuiltPaper.shared()
        let outcome = try await paper.run("show", "amplitude/light/run", "--shell")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let script = try #require(outcome.output.split(separator: "\n").last { $0.hasPrefix("or   sh ") })
            .dropFirst("or   sh ".count).replacingOccurrences(of: "'", with: "")
        let run = Process()
        run.executableURL = URL(filePath: "/bin/sh")
        run.arguments = ["-c", "sh '\(script)' < '\((script as NSString).deletingLastPathComponent)/input' | wc -l"]
        let printed = Pipe()
        run.standardOutput = printed
        try run.run()
        let text = String(decoding: printed.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == "768")
        let none = try await paper.run("show", "review-table", "--shell")
        #expect(none.status != 0 && none.errors.contains("review-table runs no program of its own"))
    }

    @Test("explain that nothing would run after a build, and what would after a change")
    func explain() async throws {
        let paper = try await BuiltPaper.shared()
        let now = try await paper.run("explain", "--json", "--output", paper.output.path).json()
        let nodes = try #require(now["nodes"]).elements
        #expect(nodes.count > 100)
        #expect(nodes.allSatisfy { $0["outlook"]?.text?.contains("would") != true })
        #expect(try #require(now["files"]).elements.allSatisfy { $0["outlook"]?.text == "unchanged" })
        let changed = try await paper.run("explain", "elastic-cut", "--set", "beam.energy=155GeV")
        // From the energy of the last build on this cache, which another test may have made.
        let sentence = #/elastic\/bound runs: parameter beamEnergy changed from [0-9.]+ to 155.0/#
        #expect(changed.output.contains(sentence), "\(changed.output)")
    }

    @Test("print a graph that Graphviz can read: every edge joins declared nodes")
    func dot() async throws {
        let paper = try await BuiltPaper.shared()
        let text = try await paper.run("graph").output
        #expect(text.hasPrefix("digraph paperbuild {") && text.hasSuffix("}\n"))
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
        try expectEdges(in: text, arrow: " -> ")
    }

    @Test("print a graph that Mermaid can read: every edge joins declared nodes")
    func mermaid() async throws {
        let text = try await BuiltPaper.shared().run("graph", "--format", "mermaid", "reach").output
        #expect(text.hasPrefix("flowchart LR\n"))
        #expect(
            text.count(of: "subgraph ")
                == text.split(separator: "\n").count { $0.contains("end") && !$0.contains("\"") })
        try expectEdges(in: text, arrow: " --> ")
    }

    private func expectEdges(in text: String, arrow: String) throws {
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let edges = lines.filter { $0.contains(arrow) }
        #expect(edges.count > 5)
        var declared: Set<String> = []
        for line in lines where !line.contains(arrow) {
            let name = line.prefix { $0.isLetter || $0.isNumber }
            if name.first == "n", name.dropFirst().allSatisfy(\.isNumber) { declared.insert(String(name)) }
        }
        for edge in edges {
            let ends = edge.trimmingCharacters(in: CharacterSet(charactersIn: ";")).components(separatedBy: arrow)
            #expect(ends.allSatisfy(declared.contains), "\(edge)")
        }
    }

    @Test("clean the cache, and leave what is not one alone")
    func clean() async throws {
        let folder = try Scratch()
        let arguments = ["--cache", folder("cache").path]
        #expect(
            try await Program.run(["build", "-q", "elastic-cut", "--output", folder("output").path] + arguments).status
                == 0)
        #expect(try await Program.run(["clean"] + arguments).status == 0)
        #expect(try Scratch.files(below: folder("cache")).isEmpty)
        #expect(try Scratch.files(below: folder("output")).count == 3)

        // What is not there is not removed, and nobody is told that it was.
        for cache in ["cache", "missing"] {
            if cache == "cache" { try FileManager.default.removeItem(at: folder("cache")) }
            let missing = try await Program.run(["clean", "--cache", folder(cache).path])
            #expect(missing.status != 0 && missing.errors.contains("there is no cache in \(folder(cache).path)"))
            #expect(!FileManager.default.fileExists(atPath: folder(cache).path))
        }
        try FileManager.default.createDirectory(at: folder("project"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: folder("project/paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: folder("project/data"))
        try Program.copyExamples(beside: folder("project/data"))
        let fresh = try await Program.run(["clean"], in: folder("project"))
        #expect(fresh.status == 0 && fresh.errors.contains("nothing was removed"))

        let precious = try folder.file("home/tmp/precious", "…")
        let refused = try await Program.run(["clean", "--cache", folder("home").path])
        #expect(refused.status != 0 && refused.errors.contains("is not a cache"))
        #expect(FileManager.default.fileExists(atPath: precious.path))
    }
}

extension String {
    func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
