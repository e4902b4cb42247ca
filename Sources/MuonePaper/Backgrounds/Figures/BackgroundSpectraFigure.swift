import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// What stands in the window after some of the cuts, over the electron's measured energy.
struct SelectedSpectra: Codable, Sendable {
    /// Such as `window alone`.
    var title: String
    var kicked: BinnedEvents
    var radiative: BinnedEvents
    var light: BinnedEvents
    var heavy: BinnedEvents
}

/// The lower end of the published ordinate, events a GeV.
private let leastDensity = 1e-2

extension Figure {
    /// Background added up and the two signals, after each step of the selection.
    static func backgroundSpectra(_ steps: Node<[SelectedSpectra]>, _ p: PaperParameters) -> Figure {
        Figure(
            "background-spectra",
            chart: Node("figures/background-spectra/chart", from: steps, parameters: p) { parameters, steps in
                let shown = try steps.map { try ($0.kicked + $0.radiative).densities }
                let densities = decades(leastDensity...1e9, showing: shown)
                var style = parameters.style(.wide)
                // Three panels beside each other in the shape of a column's.
                style.height = parameters.style().height
                return ChartGrid(
                    "Background and signal over the electron's energy, after each step of the selection", rows: 1,
                    columns: steps.count, panels: try steps.map { try panel($0, densities, parameters) }, sharesY: true,
                    tags: ChartGrid.letters(steps.count), tagCorner: .topRight, legend: .above, style: style)
            })
    }

    private static func panel(
        _ step: SelectedSpectra, _ densities: ClosedRange<Double>, _ parameters: PaperParameters
    ) throws -> Chart {
        let edges = step.kicked.edges
        let floor = densities.lowerBound
        // To be seen on the areas.
        let width = parameters.style(.wide).lineWidth * 1.8
        let kicked = step.kicked.densities.map { max($0, floor) }
        let all = try (step.kicked + step.radiative).densities.map { max($0, floor) }
        let (x, upper) = step.kicked.corners(all)
        let (_, middle) = step.kicked.corners(kicked)
        return Chart(
            step.title, x: .log("$E_e$ [GeV]", try step.kicked.range(in: "background-spectra")),
            y: .log("$\\mathrm{d}N/\\mathrm{d}E_e$ [GeV$^{-1}$]", densities),
            legend: Legend(.automatic, preferring: .topLeft), style: parameters.style(.wide)
        ) {
            Band(
                "radiative", x: x, lower: middle, upper: upper, role: .background, ink: .darkGray, hatch: .forward,
                showsEdges: true, label: "$\\mu e\\to\\mu e\\gamma$")
            Band(
                "kicked", x: x, lower: middle.map { _ in floor }, upper: middle, role: .background, ink: .cyan,
                hatch: Hatch.none, showsEdges: true, label: "kicked")
            Steps(
                "light", edges: edges, values: step.light.densities, valueError: step.light.densityErrors,
                role: .signal, width: width, label: "\(decimal(parameters.light.mass * 1e3)) MeV")
            Steps(
                "heavy", edges: edges, values: step.heavy.densities, valueError: step.heavy.densityErrors,
                role: .alternative, width: width, label: "\(decimal(parameters.heavy.mass * 1e3)) MeV")
        }
    }
}
