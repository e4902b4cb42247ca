import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference
import TridentPhysics

/// What is held fixed while the boson's mass varies.
public enum TridentPath: Codable, Hashable, Sendable {
    case coupling(Double)
    /// v_φ = m/g′, GeV.
    case scale(Double)

    /// The coupling at a mass in GeV.
    func coupling(atMass mass: Double) -> Double {
        switch self {
        case .coupling(let coupling): coupling
        case .scale(let scale): mass / scale
        }
    }
}

/// σ/σ_SM of neutrino trident production over the boson's mass (GeV), one curve for each path.
public struct TridentRatioCurves: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var paths: [TridentPath]
    public var masses: LogarithmicGrid

    public init(
        particles: ParticleInputs, experiment: TridentExperiment, paths: [TridentPath], masses: LogarithmicGrid
    ) {
        self.particles = particles
        self.experiment = experiment
        self.paths = paths
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> [Curve] {
        let trident = try NeutrinoTrident(experiment: experiment, inputs: particles)
        let points = masses.points.filter { $0 >= NeutrinoTrident.smallestMass }
        return try paths.map { path in
            Curve(
                x: points,
                estimates: try points.map { try trident.ratio(mass: $0, coupling: path.coupling(atMass: $0)) })
        }
    }
}

/// The coupling that an experiment on tridents excludes, over the boson's mass (GeV).
public struct TridentLimitCurve: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var masses: LogarithmicGrid

    public init(particles: ParticleInputs, experiment: TridentExperiment, masses: LogarithmicGrid) {
        self.particles = particles
        self.experiment = experiment
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> Curve {
        let trident = try NeutrinoTrident(experiment: experiment, inputs: particles)
        let points = masses.points.filter { $0 >= NeutrinoTrident.smallestMass }
        return Curve(x: points, estimates: try points.map { try trident.limit(mass: $0) })
    }
}

/// The excluded coupling over the energy (GeV) at which the cross section is evaluated, one curve for each mass (GeV).
public struct TridentEnergyScan: Computation {
    public var particles: ParticleInputs
    public var experiment: TridentExperiment
    public var masses: [Double]
    public var energies: LogarithmicGrid

    public init(
        particles: ParticleInputs, experiment: TridentExperiment, masses: [Double], energies: LogarithmicGrid
    ) {
        self.particles = particles
        self.experiment = experiment
        self.masses = masses
        self.energies = energies
    }

    public func compute(_ input: ()) throws -> [Curve] {
        let tridents = try energies.points.map { energy in
            var experiment = experiment
            experiment.neutrinoEnergy = energy
            return try NeutrinoTrident(experiment: experiment, inputs: particles)
        }
        return try masses.map { mass in
            Curve(x: energies.points, estimates: try tridents.map { try $0.limit(mass: mass) })
        }
    }
}
