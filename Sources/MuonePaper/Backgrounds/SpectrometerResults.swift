import BuildGraph
import DetectorPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics
import SignalPhysics

/// What a muon spectrometer adds: missing energy and mass.
struct SpectrometerResults {
    /// What spreads the missing mass, one at a time.
    enum Source: String, Codable, CaseIterable, Sendable {
        case beam, muon, electron, angle, scattering

        /// In a sentence.
        var text: String {
            switch self {
            case .beam: "the spread of the beam"
            case .muon: "the muon's momentum"
            case .electron: "the calorimeter"
            case .angle: "the trackers"
            case .scattering: "scattering in the target"
            }
        }

        /// A spectrometer in which everything else is exact.
        func alone(in all: MuonSpectrometer) -> MuonSpectrometer {
            var own = all
            if self != .beam { own.beamSpread = 0 }
            if self != .muon { own.muonResolution = 0 }
            if self != .electron { own.energyResolution = EnergyResolution(constant: 0) }
            if self != .angle { own.angularResolution = 0 }
            if self != .scattering { own.scatters = false }
            return own
        }
    }

    /// The coupling that unit cross sections are computed at; every result here is a shape.
    private static let coupling = 1e-3

    /// Pseudo-experiments of the fit.
    private static let experiments = 400

    let resolution: Node<Estimate?>
    let parts: [(source: Source, resolution: Node<Estimate?>)]
    let heavy: Node<SpectrometerPrecision.Result?>
    let light: Node<SpectrometerPrecision.Result?>
    let spectrum: Node<ElectronSpectrumPrecision.Result?>
    let pulls: Node<SpectrometerPseudoExperiments.Result?>
    let missingEnergy: (light: Node<Estimate?>, heavy: Node<Estimate?>)
    let energyWidth: Node<Estimate>

    init(_ p: PaperParameters) {
        let spectrometer = p.spectrometer
        func point(_ benchmark: Benchmark) -> SignalPoint {
            SignalPoint(particles: p.particles, beamEnergy: p.beamEnergy, benchmark: benchmark)
        }
        let at = point(Benchmark(mass: p.heavy.mass, coupling: Self.coupling))
        func resolution(_ name: String, _ spectrometer: MuonSpectrometer) -> Node<Estimate?> {
            Node(
                "search/mass/resolution-\(name)",
                MissingMassResolution(point: at, cuts: p.cuts, spectrometer: spectrometer))
        }
        self.resolution = resolution("all", spectrometer)
        parts = Source.allCases.map { ($0, resolution($0.rawValue, $0.alone(in: spectrometer))) }
        func precision(_ name: String, _ benchmark: Benchmark) -> Node<SpectrometerPrecision.Result?> {
            Node(
                "search/mass/precision-\(name)",
                SpectrometerPrecision(
                    point: point(benchmark), cuts: p.cuts, luminosity: p.luminosity, spectrometer: spectrometer))
        }
        heavy = precision("heavy", p.heavy)
        light = precision("light", p.light)
        pulls = Node(
            "search/mass/pulls",
            SpectrometerPseudoExperiments(
                point: point(p.heavy), cuts: p.cuts, luminosity: p.luminosity, spectrometer: spectrometer,
                experiments: Self.experiments), from: heavy)
        spectrum = Node(
            "search/mass/spectrum",
            ElectronSpectrumPrecision(point: point(p.heavy), cuts: p.cuts, luminosity: p.luminosity))
        func missingEnergy(_ name: String, _ benchmark: Benchmark) -> Node<Estimate?> {
            Node("search/missing-energy-\(name)", MissingEnergyBound(point: point(benchmark), cuts: p.cuts))
        }
        self.missingEnergy = (missingEnergy("light", p.light), missingEnergy("heavy", p.heavy))
        energyWidth = Node(
            "search/missing-energy-resolution",
            parameters: MissingEnergyWidth(
                spectrometer: spectrometer, beamEnergy: p.beamEnergy, electronEnergy: p.maximumElectronEnergy)
        ) {
            .closedForm(
                $0.spectrometer.missingEnergyWidth(electronEnergy: $0.electronEnergy, beamEnergy: $0.beamEnergy))
        }
    }

    /// At the window's upper edge, where it is largest.
    private struct MissingEnergyWidth: Codable, Sendable {
        var spectrometer: MuonSpectrometer
        var beamEnergy: Double
        var electronEnergy: Double
    }

    @ListBuilder<SectionPart>
    var numbers: [SectionPart] {
        Quantity(
            "search/mass/resolution", "half width of the missing mass squared, heavy benchmark, GeV2", .digits(3),
            from: resolution
        ) { $0 }
        for (source, resolution) in parts {
            Quantity(
                ResultID("search/mass/part-{source}", source.rawValue),
                "the same with \(source.rawValue) alone, GeV2", .digits(2), from: resolution
            ) { $0 }
        }
        Quantity(
            "search/mass/precision", "error of the heavy benchmark's mass with a spectrometer", in: .megaElectronVolt,
            .digits(1), from: heavy
        ) { $0?.massError }
        Quantity(
            "search/mass/coupling", "error of its coupling, per cent", in: .percent, .digits(2), from: heavy
        ) { $0?.couplingError }
        Quantity(
            "search/mass/pull-mass", "width of the pulls of m2 in pseudo-experiments", .withError, from: pulls
        ) { $0?.massWidth }
        Quantity(
            "search/mass/pull-coupling", "width of the pulls of the coupling", .withError, from: pulls
        ) { $0?.couplingWidth }
        Input("input/search/pseudo-experiments", Double(Self.experiments))
        Passage(
            "search/largest-part", from: Node("search/mass/parts", collecting: parts.map(\.resolution)),
            parameters: parts.map(\.source)
        ) { sources, widths in
            let known = try paired(sources, widths).compactMap { source, width in width.map { (source, $0.value) } }
            guard let largest = known.max(by: { $0.1 < $1.1 }) else { return "" }
            return "The largest part is that of \(largest.0.text)."
        }
        Passage("search/light-mass", from: light) { light in
            guard let light else { return "" }
            return light.isUpperLimit
                ? "For the light benchmark the error of the fit exceeds $m_{\\Zp}^2$: an upper limit on the mass."
                : "The light benchmark's mass is measured too."
        }
        Quantity(
            "search/mass/precision-spectrum", "error of its mass from the electron's spectrum alone",
            in: .megaElectronVolt, .digits(2), from: spectrum
        ) { $0?.massError }
        Quantity(
            "search/mass/coupling-spectrum", "error of its coupling from the same, per cent", in: .percent, .digits(2),
            from: spectrum
        ) { $0?.couplingError }
        Quantity(
            "search/missing-energy-light", "least missing energy of the light benchmark's events",
            in: .gigaElectronVolt,
            .digits(3), from: missingEnergy.light
        ) { $0 }
        Quantity(
            "search/missing-energy-heavy", "least missing energy of the heavy benchmark's events",
            in: .gigaElectronVolt,
            .digits(3), from: missingEnergy.heavy
        ) { $0 }
        Quantity(
            "search/missing-energy-resolution", "width of the missing energy of elastic events", in: .gigaElectronVolt,
            .digits(2), from: energyWidth)
    }
}

extension PaperParameters {
    /// The spectrometer of these parameters.
    var spectrometer: MuonSpectrometer {
        MuonSpectrometer(
            beamSpread: detector.beamSpread, muonResolution: detector.muonResolution,
            energyResolution: detector.model.energyResolution, angularResolution: detector.angularResolution,
            scatters: true, target: .beryllium, targetThickness: detector.targetThickness)
    }
}
