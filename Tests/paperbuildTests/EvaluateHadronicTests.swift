import Foundation
import Manuscript
import Testing

@Suite("evaluate, of the hadronic running")
struct EvaluateHadronicTests {
    static let values = [
        // −K t/15, and the moment with more digits of 1/α, which moves it by 7e-9.
        KnownValue("hadronic-running t=-1e-9GeV2", 0.137e-9 / 15, within: 1e-8, "1"),
        KnownValue("hadronic-running t=-1e-9GeV2 K=0.274GeV-2 M=50GeV2", 0.274e-9 / 15, within: 1e-8, "1"),
        KnownValue("hadronic-moment", 687.782876e-10, within: 1e-8, "1"),
        KnownValue("hadronic-moment K=0.1371627636/GeV2 M=52500MeV2", 688.6e-10, within: 1e-8, "1"),
        // Publications leave out the unit of K.
        KnownValue("hadronic-moment K=0.1371627636", 688.6e-10, within: 1e-8, "1"),
        KnownValue("hadronic-moment method=timelike", 687.782876e-10, within: 1e-8, "1"),
    ]

    @Test("gives the values that were found independently", arguments: values)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value, "\(value)")
        #expect(answer["unit"]?.text == known.unit)
    }

    @Test("says what it took for K and M")
    func inputs() async throws {
        let answer = try await ask("hadronic-running t=-0.1GeV2")
        #expect(answer["inputs"]?["K"]?.number == 0.137)
        #expect(answer["inputs"]?["M"]?.number == 0.0525)
        #expect(answer["inputs"]?["t"]?.number == -0.1)
    }

    @Test(
        "refuses what has no value, and says what to give",
        arguments: [
            ("hadronic-running t=-0.1GeV2 M=0GeV2", "larger than zero"), ("hadronic-running", "needs 't='"),
            ("hadronic-running t=-0.1", "GeV2"), ("hadronic-moment K=0.1GeV", "GeV-2"),
            ("hadronic-moment method=lattice", "spacelike"),
        ])
    func badInput(question: String, hint: String) async throws {
        let words = question.split(separator: " ").map(String.init)
        let outcome = try await BuiltPaper.shared().run(["evaluate"] + words)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    }
}
