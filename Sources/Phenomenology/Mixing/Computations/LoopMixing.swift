import BosonPhysics
import Computing
import NumericalMethods
import Reference

/// The real part of Π(q²)/g′ at one q² (GeV²).
package struct LoopMixing: Computation {
    package var particles: ParticleInputs
    package var q2: Double

    package init(particles: ParticleInputs, q2: Double) {
        self.particles = particles
        self.q2 = q2
    }

    package func compute(_ input: ()) throws -> Estimate {
        try KineticMixing(coupling: 1, inputs: particles).loop(q2: q2).real
    }
}
