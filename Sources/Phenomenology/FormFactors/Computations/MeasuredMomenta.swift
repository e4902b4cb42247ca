import Computing
import Kinematics
import NumericalMethods
import Reference

/// −q² (GeV²) of the elastic events that are counted: from a smallest recoil (GeV) to the largest that the beam gives.
public struct MeasuredMomenta: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var smallestRecoil: Double

    public init(particles: ParticleInputs, beamEnergy: Double, smallestRecoil: Double) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.smallestRecoil = smallestRecoil
    }

    public struct Range: Codable, Hashable, Sendable {
        public var smallest: Estimate
        public var largest: Estimate
    }

    /// - Throws: `ElasticKinematicsError` for a beam that is not possible.
    public func compute(_ input: ()) throws -> Range {
        let largest = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles).maximumRecoil
        func momentum(_ recoil: Double) -> Estimate { .closedForm(2 * particles.electronMass * recoil) }
        return Range(smallest: momentum(min(smallestRecoil, largest)), largest: momentum(largest))
    }
}
