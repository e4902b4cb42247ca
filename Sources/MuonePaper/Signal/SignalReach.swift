import BuildGraph
import Foundation
import LimitModel
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

/// The signal over the boson's mass: the reach, and what the cuts leave of heavy bosons.
enum SignalReach {
    /// A number of events that shows how the reach falls with it.
    static let manyEvents = 1e3

    /// The levels of the map of events, among them the number that the reach asks for.
    static func contourLevels(requiredEvents: Double) -> [Double] {
        Set([1, 10, 100, manyEvents, 1e4, requiredEvents]).sorted()
    }

    /// The numbers and claims, with the nodes that others need.
    typealias Declared = (
        parts: [SectionPart], curve: Node<Curve>, manyEvents: Node<Curve>,
        contours: [(events: Double, curve: Node<Curve>)]
    )

    static func declare(thresholdMass: Node<Estimate>, _ p: PaperParameters) -> Declared {
        func vanishing(_ name: String, _ cuts: SelectionCuts) -> Node<Estimate?> {
            Node(
                name, VanishingMass(particles: p.particles, beamEnergy: p.beamEnergy, cuts: cuts), from: thresholdMass)
        }
        let vanishingMass = vanishing("signal/vanishing-mass", p.cuts)
        let withAngleCut = vanishing(
            "signal/vanishing-mass-angle-cut", SelectionCuts(minimumMuonAngle: p.minimumMuonAngle))
        let scan = scan(below: vanishingMass, p)
        func contour(_ level: Double) -> Node<Curve> {
            Node("signal/contour-\(decimal(level, digits: 10))", EventContour(events: level), from: scan)
        }
        let many = contour(manyEvents)
        let contours = contourLevels(requiredEvents: p.requiredEvents).map {
            (events: $0, curve: $0 == manyEvents ? many : contour($0))
        }
        @ListBuilder<SectionPart>
        func parts() -> [SectionPart] {
            probes(p)
            Quantity(
                "signal/vanishing-mass", "mass at which the cuts close the phase space", in: .megaElectronVolt,
                .digits(4), from: vanishingMass
            ) { $0 }
            Claim(
                "vanishing-mass", "no signal above $\\simeq\(claimed: 300)$\\,MeV", in: .megaElectronVolt,
                .asRounded(toDigits: 1), at: "section III, figure 3", of: letter,
                from: Node("claims/vanishing-mass/values", from: vanishingMass, withAngleCut) { selected, angle in
                    [("all cuts", selected), ("angle cut alone", angle)].compactMap { name, mass in
                        mass.map { LabelledEstimate(name, $0) }
                    }
                })
        }
        let curve = Node("signal/reach", EventContour(events: p.requiredEvents), from: scan)
        return (parts(), curve, many, contours)
    }

    /// The scan in a fixed number of parts, which run side by side.
    private static func scan(below vanishingMass: Node<Estimate?>, _ p: PaperParameters) -> Node<Curve> {
        let masses = Node("signal/scan-masses", ScanMasses(grid: p.massGrid), from: vanishingMass)
        let parts = 4
        let nodes = (0..<parts).map { part in
            Node(
                "signal/scan-\(part + 1)of\(parts)",
                SignalScan(
                    particles: p.particles, beamEnergy: p.beamEnergy, cuts: p.cuts, luminosity: p.luminosity,
                    part: part, parts: parts),
                from: masses)
        }
        return Node("signal/scan", JoinCurves(), from: Node("signal/scan-parts", collecting: nodes))
    }

