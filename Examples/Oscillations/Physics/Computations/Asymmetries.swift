import Computing
import NumericalMethods

/// The asymmetry of ν_μ → ν_e and its antiparticles' channel in the plane of energy (GeV) and phase (radians).
public struct AsymmetryMap: Computation {
    public var experiment: LongBaseline
    public var energies: LinearGrid
    public var phases: LinearGrid

    public init(_ experiment: LongBaseline, energies: LinearGrid, phases: LinearGrid) {
        self.experiment = experiment
        self.energies = energies
        self.phases = phases
    }

    public func compute(_ input: ()) throws -> RectilinearGrid {
        try RectilinearGrid(x: energies.points, y: phases.points) { energy, phase in
            experiment.propagation(energy: energy, phase: phase).asymmetry.value
        }
    }
}

/// What matter and the phase each do to the asymmetry at one energy (GeV).
public struct AsymmetryParts: Computation {
    public var experiment: LongBaseline

    public init(_ experiment: LongBaseline) { self.experiment = experiment }

    public struct Parts: Codable, Sendable {
        /// In matter, with a phase of zero.
        public var normal: Estimate
        public var inverted: Estimate
        /// In vacuum, the largest of all phases.
        public var largestOfPhase: Estimate
    }

    /// - Parameter maximum: of P(ν_μ → ν_e): its energy is the one.
    public func compute(_ maximum: Extremum) throws -> Parts {
        let energy = maximum.place.value
        func inMatter(_ ordering: MassOrdering) -> Estimate {
            experiment.propagation(energy: energy, phase: 0, ordering).asymmetry
        }
        var empty = experiment
        empty.density = 0
        let largest = try Extremum.largest(from: -.pi, to: .pi, steps: 24) {
            empty.propagation(energy: energy, phase: $0).asymmetry
        }
        return Parts(normal: inMatter(.normal), inverted: inMatter(.inverted), largestOfPhase: largest.value)
    }
}

/// The shortest baseline (m) from which on the ordering can be told by the asymmetry at the first maximum alone, whatever the
/// phase: there the least asymmetry of the normal ordering is the largest of the inverted one.
public struct SeparationBaseline: Computation {
    public var experiment: LongBaseline

    public init(_ experiment: LongBaseline) { self.experiment = experiment }

    public func compute(_ input: ()) throws -> Estimate {
        try RootFinding.certified(in: 200e3...3000e3, tolerance: 1) { length in
            var other = experiment
            other.length = length
            let energy = other.firstVacuumMaximum
            let least = try Extremum.smallest(from: 0, to: 2 * .pi, steps: 24) {
                other.propagation(energy: energy, phase: $0).asymmetry
            }
            let largest = try Extremum.largest(from: -.pi, to: .pi, steps: 24) {
                other.propagation(energy: energy, phase: $0, .inverted).asymmetry
            }
            return least.value - largest.value
        }
    }
}

/// P̄ over P of the appearance at one energy (GeV), closed curves of the phase.
public struct BiprobabilityCurves: Computation {
    public var experiment: LongBaseline
    public var energy: Double
    /// Radians.
    public var phases: [Double]

    public init(_ experiment: LongBaseline, energy: Double, phases: [Double]) {
        self.experiment = experiment
        self.energy = energy
        self.phases = phases
    }

    public struct Curves: Codable, Sendable {
        public var normal: Curve
        public var inverted: Curve
    }

    public func compute(_ input: ()) -> Curves {
        func curve(_ ordering: MassOrdering) -> Curve {
            func probabilities(_ lepton: Lepton) -> [Estimate] {
                phases.map {
                    experiment.propagation(energy: energy, lepton, phase: $0, ordering).probability(
                        .muon, to: .electron)
                }
            }
            return Curve(x: probabilities(.neutrino).map(\.value), estimates: probabilities(.antineutrino))
        }
        return Curves(normal: curve(.normal), inverted: curve(.inverted))
    }
}
