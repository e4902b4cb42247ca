import BuildGraph
import ExternalPrograms
import Foundation
import Testing

@testable import Manuscript

@Suite("LaTeX's own files", .enabled(if: TeXInstallation.find() != nil))
struct TypesetPaperTests {
    private let folder: URL
    private let store: DiskStore

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
        store = DiskStore(folder.appending(path: "cache"))
        try write("tree/tex/latex/local.sty", "\\newcommand{\\local}{first}\n")
    }

    private func write(_ path: String, _ text: String, mode: Int = 0o644) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    /// An installation that searches a tree of the test's own, as if it were one of the machine's.
    private func installation() throws -> TeXInstallation {
        for name in ["pdflatex", "kpsewhich"] {
            let program = try #require(SearchPath.ofThisProcess.program(name))
            try write(
                "bin/\(name)",
                "#!/bin/sh\nTEXMFHOME='\(folder.appending(path: "tree").path)' exec '\(program)' \"$@\"\n", mode: 0o755)
        }
        return try #require(TeXInstallation.find(in: SearchPath(folder.appending(path: "bin").path)))
    }

    private func node(_ text: String, _ tex: TeXInstallation, ending: String = "log") -> Node<Blob> {
        let source = """
            \\documentclass{article}
            \\begin{document}
            \(text)
            \\end{document}

            """
        let main = Node<Blob>("main", fromEach: [Node<Blob>](), parameters: source) { source, _ in Blob(utf8: source) }
        return TypesetPaper.node(
            "typeset", main: "paper/main.tex", files: [("paper/main.tex", main)], tex: tex,
            workshop: .init(scratch: folder.appending(path: "cache/tmp"), logs: folder.appending(path: "logs")),
            log: "main", product: ending)
    }

    private func build(_ node: Node<Blob>) async throws -> (ran: [String], text: String) {
        let engine = BuildEngine(
            store: store, digests: CodeDigests(sources: ["ManuscriptTests": "1", "Manuscript": "1"], toolchain: "1"))
        let report = try await engine.build(nodes: [node.erased])
        return (report.ran.filter { $0 == "typeset" }, try await engine.value(of: node).text)
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    @Test("are inputs: a package that changed typesets again, and one that is changed back finds the old result")
    func changedPackage() async throws {
        defer { remove() }
        let node = node("\\input{local.sty}\\typeout{It is \\local.}x", try installation())
        let first = try await build(node)
        #expect(first.ran == ["typeset"] && first.text.contains("It is first."))
        #expect(try await build(node).ran.isEmpty)
        try write("tree/tex/latex/local.sty", "\\newcommand{\\local}{other}\n")
        let second = try await build(node)
        #expect(second.ran == ["typeset"] && second.text.contains("It is other."))
        try write("tree/tex/latex/local.sty", "\\newcommand{\\local}{first}\n")
        let third = try await build(node)
        #expect(third.ran.isEmpty && third.text.contains("It is first."))
    }

    @Test("are inputs also where there was none: a file that appears in a tree typesets again")
    func newFile() async throws {
        defer { remove() }
        let node = node("\\IfFileExists{added.sty}{\\typeout{Added.}}{\\typeout{Missing.}}x", try installation())
        #expect(try await build(node).text.contains("Missing."))
        try write("tree/tex/latex/added.sty", "")
        let second = try await build(node)
        #expect(second.ran == ["typeset"] && second.text.contains("Added."))
    }

    @Test("are those of the installation: the user's environment leads to no other")
    func environment() async throws {
        defer { remove() }
        let variables = [
            "TEXINPUTS": folder.appending(path: "tree//:").path, "TEXMFHOME": folder.appending(path: "tree").path,
        ]
        for (name, value) in variables { setenv(name, value, 1) }
        defer { for name in variables.keys { unsetenv(name) } }
        let node = node(
            "\\IfFileExists{local.sty}{\\typeout{Found.}}{\\typeout{Not found.}}x", try #require(TeXInstallation.find())
        )
        #expect(try await build(node).text.contains("Not found."))
        // And the message says where a missing package belongs.
        let missing = self.node("\\input{local.sty}", try #require(TeXInstallation.find()))
        await #expect {
            _ = try await build(missing)
        } throws: { "\($0)".contains("local.sty' not found") && "\($0)".contains("put what is missing into paper/") }
    }

    @Test("are all recorded: programs, configuration, lists of trees, the format, classes and fonts")
    func recorded() async throws {
        defer { remove() }
        let tex = try #require(TeXInstallation.find())
        let scratch = folder.appending(path: "run")
        var run = try TeXRun(
            tex, in: scratch,
            files: [
                (
                    "paper/main.tex",
                    Array(
                        "\\documentclass{article}\\begin{document}\\cite{a}\\bibliographystyle{plain}\\bibliography{b}\\end{document}"
                            .utf8)
                ),
                ("paper/b.bib", Array("@misc{a, title = {T}, author = {A}}".utf8)),
            ])
        try run.typeset("paper/main.tex", withBibTeX: true)
        let names = Set(run.opened.map { URL(filePath: $0).lastPathComponent })
        let expected = [
            "pdflatex", "bibtex", "kpsewhich", "texmf.cnf", "ls-R", "pdflatex.fmt", "article.cls",
            "cmr10.pfb", "pdftex.map", "plain.bst",
        ]
        #expect(Set(expected).subtracting(names) == [])
        #expect(!run.opened.contains { $0.hasPrefix(scratch.resolvingSymlinksInPath().path) || !$0.hasPrefix("/") })
        #expect(
            run.product("bbl", of: "paper/main.tex").map { String(decoding: $0, as: UTF8.self) }?.contains(
                "\\bibitem{a}") == true)
    }

    @Test("run no program, write beside nothing and leave nothing in the scratch folder")
    func confined() async throws {
        defer { remove() }
        let mark = folder.appending(path: "mark").path
        let node = node("\\immediate\\write18{touch '\(mark)'}x", try #require(TeXInstallation.find()))
        #expect(try await build(node).ran == ["typeset"])
        #expect(!FileManager.default.fileExists(atPath: mark))
        let outside = self.node(
            "\\newwrite\\f\\immediate\\openout\\f=\(mark).tex x", try #require(TeXInstallation.find()))
        await #expect(throws: (any Error).self) { _ = try await build(outside) }
        #expect(!FileManager.default.fileExists(atPath: mark + ".tex"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cache/tmp").path) == [])
    }

    @Test("that are programs and fail are errors with what they printed, whatever fails")
    func failingProgram() async throws {
        defer { remove() }
        func message(_ script: String, mode: Int = 0o755) async throws -> String {
            var tex = try #require(TeXInstallation.find())
            try write("bin/pdflatex", script, mode: mode)
            tex.pdflatex = folder.appending(path: "bin/pdflatex").path
            do {
                _ = try await build(node("x", tex))
                return ""
            } catch { return "\(error)" }
        }
        #expect(
            try await message("#!/bin/sh\necho no memory >&2\nexit 3\n").contains(
                "exit code 3 after printing: no memory"))
        #expect(try await message("#!/bin/sh\nkill -9 $$\n").contains("signal 9"))
        #expect(try await message("#!/bin/sh\nexit 0\n").contains("made no .log file"))
        #expect(try await message("#!/nonexistent/sh\n").contains("No such file"))
        #expect(try await message("#!/bin/sh\n", mode: 0o644).contains("Permission denied"))
    }
}
