import Testing

@testable import BuildConsole

@Suite("The style of the output")
struct StyleTests {
    private func style(
        _ colour: ColourChoice = .auto, isTerminal: Bool = true, _ environment: [String: String] = [:]
    ) -> ConsoleStyle {
        ConsoleStyle(colour: colour, isTerminal: isTerminal, width: 80, environment: environment)
    }

    @Test("has colours on a terminal and none elsewhere")
    func terminal() {
        #expect(style().isColoured && style().isRedrawn)
        #expect(!style(isTerminal: false).isColoured && !style(isTerminal: false).isRedrawn)
    }

    @Test("has no colours under NO_COLOR, unless it is empty or they are asked for")
    func noColor() {
        #expect(!style(.auto, ["NO_COLOR": "1"]).isColoured)
        #expect(style(.auto, ["NO_COLOR": ""]).isColoured)
        #expect(style(.always, ["NO_COLOR": "1"]).isColoured)
    }

    @Test("has colours when they are always wanted, and never else")
    func choice() {
        #expect(style(.always, isTerminal: false).isColoured && !style(.never).isColoured)
    }

    @Test("draws no line again in CI or on a terminal that cannot")
    func plain() {
        #expect(!style(.auto, ["CI": "true"]).isRedrawn && style(.auto, ["CI": "false"]).isRedrawn)
        #expect(!style(.auto, ["TERM": "dumb"]).isRedrawn && !style(.auto, ["TERM": "dumb"]).isColoured)
    }

    @Test("cuts a line before the terminal's last column, also one with line ends")
    func fitted() {
        let narrow = ConsoleStyle(isColoured: false, isRedrawn: true, width: 20)
        let line = narrow.fitted(String(repeating: "x", count: 30))
        #expect(line.count == 19 && line.hasSuffix("…"))
        #expect(narrow.fitted("a\nb") == "a b")
    }
}
