import BuildGraph
import Kinematics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

extension Section {
    /// MUonE at another beam energy, with the selection, the luminosity and the required events of the first.
    ///
    /// - Returns: what the section shows of it, and the coupling that gives the required events, over masses.
    static func secondBeam(
        _ p: PaperParameters, first: (reach: Node<Curve>, light: Node<Estimate?>, heavy: Node<Estimate?>)
    ) -> (parts: [SectionPart], reach: Node<Curve>) {
        let energy = p.landscape.secondBeamEnergy
        let elasticFacts = Node(
            "projections/second-beam/elastic",
            ElasticFacts(
                particles: p.particles, beamEnergy: energy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
        let vanishingMass = Node(
            "projections/second-beam/vanishing-mass",
            VanishingMass(particles: p.particles, beamEnergy: energy, cuts: p.cuts),
            from: Node("projections/second-beam/threshold-mass", from: elasticFacts) { $0.thresholdMass })
        // Fewer masses than for the main reach, as the curve is smooth and only compared with it.
        var grid = p.massGrid
        grid.count = min(grid.count, 48)
        let masses = Node("projections/second-beam/scan-masses", ScanMasses(grid: grid), from: vanishingMass)
        let scans = (0..<2).map { part in
            Node(
                "projections/second-beam/scan-\(part + 1)of2",
                SignalScan(
                    particles: p.particles, beamEnergy: energy, cuts: p.cuts, luminosity: p.luminosity, part: part,
                    parts: 2), from: masses)
        }
        let scan = Node(
            "projections/second-beam/scan", JoinCurves(),
            from: Node("projections/second-beam/scan-parts", collecting: scans))
        let curve = Node("projections/second-beam/reach", EventContour(events: p.requiredEvents), from: scan)
        func reach(_ name: String, _ benchmark: Benchmark) -> Node<Estimate?> {
            let selected = Node(
                "projections/second-beam/cross-section-\(name)",
                SignalCrossSection(
                    point: SignalPoint(particles: p.particles, beamEnergy: energy, benchmark: benchmark), cuts: p.cuts))
            return Node(
                "projections/second-beam/reach-\(name)",
                CouplingForEvents(
                    events: p.requiredEvents, luminosity: p.luminosity, coupling: benchmark.coupling), from: selected)
        }
        let (light, heavy) = (reach("light", p.light), reach("heavy", p.heavy))

        @ListBuilder<SectionPart> var parts: [SectionPart] {
            Figure.secondBeam(first: first.reach, second: curve, p)
            Quantity(
                "second-beam/reach/light", "coupling of the reach at the second beam energy, light benchmark mass",
                .digits(3), from: light
            ) { $0 }
            Quantity(
                "second-beam/reach/heavy", "coupling of the reach at the second beam energy, heavy benchmark mass",
                .digits(3), from: heavy
            ) { $0 }
            Quantity(
                "second-beam/vanishing-mass", "mass at which the cuts close the phase space, second beam energy",
                in: .megaElectronVolt, .digits(4), from: vanishingMass
            ) { $0 }
            Quantity(
                "second-beam/elastic-min-energy",
                "least elastic electron energy above the angle cut, second beam energy", in: .gigaElectronVolt,
                .digits(3), from: elasticFacts
            ) { $0.minimumElectronEnergy }
            Quantity(
                "second-beam/ratio/light",
                "reach at the second beam energy over that at the first, light benchmark mass",
                .digits(4), from: ratio("light", light, first.light)
            ) { $0 }
            Quantity(
                "second-beam/ratio/heavy",
                "reach at the second beam energy over that at the first, heavy benchmark mass",
                .digits(4), from: ratio("heavy", heavy, first.heavy)
            ) { $0 }
        }
        return (parts, curve)
    }

    /// The second beam's reach over the first one's; undefined where one of them has none.
    private static func ratio(
        _ name: String, _ second: Node<Estimate?>, _ first: Node<Estimate?>
    ) -> Node<Estimate?> {
        Node("projections/second-beam/ratio-\(name)", from: second, first) { second, first in
            guard let second, let first else { return nil }
            return second / first
        }
    }
}
