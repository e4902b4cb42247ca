import BuildGraph
import FormFactorPhysics
import Kinematics
import MuoneParameters
import NumericalMethods
import Reference

/// The form factors of a benchmark where MUonE's momentum transfer is largest.
public struct FormFactorFacts: Computation {
    public var particles: ParticleInputs
    /// GeV.
    public var beamEnergy: Double
    public var benchmark: Benchmark

    public struct Facts: Codable, Hashable, Sendable {
        /// In units of λ.
        public var charge: Estimate
        public var magnetic: Estimate
        public var mixing: Estimate
        /// F₂/λ at q² = 0.
        public var magneticAtZero: Estimate
        /// F₂(q²)/F₂(0).
        public var magneticShare: Estimate
        /// F₁ over the mixing term.
        public var chargeOverMixing: Estimate
        /// (g²/16π²)(F₁ + mixing): the relative change of the muon's charge as the electron sees it.
        public var chargeShift: Estimate
    }

    public init(particles: ParticleInputs, beamEnergy: Double, benchmark: Benchmark) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Facts {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let q2 = -2 * particles.electronMass * kinematics.maximumRecoil
        let factors = try LmuLtauFormFactors(mass: benchmark.mass, inputs: particles)
        let charge = try factors.f1(q2: q2)
        let magnetic = try factors.f2(q2: q2)
        let mixing = try factors.mixing(q2: q2)
        let magneticAtZero = try factors.f2(q2: 0)
        let unit = benchmark.coupling * benchmark.coupling * LmuLtauFormFactors.unit
        return Facts(
            charge: charge, magnetic: magnetic, mixing: mixing, magneticAtZero: magneticAtZero,
            magneticShare: magnetic / magneticAtZero, chargeOverMixing: charge / mixing,
            chargeShift: (charge + mixing) * unit)
    }

}
