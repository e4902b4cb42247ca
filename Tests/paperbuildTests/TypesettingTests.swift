import Foundation
import Manuscript
import Testing

@Suite("The paper's text")
struct TypesettingTests {
    private static let sources = Program.project.appending(path: "paper")

    @Test("uses only numbers and passages that are generated")
    func everyNumberIsDefined() async throws {
        let macros = try await BuiltPaper.shared().text("paper/generated/numbers.tex")
        let defined = Set(macros.matches(of: #/\\defresult\{([^}]*)\}/#).map { String($0.output.1) })
        var used = 0
        for (path, data) in try Scratch.files(below: Self.sources)
        where path.hasSuffix(".tex") && !path.hasPrefix("generated/") {
            let text = String(decoding: data, as: UTF8.self)
            for match in text.matches(of: #/\\result(?:text)?\{([^}#]*)\}/#) where match.output.1 != "id" {
                used += 1
                #expect(defined.contains(String(match.output.1)), "\(path) uses \(match.output.0)")
            }
        }
        #expect(used > 40)
    }

    @Test("defines each number once")
    func defineOnce() async throws {
        let macros = try await BuiltPaper.shared().text("paper/generated/numbers.tex")
        let ids = macros.matches(of: #/\\defresult\{([^}]*)\}/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count && ids.count > 50)
    }

    @Test("fails to typeset, with the name, when it uses a number that is not defined", .enabled(if: BuiltPaper.hasTeX))
    func undefinedNumber() async throws {
        let outcome = try await typeset { $0.replacing("\\result{elastic/sqrt-s}", with: "\\result{elastic/sqrt-t}") }
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("elastic/sqrt-t"), "\(outcome.errors)")
    }

    @Test("fails to typeset when it cites or refers to what is not there", .enabled(if: BuiltPaper.hasTeX))
    func undefinedReference() async throws {
        let outcome = try await typeset { $0.replacing("\\cite{Asai2022}", with: "\\cite{Asai1922}") }
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("Asai1922"), "\(outcome.errors)")
    }

    /// Typesets the paper with its section on physics changed, with a cache that has all the rest.
    private func typeset(_ change: (String) -> String) async throws -> Outcome {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        try FileManager.default.copyItem(at: Self.sources, to: folder("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: folder("data"))
        try Program.copyExamples(beside: folder("data"))
        let section = folder("paper/sections/physics.tex")
        let text = try String(contentsOf: section, encoding: .utf8)
        try #require(change(text) != text)
        try Data(change(text).utf8).write(to: section)
        let outcome = try await paper.run(
            "build", "paper", "-q", "--project", folder.url.path, "--output", folder("output").path)
        #expect(!FileManager.default.fileExists(atPath: folder("output/paper/main.pdf").path))
        return outcome
    }
}
