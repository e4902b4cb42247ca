import BuildGraph
import Foundation
import Kinematics
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics

/// The nodes of one question about a point: one for each experiment, which the mass alone decides, and one that compares
/// the coupling with all of them.
package struct ExclusionNodes: Sendable {
    package let verdicts: Node<ExcludedPoint.Verdicts>

    package init(_ benchmark: Benchmark, _ p: PaperParameters, _ catalogue: LimitCatalogue) {
        // Those of the map, so that the two never disagree.
        let map = catalogue.ask(
            MassQuestion(mass: benchmark.mass), onAnyOf: [.landscape], in: "evaluate/excluded/map")
        verdicts = Node(
            "evaluate/excluded",
            ExcludedPoint(
                particles: p.particles, benchmark: benchmark, deviation: p.magneticMoment.deviation),
            from: Node("evaluate/excluded/map/facts", from: map) { $0.map(ExperimentLimit.init) },
            Node(
                "evaluate/excluded/others", collecting: Self.others(mass: benchmark.mass, p).map(\.limit)),
            catalogue.suppliedLimits(
                "evaluate/excluded/supplied", atMass: benchmark.mass,
                besides: Self.others(mass: benchmark.mass, p).map(\.name)))
    }

    /// What the map has beside its limits: light elements, and MUonE's own reach for its beams.
    package static func others(mass: Double, _ p: PaperParameters) -> [(name: String, limit: Node<ExperimentLimit>)] {
        let lightElements = Node(
            "evaluate/excluded/bbn",
            LightElementBound(
                particles: p.particles, mass: mass, decouplingTemperature: p.landscape.decouplingTemperature))
        return [("bbn", lightElements)]
            + beams(p).map { reach(beamEnergy: $0, mass: mass, p) }
    }

    /// Where the cuts leave no signal.
    static func vanishingMass(beamEnergy: Double, in group: String, _ p: PaperParameters) -> Node<Estimate?> {
        Node(
            "\(group)/vanishing-mass",
            VanishingMass(particles: p.particles, beamEnergy: beamEnergy, cuts: p.cuts),
            from: Node("\(group)/threshold", ThresholdMass(particles: p.particles, beamEnergy: beamEnergy)))
    }

    /// The beams that MUonE's own reach is asked for. GeV.
    static func beams(_ p: PaperParameters) -> [Double] { Set([p.beamEnergy, p.landscape.secondBeamEnergy]).sorted() }

    /// MUonE's own reach for a beam, which ends where the cuts leave no signal.
    private static func reach(
        beamEnergy: Double, mass: Double, _ p: PaperParameters
    ) -> (name: String, limit: Node<ExperimentLimit>) {
        let facts = LimitFacts.reach(beamEnergy: beamEnergy, events: p.requiredEvents, p)
        let name = facts.name
        let group = "evaluate/excluded/\(name)"
        let coupling = 1e-3
        let point = SignalPoint(
            particles: p.particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: coupling))
        let end = vanishingMass(beamEnergy: beamEnergy, in: group, p)
        let reach = Node(
            "\(group)/coupling",
            CouplingForEvents(events: p.requiredEvents, luminosity: p.luminosity, coupling: coupling),
            from: Node("\(group)/cross-section", SignalCrossSection(point: point, cuts: p.cuts)))
        return (
            name,
            Node(group, from: end, reach, parameters: facts) { facts, end, reach in
                var facts = facts
                // Without signal the curve has no mass at all.
                if let end { facts.masses = 0...max(0, end.value) }
                return ExperimentLimit(experiment: facts, excluded: ExcludedCouplings.above(reach))
            }
        )
    }
}

extension LimitCatalogue {
    /// Those that may stand on the map of all.
    package var mapLimits: [Limit] { limits.filter { $0.mayStand(onAnyOf: [.landscape]) } }

    /// The tables of a reader at one mass (GeV).
    ///
    /// - Parameter others: names that the answers have beside those of limits. A table of such a name, or of a limit's of the
    ///   paper, answers as `supplied/NAME`.
    package func suppliedLimits(
        _ name: String, atMass mass: Double, besides others: [String]
    ) -> Node<[ExperimentLimit]> {
        let limits = Node(
            "\(name)/all", collecting: supplied.map { $0.excluded("\(name)/\($0.name)", atMass: mass) })
        return Node(
            name, from: limits, suppliedCurves,
            Node("\(name)/declarations", collecting: self.limits.map(\.declaration)),
            parameters: others
        ) { others, limits, _, own in
            let names = Set(others + own.map(\.name))
            return limits.map { limit in
                var limit = ExperimentLimit(limit)
                if names.contains(limit.experiment.name) { limit.experiment.name = "supplied/\(limit.experiment.name)" }
                return limit
            }
        }
    }
}

extension Limit {
    /// At one mass (GeV); none of a table that does not stand on the map of all.
    package func onMap(_ name: String, atMass mass: Double) -> Node<[ExperimentLimit]> {
        Node(name, from: ask(MassQuestion(mass: mass), "\(name)/ranges", onAnyOf: [.landscape])) {
            $0.map(ExperimentLimit.init)
        }
    }
}
