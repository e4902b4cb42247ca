import OscillationPhysics
import PaperKit

/// What publications say of scales, m and m/GeV.
private enum Published {
    static let solarScale = 15000e3
    static let separation = 1200e3
}

extension Section {
    /// All statements of publications.
    static func published(_ appearance: AppearanceResults, _ matter: MatterResults) -> Section {
        Section("published") {
            Claim.examples()
            Claim.scales(appearance.scales)
            Claim.nodes(appearance.landmarks)
            Claim.matter(matter)
            Input("published/separation", Published.separation, in: .kilometre)
        }
    }
}

/// What publications state, and what this work finds.
extension Claim {
    /// Two numbers that a program of another author prints for this mixing: they test the whole chain, units too.
    static func examples() -> [Claim] {
        let length = 1300e3
        // The publication counts free nucleons.
        let density = 3 * MatterConstants.gramsPerNucleon / MatterConstants.gramsPerFreeNucleon
        func probability(_ name: String, _ layer: MatterLayer) -> Node<Estimate> {
            Node(
                "claims/example-\(name)/probability",
                TransitionProbability(.nufit4, energy: 1, from: .muon, to: .electron, through: [layer]))
        }
        return [
            Claim(
                "example-vacuum",
                "in vacuum $P(\\nu_\\mu\\to\\nu_e)=\(claimed: 0.04023)$ for 1\\,GeV and 1300\\,km",
                .asRounded(toDigits: 4),
                at: "listing of the three-flavour examples", of: "Bustamante2019",
                from: value("example-vacuum", probability("vacuum", .vacuum(length: length))) { $0 }),
            Claim(
                "example-matter", "the same in matter of 3\\,g/cm$^3$: $\(claimed: 0.0259, as: "0.02590")$",
                .asRounded(toDigits: 4),
                at: "listing of the three-flavour examples", of: "Bustamante2019",
                from: value(
                    "example-matter", probability("matter", MatterLayer(length: length, density: density))
                ) { $0 }),
        ]
    }

    static func scales(_ scales: Node<Scales.Values>) -> [Claim] {
        [
            Claim(
                "scale-atmospheric", "the atmospheric scale is $L/E\\sim\(claimed: 500)$\\,km/GeV",
                in: .kilometrePerEnergy, .asRounded(toDigits: 1), at: "Overview and Theoretical Context, footnote",
                of: "DUNETDR2",
                from: value("scale-atmospheric", scales) { $0.atmospheric },
                reading: .reading("$\\Delta_{31}=\\pi/2$")),
            Claim(
                "scale-solar",
                "the solar scale is $L/E\\sim\(claimed: Published.solarScale / 1e3, as: "15000")$\\,km/GeV",
                in: .kilometrePerEnergy,
                .asRounded(toDigits: 2), at: "Overview and Theoretical Context, footnote", of: "DUNETDR2",
                from: value("scale-solar", scales) { $0.solar },
                reading: .reading("$\\Delta_{21}=\\pi/2$"),
                explanation: Node("claims/scale-solar/explanation", parameters: Published.solarScale) { scale in
                    let splitting = 1e18 * 2 * .pi * MatterConstants.hbarC / scale
                    return "That is the scale of a splitting of \(decimal(splitting * 1e5, digits: 2))e-5 eV2."
                }),
            Claim(
                "jarlskog", "the Jarlskog invariant is at most $\(claimed: 0.033)$", .asRounded(toDigits: 2),
                at: "abstract", of: "GonzalezGarcia2014", from: value("jarlskog", scales) { $0.largestJarlskog },
                reading: .reading("with today's angles")),
        ]
    }

    static func nodes(_ landmarks: Node<[Landmarks.Landmark]>) -> [Claim] {
        [
            Claim(
                "higher-nodes", "higher oscillation nodes are at energies below $\(claimed: 1.5)$\\,GeV",
                in: .gigaElectronVolt, .atMost(digits: 2), at: "DUNE Physics, on neutrino oscillations", of: "DUNETDR1",
                from: values("higher-nodes", landmarks) { landmarks in
                    landmarks.map {
                        LabelledEstimate("\(decimal($0.phase * 180 / .pi)) deg", $0.firstMinimum.place)
                    }
                }, reading: .reading("the first minimum"))
        ]
    }

    static func matter(_ results: MatterResults) -> [Claim] {
        [
            Claim(
                "matter-asymmetry",
                "without CP violation the asymmetry at 1300\\,km is about $\\pm\(claimed: 40)\\,\\%$",
                in: .percent, .asRounded(toDigits: 1), at: "Experimental Context: Baseline", of: "DUNECDR1",
                from: values("matter-asymmetry", results.parts) {
                    [LabelledEstimate("normal", $0.normal), LabelledEstimate("inverted", $0.inverted.magnitude)]
                }, reading: .reading("its magnitude at the first maximum")),
            Claim(
                "matter-over-phase", "that is larger than the phase can make it", .atLeast(digits: 3),
                at: "Experimental Context: Baseline", of: "DUNECDR1",
                from: value("matter-over-phase", results.parts) { $0.normal / $0.largestOfPhase },
                reading: .reading("the ratio is not below \(claimed: 1)")),
            Claim(
                "separation",
                """
                the degeneracy of matter and CP violation can be resolved beyond about \
                $\(claimed: Published.separation / 1e3)$\\,km
                """,
                in: .kilometre, .asRounded(toDigits: 2), at: "DUNE Physics, on neutrino oscillations", of: "DUNETDR1",
                from: value("separation", results.separation) { $0 },
                reading: .inference(
                    "no phases give both orderings one asymmetry at the first maximum"),
                explanation: Node(
                    "claims/separation/explanation",
                    parameters: "The publication means events of a spectrum with their uncertainties, "
                        + "for which the orderings need a distance between them."
                ) { $0 }),
        ]
    }
}
