import BuildGraph
import DataFiles
import Testing
import Units

@Suite("Tables")
struct TableTests {
    @Test("come in internal units, digit by digit, whatever the unit, the separator and the order of their columns")
    func units() throws {
        let first = try table("mass [MeV],rate [1/s]\n105.6583755,2\n0.1,3e1\n")
        #expect(try first.numbers("mass") == [0.1056583755, 1e-4] && first.numbers("rate") == [2, 30])
        let forms = [
            "rate [Hz]\tmass [GeV]\n2\t0.1056583755\n30\t1e-4\n", "rate (kHz);mass (eV)\n2e-3;105658375.5\n0.03;1e5",
            "\u{FEFF}# a remark\r\n\r\n \"mass [MeV]\" , other, rate [1/s]\r\n105.6583755, \"a, b\", 2\r\n# another\r\n\"0.1\",,30\r\n",
            "mass [MeV],rate [1/s]\r105.6583755,2\r0.1,30\r",
        ]
        for form in forms { #expect(try table(form) == first) }
        let blanks = "mass [MeV]  rate [1/s]\n 105.6583755 \t 2 \n0.1   30\n"
        #expect(try table(blanks, separator: .blanks) == first)
    }

    @Test("have cells in quotation marks with separators, line ends and doubled marks, as RFC 4180 has them")
    func quotation() throws {
        let columns: [DataColumn] = [.text("name"), .count("events"), .text("note", gaps: true)]
        let read = try table("name,events,note\n\"a, \"\"b\"\"\r\nc\",12,\nd,0,\"\"\n\"#1\",3,x y \n", columns)
        #expect(try read.texts("name") == ["a, \"b\"\r\nc", "d", "#1"])
        #expect(try read.counts("events") == [12, 0, 3] && read.texts("note") == ["", "", "x y"])
    }

    @Test("have gaps where a column is declared to have them, and nowhere else")
    func gaps() throws {
        let columns: [DataColumn] = [.number("x"), .number("y", gaps: true)]
        let read = try table("x,y\n1,nan\n2,\n3,4\n", columns)
        #expect(try read.optionalNumbers("y") == [nil, nil, 4] && read.numbers("x") == [1, 2, 3])
        #expect(
            refusal(ofTable: "x,y\n1,2\nnan,3\n", columns)
                == "rates.csv:3:1: column 'x': the number is missing: 'nan'; write a number, or declare the column with "
                + "'gaps: true'")
        #expect(
            refusal(ofTable: "x,y\n ,3\n", columns)
                == "rates.csv:2:2: column 'x': the cell is empty; write a number, or declare the column with 'gaps: true'"
        )
        #expect(throws: DataColumnError.self) { try read.numbers("y") }
    }

    static let refusals: [(text: String, words: String)] = [
        (
            "mass [MeV],rat [1/s]\n1,2\n",
            "rates.csv:1:1: there is no column 'rate'; did you mean 'rat'? The columns are 'mass', 'rat'"
        ),
        (
            "mass,rate [1/s]\n1,2\n",
            "rates.csv:1:1: the column 'mass' states no unit; write 'mass [GeV]'; the units of energy are GeV, MeV, keV, eV, TeV"
        ),
        (
            "mass [m],rate [1/s]\n1,2\n",
            "rates.csv:1:1: the unit of the column 'mass' is not one that it can have; 'm' is a unit of length; this takes energy: GeV, MeV, keV, eV, TeV"
        ),
        (
            "mass [Mev],rate [1/s]\n1,2\n",
            "rates.csv:1:1: the unit of the column 'mass' is not one that it can have; unknown unit 'Mev'; the units of energy are GeV, MeV, keV, eV, TeV"
        ),
        (
            "mass [MeV],rate [1/s],mass [GeV]\n1,2,3\n",
            "rates.csv:1:23: the name of a column stands twice, first in column 1: 'mass'; give one of them another name"
        ),
        (
            "mass [MeV],rate [1/s]\n1,2\n3\n",
            "rates.csv:3:1: the row has 1 cell and the line of names 2; give each row a cell for each name; write nan where there is no number"
        ),
        (
            "mass [MeV],rate [1/s]\n1,5,2\n",
            "rates.csv:2:1: the row has 3 cells and the line of names 2; a comma separates cells: write decimals with a point, no separators of thousands, and texts with commas in quotation marks"
        ),
        (
            "mass [MeV];rate [1/s]\n1,5;2\n",
            "rates.csv:2:1: column 'mass': the number has a comma before its decimals: '1,5'; write a point: 1.5"
        ),
        (
            "mass [MeV],rate [1/s]\n1,inf\n",
            "rates.csv:2:3: column 'rate': the number is not finite: 'inf'; leave the row out, or write nan in a column with gaps"
        ),
        (
            "mass [MeV],rate [1/s]\n1,1e400\n",
            "rates.csv:2:3: column 'rate': the number is larger, or closer to zero, than numbers can be: '1e400'; write one between 1e-300 and 1e300"
        ),
        (
            "mass [MeV],rate [1/s]\n1,1e-400\n",
            "rates.csv:2:3: column 'rate': the number is larger, or closer to zero, than numbers can be: '1e-400'; write one between 1e-300 and 1e300"
        ),
        (
            "mass [MeV],rate [1/s]\n1,0x1F\n",
            "rates.csv:2:3: column 'rate': the number is written in base 16: '0x1F'; write decimal digits"
        ),
        (
            "mass [MeV],rate [1/s]\n1,1_000\n",
            "rates.csv:2:3: column 'rate': this is no number: '1_000'; write its digits without separators between them, and without a unit"
        ),
        (
            "mass [MeV],rate [1/s]\n1,5×10^-2\n",
            "rates.csv:2:3: column 'rate': this is no number: '5×10^-2'; write powers of ten like 5e-2"
        ),
        (
            "mass [MeV],rate [1/s]\n1,5d-2\n",
            "rates.csv:2:3: column 'rate': this is no number: '5d-2'; write the exponent with e: 5e-2"
        ),
        (
            "mass [MeV],rate [1/s]\n1,N/A\n",
            "rates.csv:2:3: column 'rate': this is no number: 'N/A'; write nan where there is none, and declare the column with 'gaps: true'"
        ),
        (
            "mass [MeV],rate [1/s]\n1,12Hz\n",
            "rates.csv:2:3: column 'rate': this is no number: '12Hz'; write it like 0.05 or 5e-2, without a unit, which stands behind the column's name"
        ),
        (
            "mass [MeV],rate [1/s]\n1,a\"b\n",
            "rates.csv:2:4: a quotation mark stands inside of a cell that does not begin with one; enclose the whole cell in quotation marks and double those in it"
        ),
        (
            "mass [MeV],rate [1/s]\n1,\"2\n3,4\n",
            "rates.csv:2:3: the quotation mark that begins this cell is never closed; close it, and double those inside of the cell"
        ),
        (
            "mass [MeV],rate [1/s]\n1,\"2\"x\n",
            "rates.csv:2:6: text follows the quotation mark that ends a cell; double the quotation marks inside of the cell"
        ),
        (
            "# mass [MeV],rate [1/s]\n1,2\n",
            "rates.csv:2:1: there is a number where the names of the columns are expected: '1'; write a line such as 'mass [GeV],rate [1/s]' above the rows, without a '#' before it"
        ),
        (
            "mass [MeV] rate [1/s]\n1 2\n",
            "rates.csv:1:1: the line of names has neither commas nor semicolons nor tabs: 'mass [MeV] rate'; separate columns by commas, or declare 'separator: .blanks'"
        ),
        ("mass [MeV],rate [1/s]\n", "rates.csv: there is no row below the line of names; give at least one row"),
        (
            "# nothing\n\n",
            "rates.csv: there is neither a line of names nor a row; name the columns in the first line, such as 'mass [GeV],rate [1/s]'"
        ),
        ("", "rates.csv: the file is empty; write it anew"),
        (
            "mass [MeV],rate [1/s]\n1,2\u{0}\n",
            "rates.csv:2:4: there is a control character (byte 0); give a plain text file, not a binary one; LHE, NumPy and ROOT files are read by a command"
        ),
    ]

    @Test("that cannot be right are refused with the line, the column and what to do", arguments: refusals)
    func refused(_ fault: (text: String, words: String)) {
        #expect(refusal(ofTable: fault.text) == fault.words)
    }

    @Test("in another encoding are refused where the text stops being UTF-8")
    func encodings() throws {
        let columns: [DataColumn] = [.text("näme")]
        let bytes = Array("näme\nb\nc".utf8) + [0xE4, 0x0A]
        let latin = #expect(throws: DataFileError.self) { try DataTable(bytes, file: "a.csv", columns: columns) }
        #expect(latin?.description == "a.csv:3:2: the text is not UTF-8 from here on; save the file as UTF-8")
        let wide = #expect(throws: DataFileError.self) {
            try DataTable([0xFF, 0xFE, 0x61, 0], file: "a.csv", columns: columns)
        }
        #expect(wide?.description == "a.csv:1: the file is encoded in UTF-16; save it as UTF-8")
    }

    @Test("hold no number beyond the range of its column, and no unit where none is declared")
    func ranges() {
        #expect(
            refusal(ofTable: "mass [MeV]\n5\n", [.number("mass", .energy, in: 0.01...1)])
                == "rates.csv:2:1: column 'mass': the number is not possible: '5'; it must be from 0.01 GeV to 1.0 GeV")
        #expect(
            refusal(ofTable: "n [GeV]\n5\n", [.count("n")])
                == "rates.csv:1:1: the column 'n' has a unit and is declared to have none: 'GeV'; declare it as one of numbers "
                + "with a dimension, or write its name alone")
        #expect(
            refusal(ofTable: "n\n2.5\n", [.count("n")])
                == "rates.csv:2:1: column 'n': this is no whole number, zero or larger: '2.5'; write digits alone, or declare "
                + "the column as one of numbers")
        #expect(
            refusal(ofTable: "n\n99999999999999999999\n", [.count("n")])
                == "rates.csv:2:1: column 'n': the number is too large: '99999999999999999999'; write digits alone, or declare "
                + "the column as one of numbers")
    }

    @Test("say which columns there are when another one is asked for")
    func unknown() throws {
        let read = try table("mass [MeV],rate [1/s]\n1,2\n")
        let error = #expect(throws: DataColumnError.self) { try read.numbers("mas") }
        #expect(
            error?.description
                == "no column 'mas' was read from the table; did you mean 'mass'? Those declared are mass, rate")
        let kind = #expect(throws: DataColumnError.self) { try read.texts("mass") }
        #expect(kind?.description == "the column 'mass' is one of numbers; ask for it with 'numbers'")
    }

    @Test("read back what was written, for any numbers and texts", arguments: 0..<50)
    func roundTrip(_ seed: Int) throws {
        var random = SeededGenerator(seed)
        let separators: [(sign: String, kind: DataSeparator)] = [(",", .found), (";", .found), ("\t", .found)]
        let separator = separators[Int.random(in: 0..<3, using: &random)]
        let end = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &random)]
        let letters = Array("ab ,;\t\"\n\r#é1.")
        var lines = [["x", "note", "y [GeV]"].joined(separator: separator.sign)]
        var (numbers, texts): ([Double], [String]) = ([], [])
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let number = Double.random(in: -1...1, using: &random) * pow10(Int.random(in: -200...200, using: &random))
            let text = String(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in letters.randomElement(using: &random)! })
            numbers.append(number)
            texts.append(text)
            let quoted = "\"\(text.replacing("\"", with: "\"\""))\""
            lines.append(["\(number)", quoted, "\(number)"].joined(separator: separator.sign))
        }
        let read = try table(
            lines.joined(separator: end) + end, [.number("y", .energy), .text("note", gaps: true), .number("x")],
            separator: separator.kind)
        #expect(try read.numbers("x") == numbers && read.numbers("y") == numbers && read.texts("note") == texts)
    }

    private func pow10(_ power: Int) -> Double { Double("1e\(power)") ?? 1 }

    @Test("of any bytes end in a value or an error, never in a crash", arguments: 0..<10)
    func anyBytes(_ seed: Int) {
        for step in 0..<40 { tryBytes(40 * seed + step) }
    }

    private func tryBytes(_ seed: Int) {
        var random = SeededGenerator(seed)
        var bytes = Array("# remark\nmass [MeV],rate [1/s]\n1,\"2\"\n3e5,-4\n".utf8)
        let alphabet = Array("\",;\t\n\r#[]()0123456789.eE+-xn\u{e9} ".utf8) + [0xFF, 0, 0xEF, 0xBB]
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            default: bytes.removeSubrange(place..<min(place + 5, bytes.count))
            }
        }
        for separator in DataSeparator.allCases {
            do throws(DataFileError) {
                let read = try DataTable(
                    bytes, file: "a", columns: [.number("mass", .energy), .number("rate", .rate, gaps: true)],
                    separator: separator)
                #expect(read.count > 0)
            } catch {
                #expect(!error.remedy.isEmpty && error.line ?? 1 > 0)
            }
        }
    }
}
