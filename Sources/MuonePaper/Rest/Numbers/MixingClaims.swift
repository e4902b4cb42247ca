import BuildGraph
import Manuscript
import MuoneCommon
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
                    "the loops of muon and tau mix photon and boson by ε ≃ g′/67",
                    tex: "the loops of $\\mu$ and $\\tau$ mix photon and boson by $\\varepsilon\\simeq g_{Z'}/67$"),
                place: "below equation (1)", source: SourceKey.krnjaic2020.rawValue, claimed: 67, .none,
                .asRounded(toDigits: 2), from: Claim.value("mixing-loop", nodes.couplingPerMixing) { $0 },
                reading: .reading("g′/ε at q² = 0", tex: "$g_{Z'}/\\varepsilon$ at $q^2=0$"),
                explanation: Node(
                    "claims/mixing-loop/explanation", from: nodes.couplingPerMixing, nodes.couplingPerMixingAtMZ
                ) { own, atMZ in
                    let fits = try ClaimRule.asRounded(toDigits: 2).isSatisfied(by: atMZ.value, claimed: 67)
                    return
                        "Two publications disagree: Araki et al. (Belle II, eq. 6) print the closed form, which gives "
                        + "g′/\(label(own.value)). With α at the mass of the Z it is g′/\(label(atMZ.value)), which "
                        + (fits ? "agrees with g′/67, an inference" : "does not agree either")
                        + "; at the momentum transfers where the mixing is used α(0) is the right one."
                })
        ]
    }
}
