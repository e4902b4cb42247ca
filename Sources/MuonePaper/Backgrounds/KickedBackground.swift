import BuildGraph
import DetectorPhysics
import KickPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import SearchPhysics
import SignalPhysics

/// Kicked events and the signal in what is measured, and what the electron's angle tells apart.
struct KickedBackground {
    /// Coherent and incoherent, both positions, before and after the cut on the electron's angle.
    let all: Node<Estimate>
    let survivors: Node<Estimate>
    let compound: Node<Estimate>
    let acoplanar: Node<Estimate?>
    let plane: Node<KickedCells>
    /// With a loose cut, for comparisons.
    let loose: Node<Estimate>
    let settings: KickSettings
    private let p: PaperParameters

    /// A cut that leaves enough events to count.
    static let looseRatio = 0.9
    /// The acoplanarity that the text speaks of, radians.
    static let acoplanarity = 0.3

    init(_ p: PaperParameters) {
        self.p = p
        let elastic = ElasticScattering(
            particles: p.particles, beamEnergy: p.beamEnergy, luminosity: p.luminosity)
        let settings = KickSettings(
            elastic: elastic, position: .both, detector: p.detector.model, isIncoherent: true, cuts: p.cuts)
        self.settings = settings
        all = Node("backgrounds/kick/measured", KickSurvivors(settings: settings, leastPoints: 4096))
        survivors = Node(
            "backgrounds/kick/survivors",
            KickSurvivors(settings: settings, ratioMaximum: p.detector.largestRatio, leastPoints: 8192))
        loose = Node(
            "backgrounds/kick/loose",
            KickSurvivors(settings: settings, ratioMaximum: Self.looseRatio, leastPoints: 4096))
        var exact = settings
        exact.position = .after
        exact.isIncoherent = false
        exact.detector.energyResolution = EnergyResolution(constant: 0)
        exact.detector.angularResolution = 0
        compound = Node(
            "backgrounds/kick/compound", KickSurvivors(settings: exact, relativeError: 0.01, leastPoints: 4096))
        acoplanar = Node(
            "backgrounds/kick/acoplanar",
            KickedAcoplanarity(settings: settings, minimum: Self.acoplanarity, points: 2048))
        let energies = LogarithmicGrid(
            lower: p.minimumElectronEnergy, upper: p.maximumElectronEnergy, count: 41
        ).points
        plane = Node(
            "backgrounds/kick/cells",
            from: Node(
                "backgrounds/kick/plane",
                KickedPlane(
                    settings: settings, energyEdges: energies,
                    angleEdges: LogarithmicGrid(lower: 2e-3, upper: 0.06, count: 49).points, points: 4096))
        ) { plane in
            let columns = plane.energyEdges.count - 1
            let rows = plane.angleEdges.count - 1
            // The rows of the plane are its energies; a map's are its ordinates.
            let cells = (0..<rows).flatMap { row in (0..<columns).map { plane.events[$0][row] } }
            return KickedCells(
                energies: plane.energyEdges, angles: plane.angleEdges, events: cells.map(\.value),
                errors: cells.map(\.error))
        }
    }

    /// Events in bins of the electron's measured energy, GeV.
    func spectrum(_ name: String, edges: [Double], ratio: Double? = nil) -> Node<BinnedEvents> {
        Node(
            "backgrounds/kick/spectrum-\(name)",
            from: Node(
                "backgrounds/kick/histogram-\(name)",
                KickedSpectrum(settings: settings, energyEdges: edges, ratioMaximum: ratio, points: 4096)),
            parameters: edges
        ) { edges, events in try BinnedEvents(edges: edges, events: events) }
    }

    @ListBuilder<SectionPart>
    var numbers: [SectionPart] {
        Quantity(
            "backgrounds/kick/compound", "after the vertex, coherent, all scatterings", in: .events, .digits(3),
            from: compound)
        Quantity(
            "backgrounds/kick/survivors", "kicked events that the electron's angle leaves", in: .events, .digits(2),
            from: survivors)
        Quantity(
            "backgrounds/kick/acoplanar", "share of kicked events beyond an acoplanarity of 0.3, per cent",
            in: .percent, .withError, from: acoplanar
        ) { $0 }
    }
}

/// The signal as it is measured.
struct MeasuredSignals {
    let ratio: (light: Node<Estimate>, heavy: Node<Estimate>, probe: Node<Estimate>)
    let acoplanar: Node<Estimate>
    private let p: PaperParameters

    /// The mass beyond the benchmarks that the text speaks of, GeV.
    static let probeMass = 0.2
    static let coupling = 1e-3
    /// Of each replica.
    private static let points = 16_384

    init(_ p: PaperParameters) {
        self.p = p
        func ratio(_ name: String, _ mass: Double) -> Node<Estimate> {
            Node(
                "backgrounds/signal/ratio-\(name)",
                VetoEfficiency(
                    signal: Self.signal(mass, Self.coupling, p), ratioMaximum: p.detector.largestRatio,
                    points: Self.points))
        }
        self.ratio = (ratio("light", p.light.mass), ratio("heavy", p.heavy.mass), ratio("200MeV", Self.probeMass))
        acoplanar = Node(
            "backgrounds/signal/acoplanar",
            AcoplanarityEfficiency(
                signal: Self.signal(p.heavy.mass, Self.coupling, p), minimum: KickedBackground.acoplanarity,
                points: Self.points))
    }

    static func signal(_ mass: Double, _ coupling: Double, _ p: PaperParameters) -> MeasuredSignal {
        MeasuredSignal(
            point: SignalPoint(
                particles: p.particles, beamEnergy: p.beamEnergy, benchmark: .init(mass: mass, coupling: coupling)),
            detector: p.detector.model, cuts: p.cuts)
    }

    @ListBuilder<SectionPart>
    var numbers: [SectionPart] {
        Quantity(
            "backgrounds/signal/ratio-light", "signal kept by the electron's angle, light benchmark, per cent",
            in: .percent, .digits(2), from: ratio.light)
        Quantity(
            "backgrounds/signal/ratio-heavy", "the same, heavy benchmark, per cent", in: .percent, .digits(2),
            from: ratio.heavy)
        Quantity(
            "backgrounds/signal/ratio-200MeV", "the same, 200 MeV, per cent", in: .percent, .digits(3),
            from: ratio.probe)
        Quantity(
            "backgrounds/signal/acoplanar", "share of the signal beyond an acoplanarity of 0.3, per cent",
            in: .percent, .digits(2), from: acoplanar)
    }
}
