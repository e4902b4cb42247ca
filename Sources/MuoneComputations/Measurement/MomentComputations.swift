import BuildGraph
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
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
        public var chiSquaredEstimate: Estimate?
        /// Why the fit fails.
        public var failure: String?
        /// One standard deviation of the measurement without the effect.
        public var uncertaintyEstimate: Estimate
        /// The same if the size of the effect is fitted along; nil where that cannot be determined.
        public var uncertaintyWithNuisance: Double?

        public var chiSquared: Double? { chiSquaredEstimate?.value }
        public var uncertainty: Double { uncertaintyEstimate.value }
        /// The shift in standard deviations.
        public var pull: Estimate? { fitted.map { $0 * (1 / uncertaintyEstimate) } }
        /// The same to first order.
        public var linearPull: Estimate { linear * (1 / uncertaintyEstimate) }
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
        // What the rules for the events miss shows in the shift that rules of twice the order give.
        let finer = AffectedEvents(fit.finerTemplate, refinement: 2)
        let expected = try fit.expected()
        let change = try affected.change(by: effect)
        let finerChange = try finer.change(by: effect)
        let linear = try fit.linearResponse(to: change, finer: finerChange)
        var shift = Shift(
            linear: linear, uncertaintyEstimate: expected.uncertaintyEstimate,
            uncertaintyWithNuisance: try Self.uncertainty(of: fit, along: change))
        do {
            let counts = try affected.events(adding: change)
            let result = try fit.fit(counts)
            shift.fitted = (result.momentEstimate - expected.momentEstimate)
                .widened(by: .exact(linear.error, as: .bound))
            let finerChiSquared = fit.chiSquared(
                result.parameters, try finer.events(adding: finerChange), template: fit.finerTemplate)
            shift.chiSquaredEstimate = result.chiSquaredEstimate.widened(
                by: .exact((finerChiSquared ?? .infinity) - result.chiSquared, as: .bound))
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
