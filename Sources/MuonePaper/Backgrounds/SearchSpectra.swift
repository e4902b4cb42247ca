import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics
import SignalPhysics

/// Background and signal over the electron's energy after each cut, and the signal's missing mass: what figures draw.
struct SearchSpectra {
    let steps: Node<[SelectedSpectra]>
    let missingMass: Node<[MissingMassSpectrum]>

    /// Masses whose missing mass is drawn, GeV.
    static let masses = [0.010, 0.100, 0.200]

    init(radiative: RadiativeBackground, kicked: KickedBackground, _ p: PaperParameters) {
        let edges = LogarithmicGrid(
            lower: p.minimumElectronEnergy, upper: p.maximumElectronEnergy, count: 13
        ).points
        let ratio = p.detector.largestRatio
        let radiation = radiative.spectrum("all", edges: edges)
        let radiationKept = radiative.spectrum("ratio", edges: edges, ratio: ratio)
        let kicks = kicked.spectrum("all", edges: edges)
        let kicksKept = kicked.spectrum("ratio", edges: edges, ratio: ratio)
        func signal(_ name: String, _ benchmark: Benchmark, ratio: Double?) -> Node<BinnedEvents> {
            let parts = edges.indices.dropLast().map { bin in
                var measured = MeasuredSignals.signal(benchmark.mass, benchmark.coupling, p)
                measured.cuts.minimumElectronEnergy = edges[bin]
                measured.cuts.maximumElectronEnergy = edges[bin + 1]
                return Node(
                    "search/spectrum-\(name)-\(bin)",
                    MeasuredSignalYield(
                        signal: measured, luminosity: p.luminosity, ratioMaximum: ratio, points: 512))
            }
            return Node(
                "search/spectrum-\(name)", from: Node("search/spectrum-\(name)-bins", collecting: parts),
                parameters: edges
            ) { edges, events in try BinnedEvents(edges: edges, events: events) }
        }
        let all = (signal("light", p.light, ratio: nil), signal("heavy", p.heavy, ratio: nil))
        let kept = (signal("light-ratio", p.light, ratio: ratio), signal("heavy-ratio", p.heavy, ratio: ratio))
        let vetoed = Step(veto: p.detector.vetoInefficiency)
        steps = Node(
            "search/spectra",
            collecting: [
                Node("search/spectra-window", from: kicks, radiation, all.0, all.1, parameters: Step(veto: 1)) {
                    try $0.spectra($1, $2, $3, $4)
                },
                Node("search/spectra-veto", from: kicks, radiation, all.0, all.1, parameters: vetoed) {
                    try $0.spectra($1, $2, $3, $4)
                },
                Node("search/spectra-ratio", from: kicksKept, radiationKept, kept.0, kept.1, parameters: vetoed) {
                    try $0.spectra($1, $2, $3, $4)
                },
            ])
        missingMass = Node(
            "search/missing-mass",
            collecting: Self.masses.map { mass in
                Node(
                    "search/missing-mass-\(decimal(mass * 1e3))",
                    from: Node(
                        "search/missing-mass-histogram-\(decimal(mass * 1e3))",
                        MissingMassHistogram(
                            point: SignalPoint(
                                particles: p.particles, beamEnergy: p.beamEnergy,
                                benchmark: Benchmark(mass: mass, coupling: MeasuredSignals.coupling)),
                            cuts: p.cuts, luminosity: p.luminosity, spectrometer: p.spectrometer)),
                    parameters: mass
                ) { mass, histogram in
                    // Equal bins about their middles.
                    let width = histogram.x.count > 1 ? histogram.x[1] - histogram.x[0] : 1
                    let edges =
                        histogram.x.map { $0 - 0.5 * width } + (histogram.x.last.map { [$0 + 0.5 * width] } ?? [])
                    return MissingMassSpectrum(
                        mass: mass,
                        bins: try BinnedEvents(
                            edges: edges, events: histogram.x.indices.map { histogram.estimate(at: $0) }))
                }
            })
    }

    /// What the spectrum of the electron's energy gains on the count: the limit on the signal of the heavy benchmark after all cuts, over that of
    /// one bin, the background known in each bin independently.
    func gain(_ p: PaperParameters) -> Node<Estimate?> {
        Node("search/spectrum-gain", from: steps, parameters: p.detector.backgroundUncertainty) { uncertainty, steps in
            guard let last = steps.last else { return nil }
            let signal = last.heavy.events.map(\.value)
            let background = try (last.kicked + last.radiative).events.map(\.value)
            guard signal.reduce(0, +) > 0, background.allSatisfy({ $0 > 0 }) else { return nil }
            func limit(_ signal: [Double], _ background: [Double]) throws -> Estimate {
                try SpectrumSignalLimit(
                    experiment: SpectrumExperiment(
                        signal: signal, background: background, uncertainty: .independent(uncertainty))
                ).compute(())
            }
            let one = try limit([signal.reduce(0, +)], [background.reduce(0, +)])
            return try limit(signal, background) / one
        }
    }

    /// A step of the selection: the share of the photons that are left.
    private struct Step: Codable, Sendable {
        var veto: Double

        func spectra(
            _ kicked: BinnedEvents, _ radiative: BinnedEvents, _ light: BinnedEvents, _ heavy: BinnedEvents
        ) throws -> SelectedSpectra {
            SelectedSpectra(
                title: "Background and signal over the electron's energy", kicked: kicked,
                radiative: try radiative.scaled(by: veto),
                light: light, heavy: heavy)
        }
    }
}