    /// At 200 MeV.
    @ListBuilder<SectionPart>
    private static func probes(_ p: PaperParameters) -> [SectionPart] {
        let coupling = 1e-3
        let whole = probe(0.2, p.cuts, coupling, p)
        Quantity(
            "reach/200MeV", "coupling of the reach at 200 MeV", .digits(2),
            from: Node(
                "signal/reach-200MeV",
                CouplingForEvents(events: p.requiredEvents, luminosity: p.luminosity, coupling: coupling), from: whole)
        ) { $0 }
        Quantity(
            "signal/200MeV/fraction-above-3GeV", "fraction of events with E_e > 3 GeV, 200 MeV", .digits(3),
            from: fraction(above: SignalYields.higherThresholds.first, of: whole, coupling, p)
        ) { $0 }
        Quantity(
            "signal/200MeV/fraction-above-5GeV", "fraction of events with E_e > 5 GeV, 200 MeV", .digits(3),
            from: fraction(above: SignalYields.higherThresholds.second, of: whole, coupling, p)
        ) { $0 }
        Claim(
            "suppression", "the events are suppressed kinematically from 100\\,MeV on", .atMost(digits: 1),
            at: "section III, figure 3", of: letter,
            from: Claim.optionalValue(
                "suppression", Node("signal/suppression", Fraction(), from: whole, probe(0.1, p.cuts, coupling, p))
            ) { $0 },
            reading: .reading("at 200\\,MeV at most \(claimed: 0.5) of those at 100\\,MeV"))
    }

    private static func probe(
        _ mass: Double, _ cuts: SelectionCuts, _ coupling: Double, _ p: PaperParameters, suffix: String = ""
    ) -> Node<Estimate> {
        Node(
            "signal/cross-section-\(Int((mass * 1e3).rounded()))MeV\(suffix)",
            SignalCrossSection(
                point: SignalPoint(
                    particles: p.particles, beamEnergy: p.beamEnergy,
                    benchmark: Benchmark(mass: mass, coupling: coupling)),
                cuts: cuts))
    }

    /// The share whose electron has more energy (GeV); nil where the window holds no such electron.
    private static func fraction(
        above energy: Double, of whole: Node<Estimate>, _ coupling: Double, _ p: PaperParameters
    ) -> Node<Estimate?> {
        let name = "signal/fraction-200MeV-above-\(Int(energy))GeV"
        guard energy < p.maximumElectronEnergy, energy >= p.minimumElectronEnergy else {
            return Node(name, parameters: energy) { _ in nil }
        }
        var cuts = p.cuts
        cuts.minimumElectronEnergy = energy
        return Node(
            name, Fraction(), from: probe(0.2, cuts, coupling, p, suffix: "-above-\(Int(energy))GeV"), whole)
    }

    /// - Parameters:
    ///   - events: of the light benchmark.
    ///   - na64Mu: the points of its projection.
    @ListBuilder<Claim>
    static func claims(
        events: Node<Estimate>, reach: Node<Curve>, na64Mu: Node<[LimitPoint]>, _ p: PaperParameters
    ) -> [Claim] {
        Claim(
            "order-one-events", "$O(\(claimed: 1))$ events for light bosons at a coupling of a few $10^{-5}$",
            in: .events, .withinFactor(3), at: "section III, figure 3", of: letter,
            from: Claim.value("order-one-events", events, parameters: p.light.coupling) { coupling, events in
                events.scaled(by: (3e-5 / coupling) * (3e-5 / coupling))
            },
            reading: .reading("$3\\times10^{-5}$ at the mass of the light benchmark"))
        Claim(
            "reach-na64mu", "the reach is \(claimed: 1, as: "comparable") to that of NA64$\\mu$ up to 200\\,MeV",
            .withinFactor(3), at: "section III, figure 3", of: letter, from: ratio(reach, na64Mu),
            reading: .reading("the ratio of the two couplings, at the first and the last published mass"),
            explanation: Claim.text(
                "reach-na64mu",
                "'Comparable' is read as a factor of three in the coupling. The published points of NA64μ end at "
                    + "0.1 GeV, so that nothing is compared beyond."))
    }

    private static func ratio(_ reach: Node<Curve>, _ na64Mu: Node<[LimitPoint]>) -> Node<[LabelledEstimate]> {
        Node("claims/reach-na64mu/values", from: reach, na64Mu) { reach, published in
            let points = published.filter { $0.mass >= 0.002 }
            return [points.first, points.last].compactMap(\.self).compactMap { point in
                guard let own = reach.interpolated(at: point.mass) else { return nil }
                return LabelledEstimate(decimal(point.mass * 1e3) + " MeV", own.scaled(by: 1 / point.coupling))
            }
        }
    }
}
