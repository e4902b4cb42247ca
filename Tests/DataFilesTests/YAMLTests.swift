import BuildGraph
import DataFiles
import Testing

@testable import YAMLData

@Suite("YAML files")
struct YAMLTests {
    private static let good = "# a remark\ntheta: 1.5e-3\nbeam: muon\nmasses:\n- 1\n- 2.5\nlabel: no\n"

    @Test("become values of a type; a word is what the type asks for")
    func values() throws {
        let cuts: Cuts = try yaml(Self.good)
        #expect(cuts == Cuts(theta: 1.5e-3, beam: .muon, masses: [1, 2.5], label: "no"))
        // What YAML 1.1 takes for a text, a truth value, a number to base 60 and nothing.
        #expect(try yaml("[1e5, +2, -.5, 3.]", as: [Double].self) == [1e5, 2, -0.5, 3])
        #expect(try yaml("[on, 1.10, 1:30, 'null', 12]", as: [String].self) == ["on", "1.10", "1:30", "null", "12"])
        #expect(try yaml("[~, null, 4, ]", as: [Double?].self) == [nil, nil, 4])
        #expect(try yaml("[true, False]", as: [Bool].self) == [true, false])
        #expect(try yaml("{a: &x [1], b: *x}", as: [String: [Int]].self) == ["a": [1], "b": [1]])
        #expect(try yaml("!!str 5", as: String.self) == "5")
    }

    static let traps: [(text: String, words: String)] = [
        (
            "1_000",
            "cuts.yaml:1:1: the file's value is 1_000, a number for some readers of YAML and a text for others; write 1000"
        ),
        (
            "012",
            "cuts.yaml:1:1: the file's value is 012, to base 8 for some readers of YAML and to base 10 for others; write no zero before it"
        ),
        ("0x1F", "cuts.yaml:1:1: the file's value is 0x1F, a number to another base; write decimal digits"),
        (
            "1:30",
            "cuts.yaml:1:1: the file's value is 1:30, a number to base 60 for some readers of YAML and a text for others; write decimal digits"
        ),
        (
            ".nan",
            "cuts.yaml:1:1: the file's value is .nan; give a finite number; write null where there is none, and make it optional"
        ),
        (
            "-.inf",
            "cuts.yaml:1:1: the file's value is -.inf; give a finite number; write null where there is none, and make it optional"
        ),
        ("'5'", "cuts.yaml:1:1: the file's value is the text '5'; write the number without quotation marks"),
        ("5 GeV", "cuts.yaml:1:1: the file's value is '5 GeV'; give a number, without a unit"),
        (
            "1e400",
            "cuts.yaml:1:1: the file's value is 1e400, larger or closer to zero than numbers can be; write one between 1e-300 and 1e300"
        ),
        ("~", "cuts.yaml:1:1: the file's value is null; give a number"),
        ("!!int 5", "cuts.yaml:1:1: the value has a tag that is not read: 'tag:yaml.org,2002:int'; take it out"),
    ]

    @Test("hold no number that readers disagree about", arguments: traps)
    func refusedNumbers(_ fault: (text: String, words: String)) {
        #expect(refusal(ofYAML: fault.text, as: Double.self) == fault.words)
    }

    @Test("hold no truth value that is a text for others, and no text that is nothing")
    func words() {
        #expect(
            refusal(ofYAML: "[no]", as: [Bool].self)
                == "cuts.yaml:1:2: '[0]' is 'no', a truth value for some readers of YAML and a text for others; write true or "
                + "false")
        #expect(refusal(ofYAML: "a: \n", as: [String: String].self) == "cuts.yaml:1:3: 'a' is null; give a text")
    }

    static let faults: [(text: String, words: String)] = [
        ("a: 1\nb: 2\na: 3\n", "cuts.yaml:1:1: the member stands twice: 'a'; keep one of them"),
        ("a: 1\n'a': 3\n", "cuts.yaml:1:1: the member stands twice: 'a'; keep one of them"),
        ("1: 1\n'1': 3\n", "cuts.yaml:2:1: the member stands twice: '1'; keep one of them"),
        ("a: 1\n---\nb: 2\n", "cuts.yaml:2:1: there is a second document in the file; keep one, or write a list"),
        (
            "a: 1\n\tb: 2\n",
            "cuts.yaml:2:1: this is no YAML: found a tab character that violates indentation, while scanning a plain scalar that begins on line 1; indent with blanks, not with tabs"
        ),
        (
            "a: [1, 2\nb: 3\n",
            "cuts.yaml:2:2: this is no YAML: did not find expected ',' or ']', while parsing a flow sequence that begins on line 1; correct it there or just before"
        ),
        ("a: *b\n", "cuts.yaml:1:4: found undefined alias; correct it there or just before"),
        ("x: &x {b: 1}\n<<: *x\n", "cuts.yaml:2:1: members are merged from elsewhere: '<<'; write them out"),
        ("[1]: 2\n", "cuts.yaml:1:1: the name of a member is not a text; write one"),
        ("a: b\nc: 1\n", "cuts.yaml:1:4: 'a' is 'b'; give a number, without a unit"),
        ("# nothing\n", "cuts.yaml: the file holds no value; write one"),
    ]

    @Test("that cannot be right are refused with the line, the column and what to do", arguments: faults)
    func refused(_ fault: (text: String, words: String)) {
        #expect(refusal(ofYAML: fault.text, as: [String: Double].self) == fault.words)
    }

    @Test("in which aliases stand for aliases without end are refused")
    func bomb() {
        var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
        }
        let start = ContinuousClock.now
        #expect(
            refusal(ofYAML: text, as: [String: [Int]].self).contains(
                "are more than 1000000; write them without aliases"))
        #expect(ContinuousClock.now - start < .seconds(150))
    }

    @Test("nested without end are refused", arguments: ["[", "- ", "{a: ", "? "])
    func depth(_ bracket: String) {
        for count in [201, 900, 50_000] {
            #expect(refusal(ofYAML: String(repeating: bracket, count: count), as: [Int].self).hasPrefix("cuts.yaml"))
        }
    }

    @Test("of any bytes end in a value or an error, never in a crash", arguments: 0..<10)
    func anyBytes(_ seed: Int) {
        for step in 0..<40 { tryBytes(40 * seed + step) }
    }

    private func tryBytes(_ seed: Int) {
        var random = SeededGenerator(seed)
        var bytes = Array((Self.good + "c: {a: [1, \"x\"], b: &y |\n    text\n  }\nd: *y\n").utf8)
        let alphabet = Array("{}[]\"',:&*!|>-?%@#~ \n\t0e\u{e9}".utf8) + [0xFF]
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
            } else {
                bytes.remove(at: place)
            }
        }
        do {
            _ = try ReadYAML<Cuts>(file: "a").compute(Blob(bytes))
        } catch {
            #expect((error as? DataFileError)?.remedy.isEmpty == false, "\(error)")
        }
    }
}
