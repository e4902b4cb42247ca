import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The measured missing mass squared of the signal, in bins of GeV².
struct MissingMassSpectrum: Codable, Sendable {
    /// GeV.
    var mass: Double
    var bins: BinnedEvents
}

extension Figure {
    /// Missing mass squared at three masses, each of unit area.
    static func missingMass(_ spectra: Node<[MissingMassSpectrum]>, _ p: PaperParameters) -> Figure {
        Figure(
            "missing-mass",
            chart: Node("figures/missing-mass/chart", from: spectra, parameters: p) { parameters, spectra in
                let drawn = spectra.compactMap {
                    spectrum -> (MissingMassSpectrum, heights: [Double], errors: [Double])? in
                    let total = spectrum.bins.events.reduce(0) { $0 + $1.value }
                    guard total > 0 else { return nil }
                    return (
                        spectrum, spectrum.bins.densities.map { $0 / total },
                        spectrum.bins.densityErrors.map { $0 / total }
                    )
                }
                guard let edges = drawn.first?.0.bins.edges else { throw EmptyFigure("missing-mass") }
                let top = 1.15 * (drawn.flatMap(\.heights).max() ?? 1)
                return Chart(
                    "Missing mass squared of the signal with a muon spectrometer",
                    x: .linear("$m_\\mathrm{miss}^2$ [GeV$^2$]", from: edges.first ?? -0.02, to: edges.last ?? 0.06),
                    y: .linear("probability density [GeV$^{-2}$]", from: 0, to: top),
                    legend: Legend(.automatic, heading: "$m_{Z'}$", preferring: .topRight), style: parameters.style()
                ) {
                    for (index, item) in drawn.enumerated() {
                        let name = decimal(item.0.mass * 1e3)
                        Steps(
                            "mass-\(name)", edges: item.0.bins.edges, values: item.heights, valueError: item.errors,
                            role: .signal, ink: [Ink.deepBlue, .red, .teal][index % 3],
                            dash: [Dash.solid, .dashed, .dashDotted][index % 3], label: "\(name) MeV")
                        Rule(
                            "true-\(name)", x: item.0.mass * item.0.mass, role: .reference,
                            ink: .black, dash: .dotted, width: parameters.style().lineWidth * 0.4)
                    }
                }
            })
    }
}
