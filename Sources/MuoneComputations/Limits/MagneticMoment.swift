import BosonPhysics
import BuildGraph
import MuoneParameters
import NumericalMethods
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
        public private(set) var masses: [Double] = []
        /// Zero where a vanishing contribution is within the band.
        public private(set) var lower: [Double] = []
        public private(set) var upper: [Double] = []
        /// Of `upper`.
        public private(set) var error: [Double] = []

        public init() {}

        /// - Parameter lower: nil where a vanishing contribution is within the band.
        public mutating func append(mass: Double, lower: Estimate?, upper: Estimate) {
            masses.append(mass)
            self.lower.append(lower?.value ?? 0)
            self.upper.append(upper.value)
            error.append(upper.error)
        }

        /// Whether a vanishing contribution is within the band, which then favours nothing: its upper edge is a limit.
        public var isUpperLimit: Bool { lower.allSatisfy { $0 <= 0 } }
    }

    /// Nil where no boson brings the prediction that close to the measurement.
    public func compute(_ input: ()) throws -> Band? {
        guard measurement.shifted(bySigmas: sigmas) > 0 else { return nil }
        let low = max(0, measurement.shifted(bySigmas: -sigmas))
        var band = Band()
        for mass in masses.points {
            func edge(_ deviation: Double) throws -> Estimate {
                try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
            }
            band.append(mass: mass, lower: try edge(low), upper: try edge(measurement.shifted(bySigmas: sigmas)))
        }
        return band
    }
}
