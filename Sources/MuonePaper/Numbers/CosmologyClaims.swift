import BuildGraph
import CosmologyPhysics
import Foundation
import Manuscript
import MuoneComputations
import NumericalMethods
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
                "neff-line", "light elements exclude a boson below 5.3 MeV",
                "light elements exclude $m_{Z'}<5.3$\\,MeV", "section 4, figure 9", .dev2020, 5.3, .megaElectronVolt,
                .asRounded(toDigits: 2), Claim.value("neff-line", nodes.neffLine) { $0 },
                .inference(
                    "the line is the mass of ΔN_eff = \(label(CosmologyNodes.lineExcess)), which is not printed",
                    tex:
                        "the line is the mass of $\\Delta N_\\mathrm{eff}=\(label(CosmologyNodes.lineExcess))$, which is not "
                        + "printed")),
            claim(
                "hubble-lower", "a boson of ∼10–20 MeV eases the Hubble tension",
                "a boson of $\\sim10$--20\\,MeV eases the Hubble tension", "abstract", .escudero2019, 10,
                .megaElectronVolt, .asRounded(toDigits: 1), edges("hubble-lower", nodes, .lower), hubble(.lower)),
            claim(
                "hubble-upper", "the same, up to 20 MeV", "the same, up to 20\\,MeV", "abstract", .escudero2019, 20,
                .megaElectronVolt, .asRounded(toDigits: 1), edges("hubble-upper", nodes, .upper), hubble(.upper),
                explanation: Claim.text("hubble-upper", approximation)),
        ]
    }

    private static func hubble(_ edge: Edge) -> ClaimReading {
        let range = EffectiveNeutrinos.hubbleExcess
        let (from, to) = (label(range.lowerBound), label(range.upperBound))
        return .reading(
            "the \(edge.rawValue) mass of ΔN_eff = \(from) to \(to), as Krnjaic et al. quote it",
            tex:
                "the \(edge.rawValue) mass of $\\Delta N_\\mathrm{eff}=\(from)$ to \(to), as Krnjaic \\emph{et al.}\\ quote it"
        )
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

    private static func crossSections(_ nodes: CosmologyNodes) -> [Claim] {
        [
            relic(
                "relic-heavy", "⟨σv⟩ = 2.2e-26 cm³/s leaves the dark matter above 10 GeV",
                "$\\langle\\sigma v\\rangle=2.2\\times10^{-26}\\,\\mathrm{cm^3/s}$ leaves the dark matter above 10\\,GeV",
                2.2, nodes.heavyRelics),
            relic(
                "relic-light", "and 5.2e-26 cm³/s around 0.3 GeV",
                "and $5.2\\times10^{-26}\\,\\mathrm{cm^3/s}$ around 0.3\\,GeV", 5.2,
                [(CosmologyNodes.lightRelicMass, nodes.lightRelic)]),
        ]
    }

    /// ⟨σv⟩ by the Boltzmann equation, as the publication solves it.
    private static func relic(
        _ id: String, _ plain: String, _ tex: String, _ claimed: Double,
        _ points: [(mass: Double, node: Node<SelfConjugateRelic.CrossSections>)]
    ) -> Claim {
        let abundance = label(RelicInputs.abundanceSteigman2012)
        let names = points.map { label($0.mass) + " GeV" }
        let found = Node("claims/\(id)/relics", collecting: points.map(\.node))
        return claim(
            id, plain, tex, "abstract", .steigman2012, claimed, unit, .asRounded(toDigits: 2),
            Node("claims/\(id)/values", from: found, parameters: names) { names, found in
                zip(names, found).map { LabelledEstimate($0, $1.byBoltzmannEquation) }
            },
            .reading(
                "one particle that is its own antiparticle, Ωh² = \(abundance), Boltzmann equation",
                tex: "one particle that is its own antiparticle, $\\Omega h^2=\(abundance)$, Boltzmann equation"),
            explanation: Node("claims/\(id)/explanation", from: found, parameters: unit) { unit, found in
                let freezeOut = found.map { label(unit.display($0.byFreezeOut).value) }.joined(separator: ", ")
                return
                    "By freeze-out it is \(freezeOut) in the same unit. Annihilation goes on through the QCD transition, "
                    + "whose degrees of freedom are those of a later lattice calculation here."
            })
    }

    private static let unit = DisplayUnit("1e-26 cm³/s", factor: 1e-26)

    private static func targets(_ nodes: CosmologyNodes) -> [Claim] {
        let published = CosmologyNodes.publishedTarget.coupling
        return [
            claim(
                "thermal-coupling",
                "thermal Dirac dark matter with g_χ = g′ and m_Z′ = 3m_χ = 2.07 MeV has g′ = 5.65e-4",
                "thermal Dirac dark matter with $g_\\chi=g_{Z'}$, $m_{Z'}=3m_\\chi=2.07$\\,MeV has "
                    + "$g_{Z'}=5.65\\times10^{-4}$", "figure 1, right", .krnjaic2020, published, .none,
                .asRounded(toDigits: 2), Claim.value("thermal-coupling", nodes.closedFormAtPublished) { $0 },
                .inference(
                    "a point read from the curve, at 4.4e-26 cm³/s, g_χ = g′ and m_Z′ = 3m_χ, none of which is printed",
                    tex:
                        "a point read from the curve, at $4.4\\times10^{-26}\\,\\mathrm{cm^3/s}$, $g_\\chi=g_{Z'}$ and "
                        + "$m_{Z'}=3m_\\chi$, none of which is printed"),
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
                "cmb-dirac", "the CMB excludes thermal Dirac dark matter above m_μ",
                "the CMB excludes thermal Dirac dark matter above $m_\\mu$", "caption of figure 10", .kahn2018, 1,
                .none,
                .atLeast(digits: 1), Claim.value("cmb-dirac", nodes.diracAboveMuon) { $0.microwaveBackgroundEstimate },
                .reading(
                    "its energy over what Planck allows, at 2m_μ",
                    tex: "its energy over what Planck allows, at $2m_\\mu$")),
        ]
    }

    private static func claim(
        _ id: String, _ plain: String, _ tex: String, _ place: String, _ source: SourceKey, _ claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, _ values: Node<[LabelledEstimate]>, _ reading: ClaimReading? = nil,
        explanation: Node<String>? = nil
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: place, source: source.rawValue, claimed: claimed, unit, rule,
            from: values, reading: reading, explanation: explanation)
    }
}
