import BuildGraph
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// Several constraints over masses, each ended where it ends.
public struct ModelLimits: Computation {
    public var particles: ParticleInputs
    public var constraints: [Constraint]
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, constraints: [Constraint], masses: LogarithmicGrid) {
        self.particles = particles
        self.constraints = constraints
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> [DrawnLimit] {
        let points = masses.points
        return try constraints.map {
            DrawnLimit(constraint: $0, segments: try $0.curve(masses: points, inputs: particles))
        }
    }
}
