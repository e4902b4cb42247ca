import LimitModel
import MixingPhysics
import NumericalMethods
import Reference

/// What a table excludes: its points of g′, or of ε with the recast that is made at each mass.
struct TableBound: Bound {
    /// g′, but for ``LimitTable/Recast/massShell``, which takes ε.
    var points: TabulatedBound
    var recast: LimitTable.Recast?
    var treeLevelMixing = 0.0

    private var bound: any Bound {
        recast == .massShell ? InvisibleMixingBound(points.points, treeLevelMixing: treeLevelMixing) : points
    }

    var validity: ClosedRange<Double> { points.validity }
    func corners(for inputs: ParticleInputs) -> [Double] { bound.corners(for: inputs) }
    func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule { try bound.rule(for: inputs) }
}
