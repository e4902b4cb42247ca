import BosonPhysics
import BuildGraph
import CosmologyPhysics
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers of the text on the early universe.
enum CosmologyNumbers {
    static func all(_ nodes: CosmologyNodes) -> [Quantity] {
        neutrinos(nodes) + nodes.examples.flatMap { target($0.kind, $0.target) } + darkMatter(nodes)
            + zip(nodes.examples, nodes.boltzmann).map { example, abundance in
                Quantity(
                    "thermal/\(example.kind.rawValue)/boltzmann",
                    "Ωh² by the Boltzmann equation at the target of the example, \(example.kind.rawValue)", .digits(3),
                    from: abundance)
            }
    }

    /// The parameters and published numbers that the text names.
    static func inputs(_ nodes: CosmologyNodes) throws -> [NumbersFile.Passage] {
        let landscape = nodes.parameters.landscape
        let hubble = EffectiveNeutrinos.hubbleExcess
        let relic = RelicInputs.standard
        let numbers: [(String, Double, DisplayUnit)] = [
            ("cosmology/temperature", landscape.decouplingTemperature, .megaElectronVolt),
            ("cosmology/hotter-temperature", EffectiveNeutrinos.hotterTemperature, .megaElectronVolt),
            ("cosmology/published-line", CosmologyNodes.publishedNeffLine, .megaElectronVolt),
            ("cosmology/line-excess", CosmologyNodes.lineExcess, .none),
            ("cosmology/hubble-excess-min", hubble.lowerBound, .none),
            ("cosmology/hubble-excess-max", hubble.upperBound, .none),
            ("cosmology/ratio", landscape.darkMatterRatio, .none),
            ("cosmology/abundance", relic.abundance, .none),
            ("cosmology/abundance-steigman", RelicInputs.abundanceSteigman2012, .none),
            ("cosmology/annihilation-bound", relic.annihilationBound, .none),
            ("cosmology/muon-efficiency", relic.muonEfficiency, .none),
            ("cosmology/canonical", CosmologyNodes.canonicalCrossSection, .none),
            ("cosmology/example-mass", CosmologyNodes.exampleMass, .megaElectronVolt),
            ("cosmology/published-target-mass", CosmologyNodes.publishedTarget.mass, .megaElectronVolt),
            ("cosmology/published-target", CosmologyNodes.publishedTarget.coupling, .none),
            (
                "cosmology/example-dark-matter", CosmologyNodes.exampleMass / landscape.darkMatterRatio,
                .megaElectronVolt
            ),
        ]
        return try numbers.map { id, value, unit in
            let shown = unit.display(.exact(value))
            return NumbersFile.Passage("input/\(id)", try CertifiedDecimal(shown, significantDigits: 10).texText)
        }
    }

    private static func neutrinos(_ nodes: CosmologyNodes) -> [Quantity] {
        func edge<Band: Codable & Sendable>(
            _ name: String, _ meaning: String, _ band: Node<Band>,
            _ select: @escaping @Sendable (Band) throws -> Estimate?
        ) -> Quantity {
            Quantity("cosmology/\(name)", meaning, in: .megaElectronVolt, .digits(3), from: band, select)
        }
        return [
            Quantity(
                "cosmology/line", "mass at the excess of species of the line of light elements", in: .megaElectronVolt,
                .digits(3), from: nodes.neffLine),
            edge("hubble-lower", "lower edge of the Hubble band", nodes.hubbleBand) { $0.lower },
            edge("hubble-upper", "upper edge of the Hubble band", nodes.hubbleBand) { $0.upper },
            edge("hubble-hotter-lower", "the same, hotter decoupling", nodes.hotterHubbleBand) { $0.lower },
            edge("hubble-hotter-upper", "the same, hotter decoupling", nodes.hotterHubbleBand) { $0.upper },
        ]
    }

    private static func target(_ kind: DarkMatterKind, _ target: Node<ThermalTarget>) -> [Quantity] {
        let id = "thermal/\(kind.rawValue)"
        let of = "of thermal dark matter, \(kind.rawValue), at the example's mass"
        return [
            Quantity("\(id)/freeze-out", "x_f \(of)", .digits(3), from: target) { $0.freezeOutEstimate },
            Quantity("\(id)/integral", "annihilation after freeze-out \(of), GeV⁻²", .digits(3), from: target) {
                $0.integral
            },
            Quantity("\(id)/y", "y \(of)", .digits(2), from: target) { $0.y },
            Quantity("\(id)/coupling", "g′ = g_χ \(of)", .digits(3), from: target) { $0.coupling(darkCoupling: nil) },
            Quantity("\(id)/cross-section", "⟨σv⟩ at freeze-out \(of), cm³/s", .digits(2), from: target) {
                $0.crossSectionEstimate
            },
        ]
    }

    private static func darkMatter(_ nodes: CosmologyNodes) -> [Quantity] {
        [
            Quantity(
                "thermal/closed-form", "g′ = g_χ with a constant cross section, at the example's mass", .digits(5),
                from: nodes.closedForm),
            Quantity(
                "thermal/self-conjugate-light", "⟨σv⟩ of self-conjugate dark matter of 0.3 GeV, Boltzmann, cm³/s",
                .digits(3), from: nodes.lightRelic
            ) { $0.byBoltzmannEquation },
            Quantity(
                "thermal/self-conjugate-light-freeze-out", "the same by freeze-out", .digits(3), from: nodes.lightRelic
            ) { $0.byFreezeOut },
            Quantity(
                "thermal/self-conjugate-light-today",
                "⟨σv⟩ of self-conjugate dark matter of 0.3 GeV for today's abundance, cm³/s", .digits(3),
                from: nodes.lightRelicToday
            ) { $0.byBoltzmannEquation },
            Quantity(
                "thermal/closed-form-published", "the same at the mass of a published point", .digits(3),
                from: nodes.closedFormAtPublished),
            Quantity(
                "thermal/cmb-lower", "least mass of Dirac targets that the CMB excludes", in: .megaElectronVolt,
                .digits(4), from: nodes.excludedDirac
            ) { $0?.lower },
            Quantity(
                "thermal/cmb-upper", "largest mass of Dirac targets that the CMB excludes", in: .gigaElectronVolt,
                .digits(2), from: nodes.excludedDirac
            ) { $0?.upper },
        ]
    }
}
