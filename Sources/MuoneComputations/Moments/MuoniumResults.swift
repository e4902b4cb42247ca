import BuildGraph
import MomentPhysics
import NumericalMethods
import Reference

/// The coupling that the search for antimuonium excludes at one mass (GeV); nil where none converts.
public struct MuoniumLimit: Computation {
    public var particles: ParticleInputs
    public var mediator: MuoniumConversion.Mediator
    public var formula: MuoniumConversion.Formula
    public var mass: Double

    public init(
        particles: ParticleInputs, mediator: MuoniumConversion.Mediator, formula: MuoniumConversion.Formula,
        mass: Double
    ) {
        self.particles = particles
        self.mediator = mediator
        self.formula = formula
        self.mass = mass
    }

    public func compute(_ input: ()) throws -> Estimate? {
        try MuoniumConversion(mediator, formula: formula, inputs: particles).limit(mass: mass)
    }
}

/// The matrix element that the published limit allows, GeV, and the limit on the contact interaction over G_F.
public struct MuoniumFacts: Computation {
    public var particles: ParticleInputs

    public struct Facts: Codable, Hashable, Sendable {
        public var matrixElement: Estimate
        public var contact: Estimate
        /// The tangent of twice the angle by which the field of the experiment mixes the singlet and the triplet.
        public var mixing: Estimate
    }

    public init(particles: ParticleInputs) {
        self.particles = particles
    }

    public func compute(_ input: ()) throws -> Facts {
        let muonium = Muonium(inputs: particles)
        let conversion = MuoniumConversion(.vector, formula: .published, inputs: particles)
        return Facts(
            matrixElement: .closedForm(conversion.largestMatrixElement), contact: muonium.contactLimit(),
            mixing: .closedForm(muonium.mixingRatio(magneticField: MuoniumConversion.magneticField)))
    }
}

/// The width of μ → e + boson over the muon's own, at one mass (GeV).
public struct FlavourDecayRatio: Computation {
    public var particles: ParticleInputs
    public var mediator: MuoniumConversion.Mediator
    public var mass: Double

    public init(particles: ParticleInputs, mediator: MuoniumConversion.Mediator, mass: Double) {
        self.particles = particles
        self.mediator = mediator
        self.mass = mass
    }

    /// At a coupling such as that of ``MuoniumLimit``; nil without one.
    public func compute(_ coupling: Estimate?) throws -> Estimate? {
        guard let coupling else { return nil }
        let width = try FlavourViolatingDecay.width(
            mediator, mass: mass, coupling: coupling.value, inputs: particles)
        // Γ goes as the square of the coupling.
        return width / Muonium.muonWidth * (coupling / coupling.value).squared
    }
}

/// One limit over another; nil where one of them is missing.
public struct LimitRatio: Computation {
    public init() {}

    public func compute(_ input: (Estimate?, Estimate?)) throws -> Estimate? {
        guard let numerator = input.0, let denominator = input.1, denominator.value != 0 else { return nil }
        return try Fraction().compute((numerator, denominator))
    }
}
