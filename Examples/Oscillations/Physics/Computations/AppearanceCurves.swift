import Computing
import NumericalMethods

/// P(ν_μ → ν_e) over the energy (GeV), for each phase: exact, and by an expansion.
public struct AppearanceCurves: Computation {
    public var experiment: LongBaseline
    public var phases: [Double]
    public var energies: LogarithmicGrid
    public var expansion: AppearanceExpansion

    public init(
        _ experiment: LongBaseline, phases: [Double], energies: LogarithmicGrid, expansion: AppearanceExpansion
    ) {
        self.experiment = experiment
        self.phases = phases
        self.energies = energies
        self.expansion = expansion
    }

    public struct Pair: Codable, Sendable {
        public var exact: Curve
        /// Expanded over exact.
        public var ratio: Curve
    }

    public func compute(_ input: ()) -> [Pair] {
        let points = energies.points
        return phases.map { phase in
            let exact = points.map {
                experiment.propagation(energy: $0, phase: phase).probability(.muon, to: .electron)
            }
            let expanded = points.map {
                expansion.probability(experiment.mixing.with(phase: phase), energy: $0, through: experiment.layer)
            }
            return Pair(
                exact: Curve(x: points, estimates: exact),
                ratio: Curve(x: points, estimates: zip(expanded, exact).map { Estimate.closedForm($0) / $1 }))
        }
    }
}

/// How far an expansion is from the exact P(ν_μ → ν_e), relative to it, at most between two energies and for any phase.
public struct ExpansionAccuracy: Computation {
    public var experiment: LongBaseline
    public var expansion: AppearanceExpansion
    /// GeV.
    public var energies: ClosedRange<Double>

    public init(_ experiment: LongBaseline, _ expansion: AppearanceExpansion, energies: ClosedRange<Double>) {
        self.experiment = experiment
        self.expansion = expansion
        self.energies = energies
    }

    public func compute(_ input: ()) -> Estimate { .converged(largest(steps: 96), coarse: largest(steps: 48)) }

    private func largest(steps: Int) -> Double {
        let phases = LinearGrid(lower: -.pi, upper: .pi, count: steps / 2 + 1).points
        let points = LinearGrid(lower: energies.lowerBound, upper: energies.upperBound, count: steps + 1).points
        let deviations = phases.flatMap { phase in
            points.map { energy in
                let exact = experiment.propagation(energy: energy, phase: phase).probability(.muon, to: .electron)
                let mixing = experiment.mixing.with(phase: phase)
                let expanded = expansion.probability(mixing, energy: energy, through: experiment.layer)
                return (expanded / exact.value - 1).magnitude
            }
        }
        return deviations.reduce(0) { max($0, $1) }
    }
}
