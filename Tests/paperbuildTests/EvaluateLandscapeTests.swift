import Foundation
import Manuscript
import Testing

@Suite("evaluate, of the landscape")
struct EvaluateLandscapeTests {
    /// Values that were computed elsewhere, to the digits in which they were written down; the mixing with 1/α =
    /// 137.035999084, which moves it by 3e-9.
    static let values = [
        KnownValue("kinetic-mixing q2=0GeV2 coupling=1", 0.0144329111183, within: 4e-9, "1"),
        KnownValue("kinetic-mixing q2=-0.01GeV2 coupling=1", 0.0140153573447, within: 4e-9, "1"),
        KnownValue("kinetic-mixing q2=4e4MeV2 coupling=1", 0.0181661750451, within: 4e-9, "1"),
        KnownValue("kaon-branching-ratio mass=10MeV coupling=1", 0.217291, within: 3e-6, "1"),
        KnownValue("kaon-branching-ratio mass=100MeV coupling=1", 0.0180340, within: 3e-6, "1"),
        KnownValue(
            "kaon-branching-ratio mass=10MeV coupling=1 missing-mass-squared-min=0.05GeV2", 0.0215844, within: 3e-6,
            "1"),
        KnownValue(
            "kaon-branching-ratio mass=100MeV coupling=0.001 missing-mass-squared-min=0.05GeV2", 0.0103221e-6,
            within: 5e-6, "1"),
        KnownValue("beam-dump-limit experiment=na64mu mass=10MeV", 1.532e-5, within: 4e-4, "1"),
        KnownValue("beam-dump-limit experiment=na64mu mass=100MeV", 1.957e-5, within: 4e-4, "1"),
        KnownValue("beam-dump-limit experiment=m3-phase1 mass=10MeV", 1.724e-4, within: 4e-4, "1"),
        KnownValue("beam-dump-limit experiment=m3-phase1 mass=100MeV", 2.538e-4, within: 4e-4, "1"),
        // A thousand times the muons.
        KnownValue(
            "beam-dump-limit experiment=m3-phase2 mass=100MeV", 2.538e-4 / 1e3.squareRoot(), within: 4e-4, "1"),
        KnownValue("beam-dump-events experiment=na64mu mass=10MeV coupling=1.532e-5", 2.3, within: 8e-4, "events"),
        KnownValue("beam-dump-events experiment=m3-phase1 mass=100MeV coupling=2.538e-4", 3, within: 8e-4, "events"),
        KnownValue(
            "beam-dump-events experiment=m3-phase2 mass=100MeV coupling=2.538e-4", 3e3, within: 8e-4, "events"),
        KnownValue("thermal-coupling mass=90MeV", 4.0402e-3, within: 2e-5, "1"),
        KnownValue("thermal-coupling mass=2.07MeV", 6.1e-4, within: 1e-2, "1"),
        KnownValue("white-dwarf-limit mass=10MeV", 0.01 * (1.12e-5 / 0.0043706).squareRoot(), within: 1e-5, "1"),
        KnownValue("white-dwarf-limit mass=50MeV", 0.05 * 0.0506, within: 1e-3, "1"),
        KnownValue("borexino-limit mass=2MeV", 0.0618 * 0.002, within: 1e-15, "1"),
        KnownValue("borexino-limit mass=25MeV curve=published", 0.0618 * 0.025, within: 1e-15, "1"),
        // The range of slopes is known to two digits, for 8 and 16 %.
        KnownValue("borexino-limit mass=10MeV curve=recast", 0.041 * 0.01, within: 1.3e-2, "1"),
        KnownValue("borexino-limit mass=10MeV curve=recast excess=0.16", 0.048 * 0.01, within: 2e-2, "1"),
        KnownValue("electron-g-2 mass=10MeV coupling=1.52968e-4", 5e-13, within: 7e-6, "1"),
        KnownValue("effective-neutrinos mass=5.25366978931472MeV", 3.744, within: 1e-12, "1"),
        KnownValue("effective-neutrinos mass=8.25079663912479MeV", 3.244, within: 1e-12, "1"),
        KnownValue(
            "effective-neutrinos mass=9.36703658657944MeV decoupling-temperature=2.3MeV", 3.544, within: 1e-12, "1"),
        // 2[(13/7)^(4/3) − 1], from the entropies of three and three and a half states.
        KnownValue("effective-neutrinos mass=0MeV", 3.044 + 2.565521707607, within: 1e-11, "1"),
    ]

    @Test("gives the values that were found independently", arguments: values)
    func agrees(_ known: KnownValue) async throws {
        let answer = try await ask(known.question)
        let value = try #require(answer["value"]?.number)
        let error = try #require(answer["error"]?.number)
        #expect(abs(value - known.value) <= known.tolerance * known.value + error, "\(value)")
        #expect(error >= 0 && error <= 1e-6 * value)
        #expect(answer["unit"]?.text == known.unit)
    }

