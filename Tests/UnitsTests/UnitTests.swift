import Testing

@testable import Units

@Suite("Units")
struct UnitTests {
    @Test(
        "a number with a unit is converted to the internal unit",
        arguments: [
            ("50MeV", PhysicalDimension.energy, 0.05), ("1.5mrad", .angle, 0.0015), ("-0.1GeV2", .energySquared, -0.1),
            ("15/fb", .integratedLuminosity, 15), ("15fb^-1", .integratedLuminosity, 15), ("2e3", .dimensionless, 2000),
            ("1e-3", .dimensionless, 1e-3), ("245ub", .crossSection, 2.45e11), ("1eV", .energy, 1e-9),
            ("3 TeV", .energy, 3000), ("0.51099895MeV", .energy, 0.51099895e-3), ("1776.86MeV", .energy, 1.77686),
            ("2.5e-1mrad", .angle, 2.5e-4), ("90deg", .angle, .pi / 2), ("20µrad", .angle, 2e-5),
            ("1.6e+2GeV", .energy, 160), ("0.137GeV-2", .inverseEnergySquared, 0.137),
            ("0.137/GeV^2", .inverseEnergySquared, 0.137), ("2GeV⁻²", .inverseEnergySquared, 2),
            ("3MeV^-2", .inverseEnergySquared, 3e6), ("52500MeV²", .energySquared, 0.0525),
        ])
    func conversion(text: String, dimension: PhysicalDimension, expected: Double) throws {
        #expect(try dimension.value(of: text) == expected)
    }

    @Test("a bare number is refused where a unit is needed, and the message shows how to write it")
    func bareNumber() {
        #expect(throws: UnitError.unitMissing(text: "50", dimension: .energy)) {
            try PhysicalDimension.energy.value(of: "50")
        }
        #expect(UnitError.unitMissing(text: "50", dimension: .energy).description.contains("50GeV"))
    }

    @Test("a unit of another dimension is named as such")
    func otherDimension() {
        #expect(throws: UnitError.unitOfAnotherDimension(unit: "mrad", found: .angle, expected: .energy)) {
            try PhysicalDimension.energy.value(of: "2mrad")
        }
    }

    @Test("what is not a finite number is refused", arguments: ["", "GeV", "nanGeV", "--1GeV", "1.2.3GeV"])
    func notANumber(text: String) {
        #expect(throws: UnitError.notANumber(text: text)) { try PhysicalDimension.energy.value(of: text) }
    }

    @Test(
        "what is larger or closer to zero than numbers can be is refused, and never taken for infinity or zero",
        arguments: ["1e999GeV", "1e-999GeV", "-1e400GeV", "1e308TeV", "1e-320eV", "0.0001e-320GeV"])
    func beyondNumbers(text: String) {
        #expect(throws: UnitError.beyondNumbers(text: text)) { try PhysicalDimension.energy.value(of: text) }
    }

    @Test(
        "zero is zero with any exponent",
        arguments: ["0e9223372036854775807TeV", "-0e-9223372036854775808MeV", "0.00e5GeV", "0eV"])
    func zeros(text: String) throws {
        #expect(try PhysicalDimension.energy.value(of: text) == 0)
    }

    @Test("an example keeps the number that was typed", arguments: PhysicalDimension.known)
    func examples(dimension: PhysicalDimension) throws {
        guard dimension != .dimensionless else { return }
        #expect(try dimension.value(of: dimension.example("15")) == 15)
        #expect("\(UnitError.unitMissing(text: "15", dimension: dimension))".hasSuffix(" \(dimension.example("15"))"))
    }

    @Test("an unknown unit is refused with the list of known ones")
    func unknownUnit() {
        let error = UnitError.unitUnknown(unit: "gev", dimension: .energy)
        #expect(throws: error) { try PhysicalDimension.energy.value(of: "5gev") }
        #expect(error.description.contains("GeV, MeV"))
    }
}
