import BuildGraph
import Computing
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

    package init(particles: ParticleInputs, constraint: Constraint, masses: LogarithmicGrid) {
        self.particles = particles
        self.constraint = constraint
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> [LimitSegment] {
        try constraint.curve(masses: masses.points, inputs: particles)
    }
}
