import Foundation
import Manuscript
import Testing

/// A question to `evaluate` and a number that was found elsewhere.
struct KnownValue: Sendable, CustomTestStringConvertible {
    var question: String
    var value: Double
    /// Relative: how well the reference knows it.
    var tolerance: Double
    var unit: String

    init(_ question: String, _ value: Double, within tolerance: Double, _ unit: String) {
        self.question = question
        self.value = value
        self.tolerance = tolerance
        self.unit = unit
    }

    var testDescription: String { question }
}

@Suite("evaluate")
struct EvaluateTests {
    /// The signal from MadGraph5_aMC@NLO 3.1.1, integrated with 0.1 to 0.2 % of real error (`zprime-cross-sections.csv`),
    /// and from an independent deterministic quadrature (145.48(2), 71.505(4), 12.985(1) fb). 1/α = 137.036.
    static let signal = [
        KnownValue("signal-cross-section mass=10MeV coupling=1e-3", 145.48, within: 0.02 / 145.48, "fb"),
        KnownValue("signal-cross-section mass=100MeV coupling=1e-3", 71.505, within: 0.004 / 71.505, "fb"),
        KnownValue("signal-cross-section mass=200MeV coupling=1e-3", 12.985, within: 0.001 / 12.985, "fb"),
        KnownValue("signal-cross-section mass=10MeV coupling=1e-3 cuts=none", 10596.5, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=100MeV coupling=1e-3 cuts=none", 875.682, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=200MeV coupling=1e-3 cuts=none", 117.069, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=10MeV coupling=1e-3 cuts=angle", 711.536, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=100MeV coupling=1e-3 cuts=angle", 243.092, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=200MeV coupling=1e-3 cuts=angle", 44.7748, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=10MeV coupling=1e-3 electron-min=3GeV", 106.238, within: 2e-3, "fb"),
        KnownValue("signal-cross-section mass=200MeV coupling=1e-3 electron-min=5GeV", 5.40544, within: 2e-3, "fb"),
        KnownValue("signal-events mass=10MeV coupling=5e-4", 2181.42 / 4, within: 2e-3, "events"),
        KnownValue("signal-events mass=100MeV coupling=1e-3", 1071.67, within: 2e-3, "events"),
        KnownValue("signal-events mass=200MeV coupling=1e-3", 194.742, within: 2e-3, "events"),
        KnownValue("signal-fraction mass=10MeV theta-e-max=20mrad", 0.95360, within: 2e-3, "1"),
        KnownValue("signal-fraction mass=100MeV theta-e-max=20mrad", 0.97309, within: 2e-3, "1"),
        KnownValue("signal-fraction mass=200MeV theta-e-max=20mrad", 1, within: 1e-9, "1"),
        // N(g) = 3 with the events of the table: g = 1e-3 √(3/N).
        KnownValue("reach mass=10MeV", 1e-3 * (3 / 2181.42).squareRoot(), within: 1e-3, "1"),
        KnownValue("reach mass=100MeV events=1000", 1e-3 * (1000 / 1071.67).squareRoot(), within: 1e-3, "1"),
    ]

