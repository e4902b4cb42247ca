import LimitModel
import Reference

/// The conversion of muonium. At the boson's mass shell in muonium there is no coupling.
public struct MuoniumBound: Bound {
    public var mediator: MuoniumConversion.Mediator
    public var formula: MuoniumConversion.Formula
    /// GeV.
    public var validity: ClosedRange<Double>

    public init(
        _ mediator: MuoniumConversion.Mediator, _ formula: MuoniumConversion.Formula, masses: ClosedRange<Double>
    ) {
        self.mediator = mediator
        self.formula = formula
        validity = masses
    }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        let conversion = MuoniumConversion(mediator, formula: formula, inputs: inputs)
        return { mass in
            conversion.isPole(mass: mass) ? [] : ExcludedCouplings.above(try conversion.limit(mass: mass))
        }
    }
}
