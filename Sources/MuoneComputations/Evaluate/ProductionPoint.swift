import BeamPhysics
import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference

/// BR(K⁺ → μ⁺νZ′) of one boson, whatever it decays to.
public struct KaonBranchingRatio: Computation {
    public var particles: ParticleInputs
    public var benchmark: Benchmark
    /// GeV².
    public var missingMassSquaredMinimum: Double

    public init(particles: ParticleInputs, benchmark: Benchmark, missingMassSquaredMinimum: Double) {
        self.particles = particles
        self.benchmark = benchmark
        self.missingMassSquaredMinimum = missingMassSquaredMinimum
    }

    public func compute(_ input: ()) throws -> Estimate {
        try KaonEmission(mass: benchmark.mass, inputs: particles).branchingRatio(
            coupling: benchmark.coupling, missingMassSquaredMinimum: missingMassSquaredMinimum)
    }
}

/// Events of a muon beam dump in the Weizsäcker–Williams approximation, for an invisible boson.
public struct BeamDumpEvents: Computation {
    public var particles: ParticleInputs
    public var experiment: BeamDumpExperiment
    public var benchmark: Benchmark

    public init(particles: ParticleInputs, experiment: BeamDumpExperiment, benchmark: Benchmark) {
        self.particles = particles
        self.experiment = experiment
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Estimate {
        try MuonBeamDump(experiment: experiment, inputs: particles)
            .events(mass: benchmark.mass, coupling: benchmark.coupling)
    }
}

/// The coupling at which a muon beam dump counts its number of signal events.
public struct BeamDumpLimit: Computation {
    public var particles: ParticleInputs
    public var experiment: BeamDumpExperiment
    /// GeV.
    public var mass: Double

    public init(particles: ParticleInputs, experiment: BeamDumpExperiment, mass: Double) {
        self.particles = particles
        self.experiment = experiment
        self.mass = mass
    }

    public func compute(_ input: ()) throws -> Estimate {
        try MuonBeamDump(experiment: experiment, inputs: particles).limit(mass: mass)
    }
}
