import BuildGraph
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference
import TridentPhysics

/// σ/σ_SM of neutrino trident production with the boson.
public struct TridentRatio: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var benchmark: Benchmark

    public init(particles: ParticleInputs, experiment: TridentExperiment, benchmark: Benchmark) {
        self.particles = particles
        self.experiment = experiment
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Estimate {
        try NeutrinoTrident(experiment: experiment, inputs: particles)
            .ratio(mass: benchmark.mass, coupling: benchmark.coupling)
    }
}

/// The coupling that an experiment on tridents excludes at one mass (GeV).
public struct TridentLimit: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var mass: Double

    public init(particles: ParticleInputs, experiment: TridentExperiment, mass: Double) {
        self.particles = particles
        self.experiment = experiment
        self.mass = mass
    }

    public func compute(_ input: ()) throws -> Estimate {
        try NeutrinoTrident(experiment: experiment, inputs: particles).limit(mass: mass)
    }
}
