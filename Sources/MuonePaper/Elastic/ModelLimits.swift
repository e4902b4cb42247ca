import BuildGraph
import Computing
import Limits
import MuoneComputations
import NumericalMethods
import Reference

/// Several constraints over masses, each ended where it ends.
struct ModelLimits: Computation {
    var particles: ParticleInputs
    var constraints: [Constraint]
    var masses: LogarithmicGrid

    func compute(_ input: ()) throws -> [DrawnLimit] {
        let points = masses.points
        return try constraints.map {
            DrawnLimit(constraint: $0, segments: try $0.curve(masses: points, inputs: particles))
        }
    }
}
