import Foundation
import Plotting

extension Gallery {
    /// Spectra with errors for six masses: three rows, two columns, only the y axis shared; each panel has its legend.
    static var spectraGrid: ChartGrid { spectra(style: .wide(height: 470), legend: .eachPanel) }
    static var spectraGridColumn: ChartGrid {
        var style = ChartStyle.column(height: 330)
        style.tickLabelSize = 7.5
        style.legendSize = 7
        style.annotationSize = 7
        style.symbolSize = 4
        return spectra(style: style, legend: .below)
    }

    private static func spectra(style: ChartStyle, legend: ChartGrid.LegendPlace) -> ChartGrid {
        ChartGrid(
            "Electron spectra", rows: 3, columns: 2, panels: (0..<6).map(spectrumPanel), sharesX: true, sharesY: true,
            rowGap: 7, columnGap: 7, tags: ChartGrid.letters(6), tagCorner: .bottomLeft, legend: legend, style: style)
    }

    private static func spectrumPanel(_ index: Int) -> Chart {
        let edges = spaced(0, 30, 31)
        let slope = 4.0 + 1.5 * Double(index)
        let counts = zip(edges, edges.dropFirst()).map { low, high in
            400 * exp(-(low + high) / 2 / slope) * (1 - exp(-(low + high) / 2.4))
        }
        let fine = spaced(0.1, 30, 200)
        return Chart(
            "panel \(index)", x: .linear("$E_e$ [GeV]", 0...30),
            y: .log(#"$\mathrm{d}N/\mathrm{d}E_e$ [GeV$^{-1}$]"#, 0.1...1000), style: .revtexColumn
        ) {
            ShadedRange("cut", .x, to: 1, label: "cut")
            Steps(
                "counts", edges: edges, values: counts, valueError: counts.map { $0.squareRoot() },
                showsErrorBars: true, role: .signal, label: "simulation")
            Line(
                "theory", x: fine, y: fine.map { 400 * exp(-$0 / slope) * (1 - exp(-$0 / 1.2)) }, role: .alternative,
                label: "theory")
        }
    }
}
