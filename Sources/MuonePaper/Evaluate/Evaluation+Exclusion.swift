import Foundation
import Limits
import MuoneComputations
import NumericalMethods
import Reference

extension Evaluation {
    /// The answer to `excluded` in the documented form.
    ///
    /// - Throws: `DishonestResult` where a limit or a ratio is not finite.
    public func answer(_ verdicts: ExcludedPoint.Verdicts) throws -> ExclusionAnswer {
        for verdict in verdicts.limits + verdicts.projections {
            for number in [verdict.limit, verdict.ratio].compactMap(\.self) {
                _ = try number.honest("the limit of \(verdict.experiment.name)", inputs: arguments.numbers)
            }
        }
        for number in [verdicts.magneticMoment.shift, verdicts.magneticMoment.ratio].compactMap(\.self) {
            _ = try number.honest("the magnetic moment", inputs: arguments.numbers)
        }
        return ExclusionAnswer(
            quantity: observable.name, inputs: arguments.values.mapValues(Answer.Input.init),
            excluded: !verdicts.excluding.isEmpty, excludedBy: verdicts.excluding.map(\.experiment.name),
            limits: verdicts.limits.compactMap(ExclusionAnswer.Row.init),
            projections: verdicts.projections.compactMap(ExclusionAnswer.Row.init),
            ended: verdicts.ended.map(ExclusionAnswer.Ended.init),
            magneticMoment: ExclusionAnswer.Moment(verdicts.magneticMoment))
    }

    /// What `evaluate excluded --json` prints.
    public struct ExclusionAnswer: Encodable, Sendable {
        public var schema = 1
        public var quantity: String
        /// In internal units.
        public var inputs: [String: Answer.Input]
        /// Whether a limit of today excludes the point. Projections do not count.
        public var excluded: Bool
        /// By name, in the order of ``limits``.
        public var excludedBy: [String]
        public var limits: [Row]
        public var projections: [Row]
        /// The curves that do not cover the mass: they say nothing of it.
        public var ended: [Ended]
        public var magneticMoment: Moment

        /// One experiment whose curve covers the mass.
        public struct Row: Encodable, Sendable {
            public var name: String
            /// `coupling`; `mass` for a bound on the mass alone, which holds down to the coupling ``limit``.
            public var bound: ExperimentFacts.Bound
            /// The point's coupling over the curve's.
            public var ratio: Double
            /// Numerical, of ``ratio``.
            public var error: Double
            public var errorKind: ErrorKind
            /// The coupling on the curve.
            public var limit: Double
            /// Whether the ratio is above one: the point is excluded, or would be.
            public var excluded: Bool
            /// Null where the source states none.
            public var confidenceLevel: Double?
            /// `computed`, `calibrated`, `published` or `supplied`.
            public var kind: Constraint.Kind
            /// Keys of the bibliography.
            public var sources: [String]
            /// What the curve rests on, TeX.
            public var assumptions: [Constraint.Input]
            public var masses: Masses

            init?(_ verdict: ExcludedPoint.Verdict) {
                guard let limit = verdict.limit, let ratio = verdict.ratio else { return nil }
                name = verdict.experiment.name
                bound = verdict.experiment.bound
                self.ratio = ratio.value
                error = ratio.error
                errorKind = ratio.kind
                self.limit = limit.value
                excluded = verdict.isExceeded
                confidenceLevel = verdict.experiment.confidenceLevel
                kind = verdict.experiment.kind
                sources = verdict.experiment.sources.map(\.rawValue)
                assumptions = verdict.experiment.inputs
                masses = Masses(verdict.experiment)
            }

            private enum CodingKeys: CodingKey {
                case name, bound, ratio, error, errorKind, limit, excluded, confidenceLevel, kind, sources, assumptions,
                    masses
            }

            public func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(name, forKey: .name)
                try container.encode(bound, forKey: .bound)
                try container.encode(ratio, forKey: .ratio)
                try container.encode(error, forKey: .error)
                try container.encode(errorKind, forKey: .errorKind)
                try container.encode(limit, forKey: .limit)
                try container.encode(excluded, forKey: .excluded)
                // Null, not missing: every row has the same members.
                try container.encode(confidenceLevel, forKey: .confidenceLevel)
                try container.encode(kind, forKey: .kind)
                try container.encode(sources, forKey: .sources)
                try container.encode(assumptions, forKey: .assumptions)
                try container.encode(masses, forKey: .masses)
            }
        }

        /// The masses (GeV) that a curve covers.
        public struct Masses: Encodable, Sendable {
            public var from: Double
            public var to: Double

            init(_ experiment: ExperimentFacts) {
                from = experiment.smallestMass
                to = experiment.largestMass
            }
        }

        public struct Ended: Encodable, Sendable {
            public var name: String
            public var role: Constraint.Role
            public var kind: Constraint.Kind
            public var masses: Masses

            init(_ verdict: ExcludedPoint.Verdict) {
                name = verdict.experiment.name
                role = verdict.experiment.role
                kind = verdict.experiment.kind
                masses = Masses(verdict.experiment)
            }
        }

        /// The muon's magnetic moment at the point: what it favours, apart from the limits.
        public struct Moment: Encodable, Sendable {
            /// Δa_μ of the boson.
            public var shift: Double
            /// The measured excess with its standard deviation.
            public var deviation: Double
            public var uncertainty: Double
            /// (deviation − shift)/uncertainty.
            public var pull: Double
            /// Whether shift and deviation agree within two standard deviations.
            public var withinTwoSigma: Bool
            /// The coupling over that at which the shift is two standard deviations too large.
            public var ratio: Double?
            public var sources: [String]

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
}
