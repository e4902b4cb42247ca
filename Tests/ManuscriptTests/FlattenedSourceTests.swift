import Manuscript
import Testing

@Suite("A flattened source")
struct FlattenedSourceTests {
    private func flat(
        _ sources: [String: String], graphics: [String] = [], bibliographies: [String] = [],
        overlays: [String: String] = [:]
    ) throws -> FlattenedSource {
        try FlattenedSource(
            main: "paper/main.tex", sources: sources, graphics: graphics, bibliographies: bibliographies,
            overlays: overlays)
    }

    private func failure(
        _ sources: [String: String], graphics: [String] = [], overlays: [String: String] = [:]
    ) -> FlatteningError? {
        do {
            _ = try flat(sources, graphics: graphics, overlays: overlays)
            return nil
        } catch {
            return error as? FlatteningError
        }
    }

    @Test("has every input in its place, with and without the ending, however deep")
    func inputs() throws {
        let source = try flat([
            "paper/main.tex": "a\n\\input{sections/one}\nz\n",
            "paper/sections/one.tex": "b\n\\input sections/two.tex\nd\n",
            "paper/sections/two.tex": "c\n",
        ])
        #expect(source.text == "a\nb\nc\nd\nz\n")
    }

    @Test("has no paragraph that was not there")
    func paragraphs() throws {
        let sources = [
            "paper/main.tex": "a\n\\input{empty}\nb \\input{word}, \\input{word}%\n c\n",
            "paper/empty.tex": "% nothing\n",
            "paper/word.tex": "w\n",
        ]
        #expect(try flat(sources).text == "a\nb w\n, w\n c\n")
    }

    @Test("reads an included file as pages of its own")
    func include() throws {
        let source = try flat(["paper/main.tex": "a\n\\include{one}\nb\n", "paper/one.tex": "x\n"])
        #expect(source.text == "a\n\\clearpage\nx\n\\clearpage\nb\n")
    }

    @Test("has no comments, but keeps their effect on the lines, and what only looks like one")
    func comments() throws {
        let source = try flat([
            "paper/main.tex":
                "a % secret\n  % secret\nb% secret\nc 5\\% \\\\% secret\n\\verb|%|d\n\\begin{verbatim}\n% kept\n\\end{verbatim}\n"
        ])
        #expect(
            source.text == "a %\nb%\nc 5\\% \\\\%\n\\verb|%|d\n\\begin{verbatim}\n% kept\n\\end{verbatim}\n")
    }

    @Test("ends a file where it says so")
    func endInput() throws {
        let source = try flat(["paper/main.tex": "a\n\\input{one}\nb\n", "paper/one.tex": "x\n\\endinput\nnotes\n"])
        #expect(source.text == "a\nx\nb\n")
    }

    @Test("finds graphics by the path that the sources set, and names each once")
    func graphics() throws {
        let source = try flat(
            [
                "paper/main.tex":
                    "\\graphicspath{{../figures/}}\n\\includegraphics[width=3cm]{reach}\\includegraphics*{reach.pdf}\\includegraphics{photo.png}\n"
            ], graphics: ["figures/cut.pdf", "figures/reach.pdf", "paper/photo.png"])
        #expect(
            source.text
                == "\\includegraphics[width=3cm]{reach}\\includegraphics*{reach}\\includegraphics{photo.png}\n")
        #expect(source.graphics.map(\.path) == ["figures/reach.pdf", "paper/photo.png"])
        #expect(source.graphics.map(\.name) == ["reach.pdf", "photo.png"])
    }

    @Test("tells graphics of the same name apart")
    func sameNames() throws {
        let source = try flat(
            ["paper/main.tex": "\\includegraphics{a/x}\\includegraphics{b/x}"],
            graphics: ["paper/a/x.pdf", "paper/b/x.pdf"])
        #expect(source.graphics.map(\.name) == ["paper-a-x.pdf", "paper-b-x.pdf"])
        #expect(source.text == "\\includegraphics{paper-a-x}\\includegraphics{paper-b-x}")
    }

    @Test("names its bibliographies where the folder has them")
    func bibliography() throws {
        let source = try flat(
            ["paper/main.tex": "\\bibliography{bib/one, two.bib}"],
            bibliographies: ["paper/bib/one.bib", "paper/two.bib"])
        #expect(source.text == "\\bibliography{one,two}")
        #expect(source.bibliographies == ["paper/bib/one.bib", "paper/two.bib"])
    }

    @Test("has an overlay in the place of its graphic, and what the overlay needs")
    func overlay() throws {
        let source = try flat(
            ["paper/main.tex": "\\begin{document}\n\\includegraphics{x}\n\\includegraphics[width=3cm]{x}\n"],
            graphics: ["paper/x.pdf"], overlays: ["paper/x.pdf": "% note\nPICTURE\n"])
        #expect(source.text.hasSuffix("\\begin{document}\nPICTURE\n\\resizebox{3cm}{!}{PICTURE}\n"))
        #expect(source.text.contains("\\usepackage{graphicx,amsmath,amssymb}\n"))
        #expect(source.graphics.map(\.name) == ["x-art.pdf"])
    }

    @Test("is an error that names who asked where an input is missing")
    func missingInput() throws {
        let error = try #require(
            failure(["paper/main.tex": "a\n\\input{one}\n", "paper/one.tex": "x\n\n\\input{gone}\n"]))
        #expect(error.description.contains("paper/one.tex:3 asks for the LaTeX source 'gone'"))
    }

    @Test("is an error that shows the circle where inputs ask for each other")
    func circle() throws {
        let error = try #require(
            failure(["paper/main.tex": "\\input{a}", "paper/a.tex": "\\input{b}", "paper/b.tex": "\n\\input{a}"]))
        #expect(
            error.description.contains("paper/b.tex:2")
                && error.description.contains("paper/main.tex → paper/a.tex → paper/b.tex → paper/a.tex"))
    }

    @Test("may have one input twice")
    func twice() throws {
        #expect(try flat(["paper/main.tex": "\\input{a}\n\\input{a}\n", "paper/a.tex": "x\n"]).text == "x\nx\n")
    }

    @Test(
        "is an error where a name is computed, out of the tree, or the command cannot be followed",
        arguments: [
            (#"\input{\folder/x}"#, "computed"), (#"\newcommand{\fig}[1]{\includegraphics{#1}}"#, "#1"),
            (#"\includegraphics{nothing}"#, "nothing"), (#"\bibliography{nothing}"#, "nothing"),
            (#"\input{../../../etc/passwd}"#, "passwd"), (#"\subfile{x}"#, "subfile"), (#"\verb|x"#, "not closed"),
        ])
    func unclear(text: String, named: String) throws {
        let error = try #require(failure(["paper/main.tex": "\n" + text]))
        #expect(error.description.contains("paper/main.tex:2"), "\(error)")
        #expect(named == "computed" || error.description.contains(named), "\(error)")
    }

    @Test("is an error where an overlay cannot follow the options")
    func scaledOverlay() throws {
        let error = try #require(
            failure(
                ["paper/main.tex": "\\includegraphics[angle=3]{x}"], graphics: ["paper/x.pdf"],
                overlays: ["paper/x.pdf": "P"]))
        #expect(error.description.contains("angle=3"))
    }
}
