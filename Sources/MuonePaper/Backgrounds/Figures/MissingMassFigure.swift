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
                // Each has the area of its events within the frame.
                let drawn = spectra.filter { $0.bins.total > 0 }.map { spectrum in
                    (
                        spectrum: spectrum, heights: spectrum.bins.densities.map { $0 / spectrum.bins.total },
                        errors: spectrum.bins.densityErrors.map { $0 / spectrum.bins.total }
                    )
                }
                guard let first = drawn.first, let most = drawn.flatMap(\.heights).max() else {
                    throw EmptyFigure("missing-mass")
                }
                return Chart(
                    "Missing mass squared of the signal with a muon spectrometer",
                    x: .linear("$m_\\mathrm{miss}^2$ [GeV$^2$]", try first.spectrum.bins.range(in: "missing-mass")),
                    y: .linear("probability density [GeV$^{-2}$]", from: 0, to: 1.15 * most),
                    legend: Legend(.automatic, heading: "$m_{Z'}$", preferring: .topRight), style: parameters.style()
                ) {
                    for (index, item) in drawn.enumerated() {
                        let name = decimal(item.spectrum.mass * 1e3)
                        Steps(
                            "mass-\(name)", edges: item.spectrum.bins.edges, values: item.heights,
                            valueError: item.errors,
                            role: .signal, ink: [Ink.deepBlue, .red, .teal][index % 3],
                            dash: [Dash.solid, .dashed, .dashDotted][index % 3], label: "\(name) MeV")
                        Rule(
                            "true-\(name)", x: item.spectrum.mass * item.spectrum.mass, role: .reference,
                            ink: .black, dash: .dotted, width: parameters.style().lineWidth * 0.4)
                    }
                }
            })
    }
}
