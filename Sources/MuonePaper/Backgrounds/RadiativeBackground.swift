import BuildGraph
import DetectorPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import RadiativePhysics
import Reference
import SignalPhysics

/// μe → μeγ in the window, and what a calorimeter sees of it.
struct RadiativeBackground {
    let crossSection: Node<Estimate>
    let events: Node<Estimate>
    let eventsMinus: Node<Estimate>
    /// The cross section by spinors over other variables, fb.
    let secondMethod: Node<Estimate>
    let merged: Node<Estimate>
    /// Events whose photon the calorimeter tells from the electron.
    let separated: Node<Estimate>
    /// Events in one shower that fall back into the window, at 5 %, at 10 %, and with the detector's own resolution.
    let leaks: (small: Node<Estimate>, large: Node<Estimate>, own: Node<Estimate>)
    let escapeSmall: Node<Estimate>
    let photonShare: Node<Estimate>
    /// ε for three events.
    let vetoForThree: Node<Estimate>
    let angles: Node<RadiativeHistogram.Bins>
    let leakCurve: Node<Curve>
    private let process: RadiativeProcess
    private let cuts: RadiativeCuts
    private let p: PaperParameters

    init(_ p: PaperParameters) {
        self.p = p
        let detector = p.detector
        let process = RadiativeProcess(particles: p.particles, beamEnergy: p.beamEnergy, beam: .positive)
        let cuts = RadiativeCuts(p.cuts)
        (self.process, self.cuts) = (process, cuts)
        let luminosity = p.luminosity
        func yield(_ name: String, _ crossSection: Node<Estimate>) -> Node<Estimate> {
            Node("backgrounds/radiative/\(name)", EventYield(luminosity: luminosity), from: crossSection)
        }
        crossSection = Node(
            "backgrounds/radiative/cross-section", RadiativeCrossSection(process: process, cuts: cuts))
        events = yield("events", crossSection)
        eventsMinus = yield(
            "events-minus",
            Node(
                "backgrounds/radiative/cross-section-minus",
                RadiativeCrossSection(
                    process: RadiativeProcess(particles: p.particles, beamEnergy: p.beamEnergy, beam: .negative),
                    cuts: cuts, points: Self.points)))
        secondMethod = Node(
            "backgrounds/radiative/second-method", RadiativeMonteCarlo(process: process, cuts: cuts, points: 32_768))
        merged = Node(
            "backgrounds/radiative/merged",
            RadiativeMergedFraction(
                process: process, cuts: cuts, separation: detector.separation, points: Self.points))
        var apart = cuts
        apart.minimumSeparation = detector.separation
        separated = yield(
            "separated",
            Node(
                "backgrounds/radiative/cross-section-separated",
                RadiativeCrossSection(process: process, cuts: apart, points: Self.points))
        )
        func leak(_ name: String, _ resolution: EnergyResolution) -> Node<Estimate> {
            yield(
                "leak-\(name)",
                Node(
                    "backgrounds/radiative/leak-\(name)-cross-section",
                    RadiativeLeakage(
                        process: process, cuts: cuts, resolution: resolution, separation: detector.separation,
                        points: 1024)))
        }
        leaks = (
            leak("5", EnergyResolution(constant: 0.05)), leak("10", EnergyResolution(constant: 0.10)),
            leak("own", detector.model.energyResolution)
        )
        escapeSmall = yield(
            "escape-small",
            Node(
                "backgrounds/radiative/escape-small-cross-section",
                RadiativeEscape(
                    process: process, cuts: cuts, side: detector.smallCalorimeterSide, stations: detector.stations,
                    pitch: detector.pitch, points: Self.points)))
        photonShare = Node(
            "backgrounds/radiative/photon-share",
            PhotonAcceptance(
                process: process, cuts: cuts, side: detector.calorimeterSide, distances: detector.distances,
                points: 1024))
        vetoForThree = Node(
            "backgrounds/radiative/veto-three", VetoInefficiency(events: RadiativeBackground.fewEvents),
            from: separated)
        angles = Node(
            "backgrounds/radiative/angles",
            RadiativeHistogram(
                process: process, cuts: cuts, quantity: .separation,
                edges: LogarithmicGrid(lower: 1e-5, upper: 0.03, count: 36).points, points: Self.points))
        let resolutions = LogarithmicGrid(lower: 0.045, upper: 0.15, count: 13).points
        let leakages = resolutions.enumerated().map { index, resolution in
            leak("curve-\(index)", EnergyResolution(constant: resolution))
        }
        leakCurve = Node(
            "backgrounds/radiative/leak-curve",
            from: Node("backgrounds/radiative/leak-curve-points", collecting: leakages), parameters: resolutions
        ) { resolutions, events in Curve(x: resolutions, estimates: events) }
    }

