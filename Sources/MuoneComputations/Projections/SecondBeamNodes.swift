import BuildGraph
import Kinematics
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics

/// MUonE at another beam energy, with the selection, the luminosity and the required events of the first.
package struct SecondBeamNodes: Sendable {
    /// GeV.
    package let beamEnergy: Double
    /// The coupling that gives the required events, over masses.
    package let reach: Node<Curve>
    package let reachAtLight: Node<Estimate?>
    package let reachAtHeavy: Node<Estimate?>
    /// GeV; nil without any signal.
    package let vanishingMass: Node<Estimate?>
    /// Whether elastic events stay outside the selection at this energy, too.
    package let elasticFacts: Node<ElasticFacts.Facts>

    /// Masses of the scan: fewer than for the main reach, as the curve is smooth and only compared with it.
    static let massCount = 48

    init(_ p: PaperParameters) {
        let energy = p.landscape.secondBeamEnergy
        beamEnergy = energy
        let group = "projections/second-beam"
        elasticFacts = Node(
            "\(group)/elastic",
            ElasticFacts(
                particles: p.particles, beamEnergy: energy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
        vanishingMass = Node(
            "\(group)/vanishing-mass", VanishingMass(particles: p.particles, beamEnergy: energy, cuts: p.cuts),
            from: Node("\(group)/threshold-mass", from: elasticFacts) { $0.thresholdMass })
        var grid = p.massGrid
        grid.count = min(grid.count, Self.massCount)
        let masses = Node("\(group)/scan-masses", ScanMasses(grid: grid), from: vanishingMass)
        let parts = 2
        let scans = (0..<parts).map { part in
            Node(
                "\(group)/scan-\(part + 1)of\(parts)",
                SignalScan(
                    particles: p.particles, beamEnergy: energy, cuts: p.cuts, luminosity: p.luminosity, part: part,
                    parts: parts),
                from: masses)
        }
        let scan = Node("\(group)/scan", JoinCurves(), from: Node("\(group)/scan-parts", collecting: scans))
        self.reach = Node("\(group)/reach", EventContour(events: p.requiredEvents), from: scan)
        func reach(_ name: String, _ benchmark: Benchmark) -> Node<Estimate?> {
            let selected = Node(
                "\(group)/cross-section-\(name)",
                SignalCrossSection(
                    point: SignalPoint(particles: p.particles, beamEnergy: energy, benchmark: benchmark), cuts: p.cuts))
            return Node(
                "\(group)/reach-\(name)",
                CouplingForEvents(
                    events: p.requiredEvents, luminosity: p.luminosity, coupling: benchmark.coupling),
                from: selected)
        }
        reachAtLight = reach("light", p.light)
        reachAtHeavy = reach("heavy", p.heavy)
    }
}
