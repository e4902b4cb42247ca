import LimitModel
import Reference

/// K → μνZ′ with an invisible boson, the normalisation from one published point.
public struct KaonBound: Bound {
    public var projection: KaonProjection
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(_ projection: KaonProjection, masses: ClosedRange<Double> = 0.00095...0.26) {
        self.projection = projection
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule {
        let limit = try KaonLimit(projection, inputs: inputs)
        return { mass in ExcludedCouplings.above(try limit.coupling(atMass: mass)) }
    }
}
