import Computing
import NumericalMethods
import Reference

/// The signed Δa in the middle of a band, at one mass (GeV); nil where there is no band.
package struct MomentInBand: Computation {
    package var particles: ParticleInputs
    package var band: MomentBand
    package var mass: Double

    package init(particles: ParticleInputs, band: MomentBand, mass: Double) {
        self.particles = particles
        self.band = band
        self.mass = mass
    }

    package func compute(_ input: ()) throws -> Estimate? {
        guard let (_, upper) = try band.couplings(mass: mass, inputs: particles) else { return nil }
        return try OneLoopMoment(band.mediator, of: band.lepton, loop: band.loop, inputs: particles)
            .loopFunction(mass: mass) * upper.squared
    }
}
