import BosonPhysics
import BuildGraph
import LimitModel
import Limits
import NumericalMethods
import Reference

/// A computed curve at the points of a published one.
public struct PublishedComparison: Computation {
    public var particles: ParticleInputs
    public var computed: Constraint
    /// Masses in GeV and couplings.
    public var published: [LimitPoint]

    public init(particles: ParticleInputs, computed: Constraint, published: [LimitPoint]) {
        self.particles = particles
        self.computed = computed
        self.published = published
    }

    public struct Point: Codable, Hashable, Sendable {
        /// GeV.
        public var mass: Double
        /// The published coupling.
        public var coupling: Double
        /// The computed coupling over the published one; its error is that of the computation alone.
        public var ratio: Estimate
    }

    /// Points beyond the computed curve's validity are left out.
    public func compute(_ input: ()) throws -> [Point] {
        let evaluator = try computed.evaluator(inputs: particles)
        return try published.compactMap { point in
            guard let coupling = try evaluator.coupling(atMass: point.mass) else { return nil }
            return Point(mass: point.mass, coupling: point.coupling, ratio: coupling.scaled(by: 1 / point.coupling))
        }
    }
}

/// A projection against the coupling that the muon's magnetic moment favours: ratios at fixed masses.
public struct FavouredComparison: Computation {
    public var particles: ParticleInputs
    public var projection: Constraint
    public var measurement: Measurement
    /// The edge of the band that is meant: −2 is the lower one of two standard deviations.
    public var sigmas: Double
    /// GeV.
    public var masses: [Double]

    public init(
        particles: ParticleInputs, projection: Constraint, measurement: Measurement, sigmas: Double, masses: [Double]
    ) {
        self.particles = particles
        self.projection = projection
        self.measurement = measurement
        self.sigmas = sigmas
        self.masses = masses
    }

    public struct Point: Codable, Hashable, Sendable {
        /// GeV.
        public var mass: Double
        /// The projected coupling over the favoured one.
        public var ratio: Estimate
    }

    /// Empty where the deviation at that edge is not positive: no boson is favoured then. Masses beyond the projection are
    /// left out.
    public func compute(_ input: ()) throws -> [Point] {
        let deviation = measurement.shifted(bySigmas: sigmas)
        guard deviation > 0 else { return [] }
        let evaluator = try projection.evaluator(inputs: particles)
        return try masses.compactMap { mass in
            guard let reach = try evaluator.coupling(atMass: mass) else { return nil }
            let favoured = try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
            return Point(mass: mass, ratio: reach / favoured)
        }
    }
}
