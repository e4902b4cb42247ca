import Foundation
import Manuscript
import Testing

@Suite("evaluate, of backgrounds")
struct EvaluateBackgroundTests {
    /// Values of an independent program, within its own errors.
    static let values = [
        KnownValue("elastic-events", 4.64059e10, within: 1e-5, "events"),
        KnownValue("elastic-leakage resolution=0.05", 3.671e-3, within: 1e-4, "events"),
        KnownValue("elastic-leakage resolution=0.02", 2.18e-57, within: 1e-2, "events"),
        KnownValue("elastic-leakage resolution=0.1 theta-resolution=0.02mrad", 1.103e6, within: 1e-3, "events"),
        KnownValue("leakage-electron-max resolution=0.1", 14.506, within: 5e-5, "GeV"),
        KnownValue(
            "kick-probability material=beryllium thickness=15mm energy=150GeV theta=1.5mrad", 2.20976e-7, within: 1e-5,
            "1"
        ),
        KnownValue("kick-events position=after", 2.839e6, within: 2e-4, "events"),
        KnownValue("kick-events position=both incoherent=1", 1.3694e7, within: 2e-4, "events"),
        KnownValue("kick-events position=after form-factor=point", 3.48e7, within: 1e-3, "events"),
        KnownValue("photon-energy-bound", 12.941759, within: 1e-6, "GeV"),
        KnownValue("photon-angle-bound", 5.954770e-3, within: 1e-6, "rad"),
        KnownValue("missing-energy-bound mass=200MeV", 60.0064, within: 2e-5, "GeV"),
        KnownValue("expected-signal-limit background=1000 uncertainty=0.05", 114.121, within: 1e-5, "events"),
        KnownValue("expected-signal-limit background=0 uncertainty=0", 2.995732, within: 1e-6, "events"),
        KnownValue("expected-limit mass=200MeV background=1e5 uncertainty=0.2", 1.3263e-2, within: 2e-4, "1"),
        KnownValue("radiative-cross-section", 3.785e7, within: 2e-3, "fb"),
        KnownValue("radiative-events charge=minus", 5.086e8, within: 2e-3, "events"),
        KnownValue("radiative-leakage resolution=0.1 separation=1mrad", 7.37e3, within: 1e-2, "events"),
        KnownValue("veto-inefficiency events=3", 8.35e-9, within: 3e-3, "1"),
        KnownValue("veto-efficiency mass=10MeV resolution=0.05 ratio-max=0.8", 0.707, within: 5e-3, "1"),
        KnownValue("neutrino-background flavour=electron charge=minus", 4.146e-7, within: 5e-3, "events"),
    ]

    private func ask(_ question: String) async throws -> JSONValue {
        try await BuiltPaper.shared().run(["evaluate"] + question.split(separator: " ").map(String.init) + ["--json"])
            .json()
    }

    @Test("gives the values that were found independently", arguments: values)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        let error = try #require(answer["error"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value + 3 * error, "\(value)")
        #expect(error <= 0.01 * value)
        #expect(answer["unit"]?.text == known.unit)
    }

    @Test("gives a kick before and after the vertex together as their sum")
    func sum() async throws {
        let parts = try await ["before", "after", "both"].asyncValues { position in
            try #require(try await ask("kick-events position=\(position) electron-max=10GeV")["value"]?.number)
        }
        #expect(abs(parts[0] + parts[1] - parts[2]) <= 1e-9 * parts[2])
    }

    @Test("gives exactly nothing where no phase space is")
    func closed() async throws {
        #expect(try await ask("radiative-events theta-min=6mrad")["value"]?.number == 0)
        #expect(try await ask("elastic-leakage resolution=0")["value"]?.number == 0)
    }

    @Test(
        "refuses what cannot be, with the values and what to do",
        arguments: [
            ("radiative-events electron-max=0.1MeV", "at least the electron's mass"),
            ("radiative-cross-section theta-min=0.1mrad", "give a photon-min above zero"),
            ("elastic-leakage resolution=-0.1", "from 0 to 1"), ("veto-inefficiency events=1e12", "ask for fewer"),
            ("kick-survivors position=both resolution=0.05 ratio-max=0", "larger than zero"),
            ("kick-events position=after material=silicon form-factor=oscillator", "made for beryllium"),
            ("expected-signal-limit background=-1 uncertainty=0", "zero or more"),
            ("photon-acceptance side=0m distance=3m", "larger than zero"),
            ("mass-precision mass=100MeV coupling=1e-3", "give a resolution above zero"),
            ("kick-events position=after electron-min=30GeV electron-max=20GeV", "below electron-max"),
        ])
    func refusals(question: String, fragment: String) async throws {
        let outcome = try await BuiltPaper.shared().run(
            ["evaluate"] + question.split(separator: " ").map(String.init))
        #expect(outcome.status != 0 && outcome.errors.contains(fragment), "\(outcome.errors)")
    }
}

extension Array where Element == String {
    fileprivate func asyncValues(_ value: (String) async throws -> Double) async rethrows -> [Double] {
        var values: [Double] = []
        for element in self { values.append(try await value(element)) }
        return values
    }
}
