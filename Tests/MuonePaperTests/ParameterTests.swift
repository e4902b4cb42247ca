import MuoneComputations
import Testing

@testable import MuonePaper

@Suite("Parameters of the paper")
struct ParameterTests {
    @Test(
        "are changed in their own units",
        arguments: [
            ("cuts.theta=2mrad", 2e-3), ("cuts.theta=0.002rad", 2e-3), ("cuts.theta=2000urad", 2e-3),
        ])
    func angle(assignment: String, radians: Double) throws {
        var parameters = PaperParameters.published
        try parameters.set(assignment)
        #expect(parameters.minimumMuonAngle == radians)
    }

    @Test("say their value in a form that they take back", arguments: PaperParameters.definitions.map(\.name))
    func roundTrip(_ name: String) throws {
        let definition = try #require(PaperParameters.definitions.first { $0.name == name })
        var parameters = PaperParameters.published
        try parameters.set("\(name)=\(definition.text(parameters))")
        #expect(parameters == .published)
    }

    @Test("have names and meanings of their own")
    func names() {
        let names = PaperParameters.definitions.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(PaperParameters.definitions.allSatisfy { !$0.meaning.isEmpty && !$0.format.isEmpty })
    }

    @Test("as published are valid and give no warning")
    func published() throws {
        try PaperParameters.published.validate()
        #expect(try PaperParameters.published.warnings() == [])
    }

    @Test("warn of elastic events below 1.159 mrad and not above", arguments: [(1.158, true), (1.160, false)])
    func elasticEvents(milliradians: Double, isWarned: Bool) throws {
        var parameters = PaperParameters.published
        parameters.minimumMuonAngle = milliradians * 1e-3
        #expect(try parameters.warnings().isEmpty != isWarned)
    }

    @Test("refuse the threshold itself as a mass")
    func threshold() throws {
        var parameters = PaperParameters.published
        parameters.heavy.mass = 0.2993
        try parameters.validate()
        parameters.heavy.mass = 0.2994
        #expect(throws: ParameterError.self) { try parameters.validate() }
    }

    @Test("refuse what is not a number", arguments: ["beam.energy=infGeV", "beam.energy=1e999GeV", "reach.events=nan"])
    func notFinite(_ assignment: String) {
        var parameters = PaperParameters.published
        #expect(throws: ParameterError.self) { try parameters.set(assignment) }
    }
}