    @Test("knows every quantity, with the arguments that its contract lists and others that may be left out")
    func listing() async throws {
        let point = ["mass=<GeV>", "coupling=<number>"]
        let experiment = "experiment=na64mu|m3-phase1|m3-phase2"
        let contract: [String: [String]] = [
            "kinetic-mixing": [
                "q2=<GeV2>", "coupling=<number>", "[part=real|imaginary|magnitude]", "[tree-level=<number>]",
            ],
            "kaon-branching-ratio": point + ["[missing-mass-squared-min=<GeV2>]"],
            "beam-dump-events": [experiment] + point, "beam-dump-limit": [experiment, "mass=<GeV>"],
            "thermal-coupling": [
                "mass=<GeV>", "[dark-matter=dirac|complex-scalar|majorana]", "[ratio=<number>]",
                "[method=closed|freeze-out]",
            ],
            "white-dwarf-limit": ["mass=<GeV>"],
            "borexino-limit": ["mass=<GeV>", "[curve=published|recast]", "[excess=<number>]"],
            "electron-g-2": point + ["[through=direct|mixing]"],
            "effective-neutrinos": ["mass=<GeV>", "[decoupling-temperature=<GeV>]"], "excluded": point,
        ]
        let rows = try #require(try await BuiltPaper.shared().run("evaluate", "--list", "--json").json()["quantities"])
        for (name, arguments) in contract {
            let row = try #require(rows.elements.first { $0["quantity"]?.text == name }, "\(name) is missing")
            #expect(row["arguments"]?.elements.compactMap(\.text) == arguments, "\(name)")
        }
        let kaon = try #require(rows.elements.first { $0["quantity"]?.text == "kaon-branching-ratio" })
        #expect(kaon["defaults"]?["missing-mass-squared-min"]?.text == "0GeV2")
    }

    @Test("above the muon threshold the mixing has an imaginary part, e g′ β(3−β²)/24π, and none below")
    func imaginaryPart() async throws {
        func part(_ name: String, _ q2: Double) async throws -> Double {
            let answer = try await ask("kinetic-mixing q2=\(q2)GeV2 coupling=0.5 part=\(name)")
            return try #require(answer["value"]?.number)
        }
        // From ∫dx x(1−x) over the cut of the logarithm, β(3−β²)/6 · ½ = 1/12 of it, times π and e g′/2π².
        let square = 1 - 4 * 0.1056583755 * 0.1056583755 / 0.09
        let expected =
            0.5 * (4 * Double.pi / 137.036).squareRoot() * square.squareRoot() * (3 - square) / (24 * Double.pi)
        let imaginary = try await part("imaginary", 0.09)
        #expect(abs(imaginary / expected - 1) < 1e-12)
        let real = try await part("real", 0.09)
        #expect(abs(try await part("magnitude", 0.09) - (real * real + imaginary * imaginary).squareRoot()) < 1e-15)
        #expect(try await part("imaginary", 0.04) == 0)
        #expect(try await part("magnitude", 0.04) == part("real", 0.04))
    }

    @Test("adds a tree-level mixing, from the question or from the parameters")
    func treeLevelMixing() async throws {
        let loop = try #require(try await ask("kinetic-mixing q2=0GeV2 coupling=-1e-3")["value"]?.number)
        #expect(loop < 0)
        for change in ["tree-level=1e-4", "--set mixing.tree-level=1e-4"] {
            let sum = try #require(try await ask("kinetic-mixing q2=0GeV2 coupling=-1e-3 \(change)")["value"]?.number)
            #expect(abs(sum - loop - 1e-4) < 1e-18)
        }
    }

    @Test("the electron's magnetic moment through mixing is (e Π(0)/g′)² of the direct one")
    func electronThroughMixing() async throws {
        let direct = try #require(try await ask("electron-g-2 mass=10MeV coupling=1e-3")["value"]?.number)
        let mixed = try #require(
            try await ask("electron-g-2 mass=10MeV coupling=1e-3 through=mixing")["value"]?.number)
        #expect(abs(mixed / direct / (0.0043706 * 0.0043706) - 1) < 5e-5)
    }

    @Test("dark matter: by freeze-out unless it is a Dirac particle, and the answer says which")
    func thermalMethods() async throws {
        func answer(_ question: String) async throws -> (Double, String?) {
            let answer = try await ask("thermal-coupling \(question)")
            return (try #require(answer["value"]?.number), answer["inputs"]?["method"]?.text)
        }
        let (closed, first) = try await answer("mass=90MeV")
        #expect(first == "closed")
        let (frozen, second) = try await answer("mass=90MeV method=freeze-out")
        #expect(second == "freeze-out" && 1.1 < frozen / closed && frozen / closed < 1.25)
        // g⁴ ∝ x_f/(6b) against 1/a with b = a/6, and twice the rate that the integral of x_f⁻² leaves: about 2·20.
        for kind in ["complex-scalar", "majorana"] {
            let (pWave, third) = try await answer("mass=90MeV dark-matter=\(kind)")
            #expect(third == "freeze-out" && 15 < pow(pWave / frozen, 4) && pow(pWave / frozen, 4) < 60)
        }
        // Away from threshold effects g² ∝ m_χ⁻¹ |4m_χ² − m²| = m (r² − 4)/r at 4.4e-26 cm³/s below the muons' threshold.
        let (other, _) = try await answer("mass=90MeV ratio=5")
        #expect(abs(other * other / (closed * closed) / (4.2 / (5.0 / 3)) - 1) < 1e-12)
        #expect(try await answer("mass=90MeV --set dark-matter.ratio=5").0 == other)
    }

    @Test("follows the parameters of a variant")
    func parameters() async throws {
        func value(_ question: String) async throws -> Double { try #require(try await ask(question)["value"]?.number) }
        // The quoted mean energy, as computed elsewhere.
        let mean = try await value("trident-limit experiment=ccfr mass=10MeV --set ccfr.energy=160GeV")
        #expect(abs(mean / 9.52e-4 - 1) < 1e-3)
        let recast = "borexino-limit mass=10MeV curve=recast"
        #expect(try await value("\(recast) --set borexino.excess=0.16") == value("\(recast) excess=0.16"))
        let neutrinos = "effective-neutrinos mass=5MeV"
        #expect(
            try await value("\(neutrinos) --set neutrinos.decoupling-temperature=2.3MeV")
                == value("\(neutrinos) decoupling-temperature=2.3MeV"))
    }
}
