import OscillationPhysics
import PaperKit

/// What other sections use of the appearance.
struct AppearanceResults {
    var landmarks: Node<[Landmarks.Landmark]>
    var scales: Node<Scales.Values>
}

extension Section {
    /// P(ν_μ → ν_e) over the energy, and how well it is expanded.
    static func appearance(_ p: Parameters) -> (section: Section, results: AppearanceResults) {
        let experiment = p.experiment
        let curves = Node(
            "appearance/curves",
            AppearanceCurves(
                experiment, phases: Parameters.phases,
                energies: LogarithmicGrid(lower: 0.5, upper: 8, count: p.sampling.energies), expansion: .doubled))
        let landmarks = Node("appearance/landmarks", Landmarks(experiment, phases: Parameters.phases))
        let scales = Node("appearance/scales", Scales(experiment))
        // Around the first maximum, and around the second one: GeV.
        let (first, second) = (1.5...5.0, 0.8...0.9)
        func accuracy(_ name: String, _ expansion: AppearanceExpansion, _ energies: ClosedRange<Double>)
            -> Node<Estimate>
        {
            Node("appearance/accuracy-\(name)", ExpansionAccuracy(experiment, expansion, energies: energies))
        }
        let section = Section("appearance") {
            Figure.appearance(curves)
            Quantity.maxima(landmarks)
            Quantity(
                "appearance/second-maximum", "energy of the second maximum, no CP phase", in: .gigaElectronVolt,
                .digits(2), from: landmarks
            ) { try Landmarks.at(0, of: $0).secondMaximum.place }
            Input("expansion/from", first.lowerBound)
            Input("expansion/to", first.upperBound)
            Input("expansion/second/from", second.lowerBound)
            Input("expansion/second/to", second.upperBound)
            Quantity(
                "expansion/strict", "largest relative error of the expansion in sin theta13, first maximum",
                in: .percent, .digits(2), from: accuracy("strict", .strict, first))
            Quantity(
                "expansion/doubled", "largest relative error of the expansion in sin 2 theta13, first maximum",
                in: .percent, .digits(2), from: accuracy("doubled", .doubled, first))
            Quantity(
                "expansion/second", "largest relative error of the expansion in sin 2 theta13, second maximum",
                in: .percent, .digits(2), from: accuracy("second", .doubled, second))
            Quantity(
                "mixing/jarlskog", "largest Jarlskog invariant", .digits(3), from: scales
            ) { $0.largestJarlskog }
            Quantity(
                "scales/resonance", "resonance energy", in: .gigaElectronVolt, .digits(3), from: scales
            ) { $0.resonance }
        }
        return (section, AppearanceResults(landmarks: landmarks, scales: scales))
    }
}

extension Quantity {
    /// The first maximum for each of the phases.
    static func maxima(_ landmarks: Node<[Landmarks.Landmark]>) -> [Quantity] {
        zip(["minus", "zero", "plus"], Parameters.phases).flatMap { name, phase in
            [
                Quantity(
                    ResultID("appearance/{phase}/maximum", name), "energy of the first maximum",
                    in: .gigaElectronVolt, .digits(3), from: landmarks, parameters: phase
                ) { try Landmarks.at($0, of: $1).firstMaximum.place },
                Quantity(
                    ResultID("appearance/{phase}/probability", name), "appearance at the first maximum", in: .percent,
                    .digits(3), from: landmarks, parameters: phase
                ) { try Landmarks.at($0, of: $1).firstMaximum.value },
            ]
        }
    }
}

extension Landmarks {
    /// The one of a phase.
    static func at(_ phase: Double, of all: [Landmark]) throws -> Landmark {
        guard let found = all.first(where: { $0.phase == phase }) else {
            throw NumericalError.invalidArgument("no landmark was computed for a phase of \(phase) radians")
        }
        return found
    }
}

extension Figure {
    /// The exact probability for three phases, and the expansion over it.
    static func appearance(_ curves: Node<[AppearanceCurves.Pair]>) -> Figure {
        Figure(
            "appearance",
            chart: Node("figures/appearance/chart", from: curves, parameters: Parameters.phases) { phases, pairs in
                let looks: [(id: String, label: String, ink: Ink, dash: Dash)] = [
                    ("minus", #"$\delta=-\pi/2$"#, .deepBlue, .solid), ("zero", #"$\delta=0$"#, .black, .dashed),
                    ("plus", #"$\delta=+\pi/2$"#, .red, .longDashDotted),
                ]
                guard pairs.count == looks.count, phases.count == looks.count, let x = pairs.first?.exact.x,
                    let first = x.first, let last = x.last, let largest = pairs.flatMap(\.exact.y).max()
                else { throw NumericalError.invalidArgument("figure appearance needs a curve for each of 3 phases") }
                let energy = Axis.log("$E$ [GeV]", from: first, to: last, ticks: [0.5, 1, 2, 5])
                let main = Chart(
                    "Probability that a muon neutrino appears as an electron neutrino, for three CP phases",
                    x: energy, y: .linear(#"$P(\nu_\mu\to\nu_e)$"#, from: 0, to: 1.1 * largest),
                    legend: Legend(.automatic, preferring: .topRight), style: .column(height: 160)
                ) {
                    for (pair, look) in zip(pairs, looks) {
                        Line(
                            look.id, x: pair.exact.x, y: pair.exact.y, yError: pair.exact.error, role: .signal,
                            ink: look.ink, dash: look.dash, label: look.label)
                    }
                }
                let ratio = Chart(
                    "Expanded over exact", x: energy, y: .linear("ratio", from: 0.85, to: 1.15, ticks: [0.9, 1, 1.1]),
                    legend: .hidden
                ) {
                    Rule("equal", y: 1, role: .reference, dash: .dotted)
                    for (pair, look) in zip(pairs, looks) {
                        Line(
                            look.id, x: pair.ratio.x, y: pair.ratio.y, yError: pair.ratio.error, role: .signal,
                            ink: look.ink, dash: look.dash)
                    }
                }
                return ChartGrid.withRatio(main, ratio: ratio, share: 0.5)
            })
    }
}

extension ChartStyle {
    /// A column of REVTeX, lower than the standard: two pages have little room.
    static func column(height: Double) -> ChartStyle {
        var style = ChartStyle.revtexColumn
        style.height = height
        return style
    }
}
