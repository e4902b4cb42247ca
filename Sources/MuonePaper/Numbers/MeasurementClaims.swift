import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Reference

/// What publications state of the precision that MUonE reaches, and what this work finds.
enum MeasurementClaims {
    static func all(_ nodes: MeasurementNodes) -> [Claim] {
        [input(nodes), error(nodes), relative(nodes), firstRun(nodes)]
    }

    private static let percent = DisplayUnit("%", factor: 0.01)

    /// One pseudo-experiment is a random number: what can be checked is whether it is an unlikely one.
    private static func input(_ nodes: MeasurementNodes) -> Claim {
        let input = label(MeasurementNodes.publishedInput / MeasurementNumbers.unit.factor)
        let yield = label(MeasurementNodes.publishedResult / MeasurementNumbers.unit.factor)
        return Claim(
            "measurement-pseudo-experiment",
            Claim.Statement(
                "a pseudo-experiment with a_μ^HLO = \(input)e-10 yields \(yield)e-10",
                tex: "a pseudo-experiment with $a_\\mu^\\mathrm{HLO}=\(input)\\times10^{-10}$ yields "
                    + "$\(yield)\\times10^{-10}$"),
            place: "template fit; quoted on slides on MUonE's measurement", source: SourceKey.abbiendi2022.rawValue,
            claimed: 1, .none, .atMost(digits: 1),
            from: Claim.value("measurement-pseudo-experiment", nodes.publishedFixed) { result in
                let distance = MeasurementNodes.publishedResult - MeasurementNodes.publishedInput
                return distance / result.uncertaintyEstimate
            }, reading: .reading("the distance is at most one of our standard deviations"))
    }

    private static func error(_ nodes: MeasurementNodes) -> Claim {
        let error = label(MeasurementNodes.publishedError / MeasurementNumbers.unit.factor)
        return Claim(
            "measurement-error",
            Claim.Statement(
                "with an error of \(error)e-10", tex: "with an error of $\(error)\\times10^{-10}$"),
            place: "template fit; quoted on slides on MUonE's measurement", source: SourceKey.abbiendi2022.rawValue,
            claimed: MeasurementNodes.publishedError / 1e-10, MeasurementNumbers.unit, .asRounded(toDigits: 2),
            from: Node("claims/measurement-error/values", from: nodes.publishedFixed, nodes.publishedFree) {
                fixed, free in
                [
                    LabelledEstimate("normalisation fixed", fixed.uncertaintyEstimate),
                    LabelledEstimate("free", free.uncertaintyEstimate),
                ]
            },
            explanation: Node(
                "claims/measurement-error/explanation", from: nodes.publishedFixed, nodes.publishedFree
            ) { fixed, free in
                let between =
                    fixed.uncertainty < MeasurementNodes.publishedError
                    && MeasurementNodes.publishedError < free.uncertainty
                return
                    (between
                    ? "The published error lies between those with a fixed and with a free normalisation. "
                    : "The published error does not lie between those with a fixed and with a free normalisation. ")
                    + "The published fit is one of angles with the detector's resolution, ours one of the recoil in 50 bins "
                    + "without."
            })
    }

    private static func relative(_ nodes: MeasurementNodes) -> Claim {
        Claim(
            "measurement-relative",
            Claim.Statement(
                "the statistical error of a_μ^HLO is ∼0.3%",
                tex: "the statistical error of $a_\\mu^\\mathrm{HLO}$ is "
                    + "$\\sim0.3\\%$"),
            place: "sensitivity; quoted on slides on the letter", source: SourceKey.muonELoI.rawValue, claimed: 0.3,
            percent, .asRounded(toDigits: 1),
            from: Claim.value("measurement-relative", nodes.expected) {
                $0.uncertaintyEstimate / $0.momentEstimate
            })
    }

    private static func firstRun(_ nodes: MeasurementNodes) -> Claim {
        Claim(
            "measurement-first-run",
            Claim.Statement(
                "ten stations and four months yield a_μ^HLO to ∼2%, statistics alone",
                tex: "ten stations and four months yield $a_\\mu^\\mathrm{HLO}$ to $\\sim2\\%$, statistics alone"),
            place: "conclusions", source: "slides on MUonE's measurement (no paper cited)", claimed: 2, percent,
            .asRounded(toDigits: 1),
            from: Claim.value("measurement-first-run", nodes.firstRun) {
                $0.uncertaintyEstimate / $0.momentEstimate
            })
    }
}
