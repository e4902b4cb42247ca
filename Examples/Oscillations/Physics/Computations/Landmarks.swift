import Computing
import NumericalMethods

/// Where P(ν_μ → ν_e) is largest and smallest over the energy, GeV.
public struct Landmarks: Computation {
    public var experiment: LongBaseline
    public var phases: [Double]

    public init(_ experiment: LongBaseline, phases: [Double]) {
        self.experiment = experiment
        self.phases = phases
    }

    public struct Landmark: Codable, Sendable {
        public var phase: Double
        public var firstMaximum: Extremum
        /// Between the first and the second maximum.
        public var firstMinimum: Extremum
        public var secondMaximum: Extremum
    }

    public func compute(_ input: ()) throws -> [Landmark] {
        let first = experiment.firstVacuumMaximum
        return try phases.map { phase in
            func probability(_ energy: Double) -> Estimate {
                experiment.propagation(energy: energy, phase: phase).probability(.muon, to: .electron)
            }
            return Landmark(
                phase: phase,
                firstMaximum: try .largest(from: 0.6 * first, to: 2.5 * first, steps: 40, probability),
                firstMinimum: try .smallest(from: 0.35 * first, to: 0.8 * first, steps: 40, probability),
                secondMaximum: try .largest(from: 0.26 * first, to: 0.5 * first, steps: 40, probability))
        }
    }
}

/// What follows from the mixing alone, and from it and the density.
public struct Scales: Computation {
    public var experiment: LongBaseline

    public init(_ experiment: LongBaseline) { self.experiment = experiment }

    public struct Values: Codable, Sendable {
        /// L/E at which Δm²L/4E is π/2, m/GeV, for either splitting.
        public var atmospheric: Estimate
        public var solar: Estimate
        public var largestJarlskog: Estimate
        /// Where the mixing of 1 and 3 is maximal in matter, GeV; the smaller splitting is left out.
        public var resonance: Estimate
    }

    public func compute(_ input: ()) -> Values {
        let mixing = experiment.mixing
        func scale(_ splitting: Double) -> Estimate {
            .closedForm(2 * .pi * MatterConstants.hbarC / splitting, operations: 8)
        }
        return Values(
            atmospheric: scale(mixing.splitting31), solar: scale(mixing.splitting21),
            largestJarlskog: mixing.largestJarlskog,
            resonance: .closedForm(
                mixing.splitting31 * (1 - 2 * mixing.sinSquared13) / (2 * experiment.layer.potential)))
    }
}
