import Foundation
import LimitModel
import MuoneCommon
import NumericalMethods
import PaperKit
import Reference

/// What `evaluate excluded --json` prints.
struct ExclusionAnswer: ObservableAnswer {
    var schema = 1
    var quantity = "excluded"
    /// In internal units.
    var inputs: [String: ArgumentValues.Value]
    /// Whether a limit of today excludes the point. Projections do not count.
    var excluded: Bool
    /// By name, in the order of ``limits``.
    var excludedBy: [String]
    var limits: [Row]
    var projections: [Row]
    /// The curves that do not cover the mass: they say nothing of it.
    var ended: [Ended]
    var magneticMoment: Moment

    private enum CodingKeys: CodingKey {
        case schema, quantity, inputs, excluded, excludedBy, limits, projections, ended, magneticMoment
    }

    /// - Throws: `DishonestResult` where a limit or a ratio is not finite.
    init(_ verdicts: ExcludedPoint.Verdicts, _ arguments: ArgumentValues) throws {
        for verdict in verdicts.limits + verdicts.projections {
            for number in [verdict.limit, verdict.ratio].compactMap(\.self) {
                _ = try number.honest("the limit of \(verdict.experiment.name)", inputs: arguments.numbers)
            }
        }
        for number in [verdicts.magneticMoment.shift, verdicts.magneticMoment.ratio].compactMap(\.self) {
            _ = try number.honest("the magnetic moment", inputs: arguments.numbers)
        }
        inputs = arguments.values
        excluded = !verdicts.excluding.isEmpty
        excludedBy = verdicts.excluding.map(\.experiment.name)
        limits = verdicts.limits.map(Row.init)
        projections = verdicts.projections.map(Row.init)
        ended = verdicts.ended.map(Ended.init)
        magneticMoment = Moment(verdicts.magneticMoment)
    }

    /// One experiment whose curve covers the mass.
    struct Row: Encodable, Sendable {
        var name: String
        /// `coupling`; `mass` for a bound on the mass alone, which holds down to the coupling ``limit``.
        var bound: LimitFacts.Extent
        /// The point's coupling over ``limit``; null where every coupling is excluded.
        var ratio: Double?
        /// Numerical, of ``ratio``.
        var error: Double?
        var errorKind: ErrorKind?
        /// The coupling on the curve. Of a two-sided limit that excludes the point its lower edge, otherwise the nearest.
        var limit: Double?
        /// Whether the point is excluded, or would be: the ratio is above one, and below the upper edge of a two-sided limit.
        var excluded: Bool
        /// All that is excluded at the mass.
        var ranges: [LimitAnswer.Range]
        /// Null where the source states none.
        var confidenceLevel: Double?
        /// `computed`, `calibrated`, `published` or `supplied`.
        var kind: LimitFacts.Kind
        /// Keys of the bibliography.
        var sources: [String]
        /// What the curve rests on, TeX.
        var assumptions: [LimitFacts.Input]
        var masses: Masses

        init(_ verdict: ExcludedPoint.Verdict) {
            name = verdict.experiment.name
            bound = verdict.experiment.extent
            ratio = verdict.ratio?.value
            error = verdict.ratio?.error
            errorKind = verdict.ratio?.kind
            limit = verdict.limit?.value
            excluded = verdict.isExceeded
            ranges = verdict.ranges.map { LimitAnswer.Range(from: $0.lower.value, to: $0.upper?.value) }
            confidenceLevel = verdict.experiment.confidenceLevel
            kind = verdict.experiment.kind
            sources = verdict.experiment.sources
            assumptions = verdict.experiment.inputs
            masses = Masses(verdict.experiment)
        }

        private enum CodingKeys: CodingKey {
            case name, bound, ratio, error, errorKind, limit, excluded, ranges, confidenceLevel, kind, sources,
                assumptions, masses
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(bound, forKey: .bound)
            try container.encode(ratio, forKey: .ratio)
            try container.encode(error, forKey: .error)
            try container.encode(errorKind, forKey: .errorKind)
            try container.encode(limit, forKey: .limit)
            try container.encode(excluded, forKey: .excluded)
            try container.encode(ranges, forKey: .ranges)
            // Null, not missing: every row has the same members.
            try container.encode(confidenceLevel, forKey: .confidenceLevel)
            try container.encode(kind, forKey: .kind)
            try container.encode(sources, forKey: .sources)
            try container.encode(assumptions, forKey: .assumptions)
            try container.encode(masses, forKey: .masses)
        }
    }

    /// The masses (GeV) that a curve covers.
    struct Masses: Encodable, Sendable {
        var from: Double
        var to: Double

        init(_ experiment: LimitFacts) {
            from = experiment.masses.lowerBound
            to = experiment.masses.upperBound
        }
    }

    struct Ended: Encodable, Sendable {
        var name: String
        var role: LimitFacts.Role
        var kind: LimitFacts.Kind
        var masses: Masses

        init(_ verdict: ExcludedPoint.Verdict) {
            name = verdict.experiment.name
            role = verdict.experiment.role
            kind = verdict.experiment.kind
            masses = Masses(verdict.experiment)
        }
    }

    /// The muon's magnetic moment at the point: what it favours, apart from the limits.
    struct Moment: Encodable, Sendable {
        /// Δa_μ of the boson.
        var shift: Double
        /// The measured excess with its standard deviation.
        var deviation: Double
        var uncertainty: Double
        /// (deviation − shift)/uncertainty.
        var pull: Double
        /// Whether shift and deviation agree within two standard deviations.
        var withinTwoSigma: Bool
        /// The coupling over that at which the shift is two standard deviations too large.
        var ratio: Double?
        var sources: [String]

        init(_ moment: ExcludedPoint.MagneticMoment) {
            shift = moment.shift.value
            deviation = moment.measured.value
            uncertainty = moment.measured.uncertainty
            pull = moment.pull
            withinTwoSigma = moment.pull.magnitude <= 2
            ratio = moment.ratio?.value
            sources = moment.measured.sources.map(\.rawValue)
        }
    }
}
