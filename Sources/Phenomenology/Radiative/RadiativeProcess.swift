import Amplitudes
import Kinematics
import NumericalMethods
import Reference

/// μ e → μ e γ on an electron at rest, at tree level: what is fixed before any cut.
package struct RadiativeProcess: Codable, Hashable, Sendable {
    package var particles: ParticleInputs
    /// Total energy of the beam muons, GeV.
    package var beamEnergy: Double
    /// Of the beam muons; the interference of the two lines changes its sign with it.
    package var beam: BeamCharge

    package init(particles: ParticleInputs = .standard, beamEnergy: Double = 150, beam: BeamCharge = .positive) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.beam = beam
    }

    var kinematics: ElasticKinematics {
        get throws { try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles) }
    }

    var amplitude: PhotonEmission {
        PhotonEmission(
            muonMass: particles.muonMass, electronMass: particles.electronMass,
            fineStructure: particles.fineStructure)
    }

    /// GeV⁻² to fb.
    var femtobarns: Double { particles.conversionConstant * 1e12 }
}
