import BuildConsole
import Testing

@Suite("A reader's text on a terminal")
struct DisplayableTextTests {
    @Test(
        "keeps its letters, blanks, tabs and lines", arguments: ["", "a b", "Δa_μ ± 2σ, m_Z′ ≥ 10 MeV\n\tnext  line\n"])
    func plain(text: String) { #expect(displayable(text) == text) }

    @Test(
        "names what would command the terminal, turn the writing or hide",
        arguments: [
            ("\u{1b}[31m", "<U+001B>[31m"), ("a\rb", "a<U+000D>b"), ("\u{9b}2J", "<U+009B>2J"), ("\u{7f}", "<U+007F>"),
            ("\u{202e}gnp", "<U+202E>gnp"), ("\u{feff}x", "<U+FEFF>x"), ("\u{0}", "<U+0000>"),
            ("a\u{200b}b", "a<U+200B>b"), ("x\r\ny", "x<U+000D>\ny"),
        ])
    func hidden(text: String, shown: String) { #expect(displayable(text) == shown) }

    @Test("loses the middle of long words and lines, and says how long they were")
    func long() {
        let word = displayable("before " + String(repeating: "x", count: 100_000) + " after")
        #expect(word.count < 400 && word.contains("…(100000 characters)…"))
        #expect(word.hasPrefix("before xxx") && word.hasSuffix("xxx after"))
        #expect(displayable(String(repeating: "x ", count: 100_000)).count < 3000)
        #expect(displayable("a" + String(repeating: "\u{301}", count: 100_000)).unicodeScalars.count < 400)
    }
}
