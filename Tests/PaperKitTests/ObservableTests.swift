import BuildGraph
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("The observables of any paper")
struct ObservableTests {
    private func answer(_ arguments: String...) async throws -> Answer? {
        let variant = try Variant(Pendulum(), project: Small.folder)
        let evaluation = try Evaluation("period", arguments, of: variant, among: SmallPaper.observables)
        return try await evaluation.answer(by: try Small().engine) as? Answer
    }

    @Test("are computed at a point through the graph's computations")
    func value() async throws {
        let answer = try #require(try await answer("length=25cm"))
        #expect((answer.value - 1.00303334).magnitude < 1e-8 && answer.unit == "s")
        #expect(answer.inputs == ["length": .number(0.25)])
    }

    @Test("refuse a question that is not one, with the remedy")
    func refusals() async {
        await #expect { try await answer("length") } throws: { "\($0)".contains("it takes length=<m>") }
        await #expect { try await answer("width=1m") } throws: { "\($0)".contains("takes no argument 'width'") }
        await #expect { try await answer("length=1GeV") } throws: { "\($0)".contains("is a unit of energy") }
        await #expect(throws: EvaluationError.missing(argument: "length", of: "period")) { try await answer() }
    }
}
