import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology
import Reference

/// What others say of the boson in the early universe and of thermal dark matter.
enum CosmologyClaims {
    static func all(_ nodes: CosmologyNodes) -> [Claim] {
        neutrinos(nodes) + crossSections(nodes) + targets(nodes)
    }

    // MARK: Neutrinos

    private static func neutrinos(_ nodes: CosmologyNodes) -> [Claim] {
        let approximation =
            "The entropy is shared at one temperature and between ν_μ, ν_τ and the boson alone. In the publication the "
            + "boson also delays the decoupling, which no single temperature describes: the published masses are larger."
        return [
            claim(
                "neff-line", "light elements exclude a boson below 5.3 MeV (checked: the mass of ΔN_eff = 0.7)",
                "light elements exclude $m_{Z'}<5.3$\\,MeV (checked: the mass of $\\Delta N_\\mathrm{eff}=0.7$)",
                "limits from cosmology", .dev2020, 5.3, .megaElectronVolt, .asRounded(toDigits: 2),
                Claim.value("neff-line", nodes.neffLine) { $0 }),
            claim(
                "hubble-lower", "a boson of ∼10–20 MeV eases the Hubble tension (checked: the lower mass)",
                "a boson of $\\sim10$--20\\,MeV eases the Hubble tension (checked: the lower mass)", "abstract",
                .escudero2019, 10, .megaElectronVolt, .asRounded(toDigits: 1), edges("hubble-lower", nodes, .lower)),
            claim(
                "hubble-upper", "the same (checked: the upper mass)", "the same (checked: the upper mass)", "abstract",
                .escudero2019, 20, .megaElectronVolt, .asRounded(toDigits: 1), edges("hubble-upper", nodes, .upper),
                explanation: Node("claims/hubble-upper/explanation", parameters: approximation) { $0 }),
        ]
    }

    private enum Edge: String, Codable {
        case lower, upper

        func of(_ band: MassBand) -> Estimate { self == .lower ? band.lower : band.upper }
    }

    private struct EdgeOfBands: Codable, Sendable {
        var edge: Edge
        var names: [String]
    }

    /// One edge of the band at both temperatures.
    private static func edges(_ id: String, _ nodes: CosmologyNodes, _ edge: Edge) -> Node<[LabelledEstimate]> {
        let names = [nodes.parameters.landscape.decouplingTemperature, EffectiveNeutrinos.hotterTemperature].map {
            "T = \(label($0 * 1e3)) MeV"
        }
        return Node(
            "claims/\(id)/values", from: nodes.hubbleBand, nodes.hotterHubbleBand,
            parameters: EdgeOfBands(edge: edge, names: names)
        ) { chosen, first, second in
            zip(chosen.names, [first, second]).map { LabelledEstimate($0, chosen.edge.of($1)) }
        }
    }

    // MARK: Dark matter

    /// Per pair of a particle that is its own antiparticle, half of a Dirac particle's.
    private static func crossSections(_ nodes: CosmologyNodes) -> [Claim] {
        let unit = DisplayUnit("1e-26 cm³/s", factor: 1e-26)
        return [
            claim(
                "relic-heavy",
                "⟨σv⟩ = 2.2e-26 cm³/s leaves the dark matter above 10 GeV (checked: half of Dirac's, 20 GeV)",
                "$\\langle\\sigma v\\rangle=2.2\\times10^{-26}\\,\\mathrm{cm^3/s}$ above 10\\,GeV (checked: half of "
                    + "Dirac's at 20\\,GeV)", "abstract", .steigman2012, 2.2, unit, .asRounded(toDigits: 2),
                Claim.value("relic-heavy", nodes.heavyDirac) { $0.crossSectionEstimate.scaled(by: 0.5) },
                explanation: freezeOutIsLow("relic-heavy")),
            claim(
                "relic-light", "and 5.2e-26 cm³/s around 0.3 GeV",
                "and $5.2\\times10^{-26}\\,\\mathrm{cm^3/s}$ around 0.3\\,GeV", "abstract", .steigman2012, 5.2, unit,
                .asRounded(toDigits: 2),
                Claim.value("relic-light", nodes.lightDirac) { $0.crossSectionEstimate.scaled(by: 0.5) },
                explanation: freezeOutIsLow("relic-light")),
        ]
    }

    private static func freezeOutIsLow(_ id: String) -> Node<String> {
        Node(
            "claims/\(id)/explanation",
            parameters:
                "Freeze-out leaves 2 to 6 % less than the Boltzmann equation, so that it asks for that much less "
                + "annihilation, and the equation of state of the QCD transition is another one here. What remains is not "
                + "explained."
        ) { $0 }
    }

    private static func targets(_ nodes: CosmologyNodes) -> [Claim] {
        let published = CosmologyNodes.publishedTarget.coupling
        return [
            claim(
                "thermal-coupling",
                "thermal Dirac dark matter with g_χ = g′ and m_Z′ = 3m_χ = 2.07 MeV has g′ = 5.65e-4 (checked: 4.4e-26 cm³/s)",
                "thermal Dirac dark matter with $g_\\chi=g_{Z'}$, $m_{Z'}=3m_\\chi=2.07$\\,MeV has "
                    + "$g_{Z'}=5.65\\times10^{-4}$ (checked: $4.4\\times10^{-26}\\,\\mathrm{cm^3/s}$)",
                "figure of limits",
                .krnjaic2020, published, .none, .asRounded(toDigits: 2),
                Claim.value("thermal-coupling", nodes.closedFormAtPublished) { $0 },
                explanation: Node(
                    "claims/thermal-coupling/explanation", from: nodes.closedFormAtPublished, parameters: published
                ) { published, own in
                    String(
                        format:
                            "The closed form is %.0f %% above: the published point has %.2g of that cross section. Dark matter this "
                            + "light freezes out after the neutrinos have left the plasma, so that no freeze-out is "
                            + "stated here, and the published curve does not say what it assumes.",
                        100 * (own.value / published - 1), pow(published / own.value, 4))
                }),
            claim(
                "cmb-dirac",
                "the CMB excludes Dirac dark matter above m_μ (checked: energy over what is allowed, at 2m_μ)",
                "the CMB excludes Dirac dark matter above $m_\\mu$ (checked: energy over what is allowed, at $2m_\\mu$)",
                "annihilation", .planck2018, 1, .none, .atLeast(digits: 1),
                Claim.value("cmb-dirac", nodes.diracAboveMuon) { $0.microwaveBackgroundEstimate }),
        ]
    }

    private static func claim(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>, explanation: Node<String>? = nil
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source.rawValue, claimed: claimed, unit, rule,
            from: values, explanation: explanation)
    }
}
