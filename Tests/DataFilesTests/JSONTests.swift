import DataFiles
import Testing

@Suite("JSON files")
struct JSONTests {
    private static let good =
        "{\n  \"theta\": 1.5e-3,\n  \"beam\": \"muon\",\n  \"masses\": [1, 2.5],\n  \"other\": {\"a\": null}\n}\n"

    @Test("become values of a type; members that it does not have are passed over")
    func values() throws {
        let cuts: Cuts = try json(Self.good)
        #expect(cuts == Cuts(theta: 1.5e-3, beam: .muon, masses: [1, 2.5]))
        #expect(try json("\u{FEFF}[1.0, 2e3, -3]", as: [Int].self) == [1, 2000, -3])
        #expect(try json("{\"a\": {\"b\": 1}}", as: [String: [String: Float]].self) == ["a": ["b": 1]])
        #expect(try json("\"\\u00e9\\ud83d\\ude00\\n\\/\"", as: String.self) == "é😀\n/")
        #expect(try json("[null, 1]", as: [Double?].self) == [nil, 1])
    }

    static let syntax: [(text: String, words: String)] = [
        ("[1, 2,]", "cuts.json:1:7: there is no value here: ']'; write one, and no comma behind the last one"),
        (
            "{\"a\": 1,}",
            "cuts.json:1:9: the name of a member is expected: '}'; enclose names in quotation marks, and write no comma behind the last member"
        ),
        (
            "{\"a\": 1\n \"b\": 2}",
            "cuts.json:2:2: a comma or the end of an object is expected: '\"b\"'; write a comma between values"
        ),
        ("{\"a\" 1}", "cuts.json:1:6: a colon is expected behind the name 'a': '1'; write one"),
        (
            "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
            "cuts.json:3:2: the member stands twice, first on line 1: 'a'; keep one of them"
        ),
        (
            "[1,\n NaN]",
            "cuts.json:2:2: JSON has no such number: 'NaN'; write null, and make the property that it is read to optional"
        ),
        (
            "[-Infinity]",
            "cuts.json:1:2: this is no number of JSON: '-Infinity'; write it like 0.05 or 5e-2, with digits on both sides of a point"
        ),
        (
            "[01]",
            "cuts.json:1:2: this is no number of JSON: '01'; write it like 0.05 or 5e-2, with digits on both sides of a point"
        ),
        ("[.5]", "cuts.json:1:2: this is no value: '.5'; enclose texts in quotation marks"),
        (
            "[1.]",
            "cuts.json:1:2: this is no number of JSON: '1.'; write it like 0.05 or 5e-2, with digits on both sides of a point"
        ),
        ("// x\n[1]", "cuts.json:1:1: JSON has no remarks: '//'; take it out, or write the file as YAML"),
        ("['a']", "cuts.json:1:2: a text begins with an apostrophe: ''a''; enclose texts in quotation marks"),
        ("[True]", "cuts.json:1:2: there is no such word in JSON: 'True'; write true, false or null"),
        (
            "[\"a\nb\"]",
            "cuts.json:1:2: the text that begins here is not closed on its line; close it, or write line ends as \\n"
        ),
        ("[\"a", "cuts.json:1:2: the text that begins here is never closed; close it"),
        ("[\"\\ud800\"]", "cuts.json:1:3: this escape is no character: '\\ud800\"'; write the character itself"),
        ("[\"\\x\"]", "cuts.json:1:3: there is no such escape in JSON: '\\x\"'; write a backslash as \\\\"),
        (
            "[1] 2",
            "cuts.json:1:5: something follows the value of the file: '2'; a file of JSON holds one value; make a list of several"
        ),
        ("[1", "cuts.json:1:3: the file ends inside of a list; it was not written whole"),
        ("  ", "cuts.json:1:3: the file holds no value; write one"),
    ]

    @Test("that are none are refused with the line, the column and what to do", arguments: syntax)
    func refusedSyntax(_ fault: (text: String, words: String)) {
        #expect(refusal(ofJSON: fault.text, as: [Double].self) == fault.words)
    }

    static let misfits: [(change: (String, String), words: String)] = [
        (("1.5e-3", "\"2\""), "cuts.json:2:12: 'theta' is the text '2'; write the number without quotation marks"),
        (
            ("1.5e-3", "1e400"),
            "cuts.json:2:12: 'theta' is 1e400, larger or closer to zero than numbers can be; write one between 1e-300 and 1e300"
        ),
        (("1.5e-3", "null"), "cuts.json:2:12: 'theta' is null; give a number"),
        (("2.5", "[2]"), "cuts.json:4:17: 'masses[1]' is a list; give a number"),
        (("[1, 2.5]", "7"), "cuts.json:4:13: 'masses' is the number 7; give a list"),
        (
            ("muon", "muons"),
            "cuts.json:3:11: 'beam' is not possible: Cannot initialize Beam from invalid String value muons; correct it"
        ),
        (
            ("\"theta\"", "\"thetta\""),
            "cuts.json:1:1: the file's value has no member 'theta'; it has one of another name; did you mean 'thetta'?"
        ),
        (
            ("\"theta\"", "\"x\""),
            "cuts.json:1:1: the file's value has no member 'theta'; write it beside x, beam, masses, other"
        ),
        (
            ("\"other\"", "\"evnts\""),
            "cuts.json:5:3: the file's value has a member that is not read: 'evnts'; did you mean 'events', which it lacks? Rename it, or take it out"
        ),
        (
            ("\"other\": {\"a\": null}", "\"events\": 2.5"),
            "cuts.json:5:13: 'events' is the number 2.5; give a whole number"
        ),
        (
            ("\"other\": {\"a\": null}", "\"events\": 1e19"),
            "cuts.json:5:13: 'events' is 1e19, beyond the numbers of Int; give one from -9223372036854775808 to 9223372036854775807"
        ),
        (
            ("\"other\": {\"a\": null}", "\"label\": 3"),
            "cuts.json:5:12: 'label' is the number 3; give a text, in quotation marks"
        ),
        (
            ("\"other\": {\"a\": null}", "\"blind\": \"yes\""),
            "cuts.json:5:12: 'blind' is the text 'yes'; give true or false"
        ),
    ]

    @Test(
        "with values that the type does not take are refused with their place and the member's path", arguments: misfits
    )
    func refusedValues(_ fault: (change: (String, String), words: String)) {
        let text = Self.good.replacing(fault.change.0, with: fault.change.1)
        #expect(text != Self.good && refusal(ofJSON: text, as: Cuts.self) == fault.words)
    }

    @Test("nested without end are refused")
    func depth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(
            refusal(ofJSON: deep, as: [Double].self)
                == "cuts.json:1:201: values are nested more than 200 deep; the file is damaged, or no data")
    }

    @Test("of any bytes end in a value or an error, never in a crash", arguments: 0..<10)
    func anyBytes(_ seed: Int) {
        for step in 0..<40 { tryBytes(40 * seed + step) }
    }

    private func tryBytes(_ seed: Int) {
        var random = SeededGenerator(seed)
        var bytes = Array(Self.good.utf8)
        let alphabet = Array("{}[]\",:\\u0e+-.tn/ \n\u{e9}".utf8) + [0xFF]
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
            } else {
                bytes.remove(at: place)
            }
        }
        do throws(DataFileError) {
            _ = try DataDocument.json(Cuts.self, bytes, file: "a")
        } catch {
            #expect(!error.remedy.isEmpty && !error.reason.isEmpty)
        }
    }
}
