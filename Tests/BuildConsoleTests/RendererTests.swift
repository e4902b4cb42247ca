import Testing

@testable import BuildConsole
@testable import BuildGraph

@Suite("A build as text")
struct RendererTests {
    static let terminal = ConsoleStyle(isColoured: false, isRedrawn: true, width: 60)
    static let events: [BuildEvent] = [
        .began(nodes: 3), .nodeCached(name: "a"),
        .nodeStarted(name: "b", reason: .parameterChanged(name: "angle", from: "1", to: "2")),
        .nodeFinished(name: "b", seconds: 0.5), .nodeStarted(name: "c", reason: .inputChanged(name: "b")),
        .nodeFinished(name: "c", seconds: 2), .fileWritten(path: "c.pdf", outcome: .written),
        .fileWritten(path: "d.pdf", outcome: .restored), .warning("blob x is damaged"),
    ]

    private func text(_ renderer: ConsoleRenderer, _ events: [BuildEvent] = events) -> [String] {
        var renderer = renderer
        return events.flatMap { renderer.lines(for: $0, at: 0) }.map(\.text)
    }

    @Test("without a terminal is a line for each file, and warnings")
    func plain() {
        #expect(
            text(ConsoleRenderer(style: .plain)) == [
                "wrote    c.pdf", "restored d.pdf", "warning: blob x is damaged",
            ])
    }

    @Test("shows what a reader wrote and does not obey it")
    func controlCharacters() {
        #expect(
            text(
                ConsoleRenderer(style: .plain, verbosity: .verbose),
                [
                    .warning("no \u{1b}[31m"), .nodeFailed(name: "a", message: "bad '\u{7}'"),
                ]) == ["warning: no <U+001B>[31m", "failed   a: bad '<U+0007>'"])
    }

    @Test("that is verbose has a line for each run, with time and reason")
    func verbose() {
        #expect(
            text(ConsoleRenderer(style: .plain, verbosity: .verbose)).prefix(2) == [
                "ran      b (0.50 s): parameter angle changed from 1 to 2",
                "ran      c (2.00 s): content of input b changed (b ran: parameter angle changed from 1 to 2)",
            ])
    }

    @Test("that is quiet has warnings alone, and they go to the errors")
    func quiet() {
        var renderer = ConsoleRenderer(style: Self.terminal, verbosity: .quiet)
        let lines = Self.events.flatMap { renderer.lines(for: $0, at: 0) }
        #expect(lines == [.init("warning: blob x is damaged", .errors)])
        #expect(renderer.status(at: 0) == nil)
    }

    @Test("on a terminal lets finished runs scroll above the status line")
    func terminal() {
        #expect(
            text(ConsoleRenderer(style: Self.terminal)).prefix(2) == [
                "ran      b (0.50 s): parameter angle changed from 1 to 2",
                "ran      c (2.00 s): content of input b changed (b ran: pa…",
            ], "a line each, cut to the terminal's width")
    }

    @Test("explains a run once, before it, with what changed first")
    func explains() {
        #expect(
            text(ConsoleRenderer(style: .plain, explains: true)).prefix(2) == [
                "b runs: parameter angle changed from 1 to 2",
                "c runs: content of input b changed (b ran: parameter angle changed from 1 to 2)",
            ])
    }

    @Test("follows changed inputs to the file that changed, and ends where inputs name each other")
    func explanation() {
        var explanation = RunExplanation()
        explanation.note("b", .inputChanged(name: "paper/main.tex"))
        explanation.note("c", .inputChanged(name: "b"))
        #expect(
            explanation.sentence(for: "c") == "content of input b changed (first of all that of paper/main.tex)")
        explanation.note("b", .inputChanged(name: "c"))
        #expect(explanation.sentence(for: "c").hasPrefix("content of input b changed"))
    }

    @Test("tells a failure at once, and the first line of its message when it is verbose")
    func failure() {
        let events: [BuildEvent] = [.began(nodes: 1), .nodeFailed(name: "a", message: "no font\nmore")]
        #expect(text(ConsoleRenderer(style: .plain), events) == ["failed   a"])
        #expect(text(ConsoleRenderer(style: .plain, verbosity: .verbose), events) == ["failed   a: no font"])
    }

    @Test("shows what runs, how many are left and how long that may take")
    func status() {
        var renderer = ConsoleRenderer(
            style: Self.terminal, jobs: 1, progress: BuildProgress(names: ["a", "b", "c"], expected: ["b": 4, "c": 8]))
        for event in Self.events.prefix(3) { _ = renderer.lines(for: event, at: 0) }
        #expect(renderer.status(at: 3) == "[1/3] 2 left, about 9 s: b 3 s")
        #expect(renderer.lines(for: .nodeProgress(name: "b", fraction: 0.425), at: 3) == [])
        #expect(renderer.status(at: 3) == "[1/3] 2 left, about 9 s: b 3 s 42 %")
        _ = renderer.lines(for: Self.events[3], at: 4)
        #expect(renderer.status(at: 4) == nil, "nothing runs")
    }

    @Test("has no status line where nobody watches")
    func noStatus() {
        var renderer = ConsoleRenderer(style: .plain)
        for event in Self.events.prefix(3) { _ = renderer.lines(for: event, at: 0) }
        #expect(renderer.status(at: 3) == nil)
    }

    @Test("has control characters only where colours are wanted")
    func colours() {
        let plain = text(ConsoleRenderer(style: Self.terminal, verbosity: .verbose)).joined()
        #expect(!plain.contains("\u{1b}"))
        let style = ConsoleStyle(isColoured: true, isRedrawn: false)
        let coloured = text(ConsoleRenderer(style: style))
        #expect(coloured.first == "\u{1b}[32mwrote   \u{1b}[0m c.pdf")
    }

    @Test("ends with how much was computed and written")
    func summary() {
        let report = BuildReport(
            nodes: [
                .init(name: "a", outcome: .cached), .init(name: "b", outcome: .ran), .init(name: "c", outcome: .input),
            ],
            files: [.init(path: "f", node: "b", outcome: .written), .init(path: "g", node: "a", outcome: .unchanged)],
            warnings: [], seconds: 1.5)
        #expect(
            ConsoleRenderer(style: .plain).summary(of: report).map(\.text) == [
                "1 computed, 1 from the cache; 1 of 2 files written; 1.50 s"
            ])
        #expect(ConsoleRenderer(style: .plain, verbosity: .quiet).summary(of: report) == [])
    }
}
