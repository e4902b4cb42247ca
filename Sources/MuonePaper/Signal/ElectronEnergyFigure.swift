import BuildGraph
import Foundation
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import Reference

extension Figure {
    /// The electron's energy spectrum of the two benchmark points, with the angle cut alone.
    static func electronEnergy(_ spectra: Benchmarks<Node<Curve>>, _ p: PaperParameters) -> Figure {
        Figure(
            "electron-energy",
            chart: Node(
                "figures/electron-energy/chart", from: spectra.light, spectra.heavy, parameters: p
            ) { parameters, light, heavy in
                let light = light.positivePart
                let heavy = heavy.positivePart
                let most = (light.y + heavy.y).max()
                let top = most.map(decade(above:)) ?? 1
                return Chart(
                    "Expected signal events per GeV of electron energy for two benchmark points",
                    x: .log("$E_e$ [GeV]", from: SignalYields.smallestSpectrumEnergy, to: parameters.beamEnergy),
                    y: .log("$\\mathrm{d}N/\\mathrm{d}E_e$ [GeV$^{-1}$]", from: top * 1e-6, to: top),
                    legend: most == nil ? .hidden : Legend(.automatic, heading: "$m_{Z'}$, $g_{Z'}$"),
                    style: parameters.style()
                ) {
                    ShadedRange("below-window", .x, to: parameters.minimumElectronEnergy)
                    ShadedRange("above-window", .x, from: parameters.maximumElectronEnergy)
                    Text(
                        "window-label", "selected",
                        at: .within(
                            .init(
                                xFrom: parameters.minimumElectronEnergy, xTo: parameters.maximumElectronEnergy,
                                at: 0.5, 0.91)))
                    if most == nil {
                        noSignalText
                    }
                    if !light.x.isEmpty {
                        Line(
                            "light", x: light.x, y: light.y, yError: light.error, role: .signal,
                            label: benchmarkLabel(parameters.light))
                    }
                    if !heavy.x.isEmpty {
                        Line(
                            "heavy", x: heavy.x, y: heavy.y, yError: heavy.error, role: .alternative,
                            label: benchmarkLabel(parameters.heavy))
                    }
                }
            })
    }
}

private func benchmarkLabel(_ benchmark: Benchmark) -> String {
    "\(decimal(benchmark.mass * 1e3)) MeV, $\(TeX.number(benchmark.coupling, powersFrom: 100))$"
}

/// The smallest power of ten that is not below a positive value, as the decimal fraction that people write; a value
/// that is not a positive number is returned, for the axis to refuse.
func decade(above value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    return Double("1e\(Int(saturating: log10(value).rounded(.up)))") ?? value
}
