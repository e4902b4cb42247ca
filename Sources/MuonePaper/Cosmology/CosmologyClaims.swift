import BuildGraph
import CosmologyPhysics
import Foundation
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Reference

extension Claim {
    /// What others say of the boson and neutrinos in the early universe.
    static func neutrinos(
        line: Node<Estimate>, _ hubble: Node<MassBand>, hotter: Node<MassBand>, _ p: PaperParameters
    ) -> [Claim] {
        let excess = EffectiveNeutrinos.hubbleExcess
        let (from, to) = (decimal(excess.lowerBound), decimal(excess.upperBound))
        let temperatures = [p.landscape.decouplingTemperature, EffectiveNeutrinos.hotterTemperature]
        return [
            Claim(
                "neff-line", "light elements exclude $m_{Z'}<\(claimed: 5.3)$\\,MeV", in: .megaElectronVolt,
                .asRounded(toDigits: 2), at: "section 4, figure 9", of: SourceKey.dev2020.rawValue,
                from: value("neff-line", line) { $0 },
                reading: .inference(
                    """
                    the line is the mass of $\\Delta N_\\mathrm{eff}=\(decimal(CosmologyInputs.lineExcess))$, which is not \
                    printed
                    """)),
            Claim(
                "hubble-lower", "a boson of $\\sim\(claimed: 10)$--20\\,MeV eases the Hubble tension",
                in: .megaElectronVolt, .asRounded(toDigits: 1), at: "abstract", of: SourceKey.escudero2019.rawValue,
                from: Node("claims/hubble-lower/values", from: hubble, hotter, parameters: temperatures) {
                    try atTemperatures($0, $1.lower, $2.lower)
                },
                reading: .reading(
                    "the lower mass of $\\Delta N_\\mathrm{eff}=\(from)$ to \(to), as Krnjaic \\emph{et al.}\\ quote it"
                )),
            Claim(
                "hubble-upper", "the same, up to \(claimed: 20)\\,MeV", in: .megaElectronVolt,
                .asRounded(toDigits: 1), at: "abstract", of: SourceKey.escudero2019.rawValue,
                from: Node("claims/hubble-upper/values", from: hubble, hotter, parameters: temperatures) {
                    try atTemperatures($0, $1.upper, $2.upper)
                },
                reading: .reading(
                    "the upper mass of $\\Delta N_\\mathrm{eff}=\(from)$ to \(to), as Krnjaic \\emph{et al.}\\ quote it"
                ),
                explanation: text(
                    "hubble-upper",
                    "The entropy is shared at one temperature and between ν_μ, ν_τ and the boson alone. In the "
                        + "publication the boson also delays the decoupling, which no single temperature describes: "
                        + "the published masses are larger.")),
        ]
    }

    /// One number at each temperature (GeV).
    private static func atTemperatures(_ temperatures: [Double], _ values: Estimate...) throws -> [LabelledEstimate] {
        try paired(temperatures, values).map { LabelledEstimate("T = \(decimal($0 * 1e3)) MeV", $1) }
    }

    // MARK: Dark matter

    /// A mass (GeV) with ⟨σv⟩ there.
    typealias Relic = (mass: Double, crossSections: Node<SelfConjugateRelic.CrossSections>)

