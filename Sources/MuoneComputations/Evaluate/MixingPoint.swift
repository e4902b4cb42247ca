import BosonPhysics
import BuildGraph
import MixingPhysics
import NumericalMethods
import Reference

/// The mixing of the photon with the boson at one q² (GeV², any sign).
public struct MixingPoint: Computation {
    /// Which real number is taken of the complex one, which q² + i0 gives above the muon threshold.
    public enum Part: String, Codable, Sendable, CaseIterable {
        case real
        /// Zero below 4m_μ².
        case imaginary
        case magnitude
    }

    public var mixing: KineticMixing
    public var q2: Double
    public var part: Part

    public init(mixing: KineticMixing, q2: Double, part: Part) {
        self.mixing = mixing
        self.q2 = q2
        self.part = part
    }

    public func compute(_ input: ()) throws -> Estimate {
        let value = try mixing.epsilon(q2: q2)
        return switch part {
        case .real: value.real
        case .imaginary: value.imaginary
        case .magnitude: value.magnitude
        }
    }
}

/// Δa_e of a boson of one mass (GeV).
public struct ElectronMomentShift: Computation {
    public var particles: ParticleInputs
    public var mass: Double
    /// What couples to the electron.
    public var coupling: Coupling

    public enum Coupling: Codable, Hashable, Sendable {
        /// The boson itself, with this coupling.
        case direct(Double)
        /// The photon, which it mixes with.
        case mixing(KineticMixing)
    }

    public init(particles: ParticleInputs, mass: Double, coupling: Coupling) {
        self.particles = particles
        self.mass = mass
        self.coupling = coupling
    }

    public func compute(_ input: ()) throws -> Estimate {
        switch coupling {
        case .direct(let coupling):
            try MuonMagneticMoment.vector(mass: mass, coupling: coupling, leptonMass: particles.electronMass)
        case .mixing(let mixing):
            try MixingLimits.electronMoment(mass: mass, mixing: mixing)
        }
    }
}
