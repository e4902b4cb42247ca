import Foundation
import Manuscript
import Testing

@Suite(
    "What people see belongs to its data: 'diff' and 'verify' fail where it does not", .enabled(if: BuiltPaper.hasTeX))
struct BelongingTests {
    /// A fault, and what names it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var words: String
        var make: @Sendable (Scratch) throws -> Void

        var testDescription: String { name }
    }

    private static func replace(_ old: String, by new: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: file)
    }

    static let faults: [Fault] = [
        Fault(name: "a missing drawing", words: "figures/reach.pdf is missing") {
            try FileManager.default.removeItem(at: $0("figures/reach.pdf"))
        },
        Fault(name: "missing data", words: "figures/reach.json is missing") {
            try FileManager.default.removeItem(at: $0("figures/reach.json"))
        },
        Fault(name: "the drawing of another figure", words: "figures/landscape.pdf is not drawn from landscape.json") {
            try Data(contentsOf: $0("figures/reach.pdf")).write(to: $0("figures/landscape.pdf"))
        },
        Fault(name: "a drawing that is none", words: "figures/reach.svg is no drawing of paperbuild's") {
            try Data("garbage".utf8).write(to: $0("figures/reach.svg"))
        },
        Fault(name: "a drawing that was changed by hand", words: "figures/reach.svg was changed after it was drawn") {
            try replace("<svg ", by: "<svg  ", in: $0("figures/reach.svg"))
        },
        Fault(name: "a PDF that is none", words: "paper/main.pdf is no PDF of paperbuild's") {
            try Data("garbage".utf8).write(to: $0("paper/main.pdf"))
        },
        Fault(name: "a missing PDF", words: "paper/main.pdf is missing") {
            try FileManager.default.removeItem(at: $0("paper/main.pdf"))
        },
        Fault(name: "a PDF of another text", words: "paper/main.pdf is not made of the LaTeX sources beside it") {
            try replace("\\maketitle", by: "\\maketitle ", in: $0("paper/main.tex"))
        },
        Fault(
            name: "another number in the text",
            words: "paper/generated/numbers.tex says '999' for 'signal/light/events'"
        ) {
            let file = $0("paper/generated/numbers.tex")
            let text = try String(contentsOf: file, encoding: .utf8)
            let head = "\\defresult{signal/light/events}{"
            let number = try #require(text.split(separator: head, maxSplits: 1).last?.prefix { $0 != "}" })
            try replace(head + number + "}", by: head + "999}", in: file)
        },
        Fault(name: "another caption", words: "numbers.tex.[") {
            let file = $0("paper/generated/numbers.tex")
            let text = try String(contentsOf: file, encoding: .utf8)
            let caption = try #require(text.split(separator: "\n").first { $0.hasPrefix("\\defresult{caption/") })
            try replace(String(caption), by: caption.dropLast() + " always}", in: file)
        },
        Fault(
            name: "a figure that is not of the paper",
            words: "figures/other is a figure that results.lock does not know"
        ) {
            try Data(contentsOf: $0("figures/reach.pdf")).write(to: $0("figures/other.pdf"))
        },
    ]

    @Test("on either side of the comparison", arguments: faults)
    func diff(_ fault: Fault) async throws {
        let paper = try await BuiltPaper.shared()
        let (good, bad) = (try paper.project(), try paper.project())
        try fault.make(bad)
        for (old, new) in [(good, bad), (bad, good)] {
            let outcome = try await Program.run(["diff", "--against", old.url.path, new.url.path])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains(fault.words), "\(outcome.output)")
        }
        // Alike faults on both sides are faults.
        if fault.name != "another caption", fault.name != "a missing PDF" {
            #expect(try await Program.run(["diff", "--against", bad.url.path, bad.url.path]).status == 1)
        }
    }

    @Test("in the project", arguments: faults)
    func verify(_ fault: Fault) async throws {
        let paper = try await BuiltPaper.shared()
        let project = try paper.project()
        try fault.make(project)
        let outcome = try await paper.run("verify", "--project", project.url.path)
        #expect(outcome.status == 1)
        // Of a caption only the PDF tells, by itself.
        let words =
            fault.name == "another caption" ? "paper/main.pdf is not made of the figures and numbers" : fault.words
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("and where the committed numbers are not those that are computed")
    func outdatedNumbers() async throws {
        let paper = try await BuiltPaper.shared()
        let project = try paper.project()
        let lock = project("figures/results.lock")
        var document = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: lock))
        guard case .object(var members) = document, case .object(var claims)? = members["claims"] else {
            throw Outcome.MissingReport(errors: "no claims")
        }
        claims["sqrt-s"] = .string("differs")
        members["claims"] = .object(claims)
        document = .object(members)
        try Data(readableJSON(document).utf8).write(to: lock)
        let outcome = try await paper.run("verify", "--project", project.url.path)
        #expect(outcome.status == 1 && outcome.errors.contains("'differs' for 'sqrt-s'"), "\(outcome.errors)")
    }

    @Test(
        "where a folder is none, or has no paper, nothing is compared",
        arguments: ["/nonexistent-paper", "empty", "file"])
    func noPaper(_ name: String) async throws {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        try FileManager.default.createDirectory(at: scratch("empty"), withIntermediateDirectories: true)
        _ = try scratch.file("file", "")
        let path = name.hasPrefix("/") ? name : scratch(name).path
        for arguments in [["--against", path, paper.output.path], ["--against", paper.output.path, path]] {
            let outcome = try await Program.run(["diff"] + arguments)
            #expect(outcome.status == 2 && outcome.errors.contains("\(path) has no built paper"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }
}
