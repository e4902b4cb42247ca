import Foundation
import Manuscript
import Testing

@Suite("evaluate, of the elastic channel")
struct EvaluateElasticTests {
    /// Values that were computed elsewhere, to the digits in which they were written down; the rates with 1/α =
    /// 137.035999084, which moves them by 1.4e-8.
    static let values = [
        KnownValue("elastic-spectrum recoil=1GeV", 0.650104466495, within: 1.5e-8, "1/GeV3"),
        KnownValue("elastic-spectrum recoil=20000MeV", 1.41733078e-3, within: 2e-8, "1/GeV3"),
        KnownValue("elastic-spectrum recoil=100GeV", 3.31973801e-5, within: 2e-8, "1/GeV3"),
        KnownValue("elastic-cross-section electron-min=1GeV", 244.909485733, within: 1.5e-8, "ub"),
        KnownValue("elastic-chi2 model=vector mass=29.5MeV coupling=5.89e-4 ratio=0.8", 2.690, within: 2e-4, "1"),
        KnownValue(
            "elastic-chi2 model=vector mass=29.5MeV coupling=5.89e-4 ratio=0.8 bins=20", 1.547, within: 4e-4, "1"),
        KnownValue(
            "elastic-chi2 model=vector mass=29.5MeV coupling=5.89e-4 ratio=0.8 bins=100", 3.945, within: 2e-4, "1"),
        KnownValue("elastic-chi2 model=vector mass=126MeV coupling=1.26e-3 ratio=0.4", 1.425, within: 4e-4, "1"),
        KnownValue("elastic-chi2 model=vector mass=126MeV coupling=1.26e-3 ratio=-0.4", 1.425, within: 4e-4, "1"),
        KnownValue("elastic-reach model=vector mass=1MeV", 4.5626e-4, within: 2e-5, "1"),
        KnownValue("elastic-reach model=vector mass=100MeV chi2=2.71", 5.5496e-4, within: 2e-5, "1"),
        // Only the product of the couplings counts.
        KnownValue("elastic-reach model=vector mass=100MeV ratio=0.5", 2 * 5.5496e-4, within: 2e-5, "1"),
        KnownValue("elastic-reach model=lmu-ltau mass=100MeV", 7.58714e-3, within: 3e-6, "1"),
    ]

    @Test("gives the values that were found independently", arguments: values)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        let error = try #require(answer["error"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value + error, "\(value)")
        #expect(error >= 0 && error <= 1e-9 * value)
        #expect(answer["unit"]?.text == known.unit)
    }

    @Test("knows every quantity, with the arguments that its contract lists and others that may be left out")
    func listing() async throws {
        let model = "model=vector|vector-flavour|lmu-ltau|scalar|scalar-flavour"
        let contract: [String: (required: [String], optional: [String])] = [
            "elastic-spectrum": (["recoil=<GeV>"], []), "elastic-cross-section": (["electron-min=<GeV>"], []),
            "elastic-chi2": (
                [model, "mass=<GeV>", "coupling=<number>"], ["[ratio=<number>]", "[bins=<whole number>]"]
            ),
            "elastic-reach": (
                [model, "mass=<GeV>"], ["[ratio=<number>]", "[bins=<whole number>]", "[chi2=<number>]"]
            ),
        ]
        let rows = try #require(try await BuiltPaper.shared().run("evaluate", "--list", "--json").json()["quantities"])
        for (name, arguments) in contract {
            let row = try #require(rows.elements.first { $0["quantity"]?.text == name }, "\(name) is missing")
            let listed = row["arguments"]?.elements.compactMap(\.text) ?? []
            #expect(listed.filter { !$0.hasPrefix("[") } == arguments.required, "\(name)")
            #expect(Set(arguments.optional).isSubset(of: listed), "\(name)")
        }
    }

    @Test(
        "refuses what cannot be, with the values and what to do",
        arguments: [
            ("elastic-spectrum recoil=200GeV", "up to 139.818 GeV"),
            ("elastic-cross-section electron-min=0GeV", "above 0"),
            ("elastic-chi2 model=lmu-ltau mass=0MeV coupling=1", "larger than zero"),
            ("elastic-chi2 model=vector mass=-1MeV coupling=1", "zero or larger"),
            ("elastic-chi2 model=scalr mass=1MeV coupling=1", "did you mean 'scalar'"),
            ("elastic-reach model=lmu-ltau mass=1MeV ratio=2", "it has one coupling only"),
            ("elastic-reach model=scalar mass=1MeV ratio=0", "no coupling up to"),
            ("elastic-reach model=scalar-flavour mass=20MeV beam=negative", "a beam of mu+"),
            ("elastic-reach model=vector mass=1MeV chi2=0", "larger than zero"),
        ])
    func refusals(question: String, fragment: String) async throws {
        let outcome = try await BuiltPaper.shared().run(
            ["evaluate"] + question.split(separator: " ").map(String.init))
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(fragment), "\(outcome.errors)")
    }
}
