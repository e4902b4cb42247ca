import BuildGraph
import Foundation
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// The nodes of one question about a point: one for each experiment, which the mass alone decides, and one that compares
/// the coupling with all of them.
public struct ExclusionNodes: Sendable {
    public let verdicts: Node<ExcludedPoint.Verdicts>

    /// - Parameter supplied: the tables that a reader brought along.
    public init(_ benchmark: Benchmark, _ p: PaperParameters, supplied: Node<[DrawnLimit]>) {
        // Those of the map, so that the two never disagree.
        let map = LandscapeConstraints(p.landscape)
        let published = (map.limits + map.projections).map { constraint in
            Node(
                "evaluate/excluded/\(constraint.name)",
                from: Node(
                    "evaluate/excluded/\(constraint.name)/coupling",
                    LimitAtMass(particles: p.particles, constraint: constraint, mass: benchmark.mass)),
                parameters: ExperimentFacts(constraint)
            ) { ExperimentLimit(experiment: $0, coupling: $1) }
        }
        let lightElements = Node(
            "evaluate/excluded/bbn",
            LightElementBound(
                particles: p.particles, mass: benchmark.mass,
                decouplingTemperature: p.landscape.decouplingTemperature))
        let reaches = Set([p.beamEnergy, p.landscape.secondBeamEnergy]).sorted().map {
            Self.reach(beamEnergy: $0, mass: benchmark.mass, p)
        }
        verdicts = Node(
            "evaluate/excluded",
            ExcludedPoint(
                particles: p.particles, benchmark: benchmark, deviation: p.magneticMoment.deviation),
            from: Node("evaluate/excluded/published", collecting: published + [lightElements] + reaches),
            Node(
                "evaluate/excluded/supplied", SuppliedLimitsAtMass(particles: p.particles, mass: benchmark.mass),
                from: supplied))
    }

    /// MUonE's own reach for a beam, which ends where the cuts leave no signal.
    private static func reach(
        beamEnergy: Double, mass: Double, _ p: PaperParameters
    ) -> Node<ExperimentLimit> {
        let name = "muone-" + String(format: "%.10gGeV", beamEnergy)
        let group = "evaluate/excluded/\(name)"
        let coupling = 1e-3
        let point = SignalPoint(
            particles: p.particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: coupling))
        let end = Node(
            "\(group)/vanishing-mass",
            VanishingMass(particles: p.particles, beamEnergy: beamEnergy, cuts: p.cuts),
            from: Node("\(group)/threshold", ThresholdMass(particles: p.particles, beamEnergy: beamEnergy)))
        let reach = Node(
            "\(group)/coupling",
            CouplingForEvents(events: p.requiredEvents, luminosity: p.luminosity, coupling: coupling),
            from: Node("\(group)/cross-section", SignalCrossSection(point: point, cuts: p.cuts)))
        let facts = ExperimentFacts(
            name: name, kind: .computed, role: .projection, confidenceLevel: p.reachConfidence,
            sources: [.asai2022],
            inputs: [
                Constraint.Input("events", "\(p.requiredEvents)"),
                Constraint.Input("luminosity", "\(p.luminosity)\\,fb$^{-1}$"),
            ], masses: 0...0)
        return Node(group, from: end, reach, parameters: facts) { facts, end, reach in
            var facts = facts
            // Without signal the curve has no mass at all.
            if let end { facts.largestMass = end.value }
            return ExperimentLimit(experiment: facts, coupling: reach)
        }
    }
}
