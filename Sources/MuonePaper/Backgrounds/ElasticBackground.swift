import BuildGraph
import DetectorPhysics
import KickPhysics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import SignalPhysics

/// Elastic events: those that the calorimeter moves into the window, and those that the target's nuclei kick into it.
struct ElasticBackground {
    /// Resolutions σ_E/E that the text speaks of.
    enum Resolution: String, CaseIterable {
        case small = "5"
        case middle = "7.5"
        case large = "10"

        var value: Double {
            switch self {
            case .small: 0.05
            case .middle: 0.075
            case .large: 0.10
            }
        }
    }

    /// Beyond the muon's angle, any energy of the electron.
    let beyondAngle: Node<Estimate>
    /// In the electron's window, any angle of the muon.
    let inWindow: Node<Estimate>
    /// At each of the resolutions that the text speaks of.
    let leaks: (small: Node<Estimate>, middle: Node<Estimate>, large: Node<Estimate>)
    /// With the detector's own resolution and angles.
    let leak: Node<Estimate>
    /// What the calorimeter's low-energy tail moves into the window.
    let tail: Node<Estimate>
    let curves: (perfect: Node<Curve>, smeared: Node<Curve>)
    let electronMaximum: Node<Estimate?>
    let kicks: Node<KickModels.Result>
    let afterCoherent: Node<Estimate>
    let silicon: Node<Estimate>
    let beamKick: Node<Estimate>
    /// The width that scattering in half of a target adds to the muon's angle at the energy that the claim names.
    let muonScattering: Node<Estimate>
    private let kickSum: Node<Estimate>

    init(_ p: PaperParameters) {
        let elastic = ElasticScattering(
            particles: p.particles, beamEnergy: p.beamEnergy, luminosity: p.luminosity)
        let detector = p.detector
        var window = p.cuts
        window.minimumMuonAngle = 0
        beyondAngle = Node(
            "backgrounds/elastic/beyond-angle",
            ElasticEvents(elastic: elastic, cuts: SelectionCuts(minimumMuonAngle: p.minimumMuonAngle)))
        inWindow = Node("backgrounds/elastic/in-window", ElasticEvents(elastic: elastic, cuts: window))
        func leakage(at resolution: Resolution) -> Node<Estimate> {
            Node(
                "backgrounds/elastic/leak-\(resolution.rawValue)",
                LeakedElasticEvents(
                    elastic: elastic, resolution: EnergyResolution(constant: resolution.value), cuts: p.cuts))
        }
        leaks = (leakage(at: .small), leakage(at: .middle), leakage(at: .large))
        leak = Node(
            "backgrounds/elastic/leak",
            LeakedElasticEvents(
                elastic: elastic, resolution: detector.model.energyResolution,
                angularResolution: detector.angularResolution, cuts: p.cuts))
        tail = Node(
            "backgrounds/elastic/tail",
            TailLeakage(
                elastic: elastic, probability: detector.lowEnergyTail, minimumMuonAngle: p.minimumMuonAngle))
        func curve(_ name: String, _ angularResolution: Double) -> Node<Curve> {
            Node(
                "backgrounds/elastic/leak-\(name)",
                LeakageCurve(
                    elastic: elastic, resolutions: LogarithmicGrid(lower: 0.02, upper: 0.15, count: 60),
                    angularResolution: angularResolution, cuts: p.cuts))
        }
        curves = (curve("curve", 0), curve("curve-smeared", detector.angularResolution))
        electronMaximum =
            Node(
                "backgrounds/elastic/electron-max-10",
                LeakageElectronMaximum(
                    elastic: elastic, resolution: EnergyResolution(constant: Resolution.large.value), cuts: p.cuts)
            ).optional
        let half = detector.targetThickness / 2
        kicks = Node(
            "backgrounds/kick/models", KickModels(elastic: elastic, position: .both, thickness: half, cuts: p.cuts))
        afterCoherent = Node(
            "backgrounds/kick/after-coherent",
            KickEvents(elastic: elastic, position: .after, thickness: half, cuts: p.cuts))
        silicon = Node(
            "backgrounds/kick/silicon",
            KickEvents(
                elastic: elastic, position: .after, material: .silicon,
                // The first module pair of four sensors is crossed before the angle is known.
                thickness: 4 * detector.sensorThickness, cuts: p.cuts))
        beamKick = Node(
            "backgrounds/kick/beam-probability",
            KickProbability(
                particles: p.particles, material: .beryllium, thickness: detector.targetThickness,
                energy: p.beamEnergy, angle: p.minimumMuonAngle))
        muonScattering = Node(
            "backgrounds/muon-scattering",
            parameters: MuonScattering(
                thickness: half, energy: p.beamEnergy - p.maximumElectronEnergy, mass: p.particles.muonMass)
        ) { .closedForm($0.width) }
        kickSum = Node("backgrounds/kick/all", from: kicks) { $0.headline }
    }

