import BuildGraph
import ElasticPhysics
import Foundation
import Manuscript
import MeasurementPhysics
import NumericalMethods
import PaperKit

/// The numbers of the elastic channel that the text prints.
enum ElasticNumbers {
    static let microbarn = DisplayUnit("microbarn", factor: 1)
    static let percent = DisplayUnit("%", factor: 0.01)
    static let tenBillionths = DisplayUnit("1e-10", factor: 1e-10)

    static func rate(_ crossSection: Node<Estimate>) -> [Quantity] {
        [
            Quantity(
                "elastic/cross-section", "elastic cross section above 1 GeV", in: microbarn, .digits(6),
                from: crossSection),
            Quantity("elastic/events", "elastic events above 1 GeV", .digits(4), from: crossSection) {
                $0.scaled(by: ElasticDeviation.luminosity)
            },
        ]
    }

    static func np1(_ byBins: [(bins: Int, chiSquared: Node<Estimate>)]) -> [Quantity] {
        byBins.map { bins, chiSquared in
            Quantity(
                ResultID("elastic/np1/chi2-{bins}bins", "\(bins)"), "chi^2 of np1 with \(bins) bins", .digits(4),
                from: chiSquared)
        }
    }

    /// At the masses (MeV) of which the text speaks.
    static func reach(_ settings: ElasticSettings) -> [Quantity] {
        let points: [(ElasticModel, Int)] = [
            (.scalar(ratio: 1), 1), (.vectorFlavour, 1000), (.scalarFlavour, 1000), (.lmuLtau, 100),
        ]
        return points.map { model, mass in
            let name = "\(model.name)/\(mass)MeV"
            return Quantity(
                ResultID("elastic/reach/{model}/{mass}MeV", model.name, "\(mass)"), "elastic reach, \(name)",
                .digits(3),
                from: Node(
                    "elastic/probe/\(name)",
                    ElasticReachPoint(settings: settings, model: model, mass: Double(mass) * 1e-3))
            ) { $0?.coupling }
        }
    }

    /// Of fits to the data of the Standard Model, and with bosons that add to the rate.
    static func strengths(_ fits: [StrengthFit]) -> [Quantity] {
        fits.flatMap { fit -> [Quantity] in
            guard let benchmark = fit.benchmark else {
                return [
                    Quantity(
                        "elastic-reach/sm/width", "standard deviation of a_had, statistics alone, in 1e-10",
                        .digits(3), from: fit.statistical
                    ) { $0.width * (StrengthFit.central * 1e10) },
                    Quantity(
                        "elastic-reach/sm/width-total", "the same with ten parts per million in each bin", .digits(3),
                        from: fit.total
                    ) { $0.width * (StrengthFit.central * 1e10) },
                ]
            }
            guard benchmark != .np2Minus else { return [] }
            return [
                Quantity(
                    ResultID("elastic-reach/{benchmark}/shift-total", benchmark.name),
                    "shift of a_had in 1e-10 by \(benchmark.name), with ten parts per million in each bin",
                    .digits(2), from: fit.total
                ) { ($0.strength - 1) * (StrengthFit.central * 1e10) },
                Quantity(
                    ResultID("elastic-reach/{benchmark}/sigmas", benchmark.name),
                    "the shift over its standard deviation", .digits(2), from: fit.total
                ) { ($0.strength - 1).magnitude / $0.width },
                Quantity(
                    ResultID("elastic-reach/{benchmark}/sigmas-statistics", benchmark.name),
                    "the same with statistics alone", .digits(2), from: fit.statistical
                ) { ($0.strength - 1).magnitude / $0.width },
            ]
        }
    }

    static func scalar(_ atReach: Node<ElasticRatioAtReach.Result?>) -> Quantity {
        Quantity(
            "elastic-reach/scalar/coupling", "coupling of the scalar in the figure of the rate", .digits(3),
            from: atReach
        ) { $0?.coupling }
    }

    /// Choices of this work, or of the experiment.
    static var inputs: [Input] {
        [
            Input("input/elastic/bins", Double(ElasticBins.inferredCount)),
            Input("input/elastic/chi2", ElasticChannel.chiSquared),
            Input("input/elastic/smallest-recoil", ElasticBins.smallestRecoil),
            Input(
                "input/elastic/confidence", (100 * erf((ElasticChannel.chiSquared / 2).squareRoot())).rounded()),
            Input("input/elastic/luminosity", ElasticDeviation.luminosity),
            Input("input/elastic/systematic", ElasticDeviation.systematic),
        ]
    }
}

extension HadronicStrengthFit.Result {
    /// Half of the interval of one standard deviation.
    fileprivate var width: Estimate { 0.5 * (below + above) }
}
