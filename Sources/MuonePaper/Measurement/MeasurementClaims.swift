import BuildGraph
import Manuscript
import MeasurementPhysics
import MuoneCommon
import NumericalMethods
import Reference

/// What publications state of the precision that MUonE reaches, and what this work finds.
enum MeasurementClaims {
    /// The published template fit.
    static func published(fixed: Node<MomentFit.Result>, free: Node<MomentFit.Result>) -> [Claim] {
        let place = "template fit; quoted on slides on MUonE's measurement"
        let unit = MeasurementNumbers.unit
        let (input, yield) = (decimal(Published.input / unit.factor), decimal(Published.result / unit.factor))
        return [
            // One pseudo-experiment is a random number: what can be checked is whether it is an unlikely one.
            Claim(
                "measurement-pseudo-experiment",
                "a pseudo-experiment with $a_\\mu^\\mathrm{HLO}=\(input)\\times10^{-10}$ yields $\(yield)\\times10^{-10}$",
                .atMost(digits: 1), at: place, of: SourceKey.abbiendi2022.rawValue,
                from: Claim.value("measurement-pseudo-experiment", fixed) { result in
                    (Published.result - Published.input) / result.uncertaintyEstimate
                }, reading: .reading("the distance is at most \(claimed: 1, as: "one") of our standard deviations")),
            Claim(
                "measurement-error", "with an error of $\(claimed: Published.error / unit.factor)\\times10^{-10}$",
                in: unit, .asRounded(toDigits: 2), at: place, of: SourceKey.abbiendi2022.rawValue,
                from: Node("claims/measurement-error/values", from: fixed, free) { fixed, free in
                    [
                        LabelledEstimate("normalisation fixed", fixed.uncertaintyEstimate),
                        LabelledEstimate("free", free.uncertaintyEstimate),
                    ]
                },
                explanation: Node("claims/measurement-error/explanation", from: fixed, free) { fixed, free in
                    let isBetween = fixed.uncertainty < Published.error && Published.error < free.uncertainty
                    return
                        "The published error \(isBetween ? "lies" : "does not lie") between those with a fixed and with a "
                        + "free normalisation. The published fit is one of angles with the detector's resolution, ours "
                        + "one of the recoil in 50 bins without."
                }),
        ]
    }

    static func precision(_ expected: Node<MomentFit.Result>, firstRun: Node<MomentFit.Result>) -> [Claim] {
        [
            Claim(
                "measurement-relative",
                "the statistical error of $a_\\mu^\\mathrm{HLO}$ is $\\sim\(claimed: 0.3)\\%$",
                in: MeasurementNumbers.percent, .asRounded(toDigits: 1),
                at: "sensitivity; quoted on slides on the letter", of: SourceKey.muonELoI.rawValue,
                from: Claim.value("measurement-relative", expected) { $0.relativeUncertainty }),
            Claim(
                "measurement-first-run",
                "ten stations and four months yield $a_\\mu^\\mathrm{HLO}$ to $\\sim\(claimed: 2)\\%$, statistics alone",
                in: MeasurementNumbers.percent, .asRounded(toDigits: 1), at: "conclusions",
                of: "slides on MUonE's measurement (no paper cited)",
                from: Claim.value("measurement-first-run", firstRun) { $0.relativeUncertainty }),
        ]
    }
}
