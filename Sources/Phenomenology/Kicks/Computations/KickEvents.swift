import Computing
import DetectorPhysics
import Kinematics
import NumericalMethods
import Reference
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The probability that a nucleus of a layer kicks a muon by more than an angle: 1 − e^(−n) with n the mean number of such
/// scatters.
package struct KickProbability: Computation {
    package var particles: ParticleInputs
    package var material: Material
    /// Of the whole layer, m.
    package var thickness: Double
    /// Of the muon, in total, GeV.
    package var energy: Double
    /// Radians.
    package var angle: Double
    package var formFactor: NuclearFormFactor
    package var isIncoherent: Bool

    package init(
        particles: ParticleInputs = .standard, material: Material, thickness: Double, energy: Double, angle: Double,
        formFactor: NuclearFormFactor = .gaussian, isIncoherent: Bool = false
    ) {
        self.particles = particles
        self.material = material
        self.thickness = thickness
        self.energy = energy
        self.angle = angle
        self.formFactor = formFactor
        self.isIncoherent = isIncoherent
    }

    package func compute(_ input: ()) throws -> Estimate {
        let mass = particles.muonMass
        guard energy > mass, energy.isFinite else { throw ScatteringError.energy(energy, mass: mass) }
        guard angle >= 0, angle <= 0.5 * Double.pi else { throw ScatteringError.angle(angle) }
        let momentum = ((energy - mass) * (energy + mass)).squareRoot()
        let scattering = try NuclearScattering(
            material: material, formFactor: formFactor, isIncoherent: isIncoherent, inputs: particles)
        return try scattering.meanNumber(
            thickness: thickness, beyond: momentum * angle, limit: scattering.largestKick(momentum: momentum)
        ).mapped { -expm1(-$0) }
    }
}

/// Elastic events whose muon one nucleus kicks over the angle cut.
package struct KickEvents: Computation {
    package var elastic: ElasticScattering
    package var position: KickPosition
    package var material: Material
    /// Of the matter after the vertex, or before it, m.
    package var thickness: Double
    package var formFactor: NuclearFormFactor
    package var isIncoherent: Bool
    package var cuts: SelectionCuts

    package init(
        elastic: ElasticScattering, position: KickPosition, material: Material = .beryllium, thickness: Double = 0.0075,
        formFactor: NuclearFormFactor = .gaussian, isIncoherent: Bool = false, cuts: SelectionCuts
    ) {
        self.elastic = elastic
        self.position = position
        self.material = material
        self.thickness = thickness
        self.formFactor = formFactor
        self.isIncoherent = isIncoherent
        self.cuts = cuts
    }

    package func compute(_ input: ()) throws -> Estimate {
        let scattering = try NuclearScattering(
            material: material, formFactor: formFactor, isIncoherent: isIncoherent, inputs: elastic.particles)
        return try SingleKick(elastic, scattering: scattering, thickness: thickness, cuts: cuts).events(position)
    }
}

/// The number of kicked events, and how much of it depends on the model of the nucleus.
package struct KickModels: Computation {
    package var elastic: ElasticScattering
    package var position: KickPosition
    /// m.
    package var thickness: Double
    package var cuts: SelectionCuts

    package init(elastic: ElasticScattering, position: KickPosition, thickness: Double = 0.0075, cuts: SelectionCuts) {
        self.elastic = elastic
        self.position = position
        self.thickness = thickness
        self.cuts = cuts
    }

    package struct Result: Codable, Sendable {
        /// With a Gaussian form factor: the nucleus as a whole and its protons.
        package var headline: Estimate
        /// With a Gaussian form factor: the nucleus as a whole.
        package var coherent: Estimate
        /// As ``headline``, with the oscillator.
        package var oscillator: Estimate
        /// As ``coherent``, with the oscillator.
        package var coherentOscillator: Estimate
        /// A nucleus without a size: more than any model gives.
        package var point: Estimate
        /// How far the two form factors are apart in ``headline``.
        package var spread: Estimate { (headline - oscillator).magnitude }
        /// How far the two form factors are apart in ``coherent``.
        package var coherentSpread: Estimate { (coherent - coherentOscillator).magnitude }
    }

    package func compute(_ input: ()) throws -> Result {
        func events(_ formFactor: NuclearFormFactor, incoherent: Bool) throws -> Estimate {
            try KickEvents(
                elastic: elastic, position: position, thickness: thickness, formFactor: formFactor,
                isIncoherent: incoherent, cuts: cuts
            ).compute(())
        }
        return Result(
            headline: try events(.gaussian, incoherent: true), coherent: try events(.gaussian, incoherent: false),
            oscillator: try events(.oscillator, incoherent: true),
            coherentOscillator: try events(.oscillator, incoherent: false), point: try events(.point, incoherent: false)
        )
    }
}
