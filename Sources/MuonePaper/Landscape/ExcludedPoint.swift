import BosonPhysics
import BuildGraph
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference

/// Which experiments exclude a point of the (mass, coupling) plane, and by how much.
package struct ExcludedPoint: Computation {
    package var particles: ParticleInputs
    package var benchmark: Benchmark
    /// The measured excess of the muon's magnetic moment.
    package var deviation: Measurement

    package init(particles: ParticleInputs, benchmark: Benchmark, deviation: Measurement) {
        self.particles = particles
        self.benchmark = benchmark
        self.deviation = deviation
    }

    package struct Verdicts: Codable, Hashable, Sendable {
        /// Limits, then projections, each in the order in which they were given.
        package var experiments: [Verdict]
        package var magneticMoment: MagneticMoment

        package var limits: [Verdict] { experiments.filter { $0.experiment.role == .limit && !$0.hasEnded } }
        package var projections: [Verdict] {
            experiments.filter { $0.experiment.role == .projection && !$0.hasEnded }
        }
        /// Those that exclude no coupling at the mass: their curve does not reach it, or has a gap there.
        package var ended: [Verdict] { experiments.filter(\.hasEnded) }
        /// Those that exclude the point today.
        package var excluding: [Verdict] { limits.filter(\.isExceeded) }
    }

    package struct Verdict: Codable, Hashable, Sendable {
        package var experiment: LimitFacts
        /// All that is excluded at the mass.
        package var ranges: [ExcludedCouplings]
        /// The edge of a range: of the one that the point is in the lower one, where it has one; otherwise the nearest. Nil
        /// where no coupling is excluded, or every one.
        package var limit: Estimate?
        /// The point's coupling over it.
        package var ratio: Estimate?
        /// Whether the point lies inside a range: above a curve, between two edges.
        package var isExceeded: Bool

        package var hasEnded: Bool { ranges.isEmpty }

        init(_ entry: ExperimentLimit, coupling: Double) {
            experiment = entry.experiment
            ranges = entry.excluded
            let verdict = CouplingVerdict(coupling, in: ranges)
            (limit, ratio, isExceeded) = (verdict.limit, verdict.ratio, verdict.isExceeded)
        }
    }

    /// What the muon's magnetic moment says of the point: a favoured range, not a limit alone.
    package struct MagneticMoment: Codable, Hashable, Sendable {
        /// Δa_μ of the boson.
        package var shift: Estimate
        package var measured: Measurement
        /// (measured − shift)/uncertainty.
        package var pull: Double
        /// The point's coupling over that at which the shift exceeds the measurement by two standard deviations; nil
        /// where no boson comes that close.
        package var ratio: Estimate?
    }

    /// The limits of the map, what it has beside them, and the tables of a reader.
    package func compute(
        _ input: ([ExperimentLimit], [ExperimentLimit], [ExperimentLimit])
    ) throws -> Verdicts {
        let all = input.0 + input.1 + input.2
        let ordered = all.filter { $0.experiment.role == .limit } + all.filter { $0.experiment.role == .projection }
        return Verdicts(
            experiments: ordered.map { Verdict($0, coupling: benchmark.coupling) }, magneticMoment: try magneticMoment()
        )
    }

    private func ratio(to limit: Estimate) -> Estimate {
        benchmark.coupling / limit
    }

    private func magneticMoment() throws -> MagneticMoment {
        let shift = try MuonMagneticMoment.vector(
            mass: benchmark.mass, coupling: benchmark.coupling, inputs: particles)
        let largest = deviation.shifted(bySigmas: 2)
        return MagneticMoment(
            shift: shift, measured: deviation, pull: (deviation.value - shift.value) / deviation.uncertainty,
            ratio: largest > 0
                ? ratio(
                    to: try MuonMagneticMoment.coupling(
                        mass: benchmark.mass, deviation: largest, inputs: particles)) : nil)
    }
}
