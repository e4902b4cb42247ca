import BuildGraph
import Manuscript
import MuoneCommon
import NumericalMethods
import Reference

/// The numbers of the section on kinetic mixing.
extension Quantity {
    private static let hundredth = DisplayUnit("1e-2", factor: 1e-2)

    static func loopMixing(
        atZero: Node<Estimate>, spacelike: Node<Estimate>, atThreshold: Node<Estimate>,
        _ couplingPerMixing: Node<Estimate>, atMZ: Node<Estimate>
    ) -> [Quantity] {
        [
            Quantity(
                "mixing/at-zero", "loop mixing over the coupling at q2 = 0", in: hundredth, .digits(4), from: atZero),
            Quantity(
                "mixing/spacelike", "loop mixing over the coupling at q2 = -0.01 GeV2", in: hundredth, .digits(4),
                from: spacelike),
            Quantity(
                "mixing/at-threshold", "loop mixing over the coupling at the muon threshold", in: hundredth, .digits(4),
                from: atThreshold),
            Quantity(
                "mixing/coupling-per-mixing", "coupling over loop mixing at q2 = 0", .digits(3),
                from: couplingPerMixing),
            Quantity("mixing/coupling-per-mixing-at-mz", "the same with alpha at the Z mass", .digits(3), from: atMZ),
        ]
    }

    static func limit(_ name: String, _ coupling: Node<Estimate?>) -> Quantity {
        Quantity(
            ResultID("mixing/limit/{limit}", name), "limit of \(name) at 10 MeV", .digits(3), from: coupling
        ) { $0 }
    }

    /// The recast with twice the excess, and the relative changes by other choices.
    static func borexino(
        withFlux: Node<Estimate?>, octant: Node<Estimate?>, threshold: Node<Estimate?>
    ) -> [Quantity] {
        [
            Quantity(
                "mixing/limit/borexino-recast-flux", "recast of Borexino at 10 MeV, twice the excess", .digits(3),
                from: withFlux
            ) { $0 },
            Quantity(
                "mixing/borexino/octant", "change of Borexino's recast with the PDG's angles, in percent", in: .percent,
                .digits(2), from: octant
            ) { ratio in ratio.map { $0 - 1 } },
            Quantity(
                "mixing/borexino/threshold",
                "change of Borexino's recast with the PDG's angles and recoils above 270 keV, in percent",
                in: .percent, .digits(2), from: threshold
            ) { ratio in ratio.map { $0 - 1 } },
        ]
    }

    static func muonRoots(atStart: Node<Estimate>, at1GeV: Node<Estimate>) -> [Quantity] {
        [
            Quantity(
                "mixing/babar/start", "root of the muons' share at the first mass of BABAR", .digits(2), from: atStart),
            Quantity("mixing/babar/1GeV", "root of the muons' share at 1 GeV", .digits(2), from: at1GeV),
        ]
    }
}

extension Claim {
    /// What publications state of kinetic mixing, and what this work finds.
    static func mixingLoop(_ couplingPerMixing: Node<Estimate>, atMZ: Node<Estimate>) -> Claim {
        let published = 67.0
        return Claim(
            "mixing-loop",
            "the loops of $\\mu$ and $\\tau$ mix photon and boson by $\\varepsilon\\simeq g_{Z'}/\(claimed: published)$",
            .asRounded(toDigits: 2), at: "below equation (1)", of: SourceKey.krnjaic2020.rawValue,
            from: value("mixing-loop", couplingPerMixing) { $0 },
            reading: .reading("$g_{Z'}/\\varepsilon$ at $q^2=0$"),
            explanation: Node(
                "claims/mixing-loop/explanation", from: couplingPerMixing, atMZ, parameters: published
            ) { published, own, atMZ in
                let fits = try ClaimRule.asRounded(toDigits: 2).isSatisfied(by: atMZ.value, claimed: published)
                return
                    "Two publications disagree: Araki et al. (Belle II, eq. 6) print the closed form, which gives "
                    + "g′/\(decimal(own.value)). With α at the mass of the Z it is g′/\(decimal(atMZ.value)), which "
                    + (fits ? "agrees with g′/\(decimal(published)), an inference" : "does not agree either")
                    + "; at the momentum transfers where the mixing is used α(0) is the right one."
            })
    }
}