    /// ⟨σv⟩ that leaves dark matter, by the Boltzmann equation, as the publication solves it.
    static func relics(light: Relic, heavy: [Relic]) -> [Claim] {
        let unit = DisplayUnit("1e-26 cm³/s", factor: 1e-26)
        let reading = ClaimReading.reading(
            """
            one particle that is its own antiparticle, $\\Omega h^2=\(decimal(RelicInputs.abundanceSteigman2012))$, \
            Boltzmann equation
            """)
        func found(_ id: String, _ relics: [Relic]) -> Node<[SelfConjugateRelic.CrossSections]> {
            Node("claims/\(id)/relics", collecting: relics.map(\.crossSections))
        }
        func values(
            _ id: String, _ relics: [Relic], _ found: Node<[SelfConjugateRelic.CrossSections]>
        ) -> Node<[LabelledEstimate]> {
            Node("claims/\(id)/values", from: found, parameters: relics.map(\.mass)) { masses, found in
                try paired(masses, found).map { LabelledEstimate("\(decimal($0)) GeV", $1.byBoltzmannEquation) }
            }
        }
        func explanation(_ id: String, _ found: Node<[SelfConjugateRelic.CrossSections]>) -> Node<String> {
            Node("claims/\(id)/explanation", from: found, parameters: unit) { unit, found in
                let freezeOut = found.map { decimal(unit.display($0.byFreezeOut).value) }.joined(separator: ", ")
                return
                    "By freeze-out it is \(freezeOut) in the same unit. Annihilation goes on through the QCD transition, "
                    + "whose degrees of freedom are those of a later lattice calculation here."
            }
        }
        let (heavyFound, lightFound) = (found("relic-heavy", heavy), found("relic-light", [light]))
        return [
            Claim(
                "relic-heavy",
                """
                $\\langle\\sigma v\\rangle=\(claimed: 2.2)\\times10^{-26}\\,\\mathrm{cm^3/s}$ leaves the dark matter above \
                10\\,GeV
                """, in: unit, .asRounded(toDigits: 2), at: "abstract", of: SourceKey.steigman2012.rawValue,
                from: values("relic-heavy", heavy, heavyFound), reading: reading,
                explanation: explanation("relic-heavy", heavyFound)),
            Claim(
                "relic-light", "and $\(claimed: 5.2)\\times10^{-26}\\,\\mathrm{cm^3/s}$ around 0.3\\,GeV", in: unit,
                .asRounded(toDigits: 2), at: "abstract", of: SourceKey.steigman2012.rawValue,
                from: values("relic-light", [light], lightFound), reading: reading,
                explanation: explanation("relic-light", lightFound)),
        ]
    }

    /// A published point of the Dirac target, and what the microwave background says of it.
    static func diracTarget(closedForm: Node<Estimate>, aboveMuon: Node<ThermalTarget>) -> [Claim] {
        let published = CosmologyInputs.publishedTarget
        return [
            Claim(
                "thermal-coupling",
                """
                thermal Dirac dark matter with $g_\\chi=g_{Z'}$, $m_{Z'}=3m_\\chi=\(decimal(published.mass * 1e3))$\\,MeV \
                has $g_{Z'}=\(claimed: published.coupling)$
                """, .asRounded(toDigits: 2), at: "figure 1, right", of: SourceKey.krnjaic2020.rawValue,
                from: value("thermal-coupling", closedForm) { $0 },
                reading: .inference(
                    """
                    a point read from the curve, at $4.4\\times10^{-26}\\,\\mathrm{cm^3/s}$, $g_\\chi=g_{Z'}$ and \
                    $m_{Z'}=3m_\\chi$, none of which is printed
                    """),
                explanation: Node(
                    "claims/thermal-coupling/explanation", from: closedForm, parameters: published.coupling
                ) { published, own in
                    String(
                        format:
                            "The closed form is %.0f %% above: the published point has %.2g of that cross section. Dark "
                            + "matter this light freezes out after the neutrinos have left the plasma, so that no "
                            + "freeze-out is stated here, and the published curve does not say what it assumes.",
                        100 * (own.value / published - 1), pow(published / own.value, 4))
                }),
            Claim(
                "cmb-dirac", "the CMB excludes thermal Dirac dark matter above $m_\\mu$", .atLeast(digits: 1),
                at: "caption of figure 10", of: SourceKey.kahn2018.rawValue,
                from: value("cmb-dirac", aboveMuon) { $0.microwaveBackgroundEstimate },
                reading: .reading("its energy over \(claimed: 1, as: "what Planck allows"), at $2m_\\mu$")),
        ]
    }
}
