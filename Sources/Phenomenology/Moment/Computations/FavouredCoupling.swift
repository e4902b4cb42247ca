import BosonPhysics
import Computing
import NumericalMethods
import Reference

/// The coupling that explains a deviation at one mass; nil where no boson explains it.
package struct FavouredCoupling: Computation {
    package var particles: ParticleInputs
    package var mass: Double
    package var deviation: Double

    package init(particles: ParticleInputs, mass: Double, deviation: Double) {
        self.particles = particles
        self.mass = mass
        self.deviation = deviation
    }

    package func compute(_ input: ()) throws -> Estimate? {
        deviation > 0 ? try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles) : nil
    }
}
