import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers that the figures of the elastic channel are described with.
enum ElasticReachNumbers {
    static func quantities(_ nodes: ElasticReachNodes) -> [Quantity] {
        nodes.strengths.fits.dropFirst().flatMap { fit -> [Quantity] in
            let name = fit.benchmark?.name ?? "sm"
            return [
                shift(name, "statistics", "statistics alone", fit.statistical),
                shift(name, "total", "with ten parts per million in each bin", fit.total),
                Quantity(
                    "elastic-reach/\(name)/sigmas", "the latter shift over its standard deviation", .digits(2),
                    from: fit.total
                ) { sigmas($0) },
                Quantity(
                    "elastic-reach/\(name)/sigmas-statistics", "the former shift over its standard deviation",
                    .digits(2), from: fit.statistical
                ) { sigmas($0) },
            ]
        } + [
            Quantity(
                "elastic-reach/sm/width", "standard deviation of a_had, statistics alone, in 1e-10", .digits(3),
                from: nodes.strengths.fits[0].statistical
            ) { width($0) },
            Quantity(
                "elastic-reach/sm/width-total", "the same with ten parts per million in each bin", .digits(3),
                from: nodes.strengths.fits[0].total
            ) { width($0) },
            Quantity(
                "elastic-reach/scalar/coupling", "coupling of the scalar in the figure of the rate", .digits(3),
                from: nodes.scalarAtReach
            ) { $0?.coupling },
        ]
    }

    /// What the figures choose.
    static func inputs(_ nodes: ElasticReachNodes) throws -> [NumbersFile.Passage] {
        let central = Estimate.exact(StrengthFitNodes.central * 1e10)
        return [
            NumbersFile.Passage(
                "input/elastic-reach/central", try CertifiedDecimal(central, significantDigits: 4).texText)
        ]
    }

    private static func shift(
        _ name: String, _ suffix: String, _ condition: String, _ fit: Node<HadronicStrengthFit.Result>
    ) -> Quantity {
        Quantity(
            "elastic-reach/\(name)/shift-\(suffix)", "shift of a_had in 1e-10 by \(name), \(condition)", .digits(2),
            from: fit
        ) { result in
            (result.strength - 1) * (StrengthFitNodes.central * 1e10)
        }
    }

    private static func sigmas(_ fit: HadronicStrengthFit.Result) -> Estimate? {
        (fit.strength - 1).magnitude / (0.5 * (fit.below + fit.above))
    }

    private static func width(_ fit: HadronicStrengthFit.Result) -> Estimate? {
        0.5 * (fit.below + fit.above) * (StrengthFitNodes.central * 1e10)
    }
}
