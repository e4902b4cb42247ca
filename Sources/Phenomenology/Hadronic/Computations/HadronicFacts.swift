import Computing
import Kinematics
import NumericalMethods
import Reference

/// What a beam can measure of the hadronic running, in GeV and radians.
public struct HadronicFacts: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var running: HadronicRunning
    /// Electron energies whose x is asked for, GeV.
    public var electronEnergies: [Double]
    /// The electron's angle that the stations accept, radians.
    public var acceptedElectronAngle: Double
    /// The least electron energy of the measurement, GeV.
    public var minimumElectronEnergy: Double

    public struct Facts: Codable, Hashable, Sendable {
        /// GeV.
        public var maximumRecoil: Estimate
        /// −t at ``maximumRecoil``, GeV².
        public var largestMomentum: Estimate
        /// x at ``maximumRecoil``.
        public var largestFraction: Estimate
        /// x²m_μ²/(1−x) over −2m_eT at ``maximumRecoil``: the two that equation 2.3 of Dev2020 equates.
        public var printedMomentumRatio: Estimate
        /// The share of a_μ^HLO that lies below ``largestFraction``.
        public var measuredShare: Estimate
        public var extrapolatedShare: Estimate
        /// x at each of the asked energies.
        public var fractionsAtEnergies: [Estimate]
        public var maximumMuonAngle: Estimate
        /// The electron's energy at ``maximumMuonAngle``.
        public var energyAtMaximumMuonAngle: Estimate
        /// The electron's angle at the least energy of the measurement.
        public var electronAngleAtMinimum: Estimate
        /// The electron's energy at the largest accepted angle.
        public var energyAtAcceptedAngle: Estimate
        /// Where the integrand is largest.
        public var peakFraction: Estimate
        /// At ``maximumRecoil``.
        public var hadronicRunning: Estimate
        public var leptonicRunning: Estimate
        /// R_had − 1 at ``maximumRecoil``.
        public var largestExcess: Estimate
    }

    public init(
        particles: ParticleInputs, beamEnergy: Double, running: HadronicRunning, electronEnergies: [Double],
        acceptedElectronAngle: Double, minimumElectronEnergy: Double
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.running = running
        self.electronEnergies = electronEnergies
        self.acceptedElectronAngle = acceptedElectronAngle
        self.minimumElectronEnergy = minimumElectronEnergy
    }

    public func compute(_ input: ()) throws -> Facts {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let moment = try HadronicMoment(running: running, inputs: particles)
        let ratio = try ElasticRunningRatio(hadrons: running, inputs: particles)
        func x(recoil: Double) throws -> Double {
            try SpacelikeFraction.x(
                recoil: recoil, electronMass: particles.electronMass, muonMass: particles.muonMass)
        }
        let recoil = kinematics.maximumRecoil
        let momentum = 2 * particles.electronMass * recoil
        let largest = try x(recoil: recoil)
        let measured = try moment.share(below: largest)
        return Facts(
            maximumRecoil: .closedForm(recoil), largestMomentum: .closedForm(momentum),
            largestFraction: .closedForm(largest),
            // d ln t/dx = 2/x + 1/(1−x) carries the rounding of x.
            printedMomentumRatio: .closedForm(
                SpacelikeFraction.momentumTransfer(x: largest, muonMass: particles.muonMass) / momentum,
                operations: 64 * (2 / largest + 1 / (1 - largest))), measuredShare: measured,
            extrapolatedShare: 1 - measured,
            fractionsAtEnergies: try electronEnergies.map {
                .closedForm(try x(recoil: max(0, $0 - particles.electronMass)))
            },
            maximumMuonAngle: .closedForm(kinematics.maximumMuonAngle),
            energyAtMaximumMuonAngle: .closedForm(kinematics.electronEnergyAtMaximumMuonAngle),
            electronAngleAtMinimum: .closedForm(
                try kinematics.electronScatteringAngle(
                    atElectronEnergy: min(
                        max(minimumElectronEnergy, particles.electronMass), kinematics.maximumElectronEnergy))),
            energyAtAcceptedAngle: .closedForm(
                kinematics.electronEnergy(atElectronAngle: acceptedElectronAngle)),
            peakFraction: try moment.peak(),
            hadronicRunning: running.estimate(q2: -momentum), leptonicRunning: ratio.leptons.estimate(q2: -momentum),
            largestExcess: .closedForm(ratio.excess(q2: -momentum)))
    }
}
