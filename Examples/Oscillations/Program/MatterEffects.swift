import OscillationPhysics
import PaperKit

/// What other sections use of matter's effects.
struct MatterResults {
    var parts: Node<AsymmetryParts.Parts>
    var separation: Node<Estimate>
}

extension Section {
    /// What matter does: the asymmetry, the ordering, the layers of the Earth.
    static func matter(_ p: Parameters) -> (section: Section, results: MatterResults) {
        let experiment = p.experiment
        let maximum = Node(
            "matter/first-maximum", from: Node("matter/landmarks", Landmarks(experiment, phases: [0]))
        ) { try Landmarks.at(0, of: $0).firstMaximum }
        let map = Node(
            "matter/map",
            AsymmetryMap(
                experiment, energies: LinearGrid(lower: 1.6, upper: 5, count: p.sampling.mapEnergies),
                phases: LinearGrid(lower: -.pi, upper: .pi, count: p.sampling.mapPhases)))
        let parts = Node("matter/parts", AsymmetryParts(experiment), from: maximum)
        let separation = Node("matter/separation", SeparationBaseline(experiment))
        // Near the first maximum, GeV.
        let energy = 2.5
        let layered = Node("matter/layered", LayeredEarth(experiment, energy: energy))
        func biprobability(_ name: String, phases: [Double]) -> Node<BiprobabilityCurves.Curves> {
            Node(
                "matter/biprobability/\(name)", BiprobabilityCurves(experiment, energy: energy, phases: phases))
        }
        let ellipses = biprobability("ellipses", phases: LinearGrid(lower: -.pi, upper: .pi, count: 121).points)
        let section = Section("matter") {
            Figure.asymmetry(map)
            Figure.orderings(ellipses, marked: biprobability("marked", phases: markedPhases))
            Quantity(
                "asymmetry/normal", "asymmetry by matter at the first maximum, normal ordering", in: .percent,
                .digits(2), from: parts
            ) { $0.normal }
            Quantity(
                "asymmetry/inverted", "the same, inverted ordering", in: .percent, .digits(2), from: parts
            ) { $0.inverted }
            Quantity(
                "asymmetry/phase", "largest asymmetry by the CP phase at that energy in vacuum", in: .percent,
                .digits(2), from: parts
            ) { $0.largestOfPhase }
            Quantity(
                "separation/baseline", "baseline from which on the asymmetry tells the ordering", in: .kilometre,
                .digits(3), from: separation)
            Quantity("layers/depth", "depth of the way", in: .kilometre, .digits(3), from: layered) { $0.depth }
            Quantity(
                "layers/mean", "mean density along the way in PREM", in: .density, .digits(3), from: layered
            ) { $0.meanDensity }
            Quantity(
                "layers/change", "appearance through PREM over that at the constant density, minus one",
                in: .percent, .digits(2), from: layered
            ) { $0.change }
            Quantity(
                "layers/change-same-mean", "the same with a constant density of PREM's mean", in: .percent, .digits(2),
                from: layered
            ) { $0.changeAtSameMean }
            Input("matter/energy", energy)
            Input("layers/upper-crust", EarthModel.density(atRadius: EarthModel.radius))
            Input("layers/lower-crust", EarthModel.density(atRadius: EarthModel.radius - 20e3))
        }
        return (section, MatterResults(parts: parts, separation: separation))
    }
}

/// Those of ``symbols``, in their order.
private let markedPhases = [0, Double.pi / 2, .pi, -.pi / 2]

private let symbols: [(symbol: Points.Symbol, isFilled: Bool, label: String)] = [
    (.circle, true, "$\\delta=0$"), (.square, true, "$\\delta=\\pi/2$"), (.circle, false, "$\\delta=\\pi$"),
    (.square, false, "$\\delta=-\\pi/2$"),
]

extension Figure {
    /// The asymmetry in the plane of energy and phase.
    static func asymmetry(_ map: Node<RectilinearGrid>) -> Figure {
        Figure(
            "asymmetry",
            chart: Node("figures/asymmetry/chart", from: map) { map in
                let inDegrees = try RectilinearGrid(
                    x: map.x, y: map.y.map { $0 * 180 / .pi }, values: map.values)
                guard let left = map.x.first, let right = map.x.last, let bottom = inDegrees.y.first,
                    let top = inDegrees.y.last
                else { throw NumericalError.invalidArgument("the map of the asymmetry is empty") }
                let levels = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8]
                return Chart(
                    "Asymmetry of neutrinos and antineutrinos over energy and CP phase",
                    x: .linear("$E$ [GeV]", from: left, to: right),
                    y: .linear(#"$\delta$ [deg]"#, from: bottom, to: top, ticks: [-180, -90, 0, 90, 180]),
                    legend: .hidden, style: .column(height: 155)
                ) {
                    FilledContours("areas", of: inDegrees, at: levels, ink: .teal)
                    ContourSet(
                        "levels", of: inDegrees, at: levels, labels: { "$\(decimal($0))$" }, ink: .black)
                }
            })
    }

    /// Antineutrinos over neutrinos for all phases, in either ordering.
    static func orderings(
        _ curves: Node<BiprobabilityCurves.Curves>, marked: Node<BiprobabilityCurves.Curves>
    ) -> Figure {
        Figure(
            "orderings",
            chart: Node("figures/orderings/chart", from: curves, marked) { curves, marked in
                guard let largest = [curves.normal, curves.inverted].flatMap({ $0.x + $0.y }).max(),
                    marked.normal.x.count == symbols.count, marked.inverted.x.count == symbols.count
                else { throw NumericalError.invalidArgument("figure orderings needs a point for each symbol") }
                return Chart(
                    "Appearance of antineutrinos over that of neutrinos for all phases, in either ordering",
                    x: .linear(#"$P(\nu_\mu\to\nu_e)$"#, from: 0, to: 1.1 * largest),
                    y: .linear(#"$P(\bar\nu_\mu\to\bar\nu_e)$"#, from: 0, to: 1.1 * largest),
                    legend: Legend(.automatic, preferring: .topRight),
                    style: .column(height: 145)
                ) {
                    Line(
                        "equal", x: [0, 1.1 * largest], y: [0, 1.1 * largest], role: .reference, dash: .dotted)
                    Line(
                        "normal", x: curves.normal.x, y: curves.normal.y, yError: curves.normal.error, role: .signal,
                        inlineLabel: InlineLabel("normal", .beside))
                    Line(
                        "inverted", x: curves.inverted.x, y: curves.inverted.y, yError: curves.inverted.error,
                        role: .alternative, inlineLabel: InlineLabel("inverted", .beside))
                    for (index, symbol) in symbols.enumerated() {
                        Points(
                            "phase-\(index)", x: [marked.normal.x[index], marked.inverted.x[index]],
                            y: [marked.normal.y[index], marked.inverted.y[index]], symbol: symbol.symbol, size: 5,
                            isFilled: symbol.isFilled, role: .reference, label: symbol.label)
                    }
                }
            })
    }
}
