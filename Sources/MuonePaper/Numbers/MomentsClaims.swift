import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import NumericalMethods
import Reference

/// What others state of bosons that turn an electron into a muon, and what the Lagrangian gives.
enum MomentsClaims {
    static func all(_ nodes: MomentNodes) -> [Claim] {
        [
            favouredBand(nodes), contactInteraction(nodes), muoniumVector(nodes), muoniumScalar(nodes),
            muoniumLight(nodes),
        ]
    }

    private static let unit = DisplayUnit("1e-10", factor: 1e-10)

    private static func favouredBand(_ nodes: MomentNodes) -> Claim {
        let inBand = nodes.flavourInBand
        let collected = Node("claims/flavour-band/moments", collecting: inBand.map(\.node))
        return Claim(
            "flavour-band",
            Claim.Statement(
                "a flavour-changing vector explains a_μ within a band of couplings",
                tex: "a flavour-changing vector explains $a_\\mu$ within a band of couplings"),
            place: "section 3.2, figure 6", source: SourceKey.dev2020.rawValue,
            claimed: MagneticMomentMeasurements.deviationDev2020.shifted(bySigmas: -1) / unit.factor, unit,
            .atLeast(digits: 3),
            from: Node("claims/flavour-band/values", from: collected, parameters: inBand.map(\.mass)) {
                masses, moments in
                zip(masses, moments).compactMap { mass, moment in
                    moment.map { LabelledEstimate("m = \(label(mass)) GeV", $0) }
                }
            },
            reading: .reading(
                "Δa_μ in the middle of the band of |Δa_μ|, with its sign, is not below its one standard deviation",
                tex:
                    "$\\Delta a_\\mu$ in the middle of the band of $|\\Delta a_\\mu|$, with its sign, is not below its one "
                    + "standard deviation"),
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
            place: "abstract", source: SourceKey.willmann1999.rawValue, claimed: 3.0e-3, .none, .asRounded(toDigits: 2),
            from: Claim.value("muonium-contact", nodes.muonium) { $0.contact })
    }

    private static func muoniumVector(_ nodes: MomentNodes) -> Claim {
        derived(
            "muonium-vector", "a vector", "(3.6)–(3.7)", "(3.6)--(3.7)", nodes.vectorOverPublished,
            "The formula has one matrix element, 2g²|ψ(0)|²/|m² − (m_μ+m_e)²|, for all states and no field. "
                + "From the Lagrangian a heavy vector has 1 for the singlet and 3 for the triplet, in g²|ψ(0)|²/m², and "
                + "0.1 T switches two of the three triplet states off.")
    }

    private static func muoniumScalar(_ nodes: MomentNodes) -> Claim {
        derived(
            "muonium-scalar", "a scalar", "(5.4)", "(5.4)", nodes.scalarOverPublished,
            "A scalar has g²|ψ(0)|²/(m² − (m_μ−m_e)²) for every state, half of what the formula has, and 0.1 T halves the "
                + "conversion.")
    }

    /// A printed formula against the Lagrangian: the publication draws its limits and prints no number.
    private static func derived(
        _ id: String, _ what: String, _ equations: String, _ tex: String, _ node: Node<Estimate?>,
        _ explanation: String
    ) -> Claim {
        Claim(
            id,
            Claim.Statement(
                "muonium limits the coupling of \(what) by \(equations)",
                tex: "muonium limits the coupling of \(what) by \(tex)"),
            place: "equations \(equations)", source: SourceKey.dev2020.rawValue, claimed: 1, .none,
            .withinFactor(1.01),
            from: Claim.values(id, node) { ratio in ratio.map { [LabelledEstimate($0)] } ?? [] },
            reading: .reading(
                "the limit from the Lagrangian, state by state in 0.1 T, over the formula's, at 1 GeV, to 1 %",
                tex:
                    "the limit from the Lagrangian, state by state in 0.1\\,T, over the formula's, at 1\\,GeV, to 1\\,\\%"
            ),
            explanation: Claim.text(id, explanation))
    }

    private static func muoniumLight(_ nodes: MomentNodes) -> Claim {
        Claim(
            "muonium-light",
            Claim.Statement(
                "the limit from muonium on a vector is drawn at masses that the muon can decay to as well"),
            place: "figure 6", source: SourceKey.dev2020.rawValue, claimed: 1, .none, .atMost(digits: 1),
            from: Claim.values("muonium-light", nodes.decayRatio) { ratio in
                ratio.map { [LabelledEstimate($0)] } ?? []
            },
            reading: .inference(
                "muonium is then the stronger of the two: Γ(μ→eZ′) over Γ_μ at its limit at 100 MeV is at most 1",
                tex:
                    "muonium is then the stronger of the two: $\\Gamma(\\mu\\to eZ')$ over $\\Gamma_\\mu$ at its limit at "
                    + "100\\,MeV is at most 1"),
            explanation: Claim.text(
                "muonium-light",
                "Below m_μ − m_e the muon decays to an electron and the boson, and its lifetime excludes "
                    + "smaller couplings than muonium. The curves of this work start there."))
    }
}
