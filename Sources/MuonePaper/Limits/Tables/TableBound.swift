import LimitModel
import MixingPhysics
import NumericalMethods
import Reference

/// What a table excludes: its points of g′, or of ε with the recast that is made at each mass.
package struct TableBound: Bound {
    /// g′, but for ``LimitTable/Recast/massShell``, which takes ε.
    package var points: TabulatedBound
    package var recast: LimitTable.Recast?
    package var treeLevelMixing = 0.0

    package init(points: TabulatedBound, recast: LimitTable.Recast? = nil, treeLevelMixing: Double = 0) {
        self.points = points
        self.recast = recast
        self.treeLevelMixing = treeLevelMixing
    }

    private var bound: any Bound {
        recast == .massShell ? InvisibleMixingBound(points, treeLevelMixing: treeLevelMixing) : points
    }

    package var validity: ClosedRange<Double> { points.validity }
    package func corners(for inputs: ParticleInputs) -> [Double] { bound.corners(for: inputs) }
    package func rule(for inputs: ParticleInputs) throws -> LimitEvaluator.Rule { try bound.rule(for: inputs) }
    package func curve(masses: [Double], inputs: ParticleInputs) throws -> [LimitSegment] {
        try bound.curve(masses: masses, inputs: inputs)
    }
}
