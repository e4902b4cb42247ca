import BuildGraph
import Manuscript
import MuoneCommon
import NumericalMethods
import Reference
import TridentPhysics

/// What the publication on neutrino tridents states, and what this work finds.
extension Claim {
    private static let source = SourceKey.altmannshofer2014.rawValue

    /// The limit over the published curve, where that has been read: at the energy of this work, and at the beam's mean.
    static func tridentCurves(chosen: Node<[Estimate]>, mean: Node<[Estimate]>) -> [Claim] {
        let (energy, meanEnergy) = (
            decimal(TridentExperiment.ccfr.neutrinoEnergy), decimal(TridentExperiment.ccfr.meanEnergy)
        )
        let tolerance = decimal(100 * (TridentExperiment.publishedTolerance - 1))
        func values(_ id: ResultID, _ ratios: Node<[Estimate]>) -> Node<[LabelledEstimate]> {
            Claim.values(id, ratios, parameters: TridentExperiment.publishedCCFR.map(\.mass)) { masses, ratios in
                try paired(masses, ratios).map { LabelledEstimate("\(decimal($0 * 1e3)) MeV", $1) }
            }
        }
        return [
            Claim(
                "trident-ccfr-curve", "the published limit of CCFR",
                .withinFactor(TridentExperiment.publishedTolerance), at: "figure 2", of: source,
                from: values("trident-ccfr-curve", chosen),
                reading: .reading(
                    """
                    the limit with the energy of this work over \(claimed: 1, as: "the curve"), to \(tolerance)\\,\\%; \
                    that energy, \(energy)\\,GeV unless a variant sets it, was chosen to meet the curve
                    """),
                explanation: text(
                    "trident-ccfr-curve",
                    "The energy is a parameter; the published curve is met with \(energy) GeV.")),
            Claim(
                "trident-ccfr-mean",
                "the published limit of CCFR, with neutrinos of \(meanEnergy)\\,GeV on average",
                .withinFactor(TridentExperiment.publishedTolerance), at: "figure 2", of: source,
                from: values("trident-ccfr-mean", mean),
                reading: .reading(
                    """
                    the limit with that energy for all neutrinos over \(claimed: 1, as: "the curve"), to \
                    \(tolerance)\\,\\%
                    """),
                explanation: text(
                    "trident-ccfr-mean",
                    "The publication states the mean energy and not the spectrum behind its curve. In the "
                        + "approximation of equivalent photons the published coupling needs \(energy) GeV; a higher "
                        + "energy brings larger momentum transfers, at which the propagator of a light boson counts "
                        + "less.")),
        ]
    }

    static func tridents(crossing: Node<Estimate?>, ccfr: Node<[Curve]>, charmII: Node<[Curve]>) -> [Claim] {
        [
            Claim(
                "trident-crossing",
                """
                CCFR disfavours the boson as the origin of the muon's magnetic moment for every mass \
                $\\gtrsim\(claimed: 400)$\\,MeV
                """, in: .megaElectronVolt, .asRounded(toDigits: 1), at: "abstract; figure 2", of: source,
                from: values("trident-crossing", crossing) { mass in mass.map { [LabelledEstimate($0)] } ?? [] },
                reading: .reading(
                    """
                    where the limit crosses the lower edge of the band that figure 2 draws, \
                    $\\Delta a_\\mu=(2.9\\pm1.8)\\times10^{-9}$, two standard deviations by its label
                    """)),
            Claim(
                "trident-interference", "the boson interferes constructively with the Standard Model",
                .atLeast(digits: 6), at: "abstract", of: source,
                // The smallest rate over all masses.
                from: Node("claims/trident-interference/values", from: ccfr, charmII) { ccfr, charmII in
                    let least = [("CCFR", ccfr), ("CHARM-II", charmII)].compactMap {
                        name, curves -> LabelledEstimate? in
                        guard let curve = curves.first,
                            let index = curve.y.indices.min(by: { curve.y[$0] < curve.y[$1] })
                        else { return nil }
                        return LabelledEstimate(name, curve.estimate(at: index))
                    }
                    // One experiment alone would be judged as if it were both: without one there is no verdict.
                    return least.count == 2 ? least : []
                },
                reading: .reading(
                    "the least $\\sigma/\\sigma_\\mathrm{SM}$ of all masses is not below \(claimed: 1)")),
        ]
    }
}