    /// Closed forms of `oracles.md`; the angle follows from sin θ_max = m_e/m_μ for a beam that is heavier than its
    /// target.
    static let closedForms = [
        KnownValue(
            "elastic-maximum-angle", asin(0.51099895e-3 / 0.1056583755), within: 1e-12, "rad"),
        KnownValue("elastic-minimum-energy theta=1.5mrad", 38, within: 0.5 / 38, "GeV"),
        KnownValue("photon-angle-bound", 6e-3, within: 0.5 / 6, "rad"),
        KnownValue("muon-g-2 mass=10MeV coupling=5e-4", 2.47807641516e-9, within: 1e-11, "1"),
        KnownValue("muon-g-2 mass=100MeV coupling=1e-3", 2.80355761193e-9, within: 1e-11, "1"),
        KnownValue("muon-g-2 mass=1MeV coupling=1", 0.0123086444123, within: 1e-11, "1"),
        KnownValue("gminus2-coupling mass=10MeV deviation=251e-11", 5.03210295e-4, within: 5e-9, "1"),
        KnownValue("gminus2-coupling mass=10MeV deviation=133e-11", 3.66301315e-4, within: 5e-9, "1"),
        KnownValue("gminus2-coupling mass=10MeV deviation=369e-11", 6.10134862e-4, within: 5e-9, "1"),
        KnownValue("gminus2-coupling mass=100MeV deviation=192e-11", 8.27553104e-4, within: 5e-9, "1"),
        KnownValue("gminus2-coupling mass=100MeV deviation=310e-11", 1.05154074e-3, within: 5e-9, "1"),
        // Another quadrature of the trident integral, printed to four or five digits; it does not state its error.
        KnownValue("trident-limit experiment=ccfr mass=10MeV", 8.288e-4, within: 5e-4, "1"),
        KnownValue("trident-limit experiment=ccfr mass=100MeV", 1.08767e-3, within: 5e-4, "1"),
        KnownValue("trident-limit experiment=charm2 mass=10MeV", 1.0152e-3, within: 5e-4, "1"),
        KnownValue("trident-limit experiment=charm2 mass=100MeV", 1.4358e-3, within: 5e-4, "1"),
        KnownValue("trident-ratio experiment=ccfr mass=100MeV coupling=1.08767e-3", 1.38, within: 5e-4, "1"),
        KnownValue("trident-ratio experiment=charm2 mass=10MeV coupling=1.0152e-3", 2.72, within: 1e-3, "1"),
    ]