    private static let nanobarn = DisplayUnit("nb", factor: 1e6)
    /// Of each replica, for numbers of two or three digits.
    private static let points = 4096

    /// The number that the text calls few.
    static let fewEvents = 3.0

    /// Events in bins of the electron's energy, GeV, that the calorimeter tells apart.
    func spectrum(_ name: String, edges: [Double], ratio: Double? = nil) -> Node<BinnedEvents> {
        var apart = cuts
        apart.minimumSeparation = p.detector.separation
        return Node(
            "backgrounds/radiative/spectrum-\(name)",
            from: Node(
                "backgrounds/radiative/histogram-\(name)",
                RadiativeHistogram(
                    process: process, cuts: apart, detector: p.detector.model, maximumRatio: ratio,
                    quantity: .electronEnergy, edges: edges, points: 2048)),
            parameters: p.luminosity
        ) { luminosity, bins in
            try BinnedEvents(edges: bins.edges, events: bins.estimates.map { $0.scaled(by: luminosity) })
        }
    }

    /// The share of the photons on a square of some sides (m), averaged over the stations.
    func photonShares(sides: [Double]) -> Node<Curve> {
        Node(
            "backgrounds/radiative/photon-shares",
            PhotonAcceptanceCurve(
                process: process, cuts: cuts, sides: sides, distances: p.detector.distances, points: 1024))
    }

    /// - Parameter signal: events of both benchmarks.
    @ListBuilder<SectionPart>
    func numbers(light: Node<Estimate>, heavy: Node<Estimate>) -> [SectionPart] {
        Quantity(
            "backgrounds/radiative/cross-section", "cross section of mu e gamma in the window", in: Self.nanobarn,
            .withError, from: crossSection)
        Quantity(
            "backgrounds/radiative/second-method", "the same by the second method", in: Self.nanobarn, .withError,
            from: secondMethod)
        Quantity(
            "backgrounds/radiative/events", "events of mu e gamma in the window", in: .events, .digits(3), from: events)
        Quantity(
            "backgrounds/radiative/events-minus", "the same for negative muons", in: .events, .digits(3),
            from: eventsMinus)
        Quantity(
            "backgrounds/radiative/merged", "share with electron and photon in one shower, per cent", in: .percent,
            .digits(3), from: merged)
        Quantity(
            "backgrounds/radiative/separated", "events with a separated photon", in: .events, .digits(3),
            from: separated)
        Quantity(
            "backgrounds/radiative/leak-5", "events in one shower that fall back at 5 %", in: .events, .digits(1),
            from: leaks.small)
        Quantity(
            "backgrounds/radiative/leak-10", "events in one shower that fall back at 10 %", in: .events, .digits(2),
            from: leaks.large)
        Quantity(
            "backgrounds/radiative/escape-small", "events whose photon misses the small calorimeter", in: .events,
            .digits(2), from: escapeSmall)
        Quantity(
            "backgrounds/radiative/veto-three", "missed share of photons for three events", .digits(2),
            from: vetoForThree)
        Quantity(
            "backgrounds/radiative/veto-light", "missed share of photons for as many events as signal, light benchmark",
            .digits(3), from: Node("backgrounds/radiative/veto-light", from: light, separated) { $0 / $1 })
        Quantity(
            "backgrounds/radiative/veto-heavy", "missed share of photons for as many events as signal, heavy benchmark",
            .digits(3), from: Node("backgrounds/radiative/veto-heavy", from: heavy, separated) { $0 / $1 })
        Quantity(
            "search/veto-needed", "photons of which the veto may miss one for three events", .digits(2),
            from: vetoForThree
        ) { 1 / $0 }
    }
}

extension DetectorParameters {
    /// From each station to the calorimeter, m.
    var distances: [Double] { (1...max(stations, 1)).map { Double($0) * pitch } }
}

extension RadiativeBackground {
    /// Events over the angle between electron and photon.
    func angleBins(_ p: PaperParameters) -> Node<BinnedEvents> {
        Node("backgrounds/radiative/angle-bins", from: angles, parameters: p.luminosity) { luminosity, bins in
            try BinnedEvents(edges: bins.edges, events: bins.estimates.map { $0.scaled(by: luminosity) })
        }
    }
}
