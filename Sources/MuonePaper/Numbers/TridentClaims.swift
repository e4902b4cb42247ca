import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Reference
import TridentPhysics

/// What the publication on neutrino tridents states, and what this work finds.
enum TridentClaims {
    static func all(_ nodes: TridentNodes) -> [Claim] {
        let (chosen, mean) = (label(TridentExperiment.ccfr.neutrinoEnergy), label(TridentExperiment.ccfr.meanEnergy))
        let tolerance = label(100 * (TridentExperiment.publishedTolerance - 1))
        return [
            published(
                "trident-ccfr-curve", "the published limit of CCFR", "the published limit of CCFR", nodes.ccfr,
                .reading(
                    "the limit with the energy of this work over the curve, to \(tolerance) %; that energy, "
                        + "\(chosen) GeV unless a variant sets it, was chosen to meet the curve",
                    tex: "the limit with the energy of this work over the curve, to \(tolerance)\\,\\%; that energy, "
                        + "\(chosen)\\,GeV unless a variant sets it, was chosen to meet the curve"),
                explanation: "The energy is a parameter; the published curve is met with \(chosen) GeV."),
            published(
                "trident-ccfr-mean", "the published limit of CCFR, with neutrinos of \(mean) GeV on average",
                "the published limit of CCFR, with neutrinos of \(mean)\\,GeV on average", nodes.ccfrAtMean,
                .reading(
                    "the limit with that energy for all neutrinos over the curve, to \(tolerance) %",
                    tex: "the limit with that energy for all neutrinos over the curve, to \(tolerance)\\,\\%"),
                explanation: "The publication states the mean energy and not the spectrum behind its curve. In the "
                    + "approximation of equivalent photons the published coupling needs \(chosen) GeV; a higher energy "
                    + "brings larger momentum transfers, at which the propagator of a light boson counts less."),
            Claim(
                "trident-crossing",
                Claim.Statement(
                    "CCFR disfavours the boson as the origin of the muon's magnetic moment for every mass ≳ 400 MeV",
                    tex: "CCFR disfavours the boson as the origin of the muon's magnetic moment for every mass "
                        + "$\\gtrsim400$\\,MeV"),
                place: "abstract; figure 2", source: source, claimed: 400, .megaElectronVolt, .asRounded(toDigits: 1),
                from: Claim.values("trident-crossing", nodes.ccfr.crossingAsPublished) { mass in
                    mass.map { [LabelledEstimate($0)] } ?? []
                },
                reading: .reading(
                    "where the limit crosses the lower edge of the band that figure 2 draws, Δa_μ = (2.9 ± 1.8)e-9, two "
                        + "standard deviations by its label",
                    tex: "where the limit crosses the lower edge of the band that figure 2 draws, "
                        + "$\\Delta a_\\mu=(2.9\\pm1.8)\\times10^{-9}$, two standard deviations by its label")),
            Claim(
                "trident-interference",
                Claim.Statement("the boson interferes constructively with the Standard Model"), place: "abstract",
                source: source, claimed: 1, .none, .atLeast(digits: 6), from: interference(nodes),
                reading: .reading(
                    "the least σ/σ_SM of all masses is not below 1",
                    tex: "the least $\\sigma/\\sigma_\\mathrm{SM}$ of all masses is not below 1")),
        ]
    }

    private static let source = SourceKey.altmannshofer2014.rawValue

    /// The limit over the published curve, known to 2 %, where that has been read.
    private static func published(
        _ id: String, _ plain: String, _ tex: String, _ nodes: TridentNodes.Experiment, _ reading: ClaimReading,
        explanation: String
    ) -> Claim {
        let names = TridentExperiment.publishedCCFR.map { label($0.mass * 1e3) + " MeV" }
        return Claim(
            id, Claim.Statement(plain, tex: tex), place: "figure 2", source: source, claimed: 1, .none,
            .withinFactor(TridentExperiment.publishedTolerance),
            from: Node("claims/\(id)/values", from: nodes.overPublished, parameters: names) { names, ratios in
                zip(names, ratios).map { LabelledEstimate($0, $1) }
            }, reading: reading, explanation: Claim.text(id, explanation))
    }

    /// The smallest rate over all masses.
    private static func interference(_ nodes: TridentNodes) -> Node<[LabelledEstimate]> {
        Node("claims/trident-interference/values", from: nodes.ccfr.ratios, nodes.charmII.ratios) { ccfr, charmII in
            [("CCFR", ccfr), ("CHARM-II", charmII)].compactMap { name, curves in
                guard let curve = curves.first, let index = curve.y.indices.min(by: { curve.y[$0] < curve.y[$1] })
                else { return nil }
                return LabelledEstimate(name, curve.estimate(at: index))
            }
        }
    }
}
