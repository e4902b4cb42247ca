import Foundation
import Testing
import Units

@testable import PointTables

@Suite("Lists of points")
struct PointListTests {
    private static let columns = [
        PointColumn("energy", .number(.energy, allowed: 1e-15...1e19, zero: .refused), isRequired: true),
        PointColumn("weight", .number(.dimensionless, allowed: 1e-30...1e3, zero: .allowed), isRequired: false),
        PointColumn("name", .text, isRequired: false),
    ]

    private static func read(_ text: String) throws -> PointList {
        try PointList(Array(text.utf8), file: "points.csv", columns: columns)
    }

    @Test("give a number the last bit that the command line gives it", arguments: ["GeV", "MeV", "keV", "eV", "TeV"])
    func lastBit(_ unit: String) throws {
        var random = SystemRandomNumberGenerator()
        let texts = (0..<2000).map { _ in
            let value = pow(10, Double.random(in: -6...6, using: &random))
            switch Int.random(in: 0..<3, using: &random) {
            case 0: return "\(value)"
            case 1: return String(format: "%.5e", value)
            default: return String(format: "%.9g", value)
            }
        }
        let list = try Self.read("energy [\(unit)]\n" + texts.joined(separator: "\n"))
        #expect(try list.numbers("energy") == texts.map { try PhysicalDimension.energy.value(of: $0 + unit) })
    }

    @Test("take units from the name of a column, from a number, or say that the internal one was taken")
    func units() throws {
        #expect(try Self.read("energy [MeV]\n12\n").numbers("energy") == [0.012])
        #expect(try Self.read("weight, energy (keV)\n0,12\n").numbers("energy") == [12e-6])
        let mixed = try Self.read("energy\n12MeV\n3\n")
        #expect(mixed.numbers("energy") == [0.012, 3] && mixed.unitless == ["energy"])
        #expect(try Self.read("energy [GeV]\n3\n").unitless.isEmpty)
        #expect(try Self.read("energy\n3 GeV\n").unitless.isEmpty)
    }

    @Test("are read with remarks, blank lines, quotes, byte-order marks and any line ends")
    func forms() throws {
        let list = try Self.read(
            "\u{FEFF}# a scan\r\n\"name\", energy [GeV]\r\n\r\n\"first one\" , 1\r\n# half\r\nb,2e0\r")
        #expect(list.texts("name") == ["first one", "b"] && list.numbers("energy") == [1, 2] && list.count == 2)
        #expect(list.numbers("weight") == nil)
    }

    @Test(
        "refuse a line that cannot be, with its number and what to do",
        arguments: [
            ("energy\n1GeV\n1", nil), ("", "there is no point"), ("weight\n1", "there is no column 'energy'"),
            ("enregy [GeV]\n1", "points.csv:1: unknown column 'enregy'"),
            ("energy [J]\n1", "unknown unit 'J'"), ("energy [GeV],energy\n1,1", "twice"),
            ("energy [GeV]\n1\n\n1,2", "points.csv:4: the line has 2 columns"),
            ("energy [GeV]\n1\nx", "points.csv:3: the energy 'x' is no number"),
            ("energy [GeV]\n12MeV", "points.csv:2: the energy '12MeV' is no number; its unit stands"),
            ("energy\n12parsec", "points.csv:2: energy: unknown unit"), ("energy [GeV]\n0", "larger than zero"),
            ("energy [GeV]\n-1", "points.csv:2: the energy '-1' is not possible"),
            ("energy [GeV]\nnan", "points.csv:2"), ("energy [GeV]\ninf", "points.csv:2"),
            ("energy [GeV]\n1e400", "points.csv:2"), ("energy [GeV]\n1e25", "it must be larger than zero, from"),
            ("energy [GeV]\n0x10", "points.csv:2"), ("energy [GeV],weight\n1,-1", "zero or larger"),
            ("energy [GeV],weight\n1,", "the weight is missing"), ("energy [GeV],name\n1,", "the name is empty"),
            ("energy [GeV]\n1e-400", "points.csv:2"), ("energy [GeV]\n1.2.3", "points.csv:2"),
            ("energy [GeV]\n1e", "points.csv:2"), ("energy [GeV]\n--1", "points.csv:2"),
        ] as [(String, String?)])
    func refused(_ text: String, _ reason: String?) throws {
        guard let reason else {
            _ = try Self.read(text)
            return
        }
        let error = #expect(throws: PointListError.self) { try Self.read(text) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}

@Suite("Answers to a list of points")
struct AnswerTests {
    /// Each point's own number, and a name that has to be quoted; parts take unequal times.
    private static func written(_ count: Int, as format: AnswerFormat, workers: Int) async throws -> (String, Int) {
        let text = "weight\n" + (0..<count).map { "\($0)\n" }.joined()
        let list = try PointList(
            Array(text.utf8), file: "x",
            columns: [
                PointColumn("weight", .number(.dimensionless, allowed: 1e-30...1e30, zero: .allowed), isRequired: true)
            ])
        let answers = PointAnswers(columns: [
            AnswerColumn("twice"), AnswerColumn("of a", key: "a", group: "of"), AnswerColumn("note"),
        ]) { list, range in
            if (range.lowerBound / AnswerWriter.part).isMultiple(of: 2) { usleep(20_000) }
            return range.map { index in
                let value = list.numbers("weight")?[index] ?? -1
                return PointAnswer(
                    [.number(2 * value), value == 1 ? .none : .flag(value == 0), .text("a, \"b\"\\")],
                    hasFailed: value == 3)
            }
        }
        var bytes: [UInt8] = []
        let failures = try await AnswerWriter(list, answers, as: format).write(workers: workers) { bytes += $0 }
        return (String(decoding: bytes, as: UTF8.self), failures)
    }

    @Test("come in the order of the points, whatever the number of workers", arguments: [1, 2, 7])
    func order(_ workers: Int) async throws {
        let (text, failures) = try await Self.written(5 * AnswerWriter.part + 3, as: .csv, workers: workers)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 5 * AnswerWriter.part + 4 && lines[0] == "weight,twice,of a,note" && failures == 1)
        for (index, line) in lines.dropFirst().enumerated() where !line.hasPrefix("\(index),\(2 * index).0,") {
            Issue.record("\(index): \(line)")
            break
        }
        #expect(lines[1] == "0,0.0,true,\"a, \"\"b\"\"\\\"" && lines[2] == "1,2.0,,\"a, \"\"b\"\"\\\"")
    }

    @Test("are objects that every reader of JSON takes")
    func json() async throws {
        let (text, _) = try await Self.written(2, as: .jsonLines, workers: 1)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(first["twice"] as? Double == 0 && first["note"] as? String == "a, \"b\"\\")
        #expect((first["of"] as? [String: Any])?["a"] as? Bool == true)
        #expect((first["inputs"] as? [String: Any])?["weight"] as? Double == 0)
        let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        #expect((second["of"] as? [String: Any])?["a"] is NSNull)
    }
}
