import Foundation
import Plotting

extension Gallery {
    /// Coupling against mass for eight selections: four rows, two columns, both axes shared.
    static var reachGrid: ChartGrid { reaches(style: .wide(height: 640)) }
    static var reachGridColumn: ChartGrid {
        var style = ChartStyle.column(height: 420)
        style.tickLabelSize = 7.5
        style.legendSize = 7
        style.annotationSize = 7
        return reaches(style: style)
    }

    private static func reaches(style: ChartStyle) -> ChartGrid {
        ChartGrid(
            "Reach for eight selections", rows: 4, columns: 2, panels: (0..<8).map(reachPanel), sharesX: true,
            sharesY: true, xLabel: "$m_{Z'}$ [MeV]", yLabel: "$g_{Z'}$",
            tags: zip(ChartGrid.letters(8), 0..<8).map { letter, index in
                "\(letter) $\\theta_\\mu > \(plain(0.5 + 0.25 * Double(index)))$ mrad"
            }, legend: .above, style: style)
    }

    private static func plain(_ value: Double) -> String { String(format: "%.2f", value) }

    private static func reachPanel(_ index: Int) -> Chart {
        let masses = logSpaced(1, 1000, 160)
        let loss = 1 + 0.4 * Double(index)
        func favoured(_ deviation: Double) -> [Double] {
            masses.map { (8 * .pi * .pi * deviation * (1 + 1.5 * pow($0 / 105.7, 2))).squareRoot() }
        }
        func reach(_ events: Double) -> [Double] {
            masses.map { mass in
                let shape = 2.4e9 / loss * exp(-mass / 38) * pow(max(1e-9, 1 - mass / 300), 2) / (1 + mass / 20)
                return (events / max(shape, 1e-30)).squareRoot()
            }
        }
        return Chart(
            "panel \(index)", x: .log("$m_{Z'}$ [MeV]", 1...1000), y: .log("$g_{Z'}$", 1e-5...1e-1),
            style: .revtexColumn
        ) {
            Band(
                "two sigma", x: masses, lower: favoured((251 - 118) * 1e-11), upper: favoured((251 + 118) * 1e-11),
                role: .favouredWide, label: #"$(g-2)_\mu$, $2\sigma$"#)
            Region(
                "ccfr", x: masses, y: masses.map { 8.7e-4 * (1 + pow($0 / 120, 2)).squareRoot() }, openTowards: .top,
                label: "CCFR")
            Region(
                "bbn", x: [5.3, 5.3], y: [1e-5, 1e-1], openTowards: .left, ink: .purple, hatch: .backward, label: "BBN")
            Line("reach", x: masses, y: reach(3), role: .projection, label: #"MUonE, 15 fb$^{-1}$"#)
            Line(
                "na64mu", x: [2.04, 10, 99.8], y: [1.26e-5, 1.41e-5, 1.59e-5], role: .comparison, label: #"NA64$\mu$"#)
        }
    }
}
