import BuildGraph
import CosmologyPhysics
import Limits
import NumericalMethods
import Reference

/// What an answer about a point must say of an experiment, whatever its curve is made from.
public struct ExperimentFacts: Codable, Hashable, Sendable {
    /// What the curve is a bound on.
    public enum Bound: String, Codable, Hashable, Sendable {
        case coupling
        /// On the mass alone, down to the coupling of the curve.
        case mass
    }

    /// For commands: `babar-4mu`.
    public var name: String
    public var bound = Bound.coupling
    public var kind: Constraint.Kind
    public var role: Constraint.Role
    /// Nil where the source states none.
    public var confidenceLevel: Double?
    public var sources: [SourceKey]
    /// TeX.
    public var inputs: [Constraint.Input]
    /// The masses (GeV) at which the curve starts and ends.
    public var smallestMass: Double
    public var largestMass: Double

    public init(
        name: String, bound: Bound = .coupling, kind: Constraint.Kind, role: Constraint.Role, confidenceLevel: Double?,
        sources: [SourceKey],
        inputs: [Constraint.Input], masses: ClosedRange<Double>
    ) {
        self.name = name
        self.bound = bound
        self.kind = kind
        self.role = role
        self.confidenceLevel = confidenceLevel
        self.sources = sources
        self.inputs = inputs
        smallestMass = masses.lowerBound
        largestMass = masses.upperBound
    }

    public init(_ constraint: Constraint) {
        self.init(
            name: constraint.name, kind: constraint.kind, role: constraint.role,
            confidenceLevel: constraint.confidenceLevel, sources: constraint.sources, inputs: constraint.inputs,
            masses: constraint.validity)
    }
}

/// An experiment with the coupling that it excludes, or would reach, at one mass.
public struct ExperimentLimit: Codable, Hashable, Sendable {
    public var experiment: ExperimentFacts
    /// Nil where its curve has ended.
    public var coupling: Estimate?

    public init(experiment: ExperimentFacts, coupling: Estimate?) {
        self.experiment = experiment
        self.coupling = coupling
    }
}

/// The same for the tables that a reader brought along, at one mass (GeV).
public struct SuppliedLimitsAtMass: Computation {
    public var particles: ParticleInputs
    public var mass: Double

    public init(particles: ParticleInputs, mass: Double) {
        self.particles = particles
        self.mass = mass
    }

    public func compute(_ tables: [DrawnLimit]) throws -> [ExperimentLimit] {
        try tables.map { table in
            ExperimentLimit(
                experiment: ExperimentFacts(table.constraint),
                coupling: try table.constraint.coupling(atMass: mass, inputs: particles))
        }
    }
}

/// The bound of light elements on the mass (GeV), with the coupling down to which it holds; nil above the bound.
public struct LightElementBound: Computation {
    public var particles: ParticleInputs
    public var mass: Double
    /// GeV.
    public var decouplingTemperature: Double

    public init(particles: ParticleInputs, mass: Double, decouplingTemperature: Double) {
        self.particles = particles
        self.mass = mass
        self.decouplingTemperature = decouplingTemperature
    }

    public func compute(_ input: ()) throws -> ExperimentLimit {
        let bound = EffectiveNeutrinos.publishedMassBound
        let facts = ExperimentFacts(
            name: "bbn", bound: .mass, kind: .published, role: .limit, confidenceLevel: nil,
            sources: [.escudero2019, .dev2020],
            inputs: [
                Constraint.Input("bound", "$m_{Z'}>\(bound * 1e3)$\\,MeV, whatever the coupling"),
                Constraint.Input("down to", "the coupling at which inverse decays keep up with the expansion"),
            ], masses: 0...bound)
        // A boson on the bound is allowed.
        guard mass < bound else { return ExperimentLimit(experiment: facts, coupling: nil) }
        return ExperimentLimit(
            experiment: facts,
            coupling: try EffectiveNeutrinos.equilibriumCoupling(
                mass: mass, temperature: decouplingTemperature, inputs: particles))
    }
}
