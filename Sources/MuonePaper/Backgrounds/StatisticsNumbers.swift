import BuildGraph
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import SearchPhysics

/// What a background of known size and uncertainty does to the expected limit: numbers of the text.
enum StatisticsNumbers {
    /// The background that the text takes as its example, and the smaller one at which two kinds of nuisance are compared.
    static let (large, compared) = (1e5, 1e3)
    static let comparedUncertainty = 0.2

    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        Quantity(
            "search/limit-1e5", "expected 95 % limit on 1e5 background events with their uncertainty", in: .events,
            .digits(3), from: limit("1e5", large, p.detector.backgroundUncertainty))
        Quantity(
            "search/limit-1e5-exact", "the same without uncertainty", in: .events, .digits(3),
            from: limit("1e5-exact", large, 0))
        Quantity(
            "search/limit-1e5-poisson", "the same by sums of Poisson probabilities", in: .events, .digits(3),
            from: Node("search/limit-1e5-poisson", PoissonSignalLimit(background: large)))
        Quantity(
            "search/discovery-1e5", "signal that is discovered with five standard deviations on the same", in: .events,
            .digits(3),
            from: Node(
                "search/discovery-1e5",
                DiscoverySignal(
                    experiment: CountingExperiment(
                        background: large, uncertainty: p.detector.backgroundUncertainty))))
        Quantity(
            "search/on-off", "expected 95 % limit on 1e3 events known to 20 %, on/off", in: .events, .digits(3),
            from: limit("on-off", compared, comparedUncertainty))
        Quantity(
            "search/log-normal", "the same, log-normal", in: .events, .digits(3),
            from: limit("log-normal", compared, comparedUncertainty, .logNormal))
    }

    private static func limit(
        _ name: String, _ background: Double, _ uncertainty: Double, _ nuisance: BackgroundNuisance = .onOff
    ) -> Node<Estimate> {
        Node(
            "search/limit-\(name)",
            ExpectedSignalLimit(
                experiment: CountingExperiment(
                    background: background, uncertainty: uncertainty, nuisance: nuisance)))
    }
}
