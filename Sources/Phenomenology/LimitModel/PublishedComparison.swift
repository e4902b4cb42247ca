import Computing
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
