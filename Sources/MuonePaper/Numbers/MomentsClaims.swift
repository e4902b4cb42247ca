import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology
import Reference

/// What others state of bosons that turn an electron into a muon, and what the Lagrangian gives.
enum MomentsClaims {
    static func all(_ nodes: MomentNodes) -> [Claim] {
        [
            favouredBand(nodes), contactInteraction(nodes), muoniumVector(nodes), muoniumScalar(nodes),
            muoniumLight(nodes),
        ]
    }

    private static func favouredBand(_ nodes: MomentNodes) -> Claim {
        let inBand = nodes.flavourInBand
        let collected = Node("claims/flavour-band/moments", collecting: inBand.map(\.node))
        return Claim(
            "flavour-band",
            Claim.Statement(
                "a flavour-changing vector can explain a_μ (checked: Δa_μ in the middle of the band, not below its 1σ)",
                tex: "a flavour-changing vector can explain $a_\\mu$ (checked: $\\Delta a_\\mu$ in the middle of the "
                    + "band, not below its one standard deviation)"),
            place: "figure 6", source: SourceKey.dev2020.rawValue, claimed: 18.2,
            DisplayUnit("1e-10", factor: 1e-10), .atLeast(digits: 3),
            from: Node("claims/flavour-band/values", from: collected, parameters: inBand.map(\.mass)) {
                masses, moments in
                zip(masses, moments).compactMap { mass, moment in
                    moment.map { LabelledEstimate("m = \(label(mass)) GeV", $0) }
                }
            },
            explanation: Node("claims/flavour-band/explanation", from: nodes.positiveFrom, nodes.positiveTo) {
                lower, upper in
                let window = [lower, upper].map { $0.map { String(format: "%.1f", $0.value * 1e3) } ?? "–" }
                return
                    "With an electron in the loop eq. 2.15 is negative for every boson that the muon cannot decay to: the "
                    + "band exists for the size of Δa_μ only. Below m_μ − m_e its real part is positive between "
                    + "\(window[0]) and \(window[1]) MeV, where μ → eZ′ excludes the coupling."
            })
    }

    private static func contactInteraction(_ nodes: MomentNodes) -> Claim {
        Claim(
            "muonium-contact",
            Claim.Statement(
                "P < 8.2e-11 in 0.1 T means G < 3.0e-3 G_F for (V−A)×(V−A)",
                tex: "$P<8.2\\times10^{-11}$ in 0.1\\,T means $G<3.0\\times10^{-3}\\,G_F$ for $(V-A)\\times(V-A)$"),
            place: "result", source: SourceKey.willmann1999.rawValue, claimed: 3.0e-3, .none, .asRounded(toDigits: 2),
            from: Claim.value("muonium-contact", nodes.muonium) { $0.contact })
    }

    private static func muoniumVector(_ nodes: MomentNodes) -> Claim {
        derived(
            "muonium-vector", "by its formula for muonium a vector of 1 GeV has g < 2.41e-4",
            "by its formula for muonium a vector of 1\\,GeV has $g<2.41\\times10^{-4}$", 2.41e-4, nodes.derivedHeavy,
            "The stated number follows from one matrix element, 2g²|ψ(0)|²/|m² − (m_μ+m_e)²|, for all states and no field. "
                + "From the Lagrangian a heavy vector has 1 for the singlet and 3 for the triplet, in g²|ψ(0)|²/m², and "
                + "0.1 T switches two of the three triplet states off.")
    }

    private static func muoniumScalar(_ nodes: MomentNodes) -> Claim {
        derived(
            "muonium-scalar", "and a scalar, by the same formula", "and a scalar, by the same formula", 2.41e-4,
            nodes.derivedScalar,
            "A scalar has g²|ψ(0)|²/(m² − (m_μ−m_e)²) for every state, half of what the formula has, and 0.1 T halves the "
                + "conversion.")
    }

    private static func derived(
        _ id: String, _ plain: String, _ tex: String, _ claimed: Double, _ node: Node<Estimate?>, _ explanation: String
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: "eqs. 3.6–3.7", source: SourceKey.dev2020.rawValue,
            claimed: claimed, .none, .asRounded(toDigits: 3),
            from: Node("claims/\(id)/values", from: node) { limit in limit.map { [LabelledEstimate($0)] } ?? [] },
            explanation: Node("claims/\(id)/explanation", parameters: explanation) { $0 })
    }

    private static func muoniumLight(_ nodes: MomentNodes) -> Claim {
        Claim(
            "muonium-light",
            Claim.Statement(
                "at 100 MeV muonium limits the coupling (checked: Γ(μ→eZ′) at that coupling, over Γ_μ)",
                tex:
                    "at 100\\,MeV muonium limits the coupling (checked: $\\Gamma(\\mu\\to eZ')$ at that coupling, over "
                    + "$\\Gamma_\\mu$)"),
            place: "eq. 3.7", source: SourceKey.dev2020.rawValue, claimed: 1, .none, .atMost(digits: 1),
            from: Node("claims/muonium-light/values", from: nodes.decayRatio) { ratio in
                ratio.map { [LabelledEstimate($0)] } ?? []
            },
            explanation: Node(
                "claims/muonium-light/explanation",
                parameters:
                    "Below m_μ − m_e = 105.1 MeV the muon decays to an electron and the boson, and its lifetime excludes "
                    + "smaller couplings than muonium. The curves of this work start there."
            ) { $0 })
    }
}
