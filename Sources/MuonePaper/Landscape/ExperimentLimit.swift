import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import NumericalMethods
import Reference

/// An experiment with the couplings that it excludes, or would reach, at one mass.
package struct ExperimentLimit: Codable, Hashable, Sendable {
    package var experiment: LimitFacts
    /// None where its curve has ended.
    package var excluded: [ExcludedCouplings]

    package init(experiment: LimitFacts, excluded: [ExcludedCouplings]) {
        self.experiment = experiment
        self.excluded = excluded
    }

    init(_ limit: Described<[ExcludedCouplings]>) {
        self.init(experiment: limit.facts, excluded: limit.value)
    }

    /// The coupling above which all are excluded; nil where the curve has ended.
    package var coupling: Estimate? { excluded.limit }
}

/// The bound of light elements on the mass (GeV), with the coupling down to which it holds; nil above the bound.
package struct LightElementBound: Computation {
    package var particles: ParticleInputs
    package var mass: Double
    /// GeV.
    package var decouplingTemperature: Double

    package init(particles: ParticleInputs, mass: Double, decouplingTemperature: Double) {
        self.particles = particles
        self.mass = mass
        self.decouplingTemperature = decouplingTemperature
    }

    static var facts: LimitFacts {
        let bound = EffectiveNeutrinos.publishedMassBound
        return LimitFacts(
            name: "bbn", label: "BBN", process: "abundances of the light elements", extent: .mass, kind: .published,
            role: .limit, confidenceLevel: nil,
            sources: [.escudero2019, .dev2020],
            inputs: [
                LimitFacts.Input("bound", "$m_{Z'}>\(bound * 1e3)$\\,MeV, whatever the coupling"),
                LimitFacts.Input("down to", "the coupling at which inverse decays keep up with the expansion"),
            ], masses: 0...bound)
    }

    package func compute(_ input: ()) throws -> ExperimentLimit {
        let facts = Self.facts
        // A boson on the bound is allowed.
        guard mass < facts.masses.upperBound else { return ExperimentLimit(experiment: facts, excluded: []) }
        return ExperimentLimit(
            experiment: facts,
            excluded: ExcludedCouplings.above(
                try EffectiveNeutrinos.equilibriumCoupling(
                    mass: mass, temperature: decouplingTemperature, inputs: particles)))
    }
}
