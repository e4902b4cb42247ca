import BuildGraph
import Limits
import NumericalMethods
import Reference

/// The coupling of a constraint at one mass (GeV); nil where its curve has ended.
public struct LimitAtMass: Computation {
    public var particles: ParticleInputs
    public var constraint: Constraint
    public var mass: Double

    public init(particles: ParticleInputs, constraint: Constraint, mass: Double) {
        self.particles = particles
        self.constraint = constraint
        self.mass = mass
    }

    public func compute(_ input: ()) throws -> Estimate? {
        try constraint.coupling(atMass: mass, inputs: particles)
    }
}