    private struct MuonScattering: Codable, Sendable {
        /// m.
        var thickness: Double
        /// GeV.
        var energy: Double
        var mass: Double

        var width: Double {
            HighlandWidth(material: .beryllium).planeWidth(
                thickness: thickness, momentum: ((energy - mass) * (energy + mass)).squareRoot(), energy: energy)
        }
    }

    /// The headline: coherent and incoherent, before and after the vertex.
    var kicked: Node<Estimate> { kickSum }

    @ListBuilder<SectionPart>
    var numbers: [SectionPart] {
        Quantity(
            "backgrounds/elastic/beyond-angle", "elastic events beyond the muon's angle", in: .events, .digits(3),
            from: beyondAngle)
        Quantity(
            "search/tail-needed", "probability of a low-energy tail for three events", .digits(2), from: beyondAngle
        ) { RadiativeBackground.fewEvents / $0 }
        Quantity(
            "backgrounds/elastic/in-window", "elastic events in the electron's window", in: .events, .digits(3),
            from: inWindow)
        for (resolution, events) in [(Resolution.small, leaks.small), (.middle, leaks.middle), (.large, leaks.large)] {
            Quantity(
                ResultID("backgrounds/elastic/leak-{percent}", resolution.rawValue),
                "elastic events that leak at \(resolution.rawValue) %", in: .events, .digits(2), from: events)
        }
        Quantity(
            "backgrounds/elastic/electron-max-10", "end of the window with one event of leakage at 10 %",
            in: .gigaElectronVolt, .digits(3), from: electronMaximum
        ) { $0 }
        Quantity(
            "backgrounds/kick/all", "elastic events kicked into the window, coherent and incoherent", in: .events,
            .digits(2), from: kickSum)
        Quantity(
            "backgrounds/kick/coherent", "the coherent part", in: .events, .digits(2), from: kicks
        ) { $0.coherent }
        Quantity(
            "backgrounds/kick/spread", "how far two form factors are apart, per cent", in: .percent, .digits(1),
            from: kicks
        ) { $0.spread / $0.headline }
        Quantity(
            "backgrounds/kick/point", "kicked events with a point nucleus, coherent", in: .events, .digits(2),
            from: kicks
        ) { $0.point }
        Quantity(
            "backgrounds/kick/after-coherent", "after the vertex, coherent, one scattering", in: .events, .digits(3),
            from: afterCoherent)
        Quantity(
            "backgrounds/kick/silicon", "kicked in the first silicon, coherent", in: .events, .digits(2), from: silicon)
    }
}

extension ElasticBackground {
    /// With the radiative events in one shower beside them.
    func leakageCurves(merged: Node<Curve>) -> Node<LeakageCurves> {
        Node("backgrounds/elastic/leakage-curves", from: curves.perfect, curves.smeared, merged) {
            LeakageCurves(elastic: $0, smeared: $1, merged: $2)
        }
    }
}
