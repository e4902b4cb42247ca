import BuildGraph
import FormFactorPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// −F₁/λ, F₂/λ and minus the mixing term over −q² (GeV²) for one mass of the boson.
public struct FormFactorCurves: Computation {
    public var particles: ParticleInputs
    /// GeV.
    public var mass: Double
    public var momenta: LogarithmicGrid

    public struct Curves: Codable, Hashable, Sendable {
        public var charge: Curve
        public var magnetic: Curve
        public var mixing: Curve
    }

    public init(particles: ParticleInputs, mass: Double, momenta: LogarithmicGrid) {
        self.particles = particles
        self.mass = mass
        self.momenta = momenta
    }

    public func compute(_ input: ()) throws -> Curves {
        let factors = try LmuLtauFormFactors(mass: mass, inputs: particles)
        let points = momenta.points
        return Curves(
            charge: Curve(x: points, estimates: try points.map { try factors.f1(q2: -$0).scaled(by: -1) }),
            magnetic: Curve(x: points, estimates: try points.map { try factors.f2(q2: -$0) }),
            mixing: Curve(x: points, estimates: try points.map { try factors.mixing(q2: -$0).scaled(by: -1) }))
    }
}
