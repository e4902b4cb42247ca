import Foundation
import TestSupport
import Testing

@testable import Scaffold

@Suite("An addition to a paper")
struct AdditionTests {
    private let project = TestRun.folder.appending(path: "addition-\(UUID().uuidString)")
    private let folders = ["pendulum": "Sources/pendulum", "PendulumPhysics": "Sources/PendulumPhysics"]

    init() throws {
        try PaperScaffold(name: "pendulum", dependency: .path("/kit"), modules: []).write(to: project)
    }

    private func site(
        _ kind: Addition.Kind, section: String? = nil, module: String? = nil, folders: [String: String]? = nil
    ) throws -> AdditionSite {
        try AdditionSite(
            project: project, folders: folders ?? self.folders, paper: "pendulum", section: section, module: module,
            parameters: "PendulumParameters", program: "pendulum", for: kind)
    }

    private func add(_ kind: Addition.Kind, _ name: String, section: String? = nil) throws -> Addition.Outcome {
        let site = try site(kind, section: section)
        return try Addition(kind, try SwiftWord(name), at: site).write(at: site)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: project.appending(path: path), encoding: .utf8)
    }

    private func all() throws -> [String: String] {
        var all: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: project.path) ?? .init() {
            all[path] = try? text(path)
        }
        return all
    }

    @Test("of every kind finds its places in a new paper", arguments: Addition.Kind.allCases)
    func places(_ kind: Addition.Kind) throws {
        let outcome = try add(kind, "large-swing")
        #expect(outcome.byHand == [])
        #expect(!outcome.edited.isEmpty)
        for place in outcome.edited {
            let parts = place.split(separator: ":").map(String.init)
            let line = try text(parts[0]).components(separatedBy: "\n")[try #require(Int(parts[1])) - 1]
            #expect(line.contains { !$0.isWhitespace }, "\(place)")
        }
        #expect(
            try all().values.allSatisfy {
                !$0.contains(#/@(id|lower|Upper|spoken|Physics|Parameters|p|key|public)@/#)
            })
    }

    @Test("goes above the mark, indented as it is, and the mark stays")
    func aboveMark() throws {
        let insertion = Addition.Insertion(.parts, "one\n  two")
        let mark = try #require(Addition.Target.parts.mark)
        let found = try #require(insertion.inserted(into: "a\n    \(mark)\nb"))
        #expect(found.text == "a\n    one\n      two\n    \(mark)\nb")
        #expect(found.line == 2)
    }

    @Test("imports a module once, in its place")
    func imports() throws {
        let insertion = Addition.Insertion(.imports, "import C")
        #expect(insertion.inserted(into: "import B\nimport D\n")?.text == "import B\nimport C\nimport D\n")
        #expect(insertion.inserted(into: "import A\nimport B\n")?.text == "import A\nimport B\nimport C\n")
        #expect(insertion.inserted(into: "import C\n")?.text == "import C\n")
    }

    @Test("is said with its place where a mark is missing")
    func noMark() throws {
        let path = "Sources/pendulum/Period/PeriodSection.swift"
        let stripped = try text(path).replacing(try #require(Addition.Target.parts.mark), with: "")
        try Data(stripped.utf8).write(to: project.appending(path: path))
        let outcome = try add(.figure, "large-swing")
        #expect(outcome.byHand == [.init(place: path, text: "Figure.largeSwing()")])
        #expect(try text(path) == stripped)
    }

    @Test("writes no file again whose bytes it cannot read as text")
    func notUTF8() throws {
        let path = "paper/sections/period.tex"
        let bytes = Data("caf".utf8) + [0xE9] + Data("\n\(try text(path))".utf8)
        try bytes.write(to: project.appending(path: path))
        let outcome = try add(.number, "spread")
        #expect(outcome.byHand.map(\.place) == [path])
        #expect(try Data(contentsOf: project.appending(path: path)) == bytes)
    }

    @Test("cites no publication for an example")
    func honestClaim() throws {
        _ = try add(.claim, "root-two")
        let claims = try text("Sources/pendulum/Period/PeriodSection.swift").components(separatedBy: "Claim(")
        #expect(try #require(claims.last).contains("of: \"an example\""))
        #expect(claims.dropFirst(2).allSatisfy { !$0.contains("AbramowitzStegun1964") })
    }

    @Test("is no second one of its name, also before the program was built again", arguments: Addition.Kind.allCases)
    func second(_ kind: Addition.Kind) throws {
        _ = try add(kind, "large-swing")
        let before = try all()
        #expect(throws: ScaffoldError.self) { try add(kind, "large-swing", section: "period") }
        #expect(try all() == before)
    }

    @Test("is undone where a file cannot be written")
    func undone() throws {
        let before = try all()
        // A folder in the place of a source cannot be replaced.
        let site = try site(.section)
        var addition = Addition(.section, try SwiftWord("second-thoughts"), at: site)
        addition.files.append(SourceFile(path: "Package.swift/x", text: ""))
        #expect(throws: ScaffoldError.self) { try addition.write(at: site) }
        #expect(try all().filter { !$0.value.isEmpty } == before.filter { !$0.value.isEmpty })
    }

    @Test("asks for the section where there are several")
    func whichSection() throws {
        _ = try add(.section, "second-thoughts")
        #expect(throws: ScaffoldError.noSection(name: nil, known: ["period", "second-thoughts"])) {
            try add(.number, "spread")
        }
        #expect(throws: ScaffoldError.noSection(name: "none", known: ["period", "second-thoughts"])) {
            try add(.number, "spread", section: "none")
        }
        let outcome = try add(.number, "spread", section: "second-thoughts")
        #expect(outcome.edited.map { $0.prefix { $0 != ":" } }.contains("paper/sections/second-thoughts.tex"))
    }

    @Test("asks for the module that computes where it cannot tell")
    func whichModule() throws {
        let several = ["pendulum": "Sources/pendulum", "A": "Sources/A", "B": "Sources/B"]
        #expect(throws: ScaffoldError.whichModule(known: ["A", "B"])) {
            try site(.computation, folders: several)
        }
        #expect(try site(.computation, module: "B", folders: several).physics.name == "B")
        #expect(try site(.figure, folders: several).paper.name == "pendulum")
        #expect(try site(.computation, folders: ["pendulum": "Sources/pendulum"]).isOneModule)
    }

    @Test(
        "has a name that files, Swift and LaTeX take",
        arguments: [("a b", "a-b"), ("-x", "x"), ("x--y", "x-y"), ("1st", nil), ("ü", nil), ("", nil)])
    func names(_ name: String, suggestion: String?) {
        #expect(throws: ScaffoldError.noName(name, suggestion: suggestion)) { try SwiftWord(name) }
    }

    @Test("hides no word of Swift or of the kit", arguments: ["class", "figure", "default", "node"])
    func taken(_ name: String) {
        #expect(throws: ScaffoldError.self) { try SwiftWord(name) }
    }

    @Test("has a name that reads as Swift's do")
    func spelling() throws {
        let word = try SwiftWord("large-swing-2")
        #expect(word.lowerCamel == "largeSwing2")
        #expect(word.upperCamel == "LargeSwing2")
        #expect(word.spoken == "large swing 2")
    }
}
