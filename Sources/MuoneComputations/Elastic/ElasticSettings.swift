import Amplitudes
import ElasticPhysics
import Reference

/// What a measurement of μ e → μ e is made with: the beam, the bins, and the formula of the new physics.
public struct ElasticSettings: Codable, Hashable, Sendable {
    public var particles: ParticleInputs
    /// Total energy of the beam muons, GeV.
    public var beamEnergy: Double
    public var beam: BeamCharge
    /// Bins of equal width from 1 GeV to the largest recoil.
    public var bins: Int
    public var form: ElasticForm

    /// - Parameter beam: MUonE's is μ⁺.
    public init(
        particles: ParticleInputs = .standard, beamEnergy: Double = 150, beam: BeamCharge = .positive,
        bins: Int = ElasticBins.inferredCount,
        form: ElasticForm = .lagrangian
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.beam = beam
        self.bins = bins
        self.form = form
    }

    public func rate() throws -> ElasticRate { try ElasticRate(beamEnergy: beamEnergy, inputs: particles) }

    public func signal(_ model: ElasticModel, mass: Double) throws -> ElasticSignal {
        try ElasticSignal(model, mass: mass, rate: rate(), beam: beam, form: form)
    }

    public func deviation(_ model: ElasticModel, mass: Double) throws -> ElasticDeviation {
        let signal = try signal(model, mass: mass)
        return try ElasticDeviation(signal, bins: ElasticBins(of: signal.rate, count: bins))
    }
}
