import LimitModel
import Reference

/// A ceiling on a lepton's magnetic moment with the boson in the loop.
public struct LeptonMomentBound: Bound {
    public var limit: LeptonMomentLimit
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(_ limit: LeptonMomentLimit, masses: ClosedRange<Double>) {
        self.limit = limit
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in ExcludedCouplings.above(try limit.coupling(mass: mass, inputs: inputs)) }
    }
}
