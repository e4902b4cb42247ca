import BosonPhysics
import BuildGraph
import CosmologyPhysics
import NumericalMethods
import Reference

/// g′ that leaves the observed dark matter, with g_χ = g′, at one mass of the boson.
public struct ThermalCoupling: Computation {
    public enum Method: String, Codable, Sendable, CaseIterable {
        /// σv at rest equals ``crossSection``: for an s-wave, whose σv does not depend on the temperature.
        case closed
        /// x_f and the integral after it; for a p-wave the only one that needs no choice of a velocity.
        case freezeOut = "freeze-out"
    }

    /// What the closed form asks of σv, cm³/s: the usual value for dark matter that is not its own antiparticle.
    public static let crossSection = 4.4e-26

    public var particles: ParticleInputs
    public var kind: DarkMatterKind
    /// m_Z′, GeV.
    public var mass: Double
    /// m_Z′/m_χ.
    public var ratio: Double
    public var method: Method

    public init(particles: ParticleInputs, kind: DarkMatterKind, mass: Double, ratio: Double, method: Method) {
        self.particles = particles
        self.kind = kind
        self.mass = mass
        self.ratio = ratio
        self.method = method
    }

    public func compute(_ input: ()) throws -> Estimate {
        let annihilation = try DarkMatterAnnihilation(
            kind: kind, mass: mass / ratio, mediatorMass: mass, inputs: particles)
        switch method {
        case .freezeOut:
            return try RelicDensity(annihilation, inputs: particles).targetCoupling(darkCoupling: nil)
        case .closed:
            let product = try annihilation.couplingProduct(
                crossSection: Self.crossSection / RelicInputs.crossSectionUnit)
            return product.squareRoot()
        }
    }
}

/// N_eff with a boson of one mass (GeV).
public struct NeutrinoNumber: Computation {
    public var mass: Double
    /// GeV.
    public var decouplingTemperature: Double

    public init(mass: Double, decouplingTemperature: Double) {
        self.mass = mass
        self.decouplingTemperature = decouplingTemperature
    }

    public func compute(_ input: ()) throws -> Estimate {
        try EffectiveNeutrinos.number(mass: mass, temperature: decouplingTemperature)
    }
}
