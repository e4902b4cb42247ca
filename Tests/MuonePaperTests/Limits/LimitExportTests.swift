import BuildGraph
import Foundation
import LimitModel
import NumericalMethods
import Reference
import Testing

@testable import Limits

@Suite("Exported limits")
struct LimitExportTests {
    private static func facts(_ masses: ClosedRange<Double>, level: Double? = 0.9) -> LimitFacts {
        LimitFacts(
            name: "any", label: "M$^3$ of \u{3bc}, ~50\\,\\%", process: "$\\mu N\\to\\mu N Z'$", kind: .published,
            role: .projection, confidenceLevel: level, sources: ["Somebody2020"],
            inputs: [LimitFacts.Input("events", "$N=3$")], masses: masses)
    }

    private static func exported(_ bound: TableBound) throws -> ExportedLimit {
        ExportedLimit(
            facts: facts(bound.validity), excludes: false, curve: try ExportQuestion().answer(bound, .standard))
    }

    /// What tables of all pieces exclude.
    private static func readBack(_ limit: ExportedLimit, as format: LimitFormat) throws -> (Double) throws ->
        [ExcludedCouplings]
    {
        let count = limit.curve.pieces.count
        let evaluators = try limit.curve.pieces.enumerated().map { index, piece in
            let text = format.text(limit, piece, number: count == 1 ? nil : (index + 1, of: count))
            let table = try LimitTable(bytes: Array(text.utf8), file: "any.\(format.ending)")
            #expect(table.role == .projection && table.confidenceLevel == 0.9 && table.source == limit.source)
            return try table.described(inputs: .standard).value.evaluator()
        }
        return { mass in try evaluators.flatMap { try $0.excludedCouplings(atMass: mass) }.union }
    }

    private static func expectSame(
        _ bound: TableBound, _ limit: ExportedLimit, at masses: [Double], as format: LimitFormat
    ) throws {
        let (own, back) = (try bound.evaluator(), try readBack(limit, as: format))
        for mass in masses {
            let (expected, found) = (try own.excludedCouplings(atMass: mass), try back(mass))
            guard expected.count == found.count else {
                Issue.record("\(format) at \(mass): \(expected) became \(found)")
                return
            }
            for (one, other) in zip(expected, found) {
                #expect(abs(one.lower.value / other.lower.value - 1) < 1e-9)
                #expect((one.upper == nil) == (other.upper == nil))
                if let upper = one.upper, let read = other.upper { #expect(abs(upper.value / read.value - 1) < 1e-9) }
            }
        }
    }

    @Test("are the same limit when they are read back, whatever the region", arguments: 0..<60)
    func randomRegions(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let pieces = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.region(using: &random) }
        let bound = TableBound(points: TabulatedBound(pieces: pieces))
        let limit = try Self.exported(bound)
        let masses = (0..<200).map { _ in pow(10, Double.random(in: -3...1, using: &random)) }
        for format in LimitFormat.allCases { try Self.expectSame(bound, limit, at: masses, as: format) }
    }

