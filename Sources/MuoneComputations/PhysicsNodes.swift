import BosonPhysics
import BuildGraph
import Foundation
import Kinematics
import LimitModel
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics
import TridentPhysics

/// The physics results that the paper's figures and numbers are made from: one node each, for one set of parameters.
package struct PhysicsNodes: Sendable {
    package let parameters: PaperParameters

    // Kinematics.
    package let elasticBound: Node<Curve>
    package let elasticFacts: Node<ElasticFacts.Facts>
    package let radiativeFacts: Node<RadiativeFacts.Facts?>

    // Signal.
    package let light: BenchmarkNodes
    package let heavy: BenchmarkNodes
    /// Events at unit coupling over the mass grid.
    package let scan: Node<Curve>
    package let vanishingMass: Node<Estimate?>
    /// The same without the window of the electron's energy.
    package let vanishingMassWithAngleCut: Node<Estimate?>
    /// Events at 200 MeV over events at 100 MeV, at the same coupling.
    package let suppression: Node<Estimate?>
    /// The share of the signal at 200 MeV whose electron has more than 3 and 5 GeV; nil where the window holds no such electron.
    package let fractionsAt200MeV: (above3GeV: Node<Estimate?>, above5GeV: Node<Estimate?>)
    /// The reach: the coupling that gives the required events.
    package let reach: Node<Curve>
    /// g_Z′ of the reach at the two benchmark masses and at 200 MeV.
    package let reachAt200MeV: Node<Estimate?>
    /// Contours of the expected events, by number.
    package let contours: [(events: Double, curve: Node<Curve>)]
    /// That of ``manyEvents``.
    package let manyEventsContour: Node<Curve>

    // Limits.
    package let band1Sigma: Node<MagneticMomentBand.Band?>
    package let band2Sigma: Node<MagneticMomentBand.Band?>
    package let catalogue: LimitCatalogue
    /// Those of the letter's figures.
    package let limits: Node<[DrawnLimit]>
    /// The tables that a reader brings along.
    package var suppliedLimits: Node<[DrawnLimit]> { catalogue.suppliedCurves }
    package let ccfrAtLight: Node<Estimate>
    package let ccfrAtHeavy: Node<Estimate>
    package let charmIIAtLight: Node<Estimate>
    package let charmIIAtHeavy: Node<Estimate>

    /// The levels of the map of events, among them the number that the reach asks for.
    package static func contourLevels(requiredEvents: Double) -> [Double] {
        Set([1, 10, 100, manyEvents, 1e4, requiredEvents]).sorted()
    }

    /// A number of events that shows how the reach falls with it.
    package static let manyEvents = 1e3

    /// Without a look at the parameters: a declaration computes nothing, so that none can be wrong here.
    ///
    /// - Parameter tables: those of published limits, and those that a reader brings along.
    package init(declaring parameters: PaperParameters, tables: LimitSources) {
        self.parameters = parameters
        let p = parameters
        elasticBound = Node(
            "elastic/bound",
            ElasticBoundCurve(particles: p.particles, beamEnergy: p.beamEnergy, count: p.angleCount))
        elasticFacts = Self.elasticFacts(p)
        radiativeFacts = Self.radiativeFacts(p)
        light = BenchmarkNodes("light", p.light, p)
        heavy = BenchmarkNodes("heavy", p.heavy, p)

        let thresholdMass = Node("signal/threshold-mass", from: elasticFacts) { $0.thresholdMass }
        func vanishing(_ name: String, _ cuts: SelectionCuts) -> Node<Estimate?> {
            Node(
                name, VanishingMass(particles: p.particles, beamEnergy: p.beamEnergy, cuts: cuts), from: thresholdMass)
        }
        vanishingMass = vanishing("signal/vanishing-mass", p.cuts)
        let scan = Self.scan(below: vanishingMass, p)
        self.scan = scan
        vanishingMassWithAngleCut = vanishing(
            "signal/vanishing-mass-angle-cut", SelectionCuts(minimumMuonAngle: p.minimumMuonAngle))
        reach = Node("signal/reach", EventContour(events: p.requiredEvents), from: scan)
        func probe(_ mass: Double, _ suffix: String = "", cuts: SelectionCuts? = nil) -> Node<Estimate> {
            Node(
                "signal/cross-section-\(Int((mass * 1e3).rounded()))MeV\(suffix)",
                SignalCrossSection(
                    point: SignalPoint(
                        particles: p.particles, beamEnergy: p.beamEnergy,
                        benchmark: Benchmark(mass: mass, coupling: 1e-3)),
                    cuts: cuts ?? p.cuts))
        }
        let at200MeV = probe(0.2)
        reachAt200MeV = Node(
            "signal/reach-200MeV",
            CouplingForEvents(events: p.requiredEvents, luminosity: p.luminosity, coupling: 1e-3), from: at200MeV)
        suppression = Node("signal/suppression", Fraction(), from: at200MeV, probe(0.1))
        func fraction(above energy: Double) -> Node<Estimate?> {
            let name = "signal/fraction-200MeV-above-\(Int(energy))GeV"
            guard energy < p.maximumElectronEnergy, energy >= p.minimumElectronEnergy else {
                return Node(name, parameters: energy) { _ in nil }
            }
            var cuts = p.cuts
            cuts.minimumElectronEnergy = energy
            return Node(name, Fraction(), from: probe(0.2, "-above-\(Int(energy))GeV", cuts: cuts), at200MeV)
        }
        fractionsAt200MeV = (
            fraction(above: BenchmarkNodes.higherThresholds[0]), fraction(above: BenchmarkNodes.higherThresholds[1])
        )
        func contour(_ level: Double) -> Node<Curve> {
            Node("signal/contour-\(String(format: "%.10g", level))", EventContour(events: level), from: scan)
        }
        let many = contour(Self.manyEvents)
        manyEventsContour = many
        contours = Self.contourLevels(requiredEvents: p.requiredEvents).map {
            ($0, $0 == Self.manyEvents ? many : contour($0))
        }

        func band(_ sigmas: Double) -> Node<MagneticMomentBand.Band?> {
            Node(
                "gminus2/band-\(Int(sigmas))sigma",
                MagneticMomentBand(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas,
                    masses: p.massGrid))
        }
        band1Sigma = band(1)
        band2Sigma = band(2)
        catalogue = LimitCatalogue(p, sources: tables)
        limits = catalogue.drawn(onAnyOf: [.reach, .signalEvents], in: "limits", over: p.massGrid)
        func trident(_ name: String, _ experiment: TridentExperiment, _ mass: Double) -> Node<Estimate> {
            Node("limits/\(name)", TridentLimit(particles: p.particles, experiment: experiment, mass: mass))
        }
        ccfrAtLight = trident("ccfr-light", p.ccfr, p.light.mass)
        ccfrAtHeavy = trident("ccfr-heavy", p.ccfr, p.heavy.mass)
        charmIIAtLight = trident("charm2-light", p.charmII, p.light.mass)
        charmIIAtHeavy = trident("charm2-heavy", p.charmII, p.heavy.mass)
    }

    package static func elasticFacts(_ p: PaperParameters) -> Node<ElasticFacts.Facts> {
        Node(
            "elastic/facts",
            ElasticFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
    }

    package static func radiativeFacts(_ p: PaperParameters) -> Node<RadiativeFacts.Facts?> {
        Node(
            "radiative/facts",
            RadiativeFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
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
}

/// What is computed for one benchmark point.
package struct BenchmarkNodes: Sendable {
    package let benchmark: Benchmark
    /// 1/α that the events are computed with.
    package let inverseFineStructure: Double
    package let crossSection: Node<Estimate>
    package let events: Node<Estimate>
    package let spectrum: Node<Curve>
    package let fractionAbove3GeV: Node<Estimate?>
    package let fractionAbove5GeV: Node<Estimate?>
    package let fractionBelow20mrad: Node<Estimate?>
    /// Events with α at the mass of the Z, which the letter's numbers suggest.
    package let eventsWithAlphaAtMZ: Node<Estimate>
    /// Events by the second, independent method.
    package let monteCarlo: Node<Estimate?>
    /// The coupling that the required number of events needs at this mass.
    package let reach: Node<Estimate?>
    /// The coupling that explains the central value of the muon's magnetic moment at this mass; nil where none does.
    package let favouredCoupling: Node<Estimate?>
    /// Events at that coupling.
    package let favouredEvents: Node<Estimate?>
    /// Events at the edges of the band of one standard deviation.
    package let favouredEdgeEvents: Node<[Estimate]>

    /// The thresholds of the electron's energy that the letter compares with its own, GeV.
    package static let higherThresholds = [3.0, 5.0]
    /// Where the electron's spectrum starts, GeV.
    package static let smallestSpectrumEnergy = 0.1
    /// 1/α(M_Z), for comparison only.
    package static let inverseAlphaAtMZ = ParticleConstants.inverseFineStructureAtMZ.value

    init(_ name: String, _ benchmark: Benchmark, _ p: PaperParameters) {
        self.benchmark = benchmark
        inverseFineStructure = p.particles.inverseFineStructure
        let group = "signal/\(name)"
        let point = SignalPoint(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: benchmark)
        let events = EventYield(luminosity: p.luminosity)
        let selected = Node("\(group)/cross-section", SignalCrossSection(point: point, cuts: p.cuts))
        crossSection = selected
        self.events = Node("\(group)/events", events, from: selected)
        spectrum = Node(
            "\(group)/spectrum",
            SignalSpectrum(
                point: point, minimumMuonAngle: p.minimumMuonAngle, luminosity: p.luminosity,
                energies: LogarithmicGrid(
                    lower: Self.smallestSpectrumEnergy, upper: 0.96 * p.beamEnergy, count: p.spectrumCount)))
        func fraction(_ suffix: String, _ change: (inout SelectionCuts) -> Void) -> Node<Estimate?> {
            var cuts = p.cuts
            change(&cuts)
            // A threshold that is not in the window asks for no part of it.
            guard let lower = cuts.minimumElectronEnergy, let upper = cuts.maximumElectronEnergy, lower < upper,
                lower >= p.minimumElectronEnergy
            else { return Node("\(group)/no-fraction-\(suffix)", parameters: suffix) { _ in nil } }
            return Node(
                "\(group)/fraction-\(suffix)", Fraction(),
                from: Node("\(group)/cross-section-\(suffix)", SignalCrossSection(point: point, cuts: cuts)), selected)
        }
        fractionAbove3GeV = fraction("above-3GeV") { $0.minimumElectronEnergy = Self.higherThresholds[0] }
        fractionAbove5GeV = fraction("above-5GeV") { $0.minimumElectronEnergy = Self.higherThresholds[1] }
        fractionBelow20mrad = fraction("theta-20mrad") { $0.maximumElectronAngle = 0.020 }
        var running = p.particles
        running.inverseFineStructure = Self.inverseAlphaAtMZ
        let atMZ = SignalPoint(particles: running, beamEnergy: p.beamEnergy, benchmark: benchmark)
        eventsWithAlphaAtMZ = Node(
            "\(group)/events-alpha-mz", events,
            from: Node("\(group)/cross-section-alpha-mz", SignalCrossSection(point: atMZ, cuts: p.cuts)))
        // The deterministic result tells only whether there is any signal; the estimate itself does not use it.
        monteCarlo = Node(
            "\(group)/monte-carlo",
            MonteCarloYield(point: point, cuts: p.cuts, luminosity: p.luminosity, points: 1 << 15), from: selected)
        reach = Node(
            "\(group)/reach",
            CouplingForEvents(events: p.requiredEvents, luminosity: p.luminosity, coupling: benchmark.coupling),
            from: selected)
        let deviation = p.magneticMoment.deviation
        let favoured = Node(
            "gminus2/\(name)-coupling",
            FavouredCouplings(
                particles: p.particles, mass: benchmark.mass,
                deviations: [0, -1, 1].map { deviation.shifted(bySigmas: $0) }))
        favouredCoupling = Node("gminus2/\(name)-central", from: favoured) { $0.first ?? nil }
        let favouredEvents = Node(
            "gminus2/\(name)-events-all", ScaledYield(luminosity: p.luminosity, coupling: benchmark.coupling),
            from: selected, favoured)
        self.favouredEvents = Node("gminus2/\(name)-events", from: favouredEvents) { $0.first ?? nil }
        favouredEdgeEvents = Node("gminus2/\(name)-edge-events", from: favouredEvents) {
            $0.dropFirst().compactMap(\.self)
        }
    }
}
