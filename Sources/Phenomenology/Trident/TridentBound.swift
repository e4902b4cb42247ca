import LimitModel
import Reference

/// What a measurement of neutrino tridents excludes, computed.
public struct TridentBound: Bound {
    public var experiment: TridentExperiment
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(_ experiment: TridentExperiment, masses: ClosedRange<Double> = NeutrinoTrident.smallestMass...10) {
        self.experiment = experiment
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule {
        let trident = try NeutrinoTrident(experiment: experiment, inputs: inputs)
        return { mass in ExcludedCouplings.above(try trident.limit(mass: mass)) }
    }
}
