import Foundation
import Plotting

extension Gallery {
    /// A spectrum with its ratio to the theory below.
    static var ratio: ChartGrid {
        let edges = spaced(0, 30, 31)
        let centers = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
        let theory = centers.map { 4000 * exp(-$0 / 7) * (1 - exp(-$0 / 1.2)) }
        let data = zip(theory, centers).map { value, energy in value * (1 + 0.06 * sin(7.3 * energy)) }
        return .withRatio(
            Chart(
                "Spectrum and ratio", x: .linear("$E_e$ [GeV]", 0...30),
                y: .log(#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 10...10000)
            ) {
                Line("theory", x: centers, y: theory, role: .signal, label: "theory")
                Points(
                    "data", x: centers, y: data, yError: data.map { $0.squareRoot() }, size: 3.2, role: .reference,
                    label: "toy data")
            },
            ratio: Chart("ratio", x: .linear("$E_e$ [GeV]", 0...30), y: .linear("data/theory", 0.8...1.2)) {
                ShadedRange("error", .y, from: 0.95, to: 1.05, role: .signal)
                Rule("one", y: 1)
                Points(
                    "ratio", x: centers, y: zip(data, theory).map { $0 / $1 },
                    yError: zip(data, theory).map { $0.squareRoot() / $1 }, size: 3.2, role: .reference)
            })
    }
}
