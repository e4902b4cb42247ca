import BosonPhysics
import Computing
import LimitModel
import NumericalMethods
import Reference

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
