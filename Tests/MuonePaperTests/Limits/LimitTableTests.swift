import Foundation
import LimitModel
import Reference
import Testing

@testable import Limits

@Suite("Limit tables")
struct LimitTableTests {
    private static let header = """
        # name: invented
        # label: An invented limit
        # source: made up, 100 % & then some
        # confidence level: 90 %
        # mass unit: MeV
        # coupling: g'

        """

    private static func read(
        _ text: String, file: String = "limits/mine.csv", assuming: LimitTable.Assumptions = .none
    ) throws -> LimitTable {
        try LimitTable(bytes: Array(text.utf8), file: file, assuming: assuming)
    }

    private static let collection = LimitTable.Assumptions(
        source: "a collection", confidenceLevel: 0.9, massUnit: .gigaelectronvolt, coupling: .kineticMixing)

    @Test("a table with a header becomes points in GeV")
    func readsCSV() throws {
        let table = try Self.read(Self.header + "mass,coupling\n1,2e-4\n 100 , 3E-3\n")
        #expect(table.name == "invented")
        #expect(table.label == "An invented limit")
        #expect(table.confidenceLevel == 0.9)
        #expect(table.role == .limit)
        #expect(
            table.points == [LimitPoint(mass: 1e-3, coupling: 2e-4), LimitPoint(mass: 0.1, coupling: 3e-3)])
        #expect(table.pieces.flatMap(\.lines) == [8, 9])
        #expect(table.assumed.isEmpty)
    }

    @Test("the two-column form takes what it does not say from the assumptions, and lists it")
    func readsTwoColumns() throws {
        let table = try Self.read(
            "# A remark: with a colon\n0.01  1e-4\n\t0.02 2e-4\n", file: "a/BaBar 2014.lmt", assuming: Self.collection)
        #expect(table.name == "babar-2014")
        #expect(table.coupling == .kineticMixing)
        #expect(table.points.map(\.mass) == [0.01, 0.02])
        #expect(table.assumed.map(\.name) == ["mass unit", "coupling", "confidence level"])
        var recast = table
        recast.recast = .loop
        let caption = try recast.described(inputs: .standard).facts.captionSentence
        #expect(caption.contains("mass unit GeV (assumed)"))
        #expect(caption.contains("confidence level 90\\,\\% (assumed)"))
    }

    @Test("what the file states wins over an assumption")
    func fileWins() throws {
        let table = try Self.read("mass unit: MeV\ncoupling: g'\n1 1e-4\n2 2e-4", assuming: Self.collection)
        #expect(table.points[0].mass == 1e-3)
        #expect(table.coupling == .gaugeCoupling)
    }

    @Test("line ends, a byte-order mark and a missing last line end change nothing", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let text = Self.header + "1,2e-4\n2,3e-4\n5,6e-4"
        let plain = try Self.read(text)
        let other = text.replacingOccurrences(of: "\n", with: end)
        #expect(try Self.read(other) == plain)
        #expect(try LimitTable(bytes: [0xEF, 0xBB, 0xBF] + Array(other.utf8), file: "limits/mine.csv") == plain)
    }

    @Test("falling masses are read from the other end")
    func fallingMasses() throws {
        let rising = try Self.read(Self.header + "1,2e-4\n2,3e-4\n5,6e-4")
        let falling = try Self.read(Self.header + "5,6e-4\n2,3e-4\n1,2e-4")
        #expect(falling.points == rising.points)
        #expect(falling.pieces.flatMap(\.lines) == rising.pieces.flatMap(\.lines).reversed())
    }

    @Test(
        "the unit of mass shifts the decimal point and nothing else",
        arguments: [("eV", "3e5"), ("keV", "300"), ("MeV", "0.3"), ("GeV", "3e-4"), ("TeV", "3E-7")])
    func units(unit: String, mass: String) throws {
        let text = Self.header.replacingOccurrences(of: "MeV", with: unit) + "\(mass),1\n1e12,1"
        #expect(try Self.read(text).points[0].mass == 3e-4)
    }

    @Test("a squared mixing is stored as its root")
    func squaredMixing() throws {
        let table = try Self.read(
            Self.header.replacingOccurrences(of: "coupling: g'", with: "coupling: epsilon^2") + "1,4e-6\n2,9e-6")
        #expect(table.coupling == .kineticMixing)
        #expect(table.points.map(\.coupling) == [4e-6.squareRoot(), 9e-6.squareRoot()])
    }

    @Test("a confidence level is a percentage or a fraction", arguments: ["90 %", "90%", "90", "0.9"])
    func confidenceLevels(text: String) throws {
        let table = try Self.read(Self.header.replacingOccurrences(of: "90 %", with: text) + "1,1\n2,1")
        #expect(table.confidenceLevel == 0.9)
    }

    @Test("the constraint is drawn like the others and says that it was supplied")
    func constraint() throws {
        let constraint = try Self.read(Self.header + "1,2e-4\n4,8e-4").described(inputs: .standard)
        #expect(constraint.facts.kind == .supplied)
        let middle = try #require(try constraint.value.coupling(atMass: 2e-3))
        #expect((middle.value / 4e-4 - 1).magnitude < 1e-14)
        #expect(try constraint.value.coupling(atMass: 0.5e-3) == nil)
        #expect(
            constraint.facts.captionSentence
                == "An invented limit: a table supplied by the reader, supplied limit at 90\\,\\% C.L., 1\\,MeV to "
                + "4\\,MeV, source made up, 100 \\% \\& then some.")
    }

    @Test("the loop recast multiplies ε by 69.3")
    func loopRecast() throws {
        var table = try Self.read("0.01 1e-5\n0.02 2e-5", assuming: Self.collection)
        table.recast = .loop
        // Π(0)/g from the reference values, which take more digits of α than this project's default.
        var inputs = ParticleInputs.standard
        inputs.inverseFineStructure = 137.035_999_084
        let points = try table.described(inputs: inputs).value.coupling(atMass: 0.01)
        #expect((try #require(points).value * 0.0144329111183 / 1e-5 - 1).magnitude < 1e-11)
    }

    @Test("the file names the recast: g' = epsilon 6 pi^2 / (e ln(m_tau/m_mu)), 69.29 with alpha(0)")
    func recastOfTheFile() throws {
        let text = Self.header.replacingOccurrences(of: "g'", with: "epsilon") + "# recast: loop\n1,1e-5\n2,2e-5"
        let table = try Self.read(text)
        #expect(table.recast == .loop)
        let bound = try table.described(inputs: .standard).value
        let charge = sqrt(4 * Double.pi / 137.035999)
        let factor = 6 * Double.pi * Double.pi / (charge * log(1776.86 / 105.6583745))
        #expect(abs(bound.points.pieces[0].points[1].coupling / (2e-5 * factor) - 1) < 1e-4)
        let silent = #expect(throws: LimitTableError.self) {
            try Self.read(text.replacingOccurrences(of: "# recast: loop\n", with: "")).described(inputs: .standard)
        }
        #expect(silent?.problem == .recastMissing)
    }

    @Test(
        "a recast of g', an unknown one, and texts that no figure can show are refused",
        arguments: [
            "# recast: loop\n", "# recast: tree\n", "# label: \\alpha\n", "# label: limit \u{4E2D}\n",
            "# label: \(String(repeating: "x", count: 41))\n",
        ])
    func refusedHeaders(line: String) {
        let own = Self.header.replacingOccurrences(of: "# label: An invented limit\n", with: "")
        let error = #expect(throws: LimitTableError.self) { try Self.read(own + line + "1,2\n2,3") }
        #expect(error?.problem == .badHeaderValue)
        #expect(error?.line == 6)
    }

    @Test("an empty file and a bare one are told as such, with all that is missing at once")
    func bareFiles() {
        let empty = #expect(throws: LimitTableError.self) { try Self.read("") }
        #expect(empty?.problem == .tooFewPoints && empty?.reason.contains("neither") == true)
        let bare = #expect(throws: LimitTableError.self) { try Self.read("1 2\n2 3") }
        #expect(bare?.reason.contains("mass unit, coupling, confidence level, source") == true)
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        var body: String
        var problem: LimitTableError.Problem
        var line: Int?
        var value: String?
        var testDescription: String { problem.rawValue + " " + (value ?? "") }
    }

    @Test(
        "a faulty table names its file, line and value",
        arguments: [
            Fault(body: "1,2\n2,abc", problem: .notANumber, line: 8, value: "abc"),
            Fault(body: "1,2\n2,0x1p3", problem: .notANumber, line: 8, value: "0x1p3"),
            Fault(body: "1,2\n2,", problem: .notANumber, line: 8, value: ""),
            Fault(body: "1,2\n5MeV,2", problem: .notANumber, line: 8, value: "5MeV"),
            Fault(body: "1,2\nnan,2", problem: .notFinite, line: 8, value: "nan"),
            Fault(body: "1,2\n2,nan", problem: .tooFewPoints, line: nil, value: "1"),
            Fault(body: "1,2\n2,1d-3", problem: .notANumber, line: 8, value: "1d-3"),
            Fault(body: "1,2\n2,10^-3", problem: .notANumber, line: 8, value: "10^-3"),
            Fault(body: "inf,2\n2,1", problem: .notANumber, line: 7, value: "inf,2"),
            Fault(body: "1,1e400\n2,1", problem: .notFinite, line: 7, value: "1e400"),
            Fault(body: "1,2\n2,-3", problem: .notPositive, line: 8, value: "-3"),
            Fault(body: "0,2\n2,1", problem: .notPositive, line: 7, value: "0"),
            Fault(body: "1,2\n2,1e-400", problem: .notPositive, line: 8, value: "1e-400"),
            Fault(body: "1,2\n2,1\n1.0,3", problem: .notMonotone, line: 9, value: "1"),
            Fault(body: "1,2\n3,1\n2,3", problem: .notMonotone, line: 9, value: "2"),
            Fault(body: "3,2\n2,1\n2.5,3", problem: .notMonotone, line: 9, value: "2.5"),
            Fault(body: "1,2", problem: .tooFewPoints, line: nil, value: "1"),
            Fault(body: "", problem: .tooFewPoints, line: nil, value: "0"),
            Fault(body: "1 2 3 4\n2 3 4 5", problem: .wrongColumnCount, line: 7, value: "1 2 3 4"),
            Fault(body: "1 2 3\n2 3", problem: .wrongColumnCount, line: 8, value: "2 3"),
            Fault(body: "1 2 0.1\n2 3 0.2", problem: .badEdge, line: 7, value: "2.0 0.1"),
            Fault(body: "mass,coupling,error\n1,2,3", problem: .tooFewPoints, line: nil, value: "1"),
            Fault(body: "mass,coupling,error\n1,2,3\n2,3,4", problem: .badEdge, line: 7, value: "error"),
            Fault(body: "mass [GeV],coupling\n1,2\n2,3", problem: .badHeaderValue, line: 7, value: "GeV"),
            Fault(body: "# edge: lower\n1,2\n2,3", problem: .badEdge, line: 7, value: nil),
            Fault(body: "# edge: left\n1,2\n2,3", problem: .badHeaderValue, line: 7, value: "edge: left"),
            Fault(body: "# region: closed\n1,2\n2,3", problem: .badOutline, line: 8, value: nil),
            Fault(body: "1\n2", problem: .wrongColumnCount, line: 7, value: "1"),
            Fault(body: "0,5;1,5", problem: .wrongSeparator, line: 7, value: "0,5;1,5"),
            Fault(body: "1,2\nrole: limit\n2,3", problem: .headerAfterData, line: 8, value: "role: limit"),
            Fault(body: "mass units: keV\n1,2", problem: .unknownKey, line: 7, value: "mass units"),
            Fault(body: "# coupling: epsilon\n1,2", problem: .repeatedKey, line: 7, value: "coupling"),
            Fault(body: "role: bound\n1,2\n2,2", problem: .badHeaderValue, line: 7, value: "bound"),
            Fault(body: "1,2\n2,\u{7}3", problem: .controlCharacter, line: 8, value: "byte 7"),
        ])
    func faults(fault: Fault) throws {
        let error = #expect(throws: LimitTableError.self) { try Self.read(Self.header + fault.body) }
        #expect(error?.problem == fault.problem)
        #expect(error?.line == fault.line)
        #expect(error?.value == fault.value)
        let text = try #require(error).description
        #expect(text.hasPrefix("limits/mine.csv" + (fault.line.map { ":\($0): " } ?? ": ")))
        #expect(text.contains("; "))
    }

    @Test(
        "a header value that is not understood is refused",
        arguments: [
            ("90 %", "9 %"), ("90 %", "1"), ("90 %", "100 %"), ("90 %", "nan"), ("MeV", "mev"), ("MeV", "GeV2"),
            (": g'", ": strong"), ("invented\n", "In Vented\n"), (": g'", ":"),
        ])
    func badHeaders(part: String, replacement: String) {
        let text = Self.header.replacingOccurrences(of: part, with: replacement) + "1,2\n2,3"
        let error = #expect(throws: LimitTableError.self) { try Self.read(text) }
        #expect(error?.problem == .badHeaderValue)
        #expect(error?.line != nil)
    }

    /// A line before the points, or after them, and what is said of it.
    struct LostHeader: CustomTestStringConvertible, Sendable {
        var line: String
        var problem: LimitTableError.Problem
        var says: String
        var testDescription: String { line }
    }

    @Test(
        "a line that looks like one of the header and is none is refused: it would be lost",
        arguments: [
            LostHeader(line: "# roel: projection", problem: .unknownKey, says: "'# role: …'"),
            LostHeader(line: "#Rol: projection", problem: .unknownKey, says: "'# role: …'"),
            LostHeader(line: "# recats: loop", problem: .unknownKey, says: "'# recast: …'"),
            LostHeader(line: "roel: projection", problem: .unknownKey, says: "'# role: …'"),
            LostHeader(line: "# role projection", problem: .headerWithoutColon, says: "'# role: …'"),
            LostHeader(line: "# role = projection", problem: .headerWithoutColon, says: "'# role: …'"),
            LostHeader(line: "#ROLE\tprojection", problem: .headerWithoutColon, says: "'# role: …'"),
        ])
    func lostHeaders(lost: LostHeader) {
        for (text, line) in [
            (Self.header + lost.line + "\n1,2\n2,3", 7), (Self.header + "1,2\n" + lost.line + "\n2,3", 8),
        ] {
            let error = #expect(throws: LimitTableError.self) { try Self.read(text) }
            let isMoved = line == 8 && !lost.line.hasPrefix("#")
            #expect(error?.problem == (isMoved ? .headerAfterData : lost.problem))
            #expect(error?.line == line)
            #expect(isMoved || error?.remedy.contains(lost.says) == true)
        }
    }

    @Test(
        "a header line after the first point is refused also behind #", arguments: ["# role: projection", "#name: x"])
    func lateHeaders(late: String) {
        let error = #expect(throws: LimitTableError.self) { try Self.read(Self.header + "1,2\n2,3\n" + late) }
        #expect(error?.problem == .headerAfterData && error?.line == 9)
    }

    @Test(
        "remarks stay remarks: words that are no keys, and keys that the header states",
        arguments: [
            "# note: see the paper", "# mass coupling", "# source of the points", "# labelled by hand", "# g: strong",
            "# couplings: of the gauge boson", "# date: today",
        ])
    func remarks(remark: String) throws {
        #expect(try Self.read(Self.header + remark + "\n1,2\n" + remark + "\n2,3").points.count == 2)
    }

    @Test("a table of very many points is thinned to those that the curve needs, and says by how much it moved")
    func manyPoints() throws {
        let masses = (0..<60_000).map { 1 + 0.01 * Double($0) }
        func coupling(_ mass: Double) -> Double { 1e-3 * (1 + 0.3 * Foundation.sin(0.05 * mass)) }
        let lines = masses.map { "\($0) \(coupling($0))" }
        let table = try Self.read(Self.header + lines.joined(separator: "\n"))
        #expect(table.pointCount == 60_000 && table.points.count <= 20_000 && table.thinning < 1e-3)
        let limit = try table.described(inputs: .standard)
        #expect(limit.facts.inputsText.contains("60000, thinned to \(table.points.count)"))
        for mass in masses.filter({ Int($0 * 100).isMultiple(of: 777) }) {
            let found = try #require(try limit.value.coupling(atMass: mass * 1e-3))
            #expect(abs(found.value - coupling(mass)) <= found.error, "\(mass)")
        }
        let few = try Self.read(Self.header + lines.prefix(20_000).joined(separator: "\n"))
        #expect(few.points.count == 20_000 && few.thinning == 0)
    }

    @Test("a file beyond what any table can have is refused")
    func largeFiles() {
        let bytes = [UInt8](repeating: 0x23, count: TableScanner.mostBytes + 1)
        let large = #expect(throws: LimitTableError.self) { try LimitTable(bytes: bytes, file: "x") }
        #expect(large?.problem == .tooLarge)
    }

    @Test(
        "a mass that no particle has is refused also where the unit makes it",
        arguments: [("TeV", "1e300"), ("eV", "1e-290")])
    func impossibleMasses(unit: String, mass: String) {
        let text = Self.header.replacingOccurrences(of: "MeV", with: unit) + "\(mass),1\n1,1"
        let error = #expect(throws: LimitTableError.self) { try Self.read(text) }
        #expect(error?.problem == .outOfRange && error?.line == 7)
    }

    @Test(
        "what neither file nor assumptions state is asked for", arguments: ["source", "confidence", "mass", "coupling"])
    func missingHeaders(key: String) {
        let text = Self.header.split(separator: "\n").filter { !$0.hasPrefix("# \(key)") }.joined(separator: "\n")
        let error = #expect(throws: LimitTableError.self) { try Self.read(text + "\n1,2\n2,3") }
        #expect(error?.problem == .missingHeader)
        #expect(error?.remedy.contains("# \(key)") == true)
    }

    @Test("text that is not UTF-8 is refused with its line")
    func encodings() {
        let bytes = Array((Self.header + "1,2\n2,").utf8) + [0xB5, 0x0A]
        let error = #expect(throws: LimitTableError.self) { try LimitTable(bytes: bytes, file: "x") }
        #expect(error?.problem == .notUTF8)
        #expect(error?.line == 8)
        let wide = #expect(throws: LimitTableError.self) {
            try LimitTable(bytes: [0xFF, 0xFE, 0x31, 0x00], file: "x")
        }
        #expect(wide?.problem == .notUTF8)
    }

    @Test("random bytes are read or refused, never trusted")
    func randomBytes() {
        var random = TableRandom(seed: 5)
        let alphabet = Array("0123456789.eE+-, \t\n\r#:;xnaif'µ\u{feff}".utf8)
        for _ in 0..<2000 {
            let count = Int(random.next(in: 0...60))
            let bytes = (0..<count).map { _ in alphabet[Int(random.next(in: 0...(Double(alphabet.count) - 0.001)))] }
            guard let table = try? LimitTable(bytes: bytes, file: "r", assuming: Self.collection) else { continue }
            #expect(table.points.count >= 2)
            #expect(table.points.allSatisfy { $0.mass > 0 && $0.mass.isFinite && $0.coupling > 0 })
            for piece in table.pieces where !piece.segment.isOutline {
                let points = piece.segment.points
                #expect(zip(points, points.dropFirst()).allSatisfy { $0.mass <= $1.mass })
            }
        }
    }
}

/// SplitMix64: a fixed stream.
private struct TableRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Double> = 0...1) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(z >> 11) * 0x1p-53
    }
}
