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
    /// Which lines radiate.
    package var lines: Lines

    package enum Lines: String, Codable, Sendable, CaseIterable {
        case both
        case muon
        case electron
    }

    package init(
        particles: ParticleInputs = .standard, beamEnergy: Double = 150, beam: BeamCharge = .positive,
        lines: Lines = .both
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.beam = beam
        self.lines = lines
    }

    var kinematics: ElasticKinematics {
        get throws { try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles) }
    }

    var amplitude: PhotonEmission {
        PhotonEmission(
            muonMass: particles.muonMass, electronMass: particles.electronMass,
            fineStructure: particles.fineStructure)
    }

    /// What is asked for of |M|².
    @inline(__always)
    func squaredAmplitude(_ parts: PhotonEmission.Parts) -> Double {
        switch lines {
        case .both: parts.sum(beam)
        case .muon: parts.muon
        case .electron: parts.electron
        }
    }

    /// GeV⁻² to fb.
    var femtobarns: Double { particles.conversionConstant * 1e12 }
}
