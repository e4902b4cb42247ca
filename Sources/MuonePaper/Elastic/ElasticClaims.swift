import BuildGraph
import ElasticPhysics
import Kinematics
import Manuscript
import MeasurementPhysics
import MuoneCommon
import NumericalMethods
import Reference

/// What Dev et al. state of the elastic channel, and what this work finds.
enum ElasticClaims {
    static let source = SourceKey.dev2020.rawValue

    static func rate(
        _ facts: Node<ElasticFacts.Facts>, _ crossSection: Node<Estimate>, weakShift: Node<Estimate>,
        _ hadronic: Node<Curve>
    ) -> [Claim] {
        let above1GeV = ClaimReading.inference("$T>1$\\,GeV, which is not printed")
        return [
            Claim(
                "elastic-recoil", "the electron takes at most $T_\\mathrm{max}\\approx\(claimed: 140)$\\,GeV",
                in: .gigaElectronVolt, .asRounded(toDigits: 3), at: "equation (2.11)", of: source,
                from: Claim.value("elastic-recoil", facts) { $0.maximumRecoil }),
            Claim(
                "elastic-cross-section", "the elastic cross section is \(claimed: 245)\\,$\\mu$b",
                in: ElasticNumbers.microbarn, .asRounded(toDigits: 3), at: "below equation (2.12)", of: source,
                from: Claim.value("elastic-cross-section", crossSection) { $0 }, reading: above1GeV),
            Claim(
                "elastic-events",
                "about $\(claimed: 3.7e12)$ elastic events with $1.5\\times10^7$\\,nb$^{-1}$",
                .asRounded(toDigits: 2), at: "equation (2.13)", of: source,
                from: Claim.value("elastic-events", crossSection) { $0.scaled(by: ElasticDeviation.luminosity) },
                reading: above1GeV),
            Claim(
                "elastic-sm-b",
                "the neutral current changes the rate by about \(claimed: 0.001, as: "0.001")\\,\\% at the largest $q^2$",
                in: ElasticNumbers.percent, .asRounded(toDigits: 1), at: "caption of figure 1", of: source,
                from: Claim.value("elastic-sm-b", weakShift) { $0 }),
            Claim(
                "elastic-sm-c",
                "the hadronic vacuum polarisation changes the rate by about \(claimed: 0.2)\\,\\% at the largest $q^2$",
                in: ElasticNumbers.percent, .asRounded(toDigits: 1), at: "caption of figure 1", of: source,
                from: Claim.values("elastic-sm-c", hadronic) { curve in
                    curve.last.map { [LabelledEstimate($0)] } ?? []
                }),
        ]
    }

    /// - Parameter np1: χ² of the benchmark in the usual bins.
    static func sensitivity(hadronicError: Node<Estimate>, np1: Node<Estimate>) -> [Claim] {
        [
            Claim(
                "elastic-hadronic-error", "$a_\\mu^\\mathrm{had}$ is measured to $\\sim\(claimed: 0.3)$\\,\\%",
                in: ElasticNumbers.percent, .asRounded(toDigits: 1), at: "section 1", of: source,
                from: Claim.value("elastic-hadronic-error", hadronicError) { $0 },
                reading: .reading("shape known, statistics alone")),
            Claim(
                "elastic-np1", "the benchmark NP1 is at the borderline of MUonE's sensitivity",
                .asRounded(toDigits: 2), at: "section 3.1, below equation (3.4)", of: source,
                from: Claim.value("elastic-np1", np1) { $0 },
                reading: .inference(
                    "$\\chi^2=\(claimed: ElasticChannel.chiSquared)$, 90\\,\\% confidence, in 50 bins: neither is printed"
                ),
                explanation: Claim.text(
                    "elastic-np1",
                    "Neither the bins nor the confidence level are printed. χ² grows with the number of bins, as the "
                        + "error of ten parts per million is that of each bin.")),
        ]
    }

    /// Two bars of one standard deviation overlap where the distance is at most the sum of their errors.
    static func overlap(_ fits: [StrengthFit]) -> Claim {
        Claim(
            "elastic-overlap",
            "the $1\\sigma$ ranges of moments fitted to data with and without a new boson overlap",
            .atMost(digits: 2), at: "section 3.1, figure 5", of: source,
            from: Node(
                "claims/elastic-overlap/values",
                from: Node("claims/elastic-overlap/fits", collecting: fits.map(\.total)),
                parameters: fits.map { $0.benchmark?.name ?? "sm" }
            ) { names, fits in
                guard let own = fits.first else { return [] }
                return try paired(names, fits).dropFirst().map { name, fit in
                    let rises = fit.strength.value > own.strength.value
                    let width = rises ? own.above + fit.below : own.below + fit.above
                    return LabelledEstimate(name, (fit.strength - own.strength).magnitude / width)
                }
            },
            reading: .reading(
                "the distance over the sum of their errors, with ten parts per million in each bin, is at most \(claimed: 1)"
            ))
    }

    /// What the measured and computed moments are said to deviate by.
    static var deviations: [Claim] {
        [
            Claim(
                "elastic-moment-deviation", "the muon's magnetic moment deviates by $\(claimed: 3.3)\\sigma$",
                .asRounded(toDigits: 2), at: "section 1, equation (1.3)", of: source,
                from: sigmas(
                    "claims/elastic-moment-deviation/values", MagneticMomentMeasurements.deviationDev2020)),
            Claim(
                "elastic-other-deviation",
                "the lattice's $a_\\mu^\\mathrm{had}$ is $\(claimed: 3.1)\\sigma$ above that of the $R$ ratio",
                .asRounded(toDigits: 2), at: "section 1, below equation (1.5)", of: source,
                from: sigmas(
                    "claims/elastic-other-deviation/values",
                    .difference(
                        MagneticMomentMeasurements.hadronicLattice2020, MagneticMomentMeasurements.hadronicRatio2019,
                        name: "a_mu^had (lattice - R ratio)"))),
        ]
    }

    /// A difference in units of its standard deviation.
    private static func sigmas(_ name: String, _ difference: Measurement) -> Node<[LabelledEstimate]> {
        Node(name, parameters: difference) { difference in
            [LabelledEstimate(.closedForm(difference.value / difference.uncertainty))]
        }
    }
}
