import Amplitudes
import Kinematics
import NumericalMethods
import Reference
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// μ e → μ e at leading order on electrons at rest, as a number of events over the electron's recoil T = E_e − m_e.
package struct ElasticScattering: Codable, Hashable, Sendable {
    package var particles: ParticleInputs
    /// GeV.
    package var beamEnergy: Double
    /// fb⁻¹.
    package var luminosity: Double

    package init(particles: ParticleInputs = .standard, beamEnergy: Double = 150, luminosity: Double = 15) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.luminosity = luminosity
    }

    /// - Throws: ``ElasticKinematicsError`` for a beam that does not move.
    package func kinematics() throws -> ElasticKinematics {
        try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
    }

    /// Events and densities at these kinematics.
    package func rate() throws -> Rate { Rate(self, kinematics: try kinematics()) }

    /// dN/dT with what it takes worked out once.
    package struct Rate: Sendable {
        package let kinematics: ElasticKinematics
        private let amplitude: MuonElectronElastic
        private let luminosity: Double
        /// L (ħc)²/(32π m_e p²), GeV⁻¹: dN/dT = factor |M|².
        private let factor: Double

        init(_ scattering: ElasticScattering, kinematics: ElasticKinematics) {
            self.kinematics = kinematics
            luminosity = scattering.luminosity
            let particles = scattering.particles
            amplitude = MuonElectronElastic(
                muonMass: particles.muonMass, electronMass: particles.electronMass,
                fineStructure: particles.fineStructure)
            let momentum = kinematics.beamMomentum
            // |M|²/(64π m_e²p²) dt with dt = 2 m_e dT.
            factor =
                luminosity * particles.conversionConstant * 1e12
                / (32 * Double.pi * particles.electronMass * momentum * momentum)
        }

        /// dN/dT at a recoil in GeV, 1/GeV. The recoil is within 0 … ``ElasticKinematics/maximumRecoil``.
        package func density(recoil: Double) -> Double {
            factor
                * amplitude.squaredAmplitude(
                    s: kinematics.centreOfMassEnergySquared, t: -2 * kinematics.electronMass * recoil)
        }

        /// The events between two recoils in closed form: dN/dT ∝ 2E²m_e/T² − s/T + m_e, as the formula of
        /// ``MuonElectronElastic`` expands.
        package func events(from lower: Double, to upper: Double) -> Estimate {
            let upper = min(upper, kinematics.maximumRecoil)
            guard lower < upper else { return .exact(0, as: .bound) }
            let electronMass = kinematics.electronMass
            let energy = kinematics.beamEnergy
            let charge = 4 * Double.pi * amplitude.fineStructure
            let width = upper - lower
            let terms = [
                2 * energy * energy * electronMass * width / (lower * upper),
                -kinematics.centreOfMassEnergySquared * log1p(width / lower), electronMass * width,
            ]
            let scale = 2 * charge * charge / electronMass * factor
            return .closedForm(
                scale * terms.reduce(0, +), size: scale * terms.reduce(0) { $0 + $1.magnitude }, operations: 64)
        }

        /// The recoils of a window of the electron's total energy; nil where it is empty.
        package func recoils(_ cuts: SelectionCuts) -> (lower: Double, upper: Double)? {
            let mass = kinematics.electronMass
            let lower = max((cuts.minimumElectronEnergy ?? 0) - mass, 0)
            let upper = min((cuts.maximumElectronEnergy ?? .infinity) - mass, kinematics.maximumRecoil)
            return lower < upper ? (lower, upper) : nil
        }

        /// The recoils at which the muon's angle exceeds another; nil where none does.
        package func recoils(beyondMuonAngle angle: Double) -> (lower: Double, upper: Double)? {
            guard angle > 0 else { return (0, kinematics.maximumRecoil) }
            guard let energies = kinematics.electronEnergies(beyondMuonAngle: angle) else { return nil }
            let mass = kinematics.electronMass
            return (energies.lower - mass, min(energies.upper - mass, kinematics.maximumRecoil))
        }

        /// Events whose true angles and energies pass.
        /// - Throws: ``KickError/unboundedEvents(minimumElectronEnergy:minimumMuonAngle:)``.
        package func events(_ cuts: SelectionCuts) throws -> Estimate {
            try cuts.validate()
            guard let window = recoils(cuts), let angular = recoils(beyondMuonAngle: cuts.minimumMuonAngle) else {
                return .exact(0, as: .bound)
            }
            let lower = max(window.lower, angular.lower)
            guard lower > 0 else {
                throw KickError.unboundedEvents(
                    minimumElectronEnergy: cuts.minimumElectronEnergy, minimumMuonAngle: cuts.minimumMuonAngle)
            }
            return events(from: lower, to: min(window.upper, angular.upper))
        }
    }
}
