import Testing

@testable import Manuscript

@Suite("Problems in a LaTeX log")
struct TeXLogTests {
    @Test("an error is told with the line that it stopped at")
    func error() {
        let log = """
            (./main.tex
            ! Undefined control sequence.
            <recently read> \\foo
            l.12 a \\foo
                       b
            """
        #expect(TeXLog.problems(in: log) == ["Undefined control sequence. at l.12 a \\foo"])
    }

    @Test("citations and references that lead nowhere are problems")
    func undefined() {
        let log = """
            Package natbib Warning: Citation `A' on page 1 undefined on input line 4.
            LaTeX Warning: Reference `fig:x' on page 2 undefined on input line 9.
            """
        #expect(TeXLog.problems(in: log).count == 2)
    }

    @Test("an error hides what is undefined only because the run was stopped")
    func errorFirst() {
        let log = """
            Package natbib Warning: Citation `A' on page 1 undefined on input line 4.
            ! The number 'x' is not defined.
            l.3 \\result{x}
            """
        #expect(TeXLog.problems(in: log) == ["The number 'x' is not defined. at l.3 \\result{x}"])
    }

    @Test("other warnings are none, and neither is a healthy log")
    func healthy() {
        let log = """
            LaTeX Warning: `h' float specifier changed to `ht'.
            Overfull \\hbox (1.0pt too wide) in paragraph at lines 1--2
            Output written on main.pdf (4 pages).
            """
        #expect(TeXLog.problems(in: log).isEmpty)
        #expect(TeXLog.problems(in: "").isEmpty)
    }
}
