import BuildGraph
import MuoneComputations
import NumericalMethods
import Phenomenology
import Testing

@testable import MuonePaper

@Suite("Questions of evaluate")
struct EvaluationTests {
    /// What topics to come need of arguments.
    private static let observable = Observable(
        name: "test", meaning: "a test", unit: "1",
        arguments: [
            .number("t", .energySquared), .count("bins", 1...1000, .text("50")),
            .choice("name", ["F1", "F2", "mixing"], .text("F1")),
            .choice("normalisation", ["fixed", "free"], .text("fixed")),
            .number("systematic", .dimensionless, .text("0")),
            .number(
                "doubled", .dimensionless,
                .dependent("twice the bins") { arguments, _ in arguments.count("bins").map { .number(Double(2 * $0)) } }
            ),
        ]
    ) { _, _ in Node("test", parameters: 1) { _ in nil } }

    private func values(_ text: String) throws -> [String: ArgumentValues.Value] {
        try Evaluation(Self.observable, text.split(separator: " ").map(String.init), parameters: .published)
            .arguments.values
    }

    @Test("take numbers of either sign, counts, names, and what follows from others")
    func arguments() throws {
        #expect(
            try values("t=-0.1GeV2 bins=20 name=mixing normalisation=free systematic=1e-5") == [
                "t": .number(-0.1), "bins": .number(20), "name": .text("mixing"), "normalisation": .text("free"),
                "systematic": .number(1e-5), "doubled": .number(40),
            ])
        #expect(try values("t=1GeV2")["doubled"] == .number(100))
        #expect(try values("t=1GeV2 doubled=3")["doubled"] == .number(3))
    }

    @Test("refuse counts that are none, with the range", arguments: ["2.5", "0", "1001", "many", "1e2", "-3"])
    func counts(_ text: String) {
        #expect(throws: EvaluationError.notACount(argument: "bins", of: "test", text: text, range: 1...1000)) {
            try values("t=1GeV2 bins=\(text)")
        }
    }

    @Test("suggest the near unit and the near name")
    func suggestions() {
        for (text, near) in [("t=1Gev2", "'GeV2'"), ("t=1GeV2 name=mixin", "'mixing'"), ("t=1GeV2 bin=3", "'bins'")] {
            do {
                _ = try values(text)
                Issue.record("\(text) was taken")
            } catch {
                #expect("\(error)".contains("did you mean \(near)?"), "\(error)")
            }
        }
    }

    @Test("have names and argument names of their own, and say what stands in for what is left out")
    func names() {
        #expect(Set(Observable.all.map(\.name)).count == Observable.all.count)
        for observable in Observable.all {
            #expect(Set(observable.arguments.map(\.name)).count == observable.arguments.count, "\(observable.name)")
        }
        #expect(Self.observable.defaults["doubled"] == "twice the bins" && Self.observable.defaults["bins"] == "50")
    }

    @Test("the tables of a reader count among the limits, with their own name and kind")
    func suppliedLimits() async throws {
        let constraint = Constraint(
            name: "mine", label: "Mine", process: "invented for this test", kind: .supplied, role: .limit,
            confidenceLevel: 0.95, sources: [], inputs: [],
            boundary: .interpolated(
                TabulatedBound(points: [
                    LimitPoint(mass: 0.01, coupling: 1e-5), LimitPoint(mass: 0.03, coupling: 1e-5),
                ])))
        let supplied = Node("supplied", parameters: constraint) { [DrawnLimit(constraint: $0, segments: [])] }
        // The table's node is a closure of this test.
        let program = CodeDigests.ofThisProgram
        let digests = CodeDigests(
            sources: program.sources.merging(["MuonePaperTests": "1"]) { $1 }, dependencies: program.dependencies)
        func verdicts(mass: String) async throws -> ExcludedPoint.Verdicts {
            let evaluation = try Evaluation(
                "excluded", ["mass=\(mass)", "coupling=5e-5"], parameters: .published, supplied: supplied)
            guard case .verdicts(let node) = evaluation.question else { throw NoVerdicts() }
            return try await BuildEngine(store: MemoryStore(), digests: digests).value(of: node)
        }
        let inside = try await verdicts(mass: "20MeV")
        #expect(inside.excluding.map(\.experiment.name) == ["mine"])
        let ratio = try #require(inside.excluding.first?.ratio)
        #expect(abs(ratio.value - 5) < 1e-12 && inside.excluding.first?.experiment.kind == .supplied)
        let outside = try await verdicts(mass: "31MeV")
        #expect(outside.excluding.isEmpty && outside.ended.contains { $0.experiment.name == "mine" })
    }

    @Test(
        "compare with the same constraints as the map of all limits, which the published parameters leave as they are")
    func constraints() {
        let published = LandscapeParameters()
        #expect(Constraint.all.map { $0.adjusted(to: published) } == Constraint.all)
        var variant = published
        (variant.ccfrEnergy, variant.kaonBackground, variant.kaonSystematic) = (160, 100, 0.1)
        let drawn = LandscapeConstraints(variant)
        let names = Set((drawn.limits + drawn.projections).map(\.name))
        #expect(names == Set(Constraint.all.map(\.name)))
        for constraint in drawn.limits + drawn.projections {
            #expect(Constraint.named(constraint.name)?.adjusted(to: variant) == constraint, "\(constraint.name)")
        }
        variant.borexinoExcess = 0.16
        let recast = Constraint.borexinoRecast.adjusted(to: variant)
        #expect(recast.inputs.contains { $0.value == "16\\,\\%" } && recast != .borexinoRecast)
    }

    private struct NoVerdicts: Error {}
}
