import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology
import Reference

/// The numbers of the section on kinetic mixing.
enum MixingNumbers {
    static func all(_ nodes: MixingNodes) -> [Quantity] {
        let hundredth = DisplayUnit("1e-2", factor: 1e-2)
        let loop = [
            Quantity(
                "mixing/at-zero", "loop mixing over the coupling at q2 = 0", in: hundredth, .digits(4),
                from: nodes.atZero),
            Quantity(
                "mixing/spacelike", "loop mixing over the coupling at q2 = -0.01 GeV2", in: hundredth, .digits(4),
                from: nodes.spacelike),
            Quantity(
                "mixing/at-threshold", "loop mixing over the coupling at the muon threshold", in: hundredth, .digits(4),
                from: nodes.atThreshold),
            Quantity(
                "mixing/coupling-per-mixing", "coupling over loop mixing at q2 = 0", .digits(3),
                from: nodes.couplingPerMixing),
            Quantity(
                "mixing/coupling-per-mixing-at-mz", "the same with alpha at the Z mass", .digits(3),
                from: nodes.couplingPerMixingAtMZ),
        ]
        let limits = nodes.limitsAt10MeV.map { name, value in
            Quantity("mixing/limit/\(name)", "limit of \(name) at 10 MeV", .digits(3), from: value) { $0 }
        }
        return loop + limits + [
            Quantity(
                "mixing/limit/borexino-recast-flux", "recast of Borexino at 10 MeV, twice the excess", .digits(3),
                from: nodes.borexinoWithFluxAt10MeV
            ) { $0 },
            Quantity(
                "mixing/babar/start", "root of the muons' share at the first mass of BABAR", .digits(2),
                from: nodes.muonRootAtStart),
            Quantity(
                "mixing/babar/1GeV", "root of the muons' share at 1 GeV", .digits(2), from: nodes.muonRootAt1GeV),
        ]
    }

    /// The parameters of the section.
    static func inputs(_ parameters: PaperParameters) throws -> [NumbersFile.Passage] {
        let excess = parameters.landscape.borexinoExcess
        return try [("mixing/excess", 100 * excess), ("mixing/excess-flux", 200 * excess)].map { id, value in
            NumbersFile.Passage(
                id, try CertifiedDecimal(Estimate(value, error: 0, kind: .rounding), significantDigits: 4).texText)
        }
    }
}

/// What publications state of kinetic mixing, and what this work finds.
enum MixingClaims {
    static func all(_ nodes: MixingNodes) -> [Claim] {
        [
            Claim(
                "mixing-loop",
                Claim.Statement(
                    "the loops of muon and tau mix photon and boson by ε ≃ g′/67 (checked: g′/ε at q² = 0)",
                    tex: "the loops of $\\mu$ and $\\tau$ mix photon and boson by $\\varepsilon\\simeq g_{Z'}/67$ "
                        + "(checked: $g_{Z'}/\\varepsilon$ at $q^2=0$)"),
                place: "loop mixing (attribution not verified)", source: SourceKey.krnjaic2020.rawValue, claimed: 67,
                .none,
                .asRounded(toDigits: 2), from: Claim.value("mixing-loop", nodes.couplingPerMixing) { $0 },
                explanation: Node("claims/mixing-loop/explanation", from: nodes.couplingPerMixingAtMZ) { atMZ in
                    let fits = ClaimRule.asRounded(toDigits: 2).isSatisfied(by: atMZ.value, claimed: 67)
                    return "With α at the mass of the Z it is g′/\(label(atMZ.value)), which "
                        + (fits ? "agrees" : "does not agree either")
                        + "; at the momentum transfers where the mixing is used α(0) is the right one."
                })
        ]
    }
}
