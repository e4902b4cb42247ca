import BosonPhysics
import BuildGraph
import Foundation
import LimitModel
import NumericalMethods
import Reference
import TridentPhysics

/// What one experiment on neutrino tridents says, apart from its curve.
public struct TridentFacts: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment

    public struct Facts: Codable, Hashable, Sendable {
        /// σ_SM per nucleus, fb.
        public var standardModel: Estimate
        /// σ_A/σ_V, per squared coupling.
        public var axialShare: Estimate
        /// The largest m/g′ that is excluded for a heavy boson, GeV.
        public var contactScale: Estimate
        /// The same for massless muons.
        public var masslessContactScale: Estimate
    }

    public init(particles: ParticleInputs, experiment: TridentExperiment) {
        self.particles = particles
        self.experiment = experiment
    }

    public func compute(_ input: ()) throws -> Facts {
        let trident = try NeutrinoTrident(experiment: experiment, inputs: particles)
        return Facts(
            standardModel: trident.standardModelCrossSection, axialShare: trident.axialShare,
            contactScale: try trident.contactScale(),
            masslessContactScale: try NeutrinoTrident.contactScale(
                maximumRatio: experiment.maximumRatio, inputs: particles))
    }
}

/// The mass (GeV) above which an experiment on tridents excludes every coupling that brings the muon's magnetic moment
/// to a deviation: where the limit crosses the line of that deviation.
public struct TridentCrossing: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    /// Δa_μ.
    public var deviation: Double
    public var lowest: Double
    public var highest: Double

    public init(
        particles: ParticleInputs, experiment: TridentExperiment, deviation: Double, lowest: Double = 0.01,
        highest: Double = 10
    ) {
        self.particles = particles
        self.experiment = experiment
        self.deviation = deviation
        self.lowest = lowest
        self.highest = highest
    }

    /// Nil where the two do not cross between `lowest` and `highest`, or no boson gives the deviation.
    public func compute(_ input: ()) throws -> Estimate? {
        guard deviation > 0 else { return nil }
        let trident = try NeutrinoTrident(experiment: experiment, inputs: particles)
        /// The logarithm of the limit over the coupling that is asked for.
        func gap(_ mass: Double) throws -> Estimate {
            let limit = try trident.limit(mass: mass)
            let favoured = try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles)
            return (limit / favoured).mapped(through: log)
        }
        var (low, high) = (log(lowest), log(highest))
        guard try gap(lowest).value > 0, try gap(highest).value < 0 else { return nil }
        while high - low > 1e-9 {
            let middle = 0.5 * (low + high)
            if try gap(exp(middle)).value > 0 { low = middle } else { high = middle }
        }
        let middle = 0.5 * (low + high)
        return try RootFinding.certify(middle, in: log(lowest)...log(highest), tolerance: high - low) { logarithm in
            try gap(exp(logarithm))
        }.mapped(through: exp)
    }
}

/// The limit of an experiment on tridents over published couplings, at the masses of these.
public struct TridentLimitRatios: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var published: [LimitPoint]

    public init(particles: ParticleInputs, experiment: TridentExperiment, published: [LimitPoint]) {
        self.particles = particles
        self.experiment = experiment
        self.published = published
    }

    public func compute(_ input: ()) throws -> [Estimate] {
        let trident = try NeutrinoTrident(experiment: experiment, inputs: particles)
        return try published.map { try trident.limit(mass: $0.mass).scaled(by: 1 / $0.coupling) }
    }
}
