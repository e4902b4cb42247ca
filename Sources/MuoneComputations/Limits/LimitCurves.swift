import BuildGraph
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// A constraint over masses: unbroken pieces, ended where the constraint ends.
public struct LimitCurve: Computation {
    public var particles: ParticleInputs
    public var constraint: Constraint
    public var masses: LogarithmicGrid

    public func compute(_ input: ()) throws -> [LimitSegment] {
        try constraint.curve(masses: masses.points, inputs: particles)
    }
}
