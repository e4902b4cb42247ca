import BuildGraph
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// Δa of a lepton with a boson and another lepton in the loop, at one mass (GeV).
public struct LoopMoment: Computation {
    public var particles: ParticleInputs
    public var mediator: OneLoopMoment.Mediator
    public var lepton: ChargedLepton
    public var loop: ChargedLepton
    public var benchmark: Benchmark

    public init(
        particles: ParticleInputs, mediator: OneLoopMoment.Mediator, lepton: ChargedLepton, loop: ChargedLepton,
        benchmark: Benchmark
    ) {
        self.particles = particles
        self.mediator = mediator
        self.lepton = lepton
        self.loop = loop
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Estimate {
        try OneLoopMoment(mediator, of: lepton, loop: loop, inputs: particles)
            .shift(mass: benchmark.mass, coupling: benchmark.coupling)
    }
}

/// The edges of a band at one mass (GeV); nil where there is none.
public struct MomentBandAtMass: Computation {
    public var particles: ParticleInputs
    public var band: MomentBand
    public var mass: Double

    public init(particles: ParticleInputs, band: MomentBand, mass: Double) {
        self.particles = particles
        self.band = band
        self.mass = mass
    }

    public struct Edges: Codable, Hashable, Sendable {
        /// Nil where a vanishing contribution is inside: `upper` is then a limit.
        public var lower: Estimate?
        public var upper: Estimate
    }

    public func compute(_ input: ()) throws -> Edges? {
        try band.couplings(mass: mass, inputs: particles).map { Edges(lower: $0.lower, upper: $0.upper) }
    }
}

/// The edges of a band over masses: what a figure draws.
public struct MomentBandCurve: Computation {
    public var particles: ParticleInputs
    public var band: MomentBand
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, band: MomentBand, masses: LogarithmicGrid) {
        self.particles = particles
        self.band = band
        self.masses = masses
    }

    /// Nil where no mass of the grid has a coupling; otherwise over the masses that do, which form one range.
    public func compute(_ input: ()) throws -> MagneticMomentBand.Band? {
        var result = MagneticMomentBand.Band()
        for mass in masses.points {
            guard let (lower, upper) = try band.couplings(mass: mass, inputs: particles) else { continue }
            result.append(mass: mass, lower: lower, upper: upper)
        }
        return result.masses.isEmpty ? nil : result
    }
}

/// A mass (GeV) at which a loop changes its sign.
public struct MomentZero: Computation {
    public var particles: ParticleInputs
    public var mediator: OneLoopMoment.Mediator
    public var lepton: ChargedLepton
    public var loop: ChargedLepton
    /// GeV; the loop has different signs at the ends.
    public var lower: Double
    public var upper: Double

    public init(
        particles: ParticleInputs, mediator: OneLoopMoment.Mediator, lepton: ChargedLepton, loop: ChargedLepton,
        lower: Double, upper: Double
    ) {
        self.particles = particles
        self.mediator = mediator
        self.lepton = lepton
        self.loop = loop
        self.lower = lower
        self.upper = upper
    }

    /// Nil where it does not change its sign there.
    public func compute(_ input: ()) throws -> Estimate? {
        let moment = OneLoopMoment(mediator, of: lepton, loop: loop, inputs: particles)
        let ends = try [lower, upper].map { try moment.loopFunction(mass: $0).value }
        guard ends[0] * ends[1] < 0 else { return nil }
        return try RootFinding.certified(in: lower...upper) { try moment.loopFunction(mass: $0) }
    }
}
