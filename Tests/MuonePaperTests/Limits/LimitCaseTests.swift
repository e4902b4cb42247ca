import LimitModel
import Testing

@testable import Limits

/// Tables as people keep them: what each excludes, and where it does not.
@Suite("Tables as people keep them")
struct LimitCaseTests {
    private static func table(
        _ body: String, unit: String = "MeV", coupling: String = "g'", level: String = "90 %", more: String = ""
    ) throws -> LimitTable {
        let header = """
            # source: made up
            # confidence level: \(level)
            # mass unit: \(unit)
            # coupling: \(coupling)
            \(more)

            """
        return try LimitTable(bytes: Array((header + body).utf8), file: "limits/case.csv")
    }

    /// Whether a coupling is excluded at a mass in MeV.
    private static func excludes(_ table: LimitTable, _ mass: Double, _ coupling: Double) throws -> Bool {
        try table.described(inputs: .standard).value.evaluator().excludedCouplings(atMass: mass / 1e3)
            .contains { $0.contains(coupling) }
    }

    @Test("two edges exclude what is between them alone, whichever column is first, and falling masses too")
    func twoEdges() throws {
        let bodies = [
            "mass,lower,upper\n2,6e-6,3e-5\n3,7e-6,1.9e-5\n4.6,1.1e-5,1.15e-5",
            "mass,upper,lower\n2,3e-5,6e-6\n3,1.9e-5,7e-6\n4.6,1.15e-5,1.1e-5",
            "4.6 1.1e-5 1.15e-5\n3 7e-6 1.9e-5\n2 6e-6 3e-5",
            "# edge: upper\n2 3e-5\n3 1.9e-5\n4.6 1.15e-5\n# edge: lower\n4.6 1.1e-5\n3 7e-6\n2 6e-6",
        ]
        for body in bodies {
            let table = try Self.table(body)
            #expect(try Self.excludes(table, 3, 1e-5), "\(body)")
            for (mass, coupling) in [(3.0, 6.9e-6), (3, 2e-5), (3, 1.0), (1.9, 1e-5), (4.7, 1.1e-5), (4.5, 1.3e-5)] {
                #expect(try !Self.excludes(table, mass, coupling), "\(body): \(mass) \(coupling)")
            }
        }
        #expect(
            try Self.table(bodies[2]).assumed.map(\.name) == ["columns"], "what no title says is said in the caption")
        #expect(try Self.table(bodies[0]).assumed.isEmpty)
    }

    @Test("an outline excludes its inside, closed by its first point or by the header")
    func outlines() throws {
        let closed = "5,2e-5\n20,6e-6\n60,1e-5\n80,4e-5\n60,9e-5\n20,8e-5"
        for table in [try Self.table(closed + "\n5,2e-5"), try Self.table(closed, more: "# region: closed")] {
            #expect(try Self.excludes(table, 30, 3e-5))
            for (mass, coupling) in [(30.0, 5e-6), (30, 1e-4), (4, 2e-5), (81, 4e-5), (70, 1.2e-5)] {
                #expect(try !Self.excludes(table, mass, coupling), "\(mass) \(coupling)")
            }
        }
        let open = #expect(throws: LimitTableError.self) { try Self.table(closed) }
        #expect(open?.problem == .notMonotone && open?.remedy.contains("# region: closed") == true)
    }

    @Test("an outline that goes back on itself excludes its arms and not what is between them")
    func hollowOutlines() throws {
        // A C: open towards large masses.
        let table = try Self.table("1,1e-5\n10,1e-5\n10,2e-5\n2,2e-5\n2,8e-5\n10,8e-5\n10,1.6e-4\n1,1.6e-4\n1,1e-5")
        for (coupling, isInside) in [(1.5e-5, true), (4e-5, false), (1e-4, true), (2e-4, false), (9e-6, false)] {
            #expect(try Self.excludes(table, 5, coupling) == isInside, "\(coupling)")
        }
        #expect(try Self.excludes(table, 1.5, 4e-5))
    }

    @Test("a mass twice in a row is a vertical step: both sides hold up to it")
    func steps() throws {
        let table = try Self.table("220,9e-4\n230,7.6e-4\n230,1.1e-3\n230,1.0e-3\n260,9.2e-4")
        #expect(try Self.excludes(table, 229.999, 8e-4) && !Self.excludes(table, 230.001, 8e-4))
        #expect(try Self.excludes(table, 230, 8e-4) && !Self.excludes(table, 230, 7e-4))
        let segment = try #require(try table.described(inputs: .standard).value.curve(masses: [0.22, 0.26]).first)
        #expect(segment.points.map(\.coupling) == [9e-4, 7.6e-4, 1.1e-3, 1.0e-3, 9.2e-4], "drawn as it stands")
    }

    @Test(
        "a gap excludes nothing, and what people write there is understood",
        arguments: ["# gap", "50 nan", "50 inf", "50 -", "50 N/A"])
    func gaps(gap: String) throws {
        let table = try Self.table("10 1e-3\n20 1e-3\n\(gap)\n80 1e-3\n90 1e-3")
        #expect(table.pieces.count == 2)
        #expect(try !Self.excludes(table, 40, 1) && Self.excludes(table, 15, 2e-3) && Self.excludes(table, 85, 2e-3))
    }

    @Test("pieces and outlines behind lines without text are several, and one curve that goes on is told")
    func pieces() throws {
        let two = try Self.table("1 1e-3\n2 1e-3\n\n1 1e-5\n2 1e-5\n2 1e-4\n1 1e-4\n1 1e-5")
        #expect(two.pieces.map(\.segment.isOutline) == [false, true])
        #expect(try Self.excludes(two, 1.5, 5e-5) && !Self.excludes(two, 1.5, 5e-4) && Self.excludes(two, 1.5, 2e-3))
        let one = try Self.table("1 1e-3\n2 1e-3\n\n3 1e-3\n4 1e-3")
        #expect(one.pieces.count == 1)
        #expect(one.warnings.count == 1 && one.warnings[0].contains("line 8") && one.warnings[0].contains("# gap"))
    }

    @Test(
        "couplings of every kind mean the same limit",
        arguments: [
            ("g'", 1e-4), ("g_Z'", 1e-4), ("g'^2", 1e-8), ("g′²", 1e-8), ("alpha'", 1e-8 / (4 * Double.pi)),
            ("α'", 1e-8 / (4 * Double.pi)), ("alpha_prime", 1e-8 / (4 * Double.pi)),
        ])
    func gaugeCouplings(name: String, value: Double) throws {
        let table = try Self.table("1 \(value)\n2 \(value)", coupling: name)
        #expect(table.points.allSatisfy { abs($0.coupling / 1e-4 - 1) < 1e-14 })
    }

    @Test(
        "mixings of every kind mean the same limit",
        arguments: [
            ("epsilon", 1.0), ("ε", 1), ("epsilon e", 0.302822), ("e epsilon", 0.302822), ("epsilon^2", 1e-4),
            ("eps^2", 1e-4), ("\\epsilon^2", 1e-4),
        ])
    func mixings(name: String, factor: Double) throws {
        let own = try Self.table("1 \(1e-4 * factor)\n2 \(1e-4 * factor)", coupling: name, more: "# recast: loop")
        let plain = try Self.table("1 1e-4\n2 1e-4", coupling: "epsilon", more: "# recast: loop")
        let (a, b) =
            try (own, plain).0.described(inputs: .standard).value.coupling(atMass: 1.5e-3).flatMap { first in
                try plain.described(inputs: .standard).value.coupling(atMass: 1.5e-3).map { (first.value, $0.value) }
            } ?? (0, 1)
        #expect(abs(a / b - 1) < 1e-6)
    }

    @Test(
        "units and levels are read as people write them",
        arguments: [
            ("MeV/c^2", "90% CL"), ("MeV/c²", "90 % C.L."), ("[MeV]", "0.9"), ("MeV / c2", "90%CL"),
            ("MeV", "90 percent"),
        ])
    func units(unit: String, level: String) throws {
        let table = try Self.table("1 1e-4\n2 1e-4", unit: unit, level: level)
        #expect(table.points.map(\.mass) == [0.001, 0.002] && table.confidenceLevel == 0.9)
    }

    @Test("milli and mega are told apart by their capitals alone, and asked for where they are not")
    func milliAndMega() throws {
        #expect(try Self.table("1 1e-4\n2 1e-4", unit: "meV").points[0].mass == 1e-12)
        let error = #expect(throws: LimitTableError.self) { try Self.table("1 1e-4\n2 1e-4", unit: "mev") }
        #expect(error?.remedy.contains("milli or mega") == true)
        #expect(try Self.table("1 1e-4\n2 1e-4", unit: "GEV").points[0].mass == 1)
    }

    @Test("remarks begin with any of four signs or end a line, and marks without width are nothing")
    func remarks() throws {
        let table = try Self.table(
            "\u{feff}mass,coupling\n% one\n! two\n// three\n1,9e-4 # at rest\n\u{feff}10,9.2e-4\n100,\u{00a0}1.2e-3 % end"
        )
        #expect(table.points.map(\.coupling) == [9e-4, 9.2e-4, 1.2e-3])
    }

    @Test("a sign for no limit is a gap, a spike is told, both with their lines, and a limit of one size is not")
    func sentinels() throws {
        let table = try Self.table("213,1e5\n214,6.5e-2\n230,8e-3\n250,1e5\n251,7e-3\n400,4e-3")
        #expect(table.warnings.count == 1 && table.warnings[0].contains("lines 6 and 9"))
        #expect(try !Self.excludes(table, 240, 1) && Self.excludes(table, 300, 1) && !Self.excludes(table, 213.5, 1))
        let spike = try Self.table("213,100\n214,6.5e-2\n230,8e-3\n250,100\n251,7e-3")
        #expect(
            spike.warnings.count == 1 && spike.warnings[0].contains("lines 6 and 9")
                && spike.warnings[0].contains("nan"))
        #expect(try Self.table("213,0.3\n214,6.5e-2\n230,8e-3").warnings.isEmpty)
        let strong = try Self.table("213,4\n214,5")
        #expect(strong.warnings.count == 1 && strong.warnings[0].contains("√4π"))
    }

    @Test("a line without text between rows of two edges ends a region, also where the masses go on")
    func regionsApart() throws {
        let table = try Self.table("mass,lower,upper\n1,1e-5,1e-4\n2,1e-5,1e-4\n\n8,1e-5,1e-4\n9,1e-5,1e-4")
        #expect(table.pieces.count == 2)
        #expect(
            try Self.excludes(table, 1.5, 5e-5) && Self.excludes(table, 8.5, 5e-5) && !Self.excludes(table, 4, 5e-5))
    }

    @Test("a gap in an edge is refused with its line: what it leaves open no outline can say")
    func gapsInEdges() throws {
        let error = #expect(throws: LimitTableError.self) {
            try Self.table("# edge: lower\n1,1e-5\n2,nan\n3,1e-5\n# edge: upper\n1,1e-4\n3,1e-4")
        }
        #expect(error?.problem == .badEdge && error?.line == 8)
    }

    @Test("what collections write for no limit, one coupling at both edges, is a gap, and told")
    func signs() throws {
        let table = try Self.table(
            "# mass lower upper\n1 1e5 1e5\n2 1e5 1e5\n3 1e-5 1e-4\n4 1e-5 1e-4\n5 1e5 1e5\n6 1e-5 1e-4\n7 1e-5 1e-4")
        #expect(table.pieces.count == 2 && table.assumed.isEmpty)
        #expect(try Self.excludes(table, 3.5, 5e-5) && Self.excludes(table, 6.5, 5e-5))
        for (mass, coupling) in [(2.5, 1.0), (2.5, 1e-4), (4.5, 1e-2), (5.5, 1e-3), (5, 1e5)] {
            #expect(try !Self.excludes(table, mass, coupling), "\(mass)")
        }
        #expect(table.warnings.count == 1 && table.warnings[0].contains("lines 7, 8 and 11"))
        let lone = try Self.table("mass,lower,upper\n1,1e-5,1e-4\n2,1e-5,1e-4\n3,nan,nan\n4,1e-5,1e-4")
        #expect(lone.pieces.count == 1 && lone.warnings.count == 1 && lone.warnings[0].contains("line 10"))
        let none = #expect(throws: LimitTableError.self) { try Self.table("1 1e5 1e5\n2 1e5 1e5") }
        #expect(none?.reason.contains("every row") == true)
    }

    @Test("a remark that names the columns with another unit than the header is refused, and prose is not")
    func unitsInRemarks() throws {
        let error = #expect(throws: LimitTableError.self) {
            try Self.table("# mass [eV] kinetic mixing\n1 1e-4\n2 1e-4", unit: "GeV")
        }
        #expect(error?.problem == .badHeaderValue && error?.reason.contains("named in eV") == true)
        #expect(try Self.table("# mass [GeV] g\n1 1e-4\n2 1e-4", unit: "GeV").points.count == 2)
        #expect(try Self.table("# masses below 1 eV were left out\n1 1e-4\n2 1e-4", unit: "GeV").points.count == 2)
    }

    struct Place: Sendable, CustomTestStringConvertible {
        var body: String
        var unit: String
        var says: String?
        var testDescription: String { "\(unit): \(body.prefix(12))" }
    }

    @Test(
        "a limit that the map does not show, or that excludes all of it, is told",
        arguments: [
            Place(body: "0.0135 8.6e-4\n0.1 1.1e-3\n1 3.1e-3", unit: "MeV", says: "drawn nowhere"),
            Place(body: "0.0135 8.6e-4\n0.1 1.1e-3\n1 3.1e-3", unit: "GeV", says: nil),
            Place(body: "1 9e-9\n10 9.1e-9\n250 9e-7", unit: "MeV", says: "excludes nearly all"),
            Place(body: "1 0.5\n10 0.6", unit: "MeV", says: "drawn nowhere"),
            Place(body: "20 1e-9 2e-9\n30 1e-9 3e-9", unit: "MeV", says: "drawn nowhere"),
            Place(body: "20 1e-5 2e-5\n21 1e-5 3e-5", unit: "MeV", says: nil),
        ])
    func places(place: Place) throws {
        let limit = try Self.table(place.body, unit: place.unit).described(inputs: .standard)
        let masses = limit.facts.masses
        let curve = try limit.value.curve(masses: [masses.lowerBound, masses.upperBound])
        let warnings = MapFrame(.published).warnings(of: Described(limit.declaration, curve))
        #expect(warnings.count == (place.says == nil ? 0 : 1))
        if let says = place.says { #expect(warnings.first?.contains(says) == true) }
    }
}
