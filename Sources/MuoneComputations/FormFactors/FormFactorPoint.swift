import BuildGraph
import FormFactorPhysics
import NumericalMethods
import Reference

/// One form factor at one point, in units of λ.
public struct FormFactorPoint: Computation {
    public var particles: ParticleInputs
    public var name: Name
    /// GeV.
    public var mass: Double
    /// GeV².
    public var q2: Double

    public enum Name: String, Codable, Sendable, CaseIterable {
        case charge = "F1"
        case magnetic = "F2"
        case mixing
    }

    public init(particles: ParticleInputs, name: Name, mass: Double, q2: Double) {
        self.particles = particles
        self.name = name
        self.mass = mass
        self.q2 = q2
    }

    public func compute(_ input: ()) throws -> Estimate {
        let factors = try LmuLtauFormFactors(mass: mass, inputs: particles)
        return switch name {
        case .charge: try factors.f1(q2: q2)
        case .magnetic: try factors.f2(q2: q2)
        case .mixing: try factors.mixing(q2: q2)
        }
    }
}
