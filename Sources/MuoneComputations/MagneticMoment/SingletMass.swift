import BosonPhysics
import BuildGraph
import Foundation
import NumericalMethods
import Reference

/// A particle without electroweak charge that couples to the muon, by its spin.
public enum SingletKind: String, Codable, Hashable, Sendable, CaseIterable {
    case scalar
    case vector

    /// Δa_μ at a mass (GeV).
    public func contribution(mass: Double, coupling: Double, inputs: ParticleInputs) throws -> Estimate {
        switch self {
        case .scalar: try MuonMagneticMoment.scalar(mass: mass, coupling: coupling, inputs: inputs)
        case .vector: try MuonMagneticMoment.vector(mass: mass, coupling: coupling, inputs: inputs)
        }
    }
}

/// The largest mass at which a singlet of a given coupling still explains a deviation Δa_μ, GeV.
public struct SingletMass: Computation {
    public var particles: ParticleInputs
    public var kind: SingletKind
    public var coupling: Double
    public var deviation: Double

    public init(particles: ParticleInputs, kind: SingletKind, coupling: Double, deviation: Double) {
        self.particles = particles
        self.kind = kind
        self.coupling = coupling
        self.deviation = deviation
    }

    /// The logarithm of the largest mass (GeV) that is looked at, and of the inverse of the smallest.
    private static let widest = 300.0

    /// Nil where there is no positive deviation, or where even a massless particle contributes less.
    public func compute(_ input: ()) throws -> Estimate? {
        guard deviation > 0, deviation.isFinite,
            try kind.contribution(mass: 0, coupling: coupling, inputs: particles).value > deviation
        else { return nil }
        func excess(_ logarithm: Double) throws -> Estimate {
            let found = try kind.contribution(mass: exp(logarithm), coupling: coupling, inputs: particles)
            return (found / deviation).mapped(through: log)
        }
        // The contribution falls with the mass, at least as 1/m for large ones.
        var upper = log(particles.muonMass)
        while try excess(upper).value > 0, upper < Self.widest { upper += 5 }
        var lower = upper - 5
        while try excess(lower).value < 0, lower > -Self.widest { lower -= 5 }
        return try RootFinding.certified(in: lower...upper, excess).mapped(through: exp)
    }
}

/// Δa_μ of a singlet at one mass (GeV).
public struct SingletMoment: Computation {
    public var particles: ParticleInputs
    public var kind: SingletKind
    public var mass: Double
    public var coupling: Double

    public init(particles: ParticleInputs, kind: SingletKind, mass: Double, coupling: Double) {
        self.particles = particles
        self.kind = kind
        self.mass = mass
        self.coupling = coupling
    }

    public func compute(_ input: ()) throws -> Estimate {
        try kind.contribution(mass: mass, coupling: coupling, inputs: particles)
    }
}
