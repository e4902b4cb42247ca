import BosonPhysics
import BuildGraph
import Computing
import LimitModel
import NumericalMethods
import Reference

/// A computed coupling at a point of a published curve.
package struct ComparedPoint: Codable, Hashable, Sendable {
    /// GeV.
    package var mass: Double
    /// The published coupling.
    package var coupling: Double
    /// The computed coupling over the published one; its error is that of the computation alone.
    package var ratio: Estimate
}

/// A computed curve at the points of a published one: masses in GeV and couplings.
package struct PublishedComparison<B: Bound>: Computation {
    package var particles: ParticleInputs
    package var computed: B

    package init(particles: ParticleInputs, computed: B) {
        self.particles = particles
        self.computed = computed
    }

    /// Points beyond the computed curve's validity are left out.
    package func compute(_ published: [LimitPoint]) throws -> [ComparedPoint] {
        let evaluator = try computed.evaluator(inputs: particles)
        return try published.compactMap { point in
            guard let coupling = try evaluator.coupling(atMass: point.mass) else { return nil }
            return ComparedPoint(
                mass: point.mass, coupling: point.coupling, ratio: coupling.scaled(by: 1 / point.coupling))
        }
    }
}

/// A projection over the coupling that the muon's magnetic moment favours, at one mass.
package struct FavouredPoint: Codable, Hashable, Sendable {
    /// GeV.
    package var mass: Double
    package var ratio: Estimate
}

/// A projection against the coupling that the muon's magnetic moment favours: ratios at fixed masses.
package struct FavouredComparison<B: Bound>: Computation {
    package var particles: ParticleInputs
    package var projection: B
    package var measurement: Measurement
    /// The edge of the band that is meant: −2 is the lower one of two standard deviations.
    package var sigmas: Double
    /// GeV.
    package var masses: [Double]

    package init(
        particles: ParticleInputs, projection: B, measurement: Measurement, sigmas: Double, masses: [Double]
    ) {
        self.particles = particles
        self.projection = projection
        self.measurement = measurement
        self.sigmas = sigmas
        self.masses = masses
    }

    /// Empty where the deviation at that edge is not positive: no boson is favoured then. Masses beyond the projection are
    /// left out.
    package func compute(_ input: ()) throws -> [FavouredPoint] {
        let deviation = measurement.shifted(bySigmas: sigmas)
        guard deviation > 0 else { return [] }
        let evaluator = try projection.evaluator(inputs: particles)
        return try masses.compactMap { mass in
            guard let reach = try evaluator.coupling(atMass: mass) else { return nil }
            let favoured = try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
            return FavouredPoint(mass: mass, ratio: reach / favoured)
        }
    }
}
