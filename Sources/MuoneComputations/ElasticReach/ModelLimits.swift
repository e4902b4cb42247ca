import BuildGraph
import NumericalMethods
import Phenomenology
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

/// The couplings at which a boson explains a measured moment, over masses; none below the mass from which the band is
/// stated, nor where the loop has the other sign.
public struct MomentBandCurve: Computation {
    public var particles: ParticleInputs
    public var band: MomentBand
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, band: MomentBand, masses: LogarithmicGrid) {
        self.particles = particles
        self.band = band
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> MagneticMomentBand.Band {
        var result = MagneticMomentBand.Band(masses: [], lower: [], upper: [], error: [])
        for mass in masses.points {
            guard let found = try band.couplings(mass: mass, inputs: particles) else { continue }
            result.masses.append(mass)
            result.lower.append(found.lower?.value ?? 0)
            result.upper.append(found.upper.value)
            result.error.append(max(found.lower?.error ?? 0, found.upper.error))
        }
        return result
    }
}
