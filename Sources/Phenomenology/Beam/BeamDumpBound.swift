import LimitModel
import Reference

/// A muon beam dump in the Weizsäcker–Williams approximation.
public struct BeamDumpBound: Bound {
    public var experiment: BeamDumpExperiment
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(_ experiment: BeamDumpExperiment, masses: ClosedRange<Double> = 0.001...MuonBeamDump.largestTrustedMass)
    {
        self.experiment = experiment
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule {
        let dump = try MuonBeamDump(experiment: experiment, inputs: inputs)
        return { mass in ExcludedCouplings.above(try dump.limit(mass: mass)) }
    }
}