    @Test("gives the values that were found independently", arguments: signal + closedForms)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        let error = try #require(answer["error"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value + error, "\(value)")
        #expect(error >= 0 && error <= 1e-3 * value)
        #expect(answer["unit"]?.text == known.unit)
    }

    /// Bins of `electron-energy-100MeV.csv`: events per GeV with the angle cut alone, errors of the integration.
    @Test(
        "gives the electron's spectrum: its mean over a bin is what a generator finds there",
        arguments: [(2, 129.36792, 0.122), (10, 32.963339, 0.0324), (24, 14.586405, 0.0211), (59, 3.5847209, 0.00212)])
    func spectrum(lower: Int, events: Double, error: Double) async throws {
        var points: [Double] = []
        for energy in ["\(lower)", "\(lower).5", "\(lower + 1)"] {
            let answer = try await ask("signal-spectrum mass=100MeV coupling=1e-3 electron-energy=\(energy)GeV")
            #expect(answer["unit"]?.text == "1/GeV")
            points.append(try #require(answer["value"]?.number))
        }
        let mean = (points[0] + 4 * points[1] + points[2]) / 6
        #expect(abs(mean - events) < 3 * error + 1e-3 * events)
    }

    @Test("prints exactly the documented members, with inputs in GeV and radians")
    func contract() async throws {
        let answer = try await ask("signal-events mass=50MeV coupling=1e-3 theta-min=2000urad electron-max=2e4MeV")
        #expect(Set(answer.members.keys) == ["schema", "quantity", "value", "unit", "error", "errorKind", "inputs"])
        #expect(answer["schema"]?.number == 1 && answer["quantity"]?.text == "signal-events")
        #expect(["bound", "statistical", "rounding"].contains(answer["errorKind"]?.text))
        let inputs = try #require(answer["inputs"])
        #expect(inputs["mass"]?.number == 0.05 && inputs["coupling"]?.number == 1e-3)
        #expect(inputs["theta-min"]?.number == 2e-3 && inputs["electron-max"]?.number == 20)
        #expect(inputs["cuts"]?.text == "published")
    }

    @Test("knows every quantity of the letter, with the arguments that its contract lists")
    func listing() async throws {
        let point = ["mass=<GeV>", "coupling=<number>"]
        let selection = [
            "[cuts=published|angle|none]", "[electron-min=<GeV>]", "[electron-max=<GeV>]", "[theta-min=<rad>]",
        ]
        let experiment = "experiment=ccfr|charm2"
        let contract: [String: [String]] = [
            "signal-cross-section": point + selection,
            "signal-events": point + selection
                + ["[resolution=<number>]", "[ratio-max=<number>]", "[theta-resolution=<rad>]"],
            "signal-spectrum": point + ["electron-energy=<GeV>"],
            "signal-fraction": ["mass=<GeV>", "theta-e-max=<rad>"],
            "elastic-minimum-energy": ["theta=<rad>"], "elastic-maximum-angle": [],
            "photon-angle-bound": ["[theta-min=<rad>]", "[electron-max=<GeV>]"],
            "muon-g-2": point, "gminus2-coupling": ["mass=<GeV>", "deviation=<number>"],
            "trident-ratio": [experiment] + point, "trident-limit": [experiment, "mass=<GeV>"],
            "reach": ["mass=<GeV>", "[events=<number>]"],
        ]
        let rows = try #require(try await BuiltPaper.shared().run("evaluate", "--list", "--json").json()["quantities"])
        for (name, arguments) in contract {
            let row = try #require(rows.elements.first { $0["quantity"]?.text == name }, "\(name) is missing")
            #expect(row["arguments"]?.elements.compactMap(\.text) == arguments, "\(name)")
            #expect(row["unit"]?.text?.isEmpty == false && row["meaning"]?.text?.isEmpty == false)
        }
        let names = rows.elements.compactMap { $0["quantity"]?.text }
        #expect(Set(names).count == names.count)
    }

    @Test("gives zero where the cuts close the phase space below the threshold")
    func closedPhaseSpace() async throws {
        #expect(try await ask("signal-events mass=290MeV coupling=1e-3")["value"]?.number == 0)
        let open = try await ask("signal-events mass=290MeV coupling=1e-3 cuts=none")
        #expect(try #require(open["value"]?.number) > 0)
    }

    @Test("goes by the squares of the coupling and of α")
    func scaling() async throws {
        let one = try #require(try await ask("signal-events mass=50MeV coupling=1e-3")["value"]?.number)
        let two = try #require(try await ask("signal-events mass=50MeV coupling=2e-3")["value"]?.number)
        #expect(abs(two / one - 4) < 1e-12)
        let strong = try await ask("signal-events mass=50MeV coupling=1e-3 --set constants.inverse-alpha=68.518")
        #expect(abs(try #require(strong["value"]?.number) / one - 4) < 1e-12)
    }

    @Test("is what the figures show: the reach at a mass of the scan is a point of the curve")
    func figuresAgree() async throws {
        let paper = try await BuiltPaper.shared()
        let chart = try JSONDecoder().decode(
            JSONValue.self, from: Data(try paper.text("figures/reach.json").utf8))
        let curve = try #require(chart["marks"]?.elements.first { $0["id"]?.text == "reach" })
        let (masses, couplings) = (try #require(curve["x"]).elements, try #require(curve["y"]).elements)
        for index in [0, 40, 80] {
            let (mass, coupling) = (try #require(masses[index].number), try #require(couplings[index].number))
            let answer = try await ask("reach mass=\(mass)MeV")
            #expect(abs(try #require(answer["value"]?.number) / coupling - 1) < 1e-6)
        }
    }

    @Test("prints value, error and its kind for people")
    func plain() async throws {
        let outcome = try await BuiltPaper.shared().run("evaluate", "elastic-maximum-angle")
        #expect(outcome.output.hasPrefix("0.0048363") && outcome.output.contains(" rad ± "))
        #expect(outcome.output.hasSuffix("(rounding)\n"))
    }

}

/// The answer of the built program, on the shared cache.
func ask(_ question: String) async throws -> JSONValue {
    let outcome = try await BuiltPaper.shared().run(
        ["evaluate", "--json"] + question.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.json()
}
