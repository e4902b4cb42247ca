import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Reference

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
