import Foundation
import Manuscript
import Testing

@Suite("evaluate, of other leptons in the loop and of muonium")
struct EvaluateMomentsTests {
    /// Values that were computed elsewhere, to the digits in which they were written down.
    static let values = [
        KnownValue("muonium-limit mediator=vector mass=100MeV", 8.660107e-6, within: 1e-7, "1"),
        KnownValue("muonium-limit mediator=vector mass=1GeV", 2.41451e-4, within: 3e-6, "1"),
        // As the electron's moment of evaluate's own quantity.
        KnownValue(
            "one-loop-g-2 mediator=vector lepton=electron loop-lepton=electron mass=10MeV coupling=1.52968e-4", 5e-13,
            within: 7e-6, "1"),
        KnownValue(
            "one-loop-g-2 mediator=vector lepton=muon loop-lepton=muon mass=100MeV coupling=1e-3", 2.80355761193e-9,
            within: 1e-11, "1"),
        // By mpmath with 40 digits.
        KnownValue(
            "one-loop-g-2 mediator=vector lepton=muon loop-lepton=electron mass=10MeV coupling=1e-3",
            -0.739907481997568e-6, within: 1e-10, "1"),
        KnownValue(
            "one-loop-g-2 mediator=vector lepton=electron loop-lepton=muon mass=3GeV coupling=1",
            1.49993634490504e-7, within: 1e-10, "1"),
    ]

    @Test("gives the values that were found independently", arguments: values)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        let error = try #require(answer["error"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value.magnitude + error, "\(value)")
        #expect(error >= 0 && error <= 1e-10 * value.magnitude)
        #expect(answer["unit"]?.text == known.unit)
    }

    @Test("knows both quantities, with the arguments that the contract lists and others that may be left out")
    func listing() async throws {
        let contract: [String: [String]] = [
            "one-loop-g-2": [
                "mediator=vector|axial-vector|scalar|pseudoscalar", "lepton=electron|muon|tau",
                "loop-lepton=electron|muon|tau", "mass=<GeV>", "coupling=<number>",
            ],
            "muonium-limit": ["mediator=vector|scalar", "mass=<GeV>", "[formula=published|derived]"],
        ]
        let rows = try #require(try await BuiltPaper.shared().run("evaluate", "--list", "--json").json()["quantities"])
        for (name, arguments) in contract {
            let row = try #require(rows.elements.first { $0["quantity"]?.text == name }, "\(name) is missing")
            #expect(row["arguments"]?.elements.compactMap(\.text) == arguments, "\(name)")
        }
    }

    @Test(
        "refuses what has no answer, and says why",
        arguments: [
            ("muonium-limit mediator=vector mass=100MeV formula=derived", "m_μ − m_e = 105.147 MeV"),
            ("muonium-limit mediator=scalar mass=0GeV", "larger than zero"),
            ("one-loop-g-2 mediator=scalar lepton=muon loop-lepton=electron mass=0MeV coupling=1", "larger than zero"),
            ("one-loop-g-2 mediator=scalar lepton=moun loop-lepton=electron mass=1MeV coupling=1", "'muon'"),
        ])
    func refuses(_ question: String, _ reason: String) async throws {
        let outcome = try await BuiltPaper.shared().run(["evaluate"] + question.split(separator: " ").map(String.init))
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
}
