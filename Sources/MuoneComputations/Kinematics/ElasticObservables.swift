import BuildGraph
import Kinematics
import NumericalMethods
import Phenomenology
import Reference

/// E_e^min at one angle, for `evaluate elastic-minimum-energy`. GeV.
public struct ElasticMinimumEnergy: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var muonAngle: Double

    public init(particles: ParticleInputs, beamEnergy: Double, muonAngle: Double) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.muonAngle = muonAngle
    }

    public func compute(_ input: ()) throws -> Estimate {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        return .closedForm(try kinematics.minimumElectronEnergy(forMuonAngle: muonAngle))
    }
}
