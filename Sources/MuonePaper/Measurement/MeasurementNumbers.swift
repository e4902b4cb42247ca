import BuildGraph
import Manuscript
import MeasurementPhysics
import NumericalMethods
import PaperKit

/// The numbers of the section on the measurement of the hadronic running.
enum MeasurementNumbers {
    /// Of moments.
    static let unit = DisplayUnit("1e-10", factor: 1e-10)
    static let percent = DisplayUnit("%", factor: 0.01)

    static func precision(
        _ precisions: [Precision], statistical: Precision, firstRun: Node<MomentFit.Result>
    ) -> [Quantity] {
        precisions.filter { [.statistical, .both].contains($0.treatment) }.map { precision in
            Quantity(
                ResultID("measurement/precision/{treatment}", precision.treatment.name),
                "expected error of the moment, \(precision.treatment.name)", in: unit, .digits(3),
                from: precision.full
            ) { $0.uncertaintyEstimate }
        } + [
            Quantity(
                "measurement/precision/relative", "the same over the moment, statistics only, per cent", in: percent,
                .digits(2), from: statistical.full
            ) { $0.relativeUncertainty },
            Quantity(
                "measurement/first-run", "expected error of the first run over the moment, per cent", in: percent,
                .digits(2), from: firstRun
            ) { $0.relativeUncertainty },
            Quantity(
                "measurement/without-leptons",
                "expected error without the leptons over that with them, less one, per cent", in: percent, .digits(2),
                from: Node("measurement/without-leptons", from: statistical.hadronic, statistical.full) {
                    without, with in
                    without.uncertaintyEstimate / with.uncertaintyEstimate - 1
                }),
            Quantity("measurement/k-error", "expected error of K, GeV⁻²", .digits(2), from: statistical.full) {
                $0.deviationEstimate(0)
            },
            Quantity("measurement/m-error", "expected error of M, GeV²", .digits(2), from: statistical.full) {
                $0.deviationEstimate(1)
            },
            Quantity("measurement/correlation", "expected correlation of K and M", .digits(2), from: statistical.full) {
                $0.correlationEstimate(0, 1)
            },
        ]
    }

    static func published(fixed: Node<MomentFit.Result>, free: Node<MomentFit.Result>) -> [Quantity] {
        [
            Quantity(
                "measurement/published-fixed", "expected error for the published input", in: unit, .digits(3),
                from: fixed
            ) { $0.uncertaintyEstimate },
            Quantity(
                "measurement/published-free", "the same with free normalisation", in: unit, .digits(3), from: free
            ) { $0.uncertaintyEstimate },
        ]
    }

    static func pulls(_ pulls: Node<PullSummary>) -> [Quantity] {
        [
            Quantity("measurement/bias", "mean pull of pseudo-experiments", .withError, from: pulls) { $0.bias },
            Quantity("measurement/width", "width of the pulls", .withError, from: pulls) { $0.width },
            Quantity("measurement/spread", "spread of the fitted moments", in: unit, .withError, from: pulls) {
                $0.spread
            },
            Quantity("measurement/fits", "pseudo-experiments that were fitted", .wholeNumber, from: pulls) {
                .exact(Double($0.count))
            },
            Quantity("measurement/failures", "pseudo-experiments whose fit failed", .wholeNumber, from: pulls) {
                .exact(Double($0.failures.count))
            },
        ]
    }

    /// Without systematic errors and with all of them; the table has the others.
    static func newParticles(_ particles: [NewParticle]) -> [Quantity] {
        particles.flatMap { particle in
            particle.shifts.filter { [.statistical, .both].contains($0.treatment) }.flatMap { treatment, shift in
                let (name, treatment) = (particle.benchmark.name, treatment.name)
                let of = "of \(name), \(treatment)"
                return [
                    Quantity(
                        ResultID("measurement/{particle}/{treatment}/pull", name, treatment),
                        "shift of the moment in standard deviations \(of)", .digits(2), from: shift
                    ) { $0.pull },
                    Quantity(
                        ResultID("measurement/{particle}/{treatment}/linear", name, treatment),
                        "the same to first order \(of)", .digits(2), from: shift
                    ) { $0.linearPull },
                    Quantity(
                        ResultID("measurement/{particle}/{treatment}/chi2", name, treatment),
                        "chi-squared of the fit \(of)", .digits(2), from: shift
                    ) { $0.chiSquaredEstimate },
                ]
            }
        }
    }

    static func systematics(_ systematics: [(Systematic, Node<EffectOnMoment.Shift>)]) -> [Quantity] {
        systematics.filter(\.0.isExchange).map { systematic, shift in
            Quantity(
                ResultID("measurement/systematic/{effect}", systematic.name),
                "shift of the moment to first order, \(systematic.name)", in: unit, .digits(2), from: shift
            ) { $0.linear }
        }
    }

    /// Published numbers and settings that the text names.
    static func inputs(_ settings: MeasurementSettings) -> [Input] {
        [
            Input("input/measurement/published-input", Published.input, in: unit),
            Input("input/measurement/published-error", Published.error, in: unit),
            Input("input/measurement/luminosity", settings.luminosity),
            Input("input/measurement/bins", Double(settings.bins)),
            Input("input/measurement/smallest-recoil", settings.minimumRecoil),
            Input("input/measurement/stations-first", FirstRun.stations),
            Input("input/measurement/stations", FirstRun.allStations),
            Input("input/measurement/months-first", FirstRun.months),
            Input("input/measurement/months", FirstRun.allMonths),
            Input("input/measurement/spread", Systematic.beamSpread, in: percent),
            Input("input/measurement/resolution", Systematic.angularResolution, in: .milliradian),
        ]
    }
}

extension MomentFit.Result {
    var relativeUncertainty: Estimate { uncertaintyEstimate / momentEstimate }
}