    /// A curve, perhaps with a step, or an outline: with one range at each mass, or around a centre.
    private static func region(using random: inout Seeded) -> LimitSegment {
        func log(_ range: ClosedRange<Double>) -> Double { pow(10, Double.random(in: range, using: &random)) }
        let count = Int.random(in: 3...12, using: &random)
        let masses = (0..<count).map { _ in log(-2.5...0.5) }.sorted()
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return LimitSegment(points: masses.map { LimitPoint(mass: $0, coupling: log(-6 ... -2)) })
        case 1:
            return LimitSegment(
                points: masses.flatMap { mass in
                    [LimitPoint(mass: mass, coupling: log(-6 ... -2))]
                        + (Bool.random(using: &random) ? [LimitPoint(mass: mass, coupling: log(-6 ... -2))] : [])
                })
        case 2:
            let lower = masses.map { LimitPoint(mass: $0, coupling: log(-6 ... -4)) }
            let upper =
                ([masses[0]] + (0..<4).map { _ in log(-2.5...0.5) }.filter { masses[0] < $0 && $0 < masses[count - 1] }
                + [masses[count - 1]]).sorted().map { LimitPoint(mass: $0, coupling: log(-4 ... -2)) }
            return LimitSegment(points: lower + upper.reversed(), isOutline: true)
        default:
            let angles = (0..<count).map { _ in Double.random(in: 0..<2 * .pi, using: &random) }.sorted()
            return LimitSegment(
                points: angles.map { angle in
                    let radius = Double.random(in: 0.2...1, using: &random)
                    return LimitPoint(
                        mass: pow(10, -1 + radius * cos(angle)), coupling: pow(10, -4 + 1.5 * radius * sin(angle)))
                }, isOutline: true)
        }
    }

    @Test("have three columns where each mass has one range, and are outlines where not")
    func shapes() throws {
        let band = [(0.01, 1e-4), (0.02, 2e-4), (0.1, 1e-4), (0.1, 1e-3), (0.05, 2e-3), (0.01, 1e-3)]
        let turned = [(0.01, 1e-4), (0.1, 1e-4), (0.02, 3e-4), (0.1, 1e-3), (0.01, 1e-3)]
        func shape(_ points: [(Double, Double)]) throws -> ExportedCurve.Piece {
            let segment = LimitSegment(points: points.map { LimitPoint(mass: $0.0, coupling: $0.1) }, isOutline: true)
            let limit = try Self.exported(TableBound(points: TabulatedBound(pieces: [segment])))
            return try #require(limit.curve.pieces.first)
        }
        for points in [band, band.reversed(), Array(band[3...] + band[..<3])] {
            let piece = try shape(points)
            #expect(piece.shape == .between && piece.points.map(\.mass) == [0.01, 0.02, 0.05, 0.1])
            #expect(piece.points[0].coupling.value == 1e-4 && piece.points[0].upper?.value == 1e-3)
        }
        #expect(try shape(turned).shape == .outline)
        let limit = try Self.exported(
            TableBound(
                points: TabulatedBound(pieces: [
                    LimitSegment(points: turned.map { LimitPoint(mass: $0.0, coupling: $0.1) }, isOutline: true)
                ])))
        #expect(LimitFormat.csv.text(limit, limit.curve.pieces[0], number: nil).contains("\n# region: closed\n"))
    }

    @Test("of a computation are as close to it between their points as they say")
    func computed() throws {
        var random = Seeded(7)
        func check<B: Bound>(_ bound: B) throws {
            let curve = try ExportQuestion().answer(bound, .standard)
            let piece = try #require(curve.pieces.first)
            let read = TabulatedBound(
                points: piece.points.map { LimitPoint(mass: $0.mass, coupling: $0.coupling.value) })
            let evaluator = try bound.evaluator()
            guard case .halfway(let stated) = curve.interpolation else {
                Issue.record("\(curve.interpolation)")
                return
            }
            #expect(stated > 0 && stated < 1.01e-4)
            let ends = bound.validity
            for _ in 0..<300 {
                let mass =
                    ends.lowerBound * pow(ends.upperBound / ends.lowerBound, Double.random(in: 0...1, using: &random))
                let (one, other) = try (evaluator.coupling(atMass: mass), read.coupling(atMass: mass))
                #expect(abs(try #require(one).value / #require(other).value - 1) < 1.1 * stated + 1e-9)
            }
        }
        try check(BoundedLimit.ccfr().bound)
        try check(BoundedLimit.na62.bound)
        try check(BoundedLimit.na64Mu.bound)
    }

    @Test("have a piece for each range where mixings cancel, and say what no table holds")
    func treeLevel() throws {
        let dwarfs = BoundedLimit.whiteDwarfs(treeLevelMixing: -1e-3).bound
        let curve = try ExportQuestion().answer(dwarfs, .standard)
        #expect(curve.pieces.map(\.shape) == [.between, .above] && curve.remarks.isEmpty)
        let evaluator = try dwarfs.evaluator()
        for (index, piece) in curve.pieces.enumerated() {
            for point in piece.points {
                let range = try evaluator.excludedCouplings(atMass: point.mass)[index]
                #expect(range.lower == point.coupling && range.upper == point.upper)
            }
        }
        let electron = try ExportQuestion().answer(
            BoundedLimit.electronMagneticMoment(treeLevelMixing: 1e-3).bound, .standard)
        #expect(electron.pieces.map(\.shape) == [.above])
        #expect(
            electron.remarks.count == 1 && electron.remarks[0].hasPrefix("Every coupling is excluded from 0.0001 to"))
        // The curve reaches the mass at which that ends.
        let (first, next) = (electron.pieces[0].points[0], try #require(electron.pieces[0].points.dropFirst().first))
        #expect(first.coupling.value < 1e-3 * next.coupling.value)
    }

    @Test("of the electron's coupling are tables of epsilon, with the recast in their header")
    func electron() throws {
        let table = try LimitTable(
            bytes: Array(
                "mass unit: GeV\nconfidence level: 90 %\nsource: x\ncoupling: epsilon\nrecast: electron\n0.01 9.5e-4\n0.02 1e-3\n"
                    .utf8),
            file: "any.csv")
        let bound = try table.described(inputs: .standard).value
        let limit = try Self.exported(bound)
        for format in LimitFormat.allCases {
            let text = format.text(limit, limit.curve.pieces[0], number: nil)
            #expect(text.contains("\n# coupling: epsilon\n# recast: electron\n") && text.contains("0.00095"))
            try Self.expectSame(bound, limit, at: [0.01, 0.015, 0.02], as: format)
        }
    }

    @Test("without a level of confidence stand apart, and state none")
    func withoutLevel() throws {
        let bound = TableBound(
            points: TabulatedBound(points: [LimitPoint(mass: 0.1, coupling: 1), LimitPoint(mass: 1, coupling: 2)]))
        let curve = try ExportQuestion().answer(bound, .standard)
        for level in [nil, 0.3, 1] {
            let limit = ExportedLimit(facts: Self.facts(0.1...1, level: level), excludes: true, curve: curve)
            let folder = try LimitExport([limit], changed: []).folder(bibliography: Blob(utf8: ""))
            let file = try #require(folder.files.first { $0.path == "without-level/csv/any.csv" })
            #expect(!file.content.text.contains("\n# confidence level:"))
            let error = #expect(throws: LimitTableError.self) {
                try LimitTable(bytes: file.content.bytes, file: "any.csv")
            }
            #expect(error?.problem == .missingHeader)
        }
    }

    @Test("without a curve are in the index, and numbers that are none are refused by name")
    func noCurve() throws {
        let empty = ExportedLimit(
            facts: Self.facts(0...0), excludes: false, curve: ExportedCurve(Curve(x: [], estimates: [])))
        let folder = try LimitExport([empty], changed: []).folder(bibliography: Blob(utf8: ""))
        let index = try #require(folder.files.first { $0.path == "index.json" }).content.text
        #expect(
            index.contains("\"note\": \"no curve with these parameters\"")
                || index.contains("no curve with these parameters"))
        #expect(folder.remarks == ["any: no curve with these parameters"])
        #expect(folder.files.map(\.path) == ["index.json", "README.md", "plot.py", "bibliography.bib"])
        let zero = ExportedLimit(
            facts: Self.facts(1...2), excludes: false,
            curve: ExportedCurve(
                pieces: [.init(.above, [.init(mass: 1, coupling: .exact(1)), .init(mass: 2, coupling: .exact(0))])],
                interpolation: .exact))
        let error = #expect(throws: LimitExport.ImpossibleNumber.self) { try LimitExport([zero], changed: []) }
        #expect(error?.description.contains("any at 2.0 GeV") == true)
    }

    @Test("have files of their own names, also where a reader's table is named like a limit")
    func names() throws {
        func limit(_ name: String, _ kind: LimitFacts.Kind, pieces: Int = 1) -> ExportedLimit {
            var facts = Self.facts(1...2)
            (facts.name, facts.kind) = (name, kind)
            let piece = ExportedCurve.Piece(
                .above, [.init(mass: 1, coupling: .exact(1)), .init(mass: 2, coupling: .exact(1))])
            return ExportedLimit(
                facts: facts, excludes: true,
                curve: ExportedCurve(pieces: Array(repeating: piece, count: pieces), interpolation: .exact))
        }
        let folder = try LimitExport(
            [
                limit("a", .published), limit("a", .supplied), limit("a", .supplied), limit("b", .published, pieces: 2),
                limit("b-2", .supplied),
            ],
            changed: []
        ).folder(bibliography: Blob(utf8: ""))
        #expect(
            folder.files.map(\.path).filter { $0.hasPrefix("csv/") } == [
                "csv/a.csv", "csv/a-supplied.csv", "csv/a-supplied-2.csv", "csv/b-1.csv", "csv/b-2.csv",
                "csv/b-2-supplied.csv",
            ])
        #expect(Set(folder.files.map(\.path)).count == folder.files.count)
    }

    @Test("move the point of a mass in its text, so that it is the same number in eV")
    func shifted() throws {
        var random = Seeded(3)
        #expect(LimitFormat.shifted(0.00204, by: 9) == "2.04e6" && LimitFormat.shifted(10, by: 9) == "1e10")
        for _ in 0..<2000 {
            let value = pow(10, Double.random(in: -20...20, using: &random))
            #expect(Double(LimitFormat.shifted(value, by: 0)) == value)
            let (text, moved) = (
                LimitFormat.shifted(value, by: 9), try #require(Double(LimitFormat.shifted(value, by: 9)))
            )
            #expect(abs(moved / value / 1e9 - 1) < 1e-15, "\(text)")
        }
    }

    @Test("speak plain English text, where TeX was")
    func plain() {
        #expect(PlainText("$\\mu N\\to\\mu N Z'$").ascii == "mu N -> mu NZ'")
        #expect(PlainText("$K^+\\to\\mu^+\\nu$, 10\\,\\%").ascii == "K^+ -> mu^+ nu, 10 %")
        #expect(PlainText("M$^3$ phase~1").label == "M3 phase 1" && PlainText("Müller").ascii == "Muller")
    }
}

/// A source of numbers that a seed decides.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
