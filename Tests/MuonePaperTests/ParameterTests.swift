import MuoneParameters
import Testing

@testable import MuoneCommon
@testable import PaperKit

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

    @Test("say their value in a form that they take back", arguments: PaperParameters.all.map(\.name))
    func roundTrip(_ name: String) throws {
        let definition = try #require(PaperParameters.all.first { $0.name == name })
        var parameters = PaperParameters.published
        try parameters.set("\(name)=\(definition.text(parameters))")
        #expect(parameters == .published)
    }

    @Test("have names and meanings of their own")
    func names() {
        let names = PaperParameters.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(PaperParameters.all.allSatisfy { !$0.meaning.isEmpty && !$0.format.isEmpty })
    }

    @Test("warn of elastic events behind the second beam, and of an uncertainty that has no background to act on")
    func landscapeWarnings() throws {
        var beam = PaperParameters.published
        try beam.set("landscape.beam-energy=20GeV")
        let warnings = try beam.warnings()
        #expect(warnings.count == 1 && warnings[0].contains("landscape.beam-energy") && warnings[0].contains("20 GeV"))
        var kaons = PaperParameters.published
        try kaons.set("na62.systematic=0.1")
        #expect(try kaons.warnings().map { $0.contains("na62.background") } == [true])
        try kaons.set("na62.background=100")
        #expect(try kaons.warnings().isEmpty)
    }

    @Test("as published are valid and give no warning")
    func published() throws {
        try PaperParameters.published.check()
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
        try parameters.check()
        parameters.heavy.mass = 0.2994
        #expect(throws: ParameterError.self) { try parameters.check() }
    }

    @Test("refuse what is not a number", arguments: ["beam.energy=infGeV", "beam.energy=1e999GeV", "reach.events=nan"])
    func notFinite(_ assignment: String) {
        var parameters = PaperParameters.published
        #expect(throws: ParameterError.self) { try parameters.set(assignment) }
    }
}
