import BuildGraph
import Kinematics
import NumericalMethods
import Reference

/// The largest mass of a boson that a beam can make on electrons at rest, GeV.
struct ThresholdMass: Computation {
    var particles: ParticleInputs
    var beamEnergy: Double

    func compute(_ input: ()) throws -> Estimate {
        .closedForm(try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles).thresholdMass)
    }
}

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
