import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

extension PaperParameters {
    /// MUonE's measurement of the running with these parameters: statistics only.
    public var measurement: MeasurementSettings {
        var settings = MeasurementSettings()
        settings.inputs = particles
        settings.beamEnergy = beamEnergy
        // nb⁻¹ from fb⁻¹.
        settings.luminosity = luminosity * 1e6
        return settings
    }
}

/// What a measurement is expected to find, from the information matrix.
public struct ExpectedMoment: Computation {
    public var settings: MeasurementSettings
    /// K (GeV⁻²), M (GeV²) and, where it is free, the normalisation; nil takes the published template.
    public var parameters: [Double]?

    public init(settings: MeasurementSettings, parameters: [Double]? = nil) {
        self.settings = settings
        self.parameters = parameters
    }

    public func compute(_ input: ()) throws -> MomentFit.Result {
        try MomentFit(settings).expected(at: parameters)
    }
}

/// What a measurement is expected to find if K is such that a_μ^HLO has a value, which is proportional to it.
public struct PublishedRunning: Computation {
    public var settings: MeasurementSettings
    public var moment: Double

    public init(settings: MeasurementSettings, moment: Double) {
        self.settings = settings
        self.moment = moment
    }

    public func compute(_ input: MomentFit.Result) throws -> MomentFit.Result {
        let fit = try MomentFit(settings)
        var parameters = fit.template.start
        parameters[0] *= moment / input.moment
        return try fit.expected(at: parameters)
    }
}

extension MomentFit.Result {
    /// The standard deviation with its numerical error, which rounding in the information matrix dominates.
    public var uncertaintyEstimate: Estimate {
        Estimate(uncertainty, error: 1e-9 * uncertainty, kind: .rounding)
    }

    /// The moment with its numerical error.
    public var momentEstimate: Estimate {
        Estimate(moment, error: 10 * MomentRule.relativeError * moment, kind: .bound)
    }
}

/// A run of pseudo-experiments, by their numbers.
public struct PseudoExperiments: Computation {
    public var settings: MeasurementSettings
    /// Names the random numbers.
    public var stream: String
    public var first: Int
    public var count: Int

    public init(settings: MeasurementSettings, stream: String, first: Int, count: Int) {
        self.settings = settings
        self.stream = stream
        self.first = first
        self.count = count
    }

    public func compute(_ input: ()) throws -> [PseudoExperiment.Outcome] {
        let fit = try MomentFit(settings)
        return (first..<first + count).map { PseudoExperiment(stream: stream, number: $0).outcome(of: fit) }
    }
}

/// Bias and width of the pulls of pseudo-experiments.
public struct SummarisePulls: Computation {
    public init() {}

    public func compute(_ input: ([[PseudoExperiment.Outcome]], MomentFit.Result)) throws -> PullSummary {
        try PullSummary(input.0.flatMap { $0 }, truth: input.1.moment)
    }
}

/// What an effect that the template does not know does to the fitted moment.
public struct EffectOnMoment: Computation {
    public var settings: MeasurementSettings
    public var effect: MeasurementEffect

    public init(settings: MeasurementSettings, effect: MeasurementEffect) {
        self.settings = settings
        self.effect = effect
    }

    public struct Shift: Codable, Hashable, Sendable {
        /// To first order, from the information matrix.
        public var linear: Estimate
        /// By fitting the expected events with the effect; nil where the fit fails.
        public var fitted: Estimate?
        /// The χ² of that fit: how far the effect is noticed.
        public var chiSquared: Double?
        /// Why the fit fails.
        public var failure: String?
        /// One standard deviation of the measurement without the effect.
        public var uncertainty: Double
        /// The same if the size of the effect is fitted along; nil where that cannot be determined.
        public var uncertaintyWithNuisance: Double?

        /// The shift in standard deviations.
        public var pull: Estimate? { fitted?.scaled(by: 1 / uncertainty) }
    }

    /// Nil where the bins cannot tell the effect from the parameters.
    private static func uncertainty(of fit: MomentFit, along change: [Double]) throws -> Double? {
        do {
            return try fit.uncertainty(withNuisance: change)
        } catch MeasurementError.undetermined {
            return nil
        }
    }

    public func compute(_ input: ()) throws -> Shift {
        let fit = try MomentFit(settings)
        let affected = AffectedEvents(fit.template)
        let expected = try fit.expected()
        let change = try affected.change(by: effect)
        let linear = try fit.linearResponse(to: change)
        var shift = Shift(
            linear: Estimate(linear, error: 1e-6 * linear.magnitude, kind: .rounding),
            uncertainty: expected.uncertainty, uncertaintyWithNuisance: try Self.uncertainty(of: fit, along: change))
        do {
            let result = try fit.fit(try affected.events(effect))
            // The distance to the minimum, 10⁻¹⁰ in χ², is 10⁻⁵ standard deviations of the fit.
            shift.fitted = Estimate(
                result.moment - expected.moment, error: 1e-5 * result.uncertainty, kind: .bound)
            shift.chiSquared = result.chiSquared
        } catch let error as MeasurementError {
            shift.failure = "\(error)"
        }
        return shift
    }
}

/// Where χ² of K and M exceeds its minimum by a level, for expected events.
public struct RunningContour: Computation {
    public var settings: MeasurementSettings
    /// Of χ².
    public var levels: [Double]
    public var directions: Int

    public init(settings: MeasurementSettings, levels: [Double], directions: Int = 96) {
        self.settings = settings
        self.levels = levels
        self.directions = directions
    }

    public struct Line: Codable, Hashable, Sendable {
        public var level: Double
        /// K (GeV⁻²) and M (GeV²): once around, the first point again at the end.
        public var k: [Double]
        public var m: [Double]
        /// The same of the ellipse that the information matrix expects.
        public var ellipseK: [Double]
        public var ellipseM: [Double]
    }

    public func compute(_ input: ()) throws -> [Line] { try lines() }
}
