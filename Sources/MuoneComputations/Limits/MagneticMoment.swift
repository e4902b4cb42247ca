import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// Δa_μ of the boson at one point.
public struct MagneticMomentShift: Computation {
    public var particles: ParticleInputs
    public var benchmark: Benchmark

    public init(particles: ParticleInputs, benchmark: Benchmark) {
        self.particles = particles
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Estimate {
        try MuonMagneticMoment.vector(mass: benchmark.mass, coupling: benchmark.coupling, inputs: particles)
    }
}

/// The coupling that explains a deviation Δa_μ at one mass (GeV).
public struct MagneticMomentCoupling: Computation {
    public var particles: ParticleInputs
    public var mass: Double
    public var deviation: Double

    public init(particles: ParticleInputs, mass: Double, deviation: Double) {
        self.particles = particles
        self.mass = mass
        self.deviation = deviation
    }

    public func compute(_ input: ()) throws -> Estimate {
        try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
    }
}

/// The couplings within a number of standard deviations of a measured Δa_μ, over masses.
public struct MagneticMomentBand: Computation {
    public var particles: ParticleInputs
    public var measurement: Measurement
    public var sigmas: Double
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, measurement: Measurement, sigmas: Double, masses: LogarithmicGrid) {
        self.particles = particles
        self.measurement = measurement
        self.sigmas = sigmas
        self.masses = masses
    }

    public struct Band: Codable, Hashable, Sendable {
        public var masses: [Double]
        /// Zero where a vanishing contribution is within the band.
        public var lower: [Double]
        public var upper: [Double]
        public var error: [Double]

        public init(masses: [Double], lower: [Double], upper: [Double], error: [Double]) {
            self.masses = masses
            self.lower = lower
            self.upper = upper
            self.error = error
        }

        /// Whether a vanishing contribution is within the band, which then favours nothing: its upper edge is a limit.
        public var isUpperLimit: Bool { lower.allSatisfy { $0 <= 0 } }
    }

    /// Nil where no boson brings the prediction that close to the measurement.
    public func compute(_ input: ()) throws -> Band? {
        guard measurement.shifted(bySigmas: sigmas) > 0 else { return nil }
        let low = max(0, measurement.shifted(bySigmas: -sigmas))
        let points = masses.points
        let upper = try points.map {
            try MuonMagneticMoment.coupling(
                mass: $0, deviation: measurement.shifted(bySigmas: sigmas), inputs: particles)
        }
        let lower = try points.map { try MuonMagneticMoment.coupling(mass: $0, deviation: low, inputs: particles) }
        return Band(
            masses: points, lower: lower.map(\.value), upper: upper.map(\.value), error: upper.map(\.error))
    }
}
