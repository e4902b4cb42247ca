import BuildGraph
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// The measurement of the hadronic running in elastic scattering.
    package static let measurement: [Observable<PaperParameters>] = [
        Observable(
            "moment-precision",
            "standard deviation of a_μ^HLO that elastic scattering is expected to reach, K and M fitted; "
                + "systematic is per bin, polarisation=full puts the leptons' into the rate", unit: "1e-10",
            [
                .number("systematic", .dimensionless, .text("0")),
                .choice("normalisation", MeasurementSettings.Normalisation.self, .fixed),
                .count("bins", 1...1000, .text("50")),
                .choice("polarisation", MeasurementSettings.Polarisation.self, .hadronic),
            ]
        ) { arguments, parameters in
            let systematic = try arguments.required("systematic")
            guard systematic >= 0, systematic < 1 else {
                throw EvaluationError.outOfRange(
                    argument: "systematic", value: "\(systematic)", allowed: "from zero to below one")
            }
            var settings = parameters.measurement
            settings.systematic = systematic
            settings.normalisation = try arguments.choice("normalisation")
            settings.polarisation = try arguments.choice("polarisation")
            settings.bins = arguments.count("bins") ?? settings.bins
            let expected = Node("evaluate/moment-expected", ExpectedMoment(settings: settings))
            return Node("evaluate/moment-precision", from: expected) { $0.uncertaintyEstimate.scaled(by: 1e10) }
        }
    ]
}
