import BosonPhysics
import Computing
import NumericalMethods
import Reference

/// The couplings that explain several deviations at one mass; nil for those that no boson explains.
package struct FavouredCouplings: Computation {
    package var particles: ParticleInputs
    package var mass: Double
    package var deviations: [Double]

    package init(particles: ParticleInputs, mass: Double, deviations: [Double]) {
        self.particles = particles
        self.mass = mass
        self.deviations = deviations
    }

    package func compute(_ input: ()) throws -> [Estimate?] {
        try deviations.map { deviation in
            deviation > 0 ? try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles) : nil
        }
    }
}
